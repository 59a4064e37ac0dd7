"""Squares whose areas are counts: two that differ by thousands are still both seen."""

from __future__ import annotations

from manim import Square

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale


class CountSquare(Square, Quantity):
    """A square whose area is its reading.

    Parameters
    ----------
    reading
        A count, not negative.
    scale
        The side of the square of the largest count; areas are in proportion.
    """

    reading: Reading

    def __init__(self, reading: Reading, scale: Scale, theme: Theme, role: str = "ink") -> None:
        super().__init__(scale.length, stroke_width=0, fill_opacity=1, fill_color=theme.of(role))
        self.scale_of_side = scale
        self.rounding = 1e-6 * scale.longest
        self._unit = self.points / scale.length
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> CountSquare:
        """Show another count, around the same middle."""
        self.reading, middle = reading, self.get_center()
        side = self.scale_of_side.length * (float(reading) / self.scale_of_side.longest) ** 0.5
        self.points = middle + side * self._unit
        return self

    def shown(self) -> float:
        """Return the count that the area stands for."""
        return self.scale_of_side.longest * float(self.width / self.scale_of_side.length) ** 2
