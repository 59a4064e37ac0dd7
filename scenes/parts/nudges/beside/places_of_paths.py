"""Where the paths of some sums stand: side by side, or one under the other; and the names beside their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manim import RIGHT

from scenes.look.measures import gap
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone

NAMES, PATH = 1, 4  # shares of the width: the names of who asks, and each path
OVER = gap.large + gap.medium  # from one path down to another that stands under it: the words over that have room
CLOSEST = gap.small  # from row to row at least, where one path stands under another
BARS = gap.large  # so much room have the bars of a path at least, where it stands beside another
WIDEST = 1 / 3  # the names there at most, as a share of the width
CLOSE = 4 / 5  # a name is as high as this share of the room from row to row at most


@dataclass(frozen=True)
class PathPlace:
    """Where a path stands.

    Parameters
    ----------
    room
        Of its rows.
    beside
        The room beside them for names; None where those of another path are theirs.
    many
        How many rows there are.
    under
        Whether it is one of some that stand one under the other.
    """

    room: Zone
    beside: Zone | None
    many: int
    under: bool

    @property
    def rows(self) -> list[float]:
        """The heights of the rows."""
        return [row.y for row in self.room.rows(*[1] * self.many)]

    @property
    def pitch(self) -> float:
        """How far apart they stand."""
        return self.room.height / self.many

    def put_head(self, head: Words, y: float) -> Words:
        """Put the words over it on a height: at its right, before the words that follow; at its left, if none do."""
        left = self.beside.left if self.beside else self.room.left
        free = min(gap.large, self.room.right - left - float(head.width))
        self.room.stand(head, y)
        away = left - head.get_left()[0] if self.under else min(0, self.room.right - free - head.get_right()[0])
        return head.shift(away * RIGHT)


def places_of(zone: Zone, heads: Sequence[Words], names: Sequence[Words], number: float) -> list[PathPlace]:
    """Return where paths stand with words over them, and with so many rows: of all of them, or of the first alone.

    Beside their rows there is room for the names, if the paths can spare it.

    Parameters
    ----------
    number
        How wide what each comes to is, with gaps, in scene units.
    """
    many, widest = len(names), max(float(name.width) for name in names) + gap.small
    ways = [zone.columns(NAMES, *[PATH] * len(heads))]
    high_enough = max(float(name.height) for name in names) < zone.height / many
    if high_enough and ways[0][0].width < widest < WIDEST * zone.width:
        ways.insert(0, zone.columns(widest, *[(zone.width - widest) / len(heads)] * len(heads)))
    for beside, *rooms in ways:
        widths = [rooms[0].right - zone.left, *[room.width for room in rooms[1:]]]  # the first reaches over the names
        fits = all(float(head.width) <= width - gap.small for head, width in zip(heads, widths, strict=True))
        if len(heads) == 1 or (fits and rooms[0].width - number >= BARS):
            return [PathPlace(room, None if i else beside, many, under=False) for i, room in enumerate(rooms)]
    widest = min(widest, WIDEST * zone.width)
    blocks = zone.rows(*[1] * len(heads), gap=OVER)
    if blocks[0].height < CLOSEST * many:
        (beside, room), under = zone.columns(NAMES, PATH), False
        return [PathPlace(room, beside, many, under)]
    halves = [block.columns(widest, block.width - widest) for block in blocks]
    return [PathPlace(room, beside, many, under=True) for beside, room in halves]


def names_beside(places: Sequence[PathPlace], names: Sequence[Words]) -> list[Words]:
    """Return the names beside the rows of paths, made smaller where rows are close; none where they have no room."""
    rooms = [(place.beside, place.rows) for place in places if place.beside]
    smaller = min(1, *(CLOSE * places[0].pitch / float(name.height) for name in names))
    fits = max(float(name.height) for name in names) < places[0].pitch
    if not fits or smaller * max(float(name.width) for name in names) >= rooms[0][0].width:
        return []
    put = []
    for beside, rows in rooms:
        for name, y in zip(names, rows, strict=True):
            put.append(name.copy().scale(smaller).move_to((beside.x, 0, 0)).level_with(y))
    return put
