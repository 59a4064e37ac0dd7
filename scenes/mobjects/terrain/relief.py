"""The cost over a plane as a lit surface with its contours on it, seen from wherever one stands."""

from __future__ import annotations

import numpy as np

from netsim import Reading
from scenes.camera.boxes import box_around
from scenes.camera.canvas import Canvas, Layer, View
from scenes.camera.compiled.relief import paint_relief
from scenes.camera.painted import Painted
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.terrain.prospect import Prospect

LAMP = np.array([-0.1, -0.5, 0.86])  # where the light comes from: a little from the left, from the front, above
SHADOW, LIGHT = 0.6, 0.55  # brightness that all of it has, and that the light adds
EVENLY = 0.75  # the power of the height that colours follow: what is low has a part of them too
LINE, STRENGTH = 0.01, 0.34  # width of contours, in scene units, and their opacity


class Relief(Painted, Quantity):
    """The surface: as high and as bright in colour as the cost, from the lowest to the highest.

    Parameters
    ----------
    u, v
        The ticks of the grid, (grid_u,) and (grid_v,).
    C
        Measured costs, (grid_v, grid_u).
    levels
        The costs whose contours are drawn, in even steps.
    prospect
        Where it is seen from at first.

    Attributes
    ----------
    rows
        (2,): from which row to which it is there, as places in v; between two rows it is even, as all of it is
        between its points.
    """

    states = ("opacity", "rows")

    def __init__(self, u: Reading, v: Reading, C: Reading, levels: Reading, prospect: Prospect, theme: Theme) -> None:
        self.reading = C
        self.u, self.v, self.costs = (np.asarray(reading.value, dtype=float) for reading in (u, v, C))
        self.levels = np.asarray(levels.value, dtype=float)
        self.rows = np.array([0.0, len(self.v) - 1.0])
        self._stops = np.array([theme.of(role).to_rgb() for role in ("valley", "cost", "summit")])
        self._hues = self.colours_of(self.costs)
        self._line = np.array([*(255 * np.asarray(theme.of("ink").to_rgb())), STRENGTH])
        self._layer: tuple[View, bytes, Layer] | None = None
        self.prospect = prospect
        super().__init__()
        self.see(prospect)

    def see(self, prospect: Prospect) -> Relief:
        """Be seen from elsewhere."""
        self.prospect = prospect
        self.rounding = 1e-6 / prospect.height + 1e-9
        return self.reset_points()

    def show_rows(self, first: float, last: float) -> Relief:
        """Be there from one row to another."""
        self.rows = np.array([first, last])
        return self

    def at(self, places: np.ndarray) -> np.ndarray:
        """Return how high it is, as a cost, at places (n, 2) of the plane: between the points of the grid, even."""
        (i, p), (j, q) = (_between(ticks, places[:, k]) for k, ticks in ((0, self.u), (1, self.v)))
        low, high = (self.costs[row, i] * (1 - p) + self.costs[row, i + 1] * p for row in (j, j + 1))
        return np.asarray(low * (1 - q) + high * q)

    def points_of(self, places: np.ndarray, C: np.ndarray | None = None) -> np.ndarray:
        """Return where places (n, 2) of the plane stand on the stage, (n, 3): on it, or at costs of their own."""
        return self.prospect.points(places[:, 0], places[:, 1], self.at(places) if C is None else C)

    def shown(self) -> np.ndarray:
        """Return the costs that the points of the grid stand for, (grid_v, grid_u); NaN where it is not there."""
        u, v = np.meshgrid(self.u, self.v)
        seen = self.prospect.heights(self.place(self.prospect.points(u, v, self.costs)), u, v)
        first, last = self.rows
        there = (np.arange(len(self.v)) >= first) & (np.arange(len(self.v)) <= last)
        return np.where(there[:, None], seen, np.nan)

    # --- what the camera asks of a picture ----------------------------------------------

    def extent(self) -> tuple[np.ndarray, float]:
        """Return the points of the grid, and room for the rim."""
        u, v = np.meshgrid(self.u, self.v)
        return self.prospect.points(u, v, self.costs).reshape(-1, 3), 2 * LINE

    def signature(self) -> bytes:
        """Return what the painting follows from: where it is seen from too."""
        return super().signature() + repr(self.prospect).encode()

    def paint(self, canvas: Canvas) -> None:
        """Paint the part that is there, as it is seen now."""
        key = canvas.view, self.signature()
        if self._layer is None or self._layer[:2] != key:
            place = box_around(canvas.view.pixels_of(self.points), 1.0).within(canvas.view.box)
            self._layer = (*key, Layer(canvas.view, place))
            if self.rows[1] > self.rows[0]:
                self._paint(self._layer[2])
        canvas.lay(self._layer[2], self.opacity)

    def _paint(self, layer: Layer) -> None:
        at = np.concatenate([self.rows[:1], np.arange(np.floor(self.rows[0]) + 1, self.rows[1]), self.rows[1:]])
        row, share = _between(np.arange(len(self.v), dtype=float), at)
        v, C, shades = (
            part[row] + share.reshape(-1, *[1] * (part.ndim - 1)) * (part[row + 1] - part[row])
            for part in (self.v, self.costs, self._lit())
        )
        per_unit = layer.view.per_unit
        across, away = np.meshgrid(self.u, v)
        seen = self.prospect.project(across, away, C)
        points = np.empty((*C.shape, 4))
        points[..., :2] = layer.view.pixels_of(self.place(seen))
        points[..., 2] = per_unit * seen[..., 2]
        many = len(self.levels) if np.ptp(self.levels) else 0
        points[..., 3] = 1 + (C - self.levels[0]) / (self.levels[1] - self.levels[0]) if many else 0
        paint_relief(layer.pixels, points, shades, self._line, LINE * per_unit, many)

    def _lit(self) -> np.ndarray:
        """Return the colour at each point of the grid, from its height and the way that it faces."""
        steep_v, steep_u = np.gradient(self.costs * self.prospect.height / self.prospect.unit, self.v, self.u)
        lamp = LAMP / np.linalg.norm(LAMP)
        facing = (lamp[2] - steep_u * lamp[0] - steep_v * lamp[1]) / np.sqrt(1 + steep_u**2 + steep_v**2)
        lit: np.ndarray = np.clip(self._hues * (SHADOW + LIGHT * np.clip(facing, 0, 1))[..., None], 0, 255)
        return lit

    def colours_of(self, costs: np.ndarray) -> np.ndarray:
        """Return the colours of heights before light falls on them, (..., 3), 0 to 255."""
        share = ((costs - self.costs.min()) / (float(np.ptp(self.costs)) or 1.0)) ** EVENLY
        places = np.linspace(0, 1, len(self._stops))
        return np.stack([255 * np.interp(share, places, channel) for channel in self._stops.T], axis=-1)


def _between(ticks: np.ndarray, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return after which of some even ticks numbers lie, and how far on the way to the next, 0 to 1."""
    place = (at - ticks[0]) / (ticks[1] - ticks[0])
    low = np.clip(np.floor(place), 0, len(ticks) - 2).astype(int)
    return low, np.clip(place - low, 0, 1)
