"""Squares, and rows of squares, whose areas are counts: two that differ by thousands are still both seen."""

from __future__ import annotations

from math import ceil, floor, sqrt

import numpy as np
from manim import Square, VMobject

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


class CountRows(VMobject, Quantity):
    """An area of rows of squares that is its reading: from the bottom up, the last row as long as what is left.

    Parameters
    ----------
    reading
        A count, not negative.
    each
        How much of it one square is.
    extent
        Width of a row, and height of as many rows as a row has squares, in scene units.

    Attributes
    ----------
    side
        Of one square.
    """

    reading: Reading

    def __init__(self, reading: Reading, each: Reading, extent: float, theme: Theme, role: str) -> None:
        super().__init__(stroke_width=0, fill_opacity=1, fill_color=theme.of(role))
        self.reading, self.each = reading, float(each)
        squares = float(reading) / self.each
        a_row = max(1, ceil(sqrt(squares)))
        self.side, rows = extent / a_row, floor(squares / a_row)
        self.rounding = 1e-6 * float(reading)
        left = squares - rows * a_row
        last = [(left, rows), (left, rows + 1), (0, rows + 1)] if left else [(0, rows)]
        corners = [(0, 0), (a_row, 0), (a_row, rows), *last, (0, 0)]
        self.set_points_as_corners([(self.side * x, self.side * y, 0) for x, y in corners])

    def shown(self) -> float:
        """Return the count that the area stands for."""
        x, y, _ = self.get_start_anchors().T
        area = abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
        return float(self.each * area / self.side**2)
