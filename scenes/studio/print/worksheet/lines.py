"""A line of the sheet as data: a rule, the numbers put into it, and what comes out.

Every result is a number of the `worked/` group, rounded once. A line says "=" where the numbers as they are printed
give exactly the result as it is printed, and "≈" where they do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Number:
    """A number of the trace as it is printed.

    Attributes
    ----------
    place
        Where the trace holds it, such as `worked/W1[0, 0, 1]`.
    text
        Its digits.
    """

    place: str
    text: str

    @property
    def value(self) -> Fraction:
        """The value of the digits, exactly."""
        return Fraction(self.text)

    @property
    def factor(self) -> str:
        """The digits as they stand in a product or a sum: a negative number in parentheses."""
        return f"({self.text})" if self.text.startswith("-") else self.text


@dataclass(frozen=True)
class Line:
    """One line of the sheet: `name` = `rule` = `filled` `sign` `result`, all but the result in Typst mathematics."""

    name: str
    rule: str
    filled: str
    sign: str
    result: Number

    @classmethod
    def of(cls, name: str, rule: str, filled: str, by_hand: Fraction | None, result: Number) -> Line:
        """Make a line; `by_hand` is what the printed numbers give, None if no fraction can say it."""
        return cls(name, rule, filled, "=" if by_hand == result.value else "approx", result)


@dataclass(frozen=True)
class Parameter:
    """A weight or bias: what it is, the line of its derivative, and the line of its update."""

    now: Number
    slope: Line
    after: Line


def at(symbol: str, l: int, place: int | str) -> str:
    """Return Typst mathematics of a symbol of layer l with a place below it."""
    return f"{symbol}_({place})^(({l}))"
