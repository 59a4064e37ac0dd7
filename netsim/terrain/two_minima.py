"""Curves with two minima: how clear they are, and the window in which one sees them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import combinations

import numpy as np

from netsim.functions import Array

#: How much higher than between the minima the walls are shown, in depths of the deeper minimum; and how much of a
#: single minimum's walls, as a part of their height: so much that it does not become a needle.
WALL = 0.25
MOST = 0.7

#: How deep the shallower of two minima is at least that one sees on an axis from 0, as a part of the height between.
VISIBLE = 0.03

#: What part of the depth of its lowest point a curve may change by where it counts as level.
LEVEL = 0.02

#: What part of the window is added on both sides.
MARGIN = 0.02


@dataclass(frozen=True)
class TwoMinima:
    """The clearest two minima of a curve, as places on its grid, or the lowest point of one that has not two.

    Attributes
    ----------
    left, right
        The minima; the same place, if there is one.
    top
        The highest place between them.
    clear
        The depth of the shallower one, by that of the curve's lowest point and by the height of the curve
        between them: 0 if there is one minimum.
    """

    left: int
    right: int
    top: int
    clear: float


def two_minima_of(C: Array) -> TwoMinima:
    """Find the clearest two minima of a curve of costs (grid,)."""
    lowest = int(np.argmin(C))
    best = TwoMinima(lowest, lowest, lowest, 0.0)
    dips = np.flatnonzero((C[1:-1] < C[:-2]) & (C[1:-1] <= C[2:])) + 1
    for left, right in combinations(dips.tolist(), 2):
        top = left + int(np.argmax(C[left : right + 1]))
        walls = C[: left + 1].max() - C[left], C[right:].max() - C[right]
        shallow = min(C[top] - max(C[left], C[right]), *walls)
        deep = C[top] - C.min()
        clear = float(shallow / deep * shallow / C[top])
        if clear > best.clear and shallow >= VISIBLE * C[top]:
            best = TwoMinima(left, right, top, clear)
    return best


def bowl(C: Array) -> float:
    """Rate how clear a single minimum of a curve (grid,) is: its depth below the lower end, as a part of that."""
    end = float(min(C[0], C[-1]))
    return (end - float(C.min())) / end if end > 0 else 0.0


def window(w: Array, C: Array, minima: TwoMinima, value: float) -> tuple[float, float]:
    """Choose the part of a curve, costs C at the ascending w (grid,), that shows its minima and holds a value.

    Beyond a minimum it goes on to the height of the walls, of a single one to most of their height, or to where
    nothing happens any more. The ends are numbers of two digits, if they are far enough apart for that.
    """
    between = float(C[minima.top] - C.min())
    ends = []
    for way, at in ((-1, minima.left), (1, minima.right)):
        side = C[at::way]
        rise = float(side.max() - side[0])
        one = side[0] + MOST * rise, rise
        wall, all_of_it = (C[minima.top] + WALL * between, between) if minima.clear > 0 else one
        level = np.abs(side - side[-1]) <= LEVEL * all_of_it
        flat = len(side) - int(np.argmin(level[::-1])) if not level.all() else 0
        reached = np.flatnonzero(side >= wall)
        ends.append(float(w[at + way * min([flat, len(side) - 1, *reached[:1].tolist()])]))
    left, right = min(*ends, value), max(*ends, value)
    room = MARGIN * (right - left) if right > left else 1.0
    return rounded_out(left - room, right + room)


def rounded_out(low: float, high: float) -> tuple[float, float]:
    """Give the ends of a range, rounded to two digits of its width, so that all of it lies between them."""
    step = Decimal(10) ** (Decimal(high - low).adjusted() - 1)
    return float((Decimal(low) / step).to_integral(ROUND_FLOOR) * step), float(
        (Decimal(high) / step).to_integral(ROUND_CEILING) * step
    )
