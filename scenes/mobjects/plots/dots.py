"""A great many dots of a plot as one picture, which come one by one."""

from __future__ import annotations

import numpy as np
from manim import VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import PlotFrame

CORNERS = np.array([(0, 1), (1, 0), (0, -1), (-1, 0), (0, 1)])  # a dot this small is drawn as a diamond
EACH = 4 * (len(CORNERS) - 1)  # points of one


class Dots(VMobject, Quantity):
    """A dot for each recorded pair, as high as its reading: the first so many are seen.

    Parameters
    ----------
    xs, ys
        (count,) each, in the order in which they come.
    radius
        From the middle of a dot to its corners.
    """

    def __init__(
        self, xs: Reading, ys: Reading, frame: PlotFrame, theme: Theme, role: str = "cost", radius: float = 0.05
    ) -> None:
        super().__init__(stroke_width=0, fill_opacity=1, fill_color=theme.of(role))
        self.ys, self.frame, self.rounding = ys, frame, 1e-6 / frame.unit_y
        dot = VMobject().set_points_as_corners(radius * np.column_stack([CORNERS, np.zeros(len(CORNERS))])).points
        places = [frame.point(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]
        self._dots = np.concatenate([dot + place for place in places]) - frame.corner.points[0]
        self.set_count(len(places))

    def set_count(self, count: int) -> Dots:
        """Show the first so many, one at least."""
        self.reading = self.ys.take(range(count))
        self.points = self._dots[: EACH * count] + self.frame.corner.points[0]
        return self

    def shown(self) -> np.ndarray:
        """Return the values at whose heights the dots stand."""
        return self.frame.value((self.points[::EACH] + self.points[EACH // 2 :: EACH]) / 2)
