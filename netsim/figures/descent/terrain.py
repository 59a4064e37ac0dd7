"""The cost along one parameter, over a plane, and with neurons that switch: which way is down, and where walks end."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: Of the cost's extent, per unit of the axis: a slope below it is said to be none.
LEVEL = 1e-9

#: Of the steepest slope: a walk that ends on a steeper one is said to be still on its way.
AT_REST = 0.01

#: Of the first gradient: a walk that ends on a shorter one has come to rest; and of the heights of the landscape, from
#: its lowest point up: where it then is in a minimum.
ALL_BUT_LEVEL = 0.02
LOWEST = 0.02

#: Of the longest gradient: as long as the last one is shorter, the ground is said to get flat.
SHORT = 0.5


@state("falls", "rises", "level")
def first_slope(trace: Trace) -> str:
    """Tell where the curve goes to the right of where the first walk starts."""
    slope = float(trace["line/slope"][0, 0])
    if abs(slope) <= LEVEL * float(np.ptp(trace["line/C"])):
        return "level"
    return "falls" if slope < 0 else "rises"


@state("level", "one", "same", "two")
def valleys(trace: Trace) -> str:
    """Tell where the walks from all starts end.

    The curve is level and there is no valley; or all end in one, which is the only one there is along the line, or
    not; or they end in two or more.
    """
    C = trace["line/C"]
    if not np.ptp(C):
        return "level"
    if other_valley(trace) is not None:
        return "two"
    ways = np.sign(np.diff(C))
    turns = np.diff(ways[ways != 0])
    return "one" if len(turns[turns != 0]) == 1 and ways[ways != 0][0] < 0 else "same"


@state("there", "on_the_way")
def walks(trace: Trace) -> str:
    """Tell whether every walk along the line has come to rest."""
    slopes = np.abs(trace["line/slope"])
    return "there" if slopes[:, -1].max() <= AT_REST * slopes.max() else "on_the_way"


@figure
def steps_on_the_line(trace: Trace) -> int:
    """Count the steps of each walk along the line."""
    return len(trace["line/walk"][0]) - 1


def valley_of(trace: Trace, start: int) -> int:
    """Find at which of the minima, an index of line/minima, the walk from a start ends."""
    return int(np.argmin(np.abs(trace["line/minima"] - trace["line/walk"][start, -1])))


def other_valley(trace: Trace) -> int | None:
    """Find the first of the minima at which a walk from another start ends; None if all end at one."""
    ends = [valley_of(trace, start) for start in range(len(trace["line/starts"]))]
    return next((end for end in ends if end != ends[0]), None)


@state("level", "no_step", "flattens", "even")
def ground(trace: Trace) -> str:
    """Tell what the walk over the plane finds: level ground, no step, ever flatter ground, or all about as steep."""
    lengths = trace["plane/length"]
    if not lengths.any():
        return "level"
    if len(lengths) == 1:
        return "no_step"
    return "flattens" if lengths[-1] < SHORT * lengths.max() else "even"


@state("minimum", "level", "on_the_way")
def rests(trace: Trace) -> str:
    """Tell where the walk over the plane ends: in the landscape's lowest part, on other level ground, or on a slope."""
    lengths, C = trace["plane/length"], trace["plane/C"]
    if lengths[-1] > ALL_BUT_LEVEL * lengths[0]:
        return "on_the_way"
    above = trace["plane/path_C"][-1] - C.min()
    return "minimum" if above <= LOWEST * np.ptp(C) else "level"


def row_of_the_network(trace: Trace) -> int:
    """Find the row of the plane that goes through the network, an index of plane/v."""
    return int(np.argmin(np.abs(trace["plane/v"] - trace["plane/value"][1])))


@figure
def steps_on_the_plane(trace: Trace) -> int:
    """Count the steps of the walk over the plane."""
    return len(trace["plane/path"]) - 1


@figure
def places_on_the_stairs(trace: Trace) -> int:
    """Count the places along the line at which the cost is measured with neurons that switch."""
    return len(trace["stairs/w"])


@state("from_0", "above_0")
def upright_axes(trace: Trace) -> str:
    """Tell whether both costs, with the lesson's function and with switches, stay above 0."""
    return "above_0" if min(trace["stairs/C"].min(), trace["line/C"].min()) > 0 else "from_0"


def level_stretches(trace: Trace) -> list[range]:
    """Find the stretches of places, each in a row, at which the cost with switching neurons is exactly equal."""
    changes = np.flatnonzero(np.diff(trace["stairs/C"]))
    ends = [-1, *map(int, changes), len(trace["stairs/C"]) - 1]
    stretches = [range(before + 1, end + 1) for before, end in pairwise(ends)]
    return [stretch for stretch in stretches if len(stretch) > 1]
