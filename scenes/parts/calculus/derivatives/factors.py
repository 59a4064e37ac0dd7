"""What stands in the gaps between number lines, over the threads: by how much each gap spreads, and what that is."""

from __future__ import annotations

from typing import Self

from manim import LEFT, Animation, Transform, there_and_back

from scenes.look.measures import gap
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.link.row import LinkRow
from scenes.parts.calculus.measured import spec_of

NAMES = ("dz_dw", "da_dz", "dC_da")
SMALL, TINY = "Delta", "partial"  # changes that were made, and what their ratios come to


class Factors:
    """The ratios of neighbouring changes of the last link, each in its gap; later, the derivatives.

    Parameters
    ----------
    row
        The opened link.
    at
        The position that is shown first.

    Attributes
    ----------
    ratios, derivatives
        The fractions, with parts `above` and `below`.
    numbers, signs
        What they are, and the sign of multiplication before each.
    """

    def __init__(self, row: LinkRow, at: int) -> None:
        self.row, trace = row, row.trace
        readings = self.readings = [trace.reading(f"threads/ratio_{name}") for name in NAMES]
        specs = [spec_of(trace.reading(f"chain/{name}")) for name in NAMES]
        pairs = [(name[0] if name != "C" else "C_0") for name in row.names]
        self.ratios, self.derivatives = (
            [self._fraction(i, sign, *pairs[i : i + 2]) for i in range(len(readings))] for sign in (SMALL, TINY)
        )
        roles = ["cost" if i == len(readings) - 1 else "ink" for i in range(len(readings))]
        self.numbers = [
            row.places.put_number(i, Readout(reading[at], row.theme, spec=spec, role=role))
            for i, (reading, spec, role) in enumerate(zip(readings, specs, roles, strict=True))
        ]
        self.signs = [
            Formula("times", row.theme, role=role, size="small").next_to(number, LEFT, gap.small)
            for number, role in zip(self.numbers, roles, strict=True)
        ]

    def set_row(self, at: int) -> Self:
        """Show the ratios at another position."""
        for number, reading in zip(self.numbers, self.readings, strict=True):
            number.set_reading(reading[at])
        return self

    def cancel(self) -> list[Animation]:
        """Return the animations that let what stands above in one fraction and below in the next step back."""
        above = [fraction.paint("faint", "above") for fraction in self.ratios[:-1]]
        return above + [fraction.paint("faint", "below") for fraction in self.ratios[1:]]

    def light(self, i: int) -> list[Animation]:
        """Return the animations in which a factor is spoken of for a moment."""
        parts = (self.signs[i], self.numbers[i])
        lit = self.row.theme.of("focus")
        return [Transform(part, part.copy().set_color(lit), rate_func=there_and_back) for part in parts]

    def _fraction(self, i: int, sign: str, below: str, above: str) -> Formula:
        source = f"{{{{ {sign} {above} : above }}}} / {{{{ {sign} {below} : below }}}}"
        roles = {"above": "cost"} if above == "C_0" else {}
        if sign == TINY and roles:
            roles["below"] = "cost"
        fraction = Formula(source, self.row.theme, roles=roles, role=roles.get("below", "ink"), size="small")
        self.row.places.put_factor(i, fraction)
        return fraction
