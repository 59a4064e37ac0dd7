"""A deal: a tile for each example, shuffled in one pack and dealt out into mini-batches."""

from __future__ import annotations

from itertools import chain
from math import ceil, sqrt

import numpy as np
from manim import Animation, VGroup

from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.plots.tiles import Tiles, shuffled
from scenes.stage.zones import Zone

PITCH = gap.small  # from tile to tile in a pack, at most
PILE = 3 / 4 * gap.large  # in a mini-batch, at most
BETWEEN = 1  # from mini-batch to mini-batch, in tiles
SIDE = 4 / 5  # of a tile, as a share of the room that it has


class Deal(VGroup):
    """The tiles of some mini-batches.

    Parameters
    ----------
    many, size
        How many tiles there are, and how many make a mini-batch; the last may have fewer.
    told
        How many mini-batches are spoken of one by one.
    start, pack, tables
        The zones where they come from, of the pack, and of the mini-batches: where they are dealt, and where they are
        gathered later.

    Attributes
    ----------
    first
        The tiles of the mini-batches that are spoken of, and last of all the others.
    """

    def __init__(
        self, many: int, size: int, told: int, start: Zone, pack: Zone, tables: tuple[Zone, Zone], theme: Theme
    ) -> None:
        self.many, self.size = many, size
        self.batch = np.arange(many) // size
        self.parts = [np.flatnonzero(self.batch == i) for i in range(told)] + [np.flatnonzero(self.batch >= told)]
        self.packed, source = (_block(many, room, PITCH) for room in (pack, start))
        self.mixed, self.to, self.gathered = (shuffled(self.packed), *(self.dealt(table) for table in tables))
        self.first = [Tiles(source[part], _side(source), theme) for part in self.parts]
        super().__init__(*self.first)

    def pack(self) -> list[Animation]:
        """Return the animations in which they come out of where they start, as one pack."""
        return self._to(self.packed)

    def mix(self) -> list[Animation]:
        """Return the animations in which the pack is shuffled."""
        return self._to(self.mixed)

    def deal(self) -> list[Animation]:
        """Return the animations in which one mini-batch after the other is dealt."""
        return self._to(self.to, self.batch / max(1, self.batch[-1]))

    def gather(self) -> list[Animation]:
        """Return the animations in which the mini-batches move together."""
        return self._to(self.gathered)

    def _to(self, places: np.ndarray, turns: np.ndarray | None = None) -> list[Animation]:
        side = _side(places) if places is not self.mixed else self.first[0].side
        return [
            tiles.travel(places[part], side, None if turns is None else turns[part])
            for tiles, part in zip(self.first, self.parts, strict=True)
            if len(part)
        ]

    def dealt(self, room: Zone) -> np.ndarray:
        """Return the places of the tiles in their mini-batches, (many, 2)."""
        count = int(self.batch[-1]) + 1
        across = ceil(sqrt(self.size))
        down = ceil(self.size / across)
        wide, high = across + BETWEEN, down + BETWEEN
        columns = max(1, min(count, ceil(sqrt(count * room.width / wide / (room.height / high)))))
        rows = ceil(count / columns)
        pitch = min(PILE, room.width / (columns * wide), room.height / (rows * high))
        cells = chain(*room.of_size(columns * wide * pitch, rows * high * pitch).grid(rows, columns))
        blocks = [_block(self.size, cell, pitch) for cell, _ in zip(cells, range(count), strict=False)]
        return np.concatenate(blocks)[: self.many]


def _block(many: int, room: Zone, pitch: float) -> np.ndarray:
    """Return the places of so many tiles in rows in the middle of a zone, row by row."""
    across = ceil(sqrt(many * min(2, room.width / room.height))) if many > 2 else many
    down = ceil(many / across)
    pitch = min(pitch, room.width / across, room.height / down)
    cells = chain(*room.of_size(across * pitch, down * pitch).grid(down, across))
    return np.array([cell.center[:2] for cell, _ in zip(cells, range(many), strict=False)])


def _side(places: np.ndarray) -> float:
    """Return how large tiles are, from how far the first two are apart; one alone has the room of one in a pack."""
    return SIDE * (float(np.linalg.norm(places[1] - places[0])) if len(places) > 1 else PITCH)
