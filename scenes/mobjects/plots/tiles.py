"""Tiles that travel: one for each of a great many examples, as one picture."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, VMobject, linear

from scenes.look.theme import Theme

STRIDE = 0.618  # of their number: so far in front of it the next in a shuffled pack has stood
UNDERWAY = 0.35  # of a deal, the time that a tile takes


class Tiles(VMobject):
    """Small squares at given places.

    Parameters
    ----------
    places
        (many, 2), their middles.
    side
        Of a square, in scene units.
    """

    def __init__(self, places: np.ndarray, side: float, theme: Theme, role: str = "dim") -> None:
        super().__init__(stroke_width=0, fill_opacity=1, fill_color=theme.of(role))
        corners = np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0), (-1, -1, 0)]) / 2
        self._square = VMobject().set_points_as_corners(corners).points
        self.put(places, side)

    def put(self, places: np.ndarray, side: float) -> Tiles:
        """Let them stand at other places, as large as is said."""
        self.places, self.side = np.asarray(places, dtype=float), side
        flat = np.column_stack([self.places, np.zeros(len(self.places))])
        self.points = (flat[:, None] + side * self._square).reshape(-1, 3)
        return self

    def travel(self, places: np.ndarray, side: float, turns: np.ndarray | None = None, **kwargs: Any) -> Animation:
        """Return the animation in which they go to other places and become another size.

        They go all at once, or as their ``turns`` come, 0 to 1 for each.
        """
        return _Travel(self, places, side, turns, **kwargs)


class _Travel(Animation):
    """Let tiles go from where they stand to other places."""

    def __init__(self, tiles: Tiles, places: np.ndarray, side: float, turns: np.ndarray | None, **kwargs: Any) -> None:
        self._tiles, self._to, self._sides = tiles, np.asarray(places, dtype=float), (tiles.side, side)
        self._turns = np.zeros(len(self._to)) if turns is None else np.asarray(turns, dtype=float)
        self._takes = 1.0 if turns is None else UNDERWAY
        super().__init__(tiles, rate_func=linear, **kwargs)

    def begin(self) -> None:
        self._from, self._sides = self._tiles.places.copy(), (self._tiles.side, self._sides[1])
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        begun = self._turns * (1 - self._takes)
        gone = np.clip((alpha - begun) / self._takes, 0, 1)[:, None]
        shares = gone**2 * (3 - 2 * gone)  # off and on gently
        side = (1 - alpha) * self._sides[0] + alpha * self._sides[1]
        self._tiles.put((1 - shares) * self._from + shares * self._to, side)


def shuffled(places: np.ndarray) -> np.ndarray:
    """Return the same places in another order: the same one every time, and no neighbour beside its neighbour."""
    many = len(places)
    stride = next(step for step in range(max(1, int(STRIDE * many)), many + 1) if np.gcd(step, many) == 1)
    return places[np.arange(many) * stride % many]
