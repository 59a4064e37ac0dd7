"""A tracer: a dot that moves over recorded points and draws the curve behind it, as far as it has been."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from manim import VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import PlotDot, PlotFrame


class Trail(VMobject, Quantity):
    """The part of a recorded curve that is drawn so far: every corner stands for one recorded pair.

    Parameters
    ----------
    xs, ys
        The recorded points in their order along the curve, each of shape (rows,).
    at
        The row where it begins.
    stairs
        Whether it stays at each height until the next point is reached; else it goes straight from point to point.
    """

    def __init__(
        self,
        xs: Reading,
        ys: Reading,
        at: int,
        frame: PlotFrame,
        theme: Theme,
        role: str = "cost",
        stairs: bool = False,
    ) -> None:
        super().__init__(stroke_width=3, color=theme.of(role))
        self.ys, self.frame = ys, frame
        self.rounding = 1e-6 / frame.unit_y
        pairs = list(zip(np.asarray(xs.value), np.asarray(ys.value), strict=True))
        corners = [pairs[0]]
        for (_, height), (x, y) in pairwise(pairs):
            corners += [(x, height), (x, y)] if stairs else [(x, y)]
        self._each = 2 if stairs else 1  # corners from row to row
        self._corners = np.array([frame.point(x, y) for x, y in corners]) - frame.corner.points[0]
        self._curve = VMobject().set_points_as_corners(self._corners).points
        self.set_rows(at, at)

    def set_row(self, row: int) -> Trail:
        """Draw the curve as far as a row, from what is drawn already."""
        return self.set_rows(min(row, self.first), max(row, self.last))

    def set_rows(self, first: int, last: int) -> Trail:
        """Draw the curve from one row to another, and nothing else of it."""
        self.first, self.last = first, last
        self.reading = self.ys.take(range(first, last + 1))
        drawn = self._curve[4 * self._each * first : 4 * self._each * last]
        if first == last:  # one point, of which nothing is seen, but it has its place
            drawn = np.tile(self._corners[self._each * first], (4, 1))
        self.points = drawn + self.frame.corner.points[0]
        return self

    def shown(self) -> np.ndarray:
        """Return the recorded values that the corners stand for."""
        corners = np.concatenate([self.points[:1], self.points[3::4]])[:: self._each]
        return self.frame.value(corners[: self.last - self.first + 1])


class Tracer(VGroup):
    """A dot on a recorded curve, and the trail that it leaves.

    Parameters
    ----------
    xs, ys
        The recorded points in their order along the curve, each of shape (rows,).
    at
        The row where it stands first.
    """

    def __init__(
        self,
        xs: Reading,
        ys: Reading,
        at: int,
        frame: PlotFrame,
        theme: Theme,
        role: str = "cost",
        radius: float = 0.085,
        stairs: bool = False,
    ) -> None:
        self.xs, self.ys = xs, ys
        self.trail = Trail(xs, ys, at, frame, theme, role, stairs)
        self.dot = PlotDot(ys[at], frame.point(float(xs[at]), float(ys[at])), frame, theme, role, radius)
        super().__init__(self.trail, self.dot)

    def set_row(self, row: int) -> Tracer:
        """Move to a row; the trail reaches as far as the dot has been."""
        self.trail.set_row(row)
        self.dot.set_reading(float(self.xs[row]), self.ys[row])
        return self
