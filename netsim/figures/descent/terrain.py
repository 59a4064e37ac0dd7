"""The cost along one parameter, over a plane, and with neurons that switch: which way is down, and where walks end."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from netsim.figures.registry import figure, state
from netsim.terrain.dial_search import lit
from netsim.trace.trace import Trace

#: Of the cost's extent, per unit of the axis: a slope below it is said to be none.
LEVEL = 1e-9

#: Of the steepest slope: a walk that ends on a steeper one is said to be still on its way.
AT_REST = 0.01

#: Of the first gradient: a walk that ends on a shorter one has come to rest; and of the heights of the landscape, from
#: its lowest point up: where it then is in a minimum.
ALL_BUT_LEVEL = 0.02
LOWEST = 0.02

#: Of the length of a line: two places that are nearer to one another are near.
NEAR = 0.1

#: A part of the stairs that is looked at from near is one of so many; places of a tread of it, on the average.
PARTS, TREAD = 12, 9

#: Of the longest gradient: as long as the last one is shorter, the ground is said to get flat.
SHORT = 0.5


@state("negative", "positive", "level")
def slope_at(trace: Trace, start: int) -> str:
    """Tell the sign of the slope of the cost along the dial where one of the descents starts."""
    slope = float(trace["line/slope"][start, 0])
    if abs(slope) <= LEVEL * float(np.ptp(trace["line/C"])):
        return "level"
    return "negative" if slope < 0 else "positive"


@state("both", "level", "other")
def slopes_at_the_starts(trace: Trace) -> str:
    """Tell whether the cost falls to the right at the left start and rises at the right one, as in a valley."""
    signs = [str(slope_at(trace, start)) for start in (0, 1)]
    if signs == ["negative", "positive"]:
        return "both"
    return "level" if signs == ["level", "level"] else "other"


@state("near", "away")
def where_it_rests(trace: Trace) -> str:
    """Tell whether the training left the dial near one of the minima along it, as seen on the whole line."""
    w = trace["line/w"]
    return "near" if np.abs(trace["line/minima"] - trace["line/value"]).min() <= NEAR * np.ptp(w) else "away"


def lit_inputs(trace: Trace) -> list[int]:
    """List the inputs of the star that are lit: a dial leads from one of these."""
    return lit(trace["x"][0])


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
    """Tell whether every walk along the line has come to rest, and none would leave the line with its next step."""
    w, slopes = trace["line/w"], trace["line/slope"]
    following = trace["line/walk"][:, -1] - trace["line/eta"] * slopes[:, -1]
    inside = bool(np.all((following >= w[0]) & (following <= w[-1])))
    return "there" if inside and np.abs(slopes[:, -1]).max() <= AT_REST * np.abs(slopes).max() else "on_the_way"


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


def level_stretches(trace: Trace) -> list[range]:
    """Find the stretches of places, each in a row, at which the cost with switching neurons is exactly equal."""
    changes = np.flatnonzero(np.diff(trace["stairs/C"]))
    ends = [-1, *map(int, changes), len(trace["stairs/C"]) - 1]
    stretches = [range(before + 1, end + 1) for before, end in pairwise(ends)]
    return [stretch for stretch in stretches if len(stretch) > 1]


def part_with_treads(trace: Trace) -> range:
    """Find the part of the stairs, one in so many of their places, that shows its treads best.

    Its treads are long enough to be seen, and of all such parts the cost changes most in it; where none has such
    treads, it is the part with the fewest jumps.
    """
    steps = np.abs(np.diff(trace["stairs/C"]))
    many = len(steps) // PARTS
    jumps, gone = (np.convolve(some, np.ones(many), "valid") for some in (steps > 0, steps))
    wide = (jumps > 0.5) & (jumps * TREAD <= many)
    start = int(np.argmax(np.where(wide, gone, -1.0))) if wide.any() else int(np.argmin(jumps))
    return range(start, start + many + 1)
