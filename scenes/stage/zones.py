"""Zones: rectangles of the frame that are divided, filled and written in; the only places that scenes know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Protocol, Self, TypedDict, TypeVar

import numpy as np
from manim import ORIGIN, Mobject

HEAD = 0.42  # from a zone's upper edge down to the line that a head stands on: over it a fraction has room
FOOT = 0.38  # from a picture's lower end down to the zone's
NOTE, MIDDLE = 0.15, 0.085  # from there up to the line of a note; from that up to the middle of its letters
SHOULDER = 0.3  # from the line of a head down to the picture: descenders and a gap


class Line(Protocol):
    """A line of type: it can be moved, and stands on a height."""

    def get_critical_point(self, direction: Any, /) -> Any:
        """Return the middle of a side."""

    def shift(self, *vectors: Any) -> Self:
        """Move by a way."""

    def stand_on(self, y: float) -> Self:
        """Let its letters stand on a height."""


M = TypeVar("M", bound=Mobject)
L = TypeVar("L", bound=Line)


class Sides(TypedDict):
    """A zone as keyword arguments, for pictures that are given their room so."""

    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True)
class Zone:
    """A rectangle of the frame, in scene units.

    It is divided by shares (:meth:`rows`, :meth:`columns`, :meth:`grid`), narrowed by gaps (:meth:`inset`), and
    things are put in it by alignment (:meth:`put`, :meth:`fit`, :meth:`stand`). A zone that holds a picture has
    lines for what is written around it: ``head`` over it, ``note`` and ``legend`` under it.
    """

    left: float
    right: float
    bottom: float
    top: float
    type: float = 1.0  # how many times as large as usual its type is: heads and notes have more room then

    # --- size and points ----------------------------------------------------------------

    @property
    def width(self) -> float:
        """Extent from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Extent from bottom to top."""
        return self.top - self.bottom

    @property
    def x(self) -> float:
        """The middle, across."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """The height of the middle."""
        return (self.bottom + self.top) / 2

    @property
    def center(self) -> np.ndarray:
        """The middle, as a point of manim's."""
        return self.at(ORIGIN)

    @property
    def sides(self) -> Sides:
        """The four edges by name."""
        return {"left": self.left, "right": self.right, "bottom": self.bottom, "top": self.top}

    def at(self, align: np.ndarray) -> np.ndarray:
        """Return the middle of a side, a corner (``UL``) or the middle (``ORIGIN``), as a point of manim's."""
        way = np.sign(align[:2])
        return np.array([self.x + way[0] * self.width / 2, self.y + way[1] * self.height / 2, 0.0])

    # --- dividing -----------------------------------------------------------------------

    def rows(self, *weights: float, gap: float = 0) -> tuple[Zone, ...]:
        """Divide by shares of the height, the uppermost first; ``gap`` scene units are left between two.

        Raises
        ------
        ValueError
            If there is no row, a share is not above 0, or the gaps leave no room.
        """
        ends = _ends(weights, self.height, gap, "rows")
        return tuple(replace(self, bottom=self.top - low, top=self.top - high) for high, low in ends)

    def columns(self, *weights: float, gap: float = 0) -> tuple[Zone, ...]:
        """Divide by shares of the width, the leftmost first; ``gap`` scene units are left between two.

        Raises
        ------
        ValueError
            If there is no column, a share is not above 0, or the gaps leave no room.
        """
        ends = _ends(weights, self.width, gap, "columns")
        return tuple(replace(self, left=self.left + start, right=self.left + end) for start, end in ends)

    @property
    def upright(self) -> bool:
        """Whether it is higher than wide, so that what stands side by side elsewhere is stacked in it."""
        return self.height > self.width

    def split(self, *weights: float, gap: float = 0) -> tuple[Zone, ...]:
        """Divide into columns, or into rows where it is upright; raises what these do."""
        return self.rows(*weights, gap=gap) if self.upright else self.columns(*weights, gap=gap)

    def grid(self, rows: int, columns: int, gap: float = 0) -> tuple[tuple[Zone, ...], ...]:
        """Divide into cells of one size, row by row."""
        return tuple(row.columns(*[1] * columns, gap=gap) for row in self.rows(*[1] * rows, gap=gap))

    def inset(self, by: float = 0, *, left: float = 0, right: float = 0, bottom: float = 0, top: float = 0) -> Zone:
        """Return the zone that is left inside a gap at all sides, and more at some of them."""
        across = {"left": self.left + by + left, "right": self.right - by - right}
        return replace(self, bottom=self.bottom + by + bottom, top=self.top - by - top, **across)

    def of_size(self, width: float, height: float, align: np.ndarray = ORIGIN) -> Zone:
        """Return a zone of a size inside this one, at a side, a corner or the middle."""
        x, y, _ = self.at(align) - np.sign(align) * np.array([width, height, 0]) / 2
        return Zone(x - width / 2, x + width / 2, y - height / 2, y + height / 2, self.type)

    # --- lines --------------------------------------------------------------------------

    @property
    def head(self) -> float:
        """The height on which a head over the picture stands."""
        return self.top - HEAD * self.type

    @property
    def picture(self) -> Zone:
        """The zone between head and note."""
        return replace(self, bottom=self.bottom + FOOT * self.type, top=self.head - SHOULDER * self.type)

    @property
    def legend(self) -> float:
        """The height of the middle of a legend, which has no baseline: its words stand as a note does."""
        return self.note + MIDDLE * self.type

    @property
    def note(self) -> float:
        """The height on which a note under the picture stands."""
        return self.bottom + NOTE * self.type

    # --- filling ------------------------------------------------------------------------

    def put(self, mobject: M, align: np.ndarray = ORIGIN) -> M:
        """Move something to a side, a corner or the middle, and return it."""
        return mobject.move_to(self.at(align), aligned_edge=align)

    def holds(self, mobject: Mobject) -> bool:
        """Whether something is no larger than the zone."""
        return bool(mobject.width <= self.width and mobject.height <= self.height)

    def fit(self, mobject: M, align: np.ndarray = ORIGIN) -> M:
        """Make something smaller if it is larger than the zone, put it there, and return it."""
        sizes = ((self.width, float(mobject.width)), (self.height, float(mobject.height)))
        return self.put(mobject.scale(min(1, *[room / size for room, size in sizes if size > 0])), align)

    def stand(self, line: L, on: float, align: np.ndarray = ORIGIN) -> L:
        """Let a line of type stand on a height, left, right or in the middle, and return it."""
        x = self.at(align)[0] - line.get_critical_point(np.sign(align))[0]
        return line.shift((x, 0, 0)).stand_on(on)

    def hold(self, mobject: M) -> M:
        """Move something sideways, as little as is needed for it to be inside, and return it; it begins inside."""
        mobject.shift((min(0, self.right - float(mobject.get_right()[0])), 0, 0))
        return mobject.shift((max(0, self.left - float(mobject.get_left()[0])), 0, 0))


def _ends(weights: Sequence[float], extent: float, gap: float, what: str) -> list[tuple[float, float]]:
    """Return where each share of an extent starts and ends, from its first edge."""
    room = extent - gap * (len(weights) - 1)
    if not weights or min(weights) <= 0:
        raise ValueError(f"{what} are shares above 0, one or more of them; got {weights}.")
    if room <= 0:
        raise ValueError(f"{len(weights)} {what} with gaps of {gap} do not fit in {extent:.2f} scene units.")
    unit = room / sum(weights)
    starts = accumulate(weights, lambda start, weight: start + weight * unit + gap, initial=0.0)
    return [(start, start + weight * unit) for start, weight in zip(starts, weights, strict=False)]
