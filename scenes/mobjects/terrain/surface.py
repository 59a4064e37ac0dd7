"""The cost over a plane of the weight space, seen from the side: a shaded surface in a fixed oblique projection."""

from __future__ import annotations

import numpy as np
from manim import LineJointType, ManimColor, VGroup, VMobject, interpolate_color

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity

SIDEWAYS, UPWARD = 0.36, 0.6  # how far a unit of depth goes to the side and up, in units of width
DEPTH = 0.6  # of the room's height: what the ground takes of it at most
LAMP = np.array([-0.5, -0.45, 0.74])  # where the light comes from: left, from the front, above
LEAST, MOST = 0.16, 0.72  # share of the cost's colour in a tile: in shadow and in full light, whichever is darker
TINY = 1e-12  # costs that differ by less are on level ground
MESH = 0.1  # share of the ink in the lines between the tiles


class Oblique:
    """The projection: u goes right, v goes back and to one side, and height is cost; it never turns.

    It looks down on the landscape: heights are such that no slope is seen from below. Of the two sides to
    which the depth can go, that one is taken from which the heights can be larger.

    Parameters
    ----------
    u, v
        The ticks of the grid along both axes, (grid_u,) and (grid_v,).
    C
        Measured costs, (grid_v, grid_u).
    left, bottom, right, top
        The room, in scene units; the picture stands in its middle.
    """

    def __init__(
        self, u: Reading, v: Reading, C: Reading, left: float, bottom: float, right: float, top: float
    ) -> None:
        self.u, self.v = np.asarray(u.value), np.asarray(v.value)
        costs = np.asarray(C.value)
        wide, deep = float(np.ptp(self.u)), float(np.ptp(self.v))
        self.unit = min((right - left) / (wide + SIDEWAYS * deep), DEPTH * (top - bottom) / (UPWARD * deep))
        self.least = float(costs.min())
        room = (top - bottom) - UPWARD * self.unit * (self.v - self.v[0])[:, None]
        above = np.maximum(costs - self.least, TINY * max(1.0, abs(self.least)))
        along_v, along_u = np.gradient(costs, self.v, self.u)
        hidden = {side: float((side * along_u - along_v).max()) for side in (SIDEWAYS, -SIDEWAYS)}
        self.sideways = min(hidden, key=lambda side: hidden[side])
        steepest = max(hidden[self.sideways], TINY)
        self.height = float(min((room / above).min(), UPWARD * self.unit / steepest))
        across, depth = np.meshgrid(self.u, self.v)
        x, y = self._flat(across, depth, costs)
        spare = np.array([right - left - np.ptp(x), top - bottom - np.ptp(y)])
        self.corner = np.array([left - x.min(), bottom - y.min()]) + 0.5 * spare

    def points(self, u: np.ndarray, v: np.ndarray, C: np.ndarray) -> np.ndarray:
        """Return where places of the plane at some cost are on the scene: (..., 3)."""
        x, y = self._flat(u, v, C)
        return np.stack([self.corner[0] + x, self.corner[1] + y, np.zeros_like(x)], axis=-1)

    def costs(self, points: np.ndarray, v: np.ndarray) -> np.ndarray:
        """Return the costs that points (..., 3) of the scene stand for, if their place in depth is known."""
        floor = self.corner[1] + self.unit * UPWARD * (v - self.v[0])
        return np.asarray(self.least + (points[..., 1] - floor) / self.height)

    def _flat(self, u: np.ndarray, v: np.ndarray, C: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where places of the plane are, from the corner of the picture."""
        across, depth = u - self.u[0], v - self.v[0]
        x = self.unit * (across + self.sideways * depth)
        return x, self.unit * UPWARD * depth + self.height * (C - self.least)


class Surface(VGroup, Quantity):
    """Tiles between the points of the grid, from back to front, so that what is nearer hides what is behind.

    Parameters
    ----------
    C
        Measured costs, (grid_v, grid_u).
    """

    def __init__(self, C: Reading, view: Oblique, theme: Theme) -> None:
        super().__init__()
        self.reading, self.view = C, view
        self.rounding = 1e-6 / view.height + 1e-9
        costs = np.asarray(C.value)
        u, v = np.meshgrid(view.u, view.v)
        points = view.points(u, v, costs)
        light = self._light(costs)
        ends = [interpolate_color(theme.of("background"), theme.of("cost"), share) for share in (LEAST, MOST)]
        shadow, lit = sorted(ends, key=lambda colour: float(colour.to_rgb().sum()))  # on any ground
        for i in reversed(range(len(view.v) - 1)):
            for j in range(len(view.u) - 1):
                corners = [points[i, j], points[i, j + 1], points[i + 1, j + 1], points[i + 1, j], points[i, j]]
                colour = interpolate_color(shadow, lit, float(light[i, j]))
                self.add(_tile(np.array(corners), colour, interpolate_color(colour, theme.of("ink"), MESH)))

    def shown(self) -> np.ndarray:
        """Return the costs that the tiles' corners stand for, (grid_v, grid_u)."""
        rows, columns = len(self.view.v), len(self.view.u)
        seen = np.full((rows, columns), np.nan)
        tiles = iter(self.submobjects)
        for i in reversed(range(rows - 1)):
            for j in range(columns - 1):
                tile = next(tiles)
                for k, (row, column) in enumerate(((i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j))):
                    seen[row, column] = self.view.costs(tile.points[4 * k], self.view.v[row])
        return seen

    def _light(self, costs: np.ndarray) -> np.ndarray:
        """Return how bright each tile is, 0 to 1, (grid_v - 1, grid_u - 1), from the way it faces."""
        heights = costs * self.view.height / self.view.unit  # as high as the ground is wide
        rows, columns = np.diff(self.view.v)[:, None], np.diff(self.view.u)[None]
        right = (np.diff(heights, axis=1)[:-1] + np.diff(heights, axis=1)[1:]) / (2 * columns)
        back = (np.diff(heights, axis=0)[:, :-1] + np.diff(heights, axis=0)[:, 1:]) / (2 * rows)
        lit = (-right * LAMP[0] - back * LAMP[1] + LAMP[2]) / np.sqrt(1 + right**2 + back**2)
        return np.asarray(np.clip(lit, 0, 1))


class SurfacePath(VMobject, Quantity):
    """A walk over the surface: each corner stands at its recorded place, as high as its recorded cost.

    Parameters
    ----------
    places
        (steps + 1, 2), coordinates in the plane.
    C
        The measured cost at each of them, (steps + 1,).
    """

    def __init__(self, places: Reading, C: Reading, view: Oblique, theme: Theme, role: str, width: float = 3.0) -> None:
        super().__init__(stroke_width=width, color=theme.of(role), joint_type=LineJointType.ROUND)
        self.reading, self.view, self.places = C, view, np.asarray(places.value)
        self.rounding = 1e-6 / view.height + 1e-9
        self.set_points_as_corners(view.points(self.places[:, 0], self.places[:, 1], np.asarray(C.value)))

    def shown(self) -> np.ndarray:
        """Return the costs that the corners stand for."""
        corners = np.concatenate([self.points[:1], self.points[3::4]])
        return self.view.costs(corners, self.places[:, 1])


def _tile(corners: np.ndarray, colour: ManimColor, edge: ManimColor) -> VMobject:
    tile = VMobject(fill_color=colour, fill_opacity=1, stroke_color=edge, stroke_width=0.7)
    return tile.set_points_as_corners(corners)
