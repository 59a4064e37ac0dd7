"""Where the grid of a layer lies, flat and turned, and what comes in over it and goes out right of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.look.measures import gap
from scenes.mobjects.network.neuron import PITCH_LIMIT
from scenes.stage.zones import Zone

LABEL = 2 * gap.large  # room left of what comes in, for its name in type of the usual size
MADE = 3  # columns that are made of the turned grid, right of it
FEWEST, MOST = 5 / 2, 4  # cells from one of them to the next


@dataclass(frozen=True)
class Lying:
    """A grid as it lies, with rows and columns of cells of one size.

    Attributes
    ----------
    corner
        Its upper left corner, (2,).
    cell
        The side of a cell, in scene units.
    rows, columns
        How many there are.
    """

    corner: np.ndarray
    cell: float
    rows: int
    columns: int
    apart: float = FEWEST

    def over(self, column: float) -> np.ndarray:
        """Return the place over a column where something comes in, (3,)."""
        return np.asarray(self._at(column + 1 / 2, 1 / 2) + (0, gap.small, 0))

    def beside(self, row: float, further: float = 0) -> np.ndarray:
        """Return the place right of a row where something goes out, (3,), and places so many cells further."""
        return np.asarray(self._at(self.columns + 1 / 2 + further, -row - 1 / 2) + (gap.small, 0, 0))

    def made(self, row: float, column: float) -> np.ndarray:
        """Return the place of a row, (3,), in a column of what is made of the grid: 1 is the first."""
        return self.beside(row, column * self.apart)

    def _at(self, across: float, up: float) -> np.ndarray:
        return np.array([*(self.corner + self.cell * np.array([across, up])), 0])


def lie_flat(room: Zone, rows: int, columns: int, names: float) -> Lying:
    """Return how a grid lies in a room with a line over it, and names so wide right of all."""
    label = LABEL * room.type
    across = (room.width - label - names - 2 * gap.small) / (columns + 2)
    cell = min(PITCH_LIMIT, across, room.height / (rows + 1))
    return Lying(np.array([room.left + label, room.top - cell - gap.small]), cell, rows, columns)


def lie_turned(room: Zone, rows: int, columns: int) -> Lying:
    """Return how a grid lies when it has turned, with room for columns of what is made of it."""
    label = LABEL * room.type
    across = room.width - label - gap.small
    cell = min(PITCH_LIMIT, across / (columns + MADE * FEWEST + 2), room.height / (rows + 1))
    apart = min(MOST, (across / cell - columns - 2) / MADE)
    return Lying(np.array([room.left + label, room.top - cell - gap.small]), cell, rows, columns, apart)
