"""What passes a grid: values slide in over it and down through its rows, and what a row makes of them comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from manim import Group, Mobject, Scene, VGroup, linear

from scenes.camera.in_place import InPlace
from scenes.look.measures import level
from scenes.mobjects.network.edge_grid import EdgeGrid

NARROW = 2 / 5  # share of the way before and after the place where a square is narrowed
STEP = 3 / 2  # rows that a row is read for: the next begins before


class ReadRows(InPlace):
    """Let copies of what stands over a grid slide down through it; each row is bright while they pass.

    Parameters
    ----------
    grid
        The grid, flat or turned: its rows are read as they lie.
    above
        What stands over its columns, left to right; it stays there.
    arrive
        Called with the number of a row and how far what comes out of it has come, 0 to 1.
    turned
        Whether the grid has turned: its rows are the columns of its values.
    """

    def __init__(
        self,
        grid: EdgeGrid,
        above: Iterable[Mobject],
        arrive: Callable[[int, float], None],
        turned: bool,
        **kwargs: Any,
    ) -> None:
        self.grid, self.arrive, self.turned = grid, arrive, turned
        self.above, self.sliding = list(above), Group(*[one.copy() for one in above])
        self.rows = grid.shape[1 if turned else 0]
        super().__init__(grid, rate_func=linear, introducer=True, **kwargs)

    def _setup_scene(self, scene: Scene) -> None:
        scene.add(self.sliding)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Take the copies away."""
        self.interpolate_mobject(1)
        scene.remove(self.sliding)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show a moment: where the copies are, which row is read, and what has come out."""
        at = alpha * (self.rows + STEP) - 1  # the row that they are in
        down = self.grid.cell * np.array([0, -min(at + 1, self.rows), 0])
        for one, copy in zip(self.above, self.sliding, strict=True):
            copy.move_to(one.get_center() + down)
            copy.set_opacity(float(np.clip(self.rows + 1 - at - 1, 0, 1)))
        rows = np.arange(self.rows)
        near = np.clip(1 - np.abs(at - rows) / STEP, 0, 1)
        levels = level.back + (1 - level.back) * np.maximum(near, np.clip(at - rows, 0, 1) * level.back)
        if alpha == 1:
            levels = np.ones(self.rows)
        self.grid.set_level(levels if self.turned else levels[:, None])
        for row in rows:
            self.arrive(int(row), float(np.clip((at - row) / STEP + 1 / 2, 0, 1)))


class Fill(InPlace):
    """Let the cells of a grid come about, from right to left and row by row; they flare as they come.

    Parameters
    ----------
    come
        Cells that have come before, (J, K) of bool.
    coming
        Those that come now; by default all others.
    flaring
        The row that flares; by default all do.
    """

    def __init__(
        self,
        grid: EdgeGrid,
        come: np.ndarray,
        coming: np.ndarray | None = None,
        flaring: int | None = None,
        **kwargs: Any,
    ) -> None:
        rows, columns = grid.shape
        self.grid, self.come = grid, come.astype(float)
        self.coming = ~come if coming is None else coming
        grid.flaring = np.array([[float(flaring in (None, j))] * columns for j in range(rows)])
        places = np.arange(rows)[:, None] / rows + (columns - 1 - np.arange(columns)) / columns
        self.starts = places / places.max() / 2 if places.max() else places
        super().__init__(grid, rate_func=linear, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show how far each cell has come."""
        grown = (alpha - self.starts) / (1 - self.starts.max())
        self.grid.set_grown(np.where(self.coming, grown, self.come))


class Multiply(InPlace):
    """Let each square of a column slide past that of another, and be narrowed there: it has become their product.

    Parameters
    ----------
    products
        The squares as they are at last, with their readings; they begin as, and where, the ``factors`` are.
    way
        From a factor to its product, (3,).
    """

    def __init__(self, factors: VGroup, products: VGroup, way: np.ndarray, **kwargs: Any) -> None:
        self.factors, self.products, self.way = factors, products, way
        self.starts = [factor.get_center() for factor in factors]
        super().__init__(products, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show a moment: narrowed in the middle of the way, where the other factor stands."""
        share = self.rate_func(alpha)
        narrowed = float(np.clip((share - NARROW) / (1 - 2 * NARROW), 0, 1))
        for product, factor, start in zip(self.products, self.factors, self.starts, strict=True):
            product.move_to(start + share * self.way).glide(factor.reading, narrowed)


class Wither(InPlace):
    """Let the cells of a grid dwindle away."""

    def __init__(self, grid: EdgeGrid, **kwargs: Any) -> None:
        self.grid = grid
        super().__init__(grid, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show how much is left."""
        self.grid.set_grown(1 - self.rate_func(alpha))
