"""Where one stands before a landscape: the projection of a plane with heights onto the stage.

Seen along the ground it is a plot of one row of heights; turned and lifted it is a landscape seen from the side.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Self

import numpy as np

STEEPNESS = 0.5  # how high a landscape is seen, from its lowest to its highest, in sides of its ground
AZIMUTH, ELEVATION = 48.0, 31.0  # of a landscape, in degrees: where one sees into it
STEEP = 48.0  # the same elevation where the room is higher than wide: more of it is seen
NEARNESS = 0.7  # how much larger it is seen in front, over its side


@dataclass(frozen=True)
class Prospect:
    """A projection; all of it may change evenly into another one.

    Attributes
    ----------
    u, v, C
        What of the landscape stands at (x, y): the place around which it is turned.
    x, y
        In scene units.
    unit, height
        Scene units for a unit of u or v, and for a unit of C.
    azimuth, elevation
        In degrees: how far the landscape is turned about the upright, and how far one looks down on it; at 0 and 0
        u goes to the right, v goes away, and C goes up.
    nearness
        How much larger things get with each scene unit that they are nearer, 0 for not at all.
    """

    u: float
    v: float
    C: float
    x: float
    y: float
    unit: float
    height: float
    azimuth: float = 0.0
    elevation: float = 0.0
    nearness: float = 0.0

    @classmethod
    def of(
        cls, u: np.ndarray, v: np.ndarray, C: np.ndarray, room: tuple[float, float, float, float], turn: float = 0.0
    ) -> Self:
        """Return the prospect that shows a landscape as large as it has room for, so that one sees into it.

        Parameters
        ----------
        u, v, C
            The ticks of its grid, and its heights (grid_v, grid_u).
        room
            left, bottom, right, top.
        turn
            How much farther it is turned than at first, in degrees.
        """
        side = max(np.ptp(u), np.ptp(v))
        lower_left = C[0, 0] <= C[0, -1]  # the corner in front is the lower one of the two
        azimuth = (AZIMUTH if lower_left else -AZIMUTH) + turn
        height = STEEPNESS * side / (float(np.ptp(C)) or 1.0)
        middle = float(u.mean()), float(v.mean()), float(C.min())
        left, bottom, right, top = room
        elevation = STEEP if top - bottom > right - left else ELEVATION
        seen = cls(*middle, 0.0, 0.0, 1.0, height, azimuth, elevation, NEARNESS / side)
        across, away = np.meshgrid(u, v)
        points = seen.points(across, away, C).reshape(-1, 3)
        low, high = points.min(axis=0), points.max(axis=0)
        unit = min((right - left) / (high[0] - low[0]), (top - bottom) / (high[1] - low[1]))
        x, y, _ = np.array([(left + right) / 2, (bottom + top) / 2, 0.0]) - unit * (low + high) / 2
        return cls(*middle, float(x), float(y), unit, unit * height, azimuth, elevation, NEARNESS / side / unit)

    def project(self, u: np.ndarray, v: np.ndarray, C: np.ndarray) -> np.ndarray:
        """Return x and y on the stage and the distance away from it, in scene units, (..., 3), of places at heights."""
        across, away, up = self._turned(u, v), self._turned(u, v, 90.0), self.height * (C - self.C)
        sine, cosine = self._slant
        far, high = away * cosine - up * sine, away * sine + up * cosine
        larger = 1 / (1 + self.nearness * far)
        return np.stack([self.x + larger * across, self.y + larger * high, far], axis=-1)

    def points(self, u: np.ndarray, v: np.ndarray, C: np.ndarray) -> np.ndarray:
        """Return where places at heights are on the stage: (..., 3)."""
        points = self.project(u, v, C)
        points[..., 2] = 0
        return points

    def heights(self, points: np.ndarray, u: np.ndarray, v: np.ndarray) -> np.ndarray:
        """Return the C that points (..., 2 or more) of the stage stand for, if their places are known."""
        away, y = self._turned(u, v, 90.0), points[..., 1] - self.y
        sine, cosine = self._slant
        up = (y * (1 + self.nearness * away * cosine) - away * sine) / (cosine + self.nearness * y * sine)
        return np.asarray(self.C + up / self.height)

    def places(self, points: np.ndarray, C: np.ndarray) -> np.ndarray:
        """Return the places (n, 2) that points (n, 2 or more) of the stage stand for, if their heights are known."""
        x, y, up = points[:, 0] - self.x, points[:, 1] - self.y, self.height * (C - self.C)
        sine, cosine = self._slant
        away = (y * (1 - self.nearness * up * sine) - up * cosine) / (sine - self.nearness * y * cosine)
        across = x * (1 + self.nearness * (away * cosine - up * sine))
        turn = np.radians(self.azimuth)
        u = across * np.cos(turn) + away * np.sin(turn)
        v = away * np.cos(turn) - across * np.sin(turn)
        return np.column_stack([self.u + u / self.unit, self.v + v / self.unit])

    def between(self, other: Prospect, share: float) -> Prospect:
        """Return the prospect on the way to another one."""
        return Prospect(*[(1 - share) * a + share * b for a, b in zip(astuple(self), astuple(other), strict=True)])

    @property
    def _slant(self) -> tuple[float, float]:
        """Sine and cosine of the elevation."""
        slant = np.radians(self.elevation)
        return float(np.sin(slant)), float(np.cos(slant))

    def _turned(self, u: np.ndarray, v: np.ndarray, more: float = 0.0) -> np.ndarray:
        """Return how far places lie to the right, or, turned by 90 degrees more, away."""
        turn = np.radians(self.azimuth - more)
        return np.asarray(self.unit * ((u - self.u) * np.cos(turn) - (v - self.v) * np.sin(turn)))
