"""What the plane of two inputs shows: how the ground is lit, where the answer changes, which example is wrong long."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from netsim.figures.descent.round_numbers import round_numbers
from netsim.figures.registry import figure, state
from netsim.trace.features import Feature
from netsim.trace.trace import Trace

AT_THE_END = 1 / 20  # of the moments
MOST_LINES = 6  # of hidden neurons: more could not be followed
CONTOURS = 6  # lines of equal answers at most, where answers are numbers


@state("two", "several", "numbers")
def kinds_of_answers(trace: Trace) -> str:
    """Tell two classes from several, and classes from numbers."""
    return "numbers" if not trace.classes else "two" if len(trace.classes) == 2 else "several"


@figure
def ground(trace: Trace, moment: int) -> np.ndarray:
    """Give how the ground is lit, (rows, columns): the output of the second of two classes; of several the largest.

    Where answers are numbers it is the first of them.
    """
    a, last = trace["boundary/a"][moment], len(trace.classes) - 1
    return np.asarray(a.max(axis=-1) if last > 1 else a[..., min(max(last, 0), a.shape[-1] - 1)])


@figure
def edges_of_answers(trace: Trace, moment: int) -> np.ndarray:
    """Give what is 0 where the answer changes, (lines, rows, columns): how far the outputs are from a tie.

    Of two classes one line, of several one around each; where answers are numbers a line for each of some answers.
    """
    a = trace["boundary/a"][moment].astype(float)
    if trace.answers.middle is not None:
        return np.asarray(a[None, ..., 0] - trace.answers.middle)
    if not trace.classes:
        low, high = trace["boundary/a"][..., 0].min(), trace["boundary/a"][..., 0].max()
        return np.asarray(a[None, ..., 0] - np.linspace(low, high, CONTOURS + 2)[1:-1, None, None])
    lines = []
    for j in range(1 if len(trace.classes) == 2 else 0, len(trace.classes)):
        lines.append(a[..., j] - np.delete(a, j, axis=-1).max(axis=-1))
    return np.array(lines)


@state("late", "still", "never")
def wrong_long(trace: Trace) -> str:
    """Tell whether an example that is shown becomes right late; or else one is wrong to the end; or none ever is."""
    wrong = _wrong(trace)
    if (_last_wrong(wrong)[~wrong[-1]] >= 0).any():
        return "late"
    return "still" if wrong[-1].any() else "never"


@figure
def last_to_be_right(trace: Trace) -> int:
    """Give the example of boundary/x that is wrong at most moments: of those that are right in the end, or of all.

    One that comes right in the last twentieth of the moments is taken only where there is no other.
    """
    wrong = _wrong(trace)
    last, many = _last_wrong(wrong), wrong.sum(axis=0)
    ends_right = ~wrong[-1] & (last >= 0)
    in_time = ends_right & (last < (1 - AT_THE_END) * len(wrong))
    return int(np.where(next((some for some in (in_time, ends_right) if some.any()), True), many, -1).argmax())


@figure
def right_from(trace: Trace) -> int:
    """Give after how many updates it is right for good; all of them, if it never is."""
    last = int(_last_wrong(_wrong(trace))[int(float(last_to_be_right(trace)))])
    return int(trace["boundary/steps"][min(last + 1, len(trace["boundary/steps"]) - 1)])


@figure
def neurons_with_lines(trace: Trace) -> np.ndarray:
    """Give where in boundary/neurons those stand whose lines are drawn: of those that cross the plane the heaviest."""
    start, end = np.moveaxis(trace["boundary/lines"][-1], 1, 0)
    return np.flatnonzero((start != end).any(axis=1))[:MOST_LINES]


@figure
def lines_drawn(trace: Trace) -> int:
    """Count the neurons of layer 1 whose lines are drawn."""
    return len(np.asarray(neurons_with_lines(trace).value))


@state("meet", "apart")
def lines_meeting(trace: Trace) -> str:
    """Tell whether any two of the lines that are drawn meet on the plane."""
    drawn = np.asarray(neurons_with_lines(trace).value)
    lines = trace["boundary/lines"][-1][drawn]
    return "meet" if any(_cross(one, other) for one, other in combinations(lines, 2)) else "apart"


def _cross(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two segments, (2, 2), cross: each has the ends of the other on both its sides."""
    return _parted(one, other) and _parted(other, one)


def _parted(line: np.ndarray, ends: np.ndarray) -> bool:
    along, (first, second) = line[1] - line[0], ends - line[0]
    return bool((along[0] * first[1] - along[1] * first[0]) * (along[0] * second[1] - along[1] * second[0]) <= 0)


@state("seen", "none")
def lines_at_first(trace: Trace) -> str:
    """Tell whether the untrained network changes its answer anywhere on the plane, or reaches one of equal answers."""
    edges = np.asarray(edges_of_answers(trace, 0).value)
    above = (edges > 0).reshape(len(edges), -1)
    return "seen" if (above.any(axis=1) & ~above.all(axis=1)).any() else "none"


@figure
def first_answer(trace: Trace) -> int:
    """Give the class that the untrained network says at most places of the plane."""
    a = trace["boundary/a"][0]
    said = trace.answers.said(a.reshape(-1, a.shape[-1]))
    return int(np.bincount(said).argmax())


@figure
def ticks_of_plane(trace: Trace, k: int) -> np.ndarray:
    """Give the round numbers along input k that lie on the plane, in the units of the table if there is one."""
    one = _feature(trace, k)
    low, high = sorted(one.shift + one.scale * trace["boundary/ends"][:, k])
    return round_numbers(low, high, 10.0**-one.decimals)


@figure
def places_of_ticks(trace: Trace, k: int) -> np.ndarray:
    """Give what the network is shown for each of them."""
    one = _feature(trace, k)
    return np.asarray((np.asarray(ticks_of_plane(trace, k).value) - one.shift) / one.scale)


def _feature(trace: Trace, k: int) -> Feature:
    """Give what is known of an input; without a table it is a number as it is."""
    return trace.features[k] if trace.features else Feature(f"x_{k}")


def _wrong(trace: Trace) -> np.ndarray:
    """Give which examples are wrong at each moment, (moments, examples)."""
    return np.asarray(trace["boundary/said"] != trace["boundary/label"])


def _last_wrong(wrong: np.ndarray) -> np.ndarray:
    """Give the last moment at which each is wrong, -1 if it never is."""
    moments = np.arange(len(wrong))[:, None]
    return np.asarray(np.where(wrong, moments, -1).max(axis=0))
