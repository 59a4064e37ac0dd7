"""How a language is written: what stands before decimals and between thousands, how fast it is read, in which fonts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scenes.look.decimals import MINUS


@dataclass(frozen=True)
class Manner:
    """How a language is written, English unless it says otherwise.

    Attributes
    ----------
    point, group
        What stands before decimals, and between thousands.
    grouped_from
        The fewest digits before the decimals that are grouped.
    percent
        What stands before and after a percentage.
    speed
        How many letters are read in the time of one letter of English.
    line
        How many letters stand in a line of subtitles at most.
    fonts
        Families that have its letters, best first, where the theme's has not.
    """

    point: str = "."
    group: str = ","
    grouped_from: int = 4
    percent: tuple[str, str] = ("", "%")
    speed: float = 1.0
    line: int = 42
    fonts: tuple[str, ...] = ()

    def number(self, text: str) -> str:
        """Return a number that Python wrote, ``-1,234.50`` or ``12.5%``, as this language writes it."""
        bare = text.removesuffix("%").replace("-", MINUS)
        whole, dot, decimals = bare.partition(".")
        grouped = sum(char.isdigit() for char in whole) >= self.grouped_from
        said = whole.replace(",", self.group if grouped else "") + (self.point + decimals if dot else "")
        return said if bare == text.replace("-", MINUS) else said.join(self.percent)

    def listed(self, numbers: Iterable[str]) -> str:
        """Return numbers in a row; where decimals have a comma, semicolons stand between them."""
        return ("; " if self.point == "," else ", ").join(numbers)

    def rounding(self, text: str) -> float:
        """Return how far a number that is written so may be from its value: half a unit of its last digit."""
        decimals = sum(char.isdigit() for char in text.partition(self.point)[2])
        return 0.5000001 * 10.0**-decimals / (100 if "%" in text else 1)

    def value(self, text: str) -> float:
        """Return the number that a text on screen stands for, whether or not spaces are seen in it.

        Raises
        ------
        ValueError
            If it is none.
        """
        groups = {self.group, ","} - {self.point}  # a raised comma may have a comma's shape
        bare = text.translate(dict.fromkeys(map(ord, groups))).replace(self.point, ".").replace(MINUS, "-")
        digits = "".join(bare.replace("%", "").split())
        return float(digits) / (100 if "%" in bare else 1)


ENGLISH = Manner()
