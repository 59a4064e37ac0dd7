"""What stands in the gaps between number lines, over the threads: by how much each gap spreads, and what that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from manim import Animation, Transform, there_and_back

from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.derivatives.ratio import IN_LINE, STACKED, ratio
from scenes.parts.calculus.link.row import LinkRow, role_of
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
        What the numbers are called, with parts `above` and `below`: on one line with their number, or where one of
        them has no room there, all over theirs.
    numbers, signs
        What they are, and the sign of equality before each.
    """

    def __init__(self, row: LinkRow, at: int) -> None:
        self.row, trace = row, row.trace
        readings = self.readings = [trace.reading(f"threads/ratio_{name}") for name in NAMES]
        specs = [spec_of(trace.reading(f"chain/{name}")) for name in NAMES]
        self.numbers = [
            Readout(reading[at], row.theme, spec=spec, role=role_of(name))
            for name, reading, spec in zip(row.names[1:], readings, specs, strict=True)
        ]
        self.signs = [Formula("=", row.theme, role=number.role, size="small") for number in self.numbers]
        self.derivatives, written = self._named(TINY, STACKED), STACKED
        room = [row.places.put_named(i, *parts) for i, parts in enumerate(self._parts())]
        if not all(room):
            self.derivatives, written = self._named(TINY, IN_LINE), IN_LINE
            for i, parts in enumerate(self._parts()):
                row.places.put_over_number(i, *parts)
        self.ratios = self._named(SMALL, written)
        for made, derivative in zip(self.ratios, self.derivatives, strict=True):
            made.stand_on(derivative.baseline).shift((derivative.get_x() - made.get_x(), 0, 0))

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
        parts = (self.derivatives[i], self.signs[i], self.numbers[i])
        lit = self.row.theme.of("focus")
        return [Transform(part, part.copy().set_color(lit), rate_func=there_and_back) for part in parts]

    def _parts(self) -> Iterator[tuple[Formula, Formula, Readout]]:
        """Return for each gap what its number is called, the sign of equality, and the number."""
        return zip(self.derivatives, self.signs, self.numbers, strict=True)

    def _named(self, sign: str, written: str) -> list[Formula]:
        """Return the ratios of changes of neighbouring lines, from the left; the cost has its colour."""
        symbols = [f"{sign} {'C_0' if name == 'C' else name[0]}" for name in self.row.names]
        roles = [role_of(name) for name in self.row.names[1:]]
        return [
            ratio(
                above,
                below,
                self.row.theme,
                written=written,
                role=role if sign == TINY else "ink",
                roles={"above": role},
            )
            for below, above, role in zip(symbols, symbols[1:], roles, strict=False)
        ]
