"""The cost over a plane of the weight space, seen from above: contours, and walks on them."""

from __future__ import annotations

import numpy as np
from contourpy import contour_generator
from manim import LineJointType, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity


class Ground:
    """The rectangle of the scene that stands for a plane: equal lengths in it are equal on screen.

    Parameters
    ----------
    u, v
        The ticks of the grid along both axes, (grid_u,) and (grid_v,).
    left, bottom, right, top
        The room, in scene units; the ground stands in its middle.
    """

    def __init__(self, u: Reading, v: Reading, left: float, bottom: float, right: float, top: float) -> None:
        self.u, self.v = np.asarray(u.value), np.asarray(v.value)
        extent = np.array([np.ptp(self.u), np.ptp(self.v)])
        self.unit = float(min((right - left) / extent[0], (top - bottom) / extent[1]))
        middle = np.array([(left + right) / 2, (bottom + top) / 2])
        self.corner = middle - 0.5 * self.unit * extent
        self.width, self.height = self.unit * extent

    @property
    def room(self) -> tuple[float, float, float, float]:
        """The rectangle: left, bottom, right, top."""
        left, bottom = map(float, self.corner)
        return left, bottom, left + float(self.width), bottom + float(self.height)

    def points(self, places: np.ndarray) -> np.ndarray:
        """Return where places (n, 2) of the plane are on the scene, (n, 3)."""
        flat = self.corner + (places - [self.u[0], self.v[0]]) * self.unit
        return np.column_stack([flat, np.zeros(len(flat))])

    def places(self, points: np.ndarray) -> np.ndarray:
        """Return which places (n, 2) of the plane points (n, 3) of the scene are."""
        return np.asarray([self.u[0], self.v[0]] + (points[:, :2] - self.corner) / self.unit)


class Contour(VMobject, Quantity):
    """All lines of one cost: its level is a reading, its course follows from the measured grid.

    Parameters
    ----------
    level
        The cost along the line.
    C
        Measured costs, (grid_v, grid_u).
    strength
        0 to 1, from the faintest line to the clearest.
    """

    def __init__(self, level: Reading, C: Reading, ground: Ground, theme: Theme, strength: float) -> None:
        super().__init__(stroke_width=1.6, stroke_color=theme.of("cost"), stroke_opacity=0.25 + 0.6 * strength)
        self.reading = self.level = level
        self.ground, self.costs = ground, np.asarray(C.value)
        self.rounding = 1e-6 * max(1.0, float(self.costs.max()))
        for line in contour_generator(ground.u, ground.v, self.costs).lines(float(level)):
            path = VMobject().set_points_as_corners(ground.points(np.asarray(line)))
            self.append_points(path.points)

    def shown(self) -> float:
        """Return the cost on which the line lies: the middle of what the grid has under its corners."""
        if not len(self.points):
            return float("nan")
        corners = np.concatenate([self.points[::4], self.points[3::4]])
        return float(np.median(self._cost_at(self.ground.places(corners))))

    def _cost_at(self, places: np.ndarray) -> np.ndarray:
        """Return the costs between the grid's ticks; corners of a contour lie on lines between two of them."""
        rows, columns = ((ticks, places[:, i]) for i, ticks in ((1, self.ground.v), (0, self.ground.u)))
        (y, x), shares = zip(*[_between(*axis) for axis in (rows, columns)], strict=True)
        up, right = shares
        C = self.costs
        low = (1 - right) * C[y, x] + right * C[y, x + 1]
        high = (1 - right) * C[y + 1, x] + right * C[y + 1, x + 1]
        return np.asarray((1 - up) * low + up * high)


class ContourMap(VGroup):
    """All contours of a landscape, the lowest clearest.

    Parameters
    ----------
    levels
        The costs of the contours, (level,), ascending.
    """

    def __init__(self, levels: Reading, C: Reading, ground: Ground, theme: Theme) -> None:
        many = len(levels)
        lines = [Contour(level, C, ground, theme, 1 - i / many) for i, level in enumerate(levels)]
        self.lines = [line for line in lines if len(line.points)]
        super().__init__(*self.lines)


class Path(VMobject, Quantity):
    """A walk over the ground, from recorded place to recorded place, (steps + 1, 2)."""

    def __init__(self, places: Reading, ground: Ground, theme: Theme, role: str, width: float = 3.0) -> None:
        super().__init__(stroke_width=width, color=theme.of(role), joint_type=LineJointType.ROUND)
        self.places, self.ground = places, ground
        self._corners = ground.points(np.asarray(places.value))
        self._whole = self.set_points_as_corners(self._corners).points
        self.set_row(len(places) - 1)

    def set_row(self, row: int) -> Path:
        """Draw the walk as far as a place."""
        self.row, self.reading = row, self.places
        if row < len(self.places) - 1:
            self.reading = self.places.take(range(row + 1), (0, 1))
        self.points = self._whole[: 4 * row] if row else np.tile(self._corners[0], (4, 1))
        return self

    def shown(self) -> np.ndarray:
        """Return the places that the corners stand for."""
        return self.ground.places(np.concatenate([self.points[:1], self.points[3::4]]))[: self.row + 1]


def _between(ticks: np.ndarray, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return after which tick numbers lie, and how far on the way to the next, 0 to 1."""
    i = np.clip(np.searchsorted(ticks, at, side="right") - 1, 0, len(ticks) - 2)
    return i, (at - ticks[i]) / (ticks[i + 1] - ticks[i])
