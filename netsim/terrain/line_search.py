"""Descents along a single parameter: how fast, from where, and which minima they come to."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array
from netsim.terrain.dial import Dial
from netsim.terrain.two_minima import two_minima_of

#: The learning rate, in the one with which a descent would jump to the minimum of the sharpest bend.
CAUTION = 0.6

#: How long a descent may be, and the part of the steepest slope at its start at which it has come to rest.
MOST_STEPS = 300
REST = 1e-3

#: Where descents start: so far down, from where the curve begins to fall toward a minimum, as a part of that way.
BEGIN = 0.15

#: Costs whose gap is this part of them or less are the same.
SAME = 1e-9


def rate(w: Array, C: Array) -> float:
    """Choose a learning rate, of two digits, with which no descent on the costs C (line_w,) leaps over a minimum."""
    bend = float(np.abs(np.diff(C, 2)).max()) / float(w[1] - w[0]) ** 2
    eta = float(f"{CAUTION / bend:.2g}") if bend > 0 else 1.0
    return eta if 0 < eta < np.inf else 1.0


def starts(w: Array, C: Array) -> Array:
    """Choose where two descents start on a curve of costs C (line_w,), among its places, (start,) ascending.

    One to the left of its minimum, or of both, where the slope is negative, and one to the right, where it is positive.
    Where there is no way down on one of the sides, both are as far from the ends of the range as that.
    """
    minima, last = two_minima_of(C), len(w) - 1
    outer = [_beyond(C, foot, way) for foot, way in ((minima.left, -1), (minima.right, 1))]
    if outer[0] in (minima.left, minima.right, outer[1]) or outer[1] in (minima.left, minima.right):
        outer = [round(BEGIN * last), round((1 - BEGIN) * last)]
    return np.asarray(w[outer], dtype=np.float64)


def values_through(value: float, low: float, high: float, positions: int) -> Array:
    """Divide low..high, (positions,), so that a value in it is one of the places; evenly below and above it."""
    steps = positions - 1
    if not low < value < high:
        return np.linspace(min(low, value), max(high, value), positions)
    below = int(np.clip(round(steps * (value - low) / (high - low)), 1, steps - 1))
    return np.concatenate([np.linspace(low, value, below + 1), np.linspace(value, high, steps - below + 1)[1:]])


def _beyond(C: Array, foot: int, way: int) -> int:
    """Find the place beyond a minimum, on the way up from it, from which a descent is to start."""
    side = C[foot:] if way == 1 else C[foot::-1]
    rises = np.diff(side)
    up = int(np.argmax(rises <= 0)) if np.any(rises <= 0) else len(rises)
    return foot + way * round((1 - BEGIN) * up)


def descents(dial: Dial, starting: Array, eta: float, ends: tuple[float, float]) -> Array:
    """Walk down from each start (start,) until all are at rest, or one would leave the range; (start, line_step)."""
    walk, slope = [starting], dial.slopes(starting)
    steepest = float(np.abs(slope).max())
    while len(walk) <= MOST_STEPS and np.any(np.abs(slope) > REST * steepest):
        now = walk[-1] - eta * slope
        if not np.all((now >= ends[0]) & (now <= ends[1])):
            break
        walk.append(now)
        slope = dial.slopes(now)
    return np.stack(walk, axis=1)


def distinct(w: Array, C: Array, ends: Array, ends_C: Array) -> list[int]:
    """Find the ends (start,) of descents that are minima of their own: between two of them the curve is higher.

    Of ends with no such rise between them the lowest stands for all. Ascending, as places in `ends`.
    """
    kept: list[int] = []
    for i in np.argsort(ends, kind="stable").tolist():
        if kept and not _rises_between(w, C, (ends[kept[-1]], ends[i]), max(ends_C[kept[-1]], ends_C[i])):
            kept[-1] = min(kept[-1], i, key=lambda end: float(ends_C[end]))
        else:
            kept.append(i)
    return kept


def _rises_between(w: Array, C: Array, ends: tuple[float, float], height: float) -> bool:
    between = C[(w > ends[0]) & (w < ends[1])]
    return bool(between.size and between.max() > height * (1 + SAME))
