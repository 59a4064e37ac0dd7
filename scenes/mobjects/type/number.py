"""Numbers in Typst digits: a readout of one reading, cheap enough for tables and counters.

Its digits are outlines that were typeset once. A number that runs costs some fifty microseconds a frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from manim import VGroup, VMobject

from netsim import Reading
from scenes.look.decimals import FINEST as FINEST
from scenes.look.decimals import MINUS as MINUS
from scenes.look.decimals import fine_spec as fine_spec
from scenes.look.decimals import spec_apart as spec_apart
from scenes.look.decimals import spec_for as spec_for
from scenes.look.decimals import spec_of_digits as spec_of_digits
from scenes.look.theme import EM, Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.type.glyphs import SET_AT, Glyph, glyph, spell
from scenes.mobjects.type.measured import Measured
from scenes.mobjects.type.typeset import OnLine


class Readout(Measured, VGroup, OnLine, Quantity):
    """A number on screen, rounded once.

    Parameters
    ----------
    reading
        A scalar reading.
    theme
        Gives sizes and colours.
    spec
        A format such as ``+.2f`` or ``.1%``; fixed decimals, so that columns line up.
    size
        ``title``, ``body`` or ``small``.
    role
        A role, or ``sign`` for the colour of the value's sign; a value of exactly 0 is dim and has none.
    """

    def __init__(
        self, reading: Reading, theme: Theme, *, spec: str = ".2f", size: str = "small", role: str = "ink"
    ) -> None:
        super().__init__()
        self.theme, self.spec, self.role, self._size = theme, spec, role, float(getattr(theme.size, size))
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> Readout:
        """Show another reading in place, right edge and baseline kept."""
        pen, scale = self._pen() if self.submobjects else (np.zeros(3), self._size / SET_AT)
        self.reading = reading
        nothing = self.role == "sign" and float(reading) == 0
        manner = self.theme.manner
        self.text = manner.number(format(reading, self.spec.lstrip("+") if nothing else self.spec))
        self.rounding = manner.rounding(self.text)
        # A small number may be rounded to zero and still has a sign, which its colour shares.
        signed = "dim" if nothing else "down" if self.text.startswith(MINUS) else "up"
        colour = [*self.theme.of(signed if self.role == "sign" else self.role).to_rgb(), 1.0]
        places = iter(self._places(sum(not char.isspace() for char in self.text)))
        for char in reversed(self.text):
            shape = self._glyph(char)
            pen = pen - np.array([scale * shape.advance, 0.0, 0.0])
            if not char.isspace():
                drawn = next(places)
                drawn.points = pen + scale * shape.points
                drawn.fill_rgbas = np.array([colour])
        return self

    def shown(self) -> float:
        """Return the number that the glyphs spell, read from their shapes."""
        return self.theme.manner.value(spell(self.submobjects, self.theme.face))

    @property
    def baseline(self) -> float:
        """Height of the line the digits stand on, in scene units."""
        return float(self._pen()[0][1])

    @property
    def em(self) -> float:
        """Size of the type in scene units, however the number was scaled."""
        return SET_AT * EM * self._pen()[1]

    def _pen(self) -> tuple[np.ndarray, float]:
        """Return the point on the baseline where the next glyph would stand, and the size of those that do."""
        return self._glyph(self.text[-1]).drawn(self.submobjects[-1].points)  # it may have been scaled since

    def _glyph(self, char: str) -> Glyph:
        return glyph(char, self.theme.face)

    def _places(self, count: int) -> list[VMobject]:
        """Return so many glyphs, from the right; manim draws those that were there as an animation began."""
        more = count - len(self.submobjects)
        for gone in self.submobjects[: max(0, -more)]:
            gone.points = np.zeros((0, 3))
        new = [VMobject(stroke_width=0, fill_opacity=1) for _ in range(more)]
        self.submobjects = [*new, *self.submobjects[max(0, -more) :]]
        return self.submobjects[::-1]


class NumbersInRow(VGroup, OnLine):
    """Some small numbers one after another on a line."""

    def __init__(self, readings: Iterable[Reading], theme: Theme, specs: Iterable[str]) -> None:
        numbers = [Readout(reading, theme, spec=spec) for reading, spec in zip(readings, specs, strict=True)]
        for before, number in pairwise(numbers):
            number.stand_on(numbers[0].baseline).shift(
                (before.get_right()[0] + theme.em() - number.get_left()[0], 0, 0)
            )
        super().__init__(*numbers)

    def first(self) -> Readout:
        """Return the first of them: a copy has numbers of its own."""
        number = self.submobjects[0]
        assert isinstance(number, Readout)
        return number

    @property
    def baseline(self) -> float:
        """Height of the line the digits stand on, in scene units."""
        return self.first().baseline

    @property
    def em(self) -> float:
        """Size of the type in scene units, however it was scaled."""
        return self.first().em


def number_column(
    readings: Iterable[Reading],
    rows: Iterable[float],
    right: float,
    theme: Theme,
    *,
    spec: str = "+.3f",
    role: str = "sign",
) -> VGroup:
    """Return numbers one above another: heights of their middles in ``rows``, right edges at ``right``."""
    column = VGroup()
    for reading, y in zip(readings, rows, strict=True):
        number = Readout(reading, theme, spec=spec, role=role)
        column.add(number.shift((right - number.get_right()[0], y - number.get_y(), 0)))
    return column
