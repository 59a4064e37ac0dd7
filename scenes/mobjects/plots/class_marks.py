"""Examples as points of a plane: those of each class have a mark of their own shape, never a colour of their own."""

from __future__ import annotations

import numpy as np
from manim import PI, Circle, Square, Triangle, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import PlotFrame

SIZE = 0.1  # from the middle of a mark to its rim
RIM = 2  # width of a rim
SHAPES = (Circle, Square, Triangle, lambda: Square().rotate(PI / 4))
LARGER = (1.0, 0.85, 1.25, 0.95)  # so that all seem equally large


def mark(j: int, theme: Theme, size: float = SIZE) -> VMobject:
    """Return the mark of class j, around the origin: a shape, full or hollow; after eight classes they come again."""
    kind, full = j % len(SHAPES), (j + j // len(SHAPES)) % 2 == 0
    drawn = VMobject().set_points(SHAPES[kind]().points)
    drawn.scale(LARGER[kind] * size).shift(-drawn.points.mean(axis=0))
    ink, ground = theme.of("ink"), theme.of("background")
    return drawn.set_fill(ink if full else ground, 1).set_stroke(ground if full else ink, RIM)


class ClassMarks(VMobject, Quantity):
    """All examples of one class.

    Parameters
    ----------
    places
        Their two inputs, (count, 2).
    j
        The class.
    """

    def __init__(self, places: Reading, j: int, frame: PlotFrame, theme: Theme) -> None:
        super().__init__()
        self.reading, self.frame = places, frame
        one = mark(j, theme)
        self.match_style(one)
        self._each = len(one.points)
        self._middle = one.points.mean(axis=0)
        for x, y in np.asarray(places.value):
            self.append_points(one.points + frame.point(float(x), float(y)))

    def shown(self) -> np.ndarray:
        """Return the inputs that the middles of the marks stand for."""
        middles = self.points.reshape(-1, self._each, 3).mean(axis=1) - self._middle
        corner = self.frame.corner.points[0]
        across = self.frame.xs[0] + (middles[:, 0] - corner[0]) / self.frame.unit_x
        return np.column_stack([across, self.frame.value(middles)])
