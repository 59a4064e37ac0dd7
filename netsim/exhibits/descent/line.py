"""The line exhibit: the cost along one real parameter, and descents along it from several starts."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.terrain.dial import Dial
from netsim.terrain.two_minima import Wells, wells_of

Arrays = dict[str, Array]

#: Places of the grid.
POINTS = 241

#: The learning rate, in the one with which a descent would jump to the minimum of the sharpest bend.
CAUTION = 0.6

#: How long a descent may be, and the part of the steepest slope at its start at which it has come to rest.
MOST_STEPS = 300
REST = 1e-3

#: Where descents start: so far from the top between two minima, in distances of these from it; and beyond them
#: where the curve is as high as there, or so far down where it begins to rise.
BESIDE = 0.2
BEGIN = 0.15

#: Costs whose gap is this part of them or less are the same.
SAME = 1e-9


def record_line(subject: Subject) -> Arrays:
    """Make the line/ group: the mean cost of the first training examples along one parameter, all others staying.

    line/place (4,) is the parameter: 0 for a weight or 1 for a bias, layer, j, and k (0 for a bias);
    line/at the recorded step, counted from 0, whose network it is of. It was found as one with two clear minima.
    line/value is where that network stands, line/x (line_example, n_0) and line/label (line_example,) are the
    line/examples examples. line/C (line_w,) are their mean costs where the parameter is line/w (line_w,): an even
    grid, with line/value and line/starts (start,) among its places.

    line/walk (start, line_step) are descents from line/starts: each value is the one before less the learning rate
    line/eta times line/slope (start, line_step), the derivative dC/dw; line/walk_C (start, line_step) are the
    costs there. line/minima (minimum,), ascending, and line/minima_C (minimum,) are the ends that they come to.
    """
    found = subject.found
    dial = found.dial
    even = np.linspace(*found.range, POINTS)
    eta, starting = rate(even, dial.costs(even)), starts(even, dial.costs(even))
    walk = descents(dial, starting, eta, found.range)
    w = np.unique([*even, dial.value, *starting])
    C = dial.costs(w)
    walk_C = np.stack([dial.costs(way) for way in walk])
    ends = distinct(w, C, walk[:, -1], walk_C[:, -1])
    x, label = subject.few
    kept = {
        "place": np.array(dial.place),
        "at": np.array(found.at),
        "examples": np.array(len(x)),
        "x": x,
        "label": label,
        "value": np.array(dial.value),
        "w": w,
        "C": C,
        "eta": np.array(eta),
        "starts": starting,
        "walk": walk,
        "walk_C": walk_C,
        "slope": np.stack([dial.slopes(way) for way in walk]),
        "minima": walk[ends, -1],
        "minima_C": walk_C[ends, -1],
    }
    return {f"line/{name}": array for name, array in kept.items()}


def rate(w: Array, C: Array) -> float:
    """Choose a learning rate, of two digits, with which no descent on the costs C (line_w,) leaps over a minimum."""
    bend = float(np.abs(np.diff(C, 2)).max()) / float(w[1] - w[0]) ** 2
    eta = float(f"{CAUTION / bend:.2g}") if bend > 0 else 1.0
    return eta if 0 < eta < np.inf else 1.0


def starts(w: Array, C: Array) -> Array:
    """Choose where descents start, (start,), ascending: on both sides of each minimum of a curve of costs C (line_w,).

    Where there is no way down on one side of a single minimum, or on neither, others lie between.
    """
    wells = wells_of(C)
    outer = [
        float(w[at])
        for foot, way in ((wells.left, -1), (wells.right, 1))
        if (at := _beyond(C, wells, foot, way)) != foot
    ]
    if wells.clear > 0:
        top = w[wells.top]
        inner = [top + BESIDE * (w[minimum] - top) for minimum in (wells.left, wells.right)]
        return np.unique([*outer, *inner])
    if len(outer) < 2:
        outer = [w[0] + part * (w[-1] - w[0]) for part in (BEGIN, 1 - BEGIN)]
    return np.unique(outer)


def _beyond(C: Array, wells: Wells, foot: int, way: int) -> int:
    """Find the place beyond a minimum, on the way up from it, from which a descent is to start."""
    side = C[foot:] if way == 1 else C[foot::-1]
    rises = np.diff(side)
    up = int(np.argmax(rises <= 0)) if np.any(rises <= 0) else len(rises)
    high = np.flatnonzero(side[: up + 1] >= C[wells.top]) if wells.clear > 0 else np.array([], int)
    return foot + way * int(min([round((1 - BEGIN) * up), *high[:1]]))


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
