"""What is true to say of the cost along one parameter, over a plane, and with neurons that switch (D9, D10, D13)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from netsim import Reading, Trace
from scenes.mobjects.type.number import spec_apart, spec_for
from scenes.words.numbers import Fact

SHORT = 0.5  # of the longest arrow: as long as the last one is shorter, the ground is said to get flat
NAMES = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU", "identity": "output", "softmax": "softmax"}
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
AT_REST = 0.01  # of the steepest slope: a walk that ends on a steeper one is said to be still on its way
LEVEL = 1e-9  # of the cost's extent, per unit of the axis: a slope below it is said to be none


def kind_of(trace: Trace) -> str:
    """Return what the parameter is that is turned alone."""
    return "bias" if int(trace["line/place"][0]) else "weight"


def name_of_parameter(kind: int, l: int, j: int, k: int) -> str:
    """Return a weight's or a bias's symbol, as Typst mathematics."""
    return f"b_{j}^(({l}))" if kind else f"w_({j}, {k})^(({l}))"


def spec_of_ends(curve: Reading) -> str:
    """Return the format of the numbers at the lowest and the highest place of a curve."""
    low, high = (curve[int(find(curve.value))] for find in (np.argmin, np.argmax))
    return spec_apart(low, high)


def along_one(trace: Trace) -> dict[str, Fact]:
    """Return what is true of the cost along one parameter: which way is down, and where the walks end."""
    kind, slope, costs = kind_of(trace), float(trace["line/slope"][0, 0]), trace["line/C"]
    way = "[grow](up)" if slope < 0 else "[shrink](down)"
    down = f"The curve {'falls' if slope < 0 else 'rises'} to the right, so let the {kind} {way}."
    steps = "Each step is minus the slope times a factor, [eta](math), the step size: "
    steps += "long where it is steep, short where it is flat."
    if abs(slope) <= LEVEL * float(np.ptp(costs)):
        down = "Here it is level: the slope is 0, and shows no way."
        steps = "A step in proportion to 0 is none: the walk stays where it is."
    few, step = int(trace["line/examples"]), int(trace.steps[int(trace["line/at"])])
    examples = f"{few:,} training examples" if few > 1 else "one training example"
    moment = f"after {step:,} step{'' if step == 1 else 's'} of learning" if step else "the untrained network"
    return {
        "kind": kind,
        "examples": examples,
        "over": over(few),
        "moment": moment,
        "down": down,
        "steps": steps,
        "others": _others(trace),
    }


def over_a_plane(trace: Trace) -> dict[str, Fact]:
    """Return what is true of the cost over a plane, of its gradient, and of the walk down."""
    costs, lengths = trace.reading("plane/path_C"), trace["plane/length"]
    landscape = "Now two directions; along each, many dials turn together. The [cost](cost) is a landscape."
    gradient = "The gradient [nabla C](math) points the steepest way up; its length says how steep."
    down = "So go the other way, against the gradient: a step, look again, a step."
    last, spec = len(costs) - 1, spec_for([costs], 3, sign="")
    one, two = format(costs[0], spec), format(costs[last], spec)
    short = lengths[-1] < SHORT * lengths.max()
    flat = (
        "The flatter the ground, the shorter the arrow and the step."
        if short
        else "Each step is as long as the arrow says."
    )
    flat += f" In {last:,} steps the [cost](cost) goes from {one} to {two}."
    if last == 0:
        down = "The other way, against the gradient, is the steepest way down."
        flat = "Here the walk has no step: it stays where it starts."
    if not lengths.any():
        gradient = "Just now the gradient is 0: from here no way leads up or down."
        down, flat = (
            "So minus the gradient is 0 too, and so is each step.",
            "On level ground the walk stays where it is.",
        )
    measured = f"{over(int(trace['plane/examples']))}, around {_network_at(trace, int(trace['plane/at']))}"
    return {"landscape": landscape, "measured": measured, "gradient": gradient, "down": down, "flat": flat}


def over(examples: int) -> str:
    """Return what is said after C of a cost over some examples."""
    return f"over {examples:,} example{'' if examples == 1 else 's'}"


def _network_at(trace: Trace, t: int) -> str:
    """Return what the network at a recorded moment is called."""
    step = int(trace.steps[t])
    if step and t == len(trace.steps) - 1:
        return "the trained network"
    return f"the network after {step:,} step{'' if step == 1 else 's'}" if step else "the untrained network"


def smooth_or_not(trace: Trace) -> dict[str, Fact]:
    """Return what is true of the cost along a line with the lesson's function, and with neurons that switch."""
    levels = int(trace["stairs/levels"])
    function, places = NAMES[trace.hidden if trace.L > 1 else trace.output], len(trace["stairs/w"])
    what, switched = "[cost](cost)", "along it, with switches"
    scales = "each cost has a scale of its own"
    if trace.cost_name != "quadratic":  # of outputs that are 0 or 1 the cross-entropy has no measure
        what, switched = "number of wrong outputs", "wrong outputs per example along it, with switches"
        scales = "each upright axis has a scale of its own"
    if min(trace["stairs/C"].min(), trace["stairs/smooth_C"].min()) > 0:
        scales += ", which does not begin at 0"
    smooth = f"The {function} has no jumps, so the [cost](cost) has none"
    smooth += ": its slope shows the way down." if np.ptp(trace["line/C"]) else "."
    each = "Now let each neuron be a switch: 0 or 1, nothing in between."
    if levels == 1:
        switch = f"{each} The {what} stays the same everywhere."
        no_way = (
            f"At all {places:,} places it is exactly equal: on [level](focus) ground the slope is 0, and shows no way."
        )
    else:
        switch = f"{each} The {what} becomes a staircase."
        heights = NUMBERS[levels] if levels < len(NUMBERS) else f"{levels:,}"
        no_way = f"{heights} heights, [flat](focus) between jumps: there the slope is 0 and shows no way."
    same = f"{over(int(trace['line/examples']))}, along the same line as before"
    return {
        "function": function,
        "same": same,
        "switched": switched,
        "scales": scales,
        "smooth": smooth,
        "switch": switch,
        "no_way": no_way,
    }


def level_stretches(trace: Trace) -> list[range]:
    """Return the stretches of places, each in a row, at which the cost with switching neurons is exactly equal."""
    changes = np.flatnonzero(np.diff(trace["stairs/C"]))
    ends = [-1, *map(int, changes), len(trace["stairs/C"]) - 1]
    stretches = [range(before + 1, end + 1) for before, end in pairwise(ends)]
    return [stretch for stretch in stretches if len(stretch) > 1]


def valley_of(trace: Trace, start: int) -> int:
    """Return at which of the minima a walk ends."""
    return int(np.argmin(np.abs(trace["line/minima"] - trace["line/walk"][start, -1])))


def other_valley(trace: Trace) -> int | None:
    """Return the first of the minima at which a walk from another start ends; None if all end at one."""
    ends = [valley_of(trace, start) for start in range(len(trace["line/starts"]))]
    return next((end for end in ends if end != ends[0]), None)


def _others(trace: Trace) -> str:
    """Return where the walks from other starts end."""
    if not np.ptp(trace["line/C"]):
        return "From any other start it is the same: along this line the cost never changes."
    other = other_valley(trace)
    if other is None:
        same = "Another start leads into the same valley: along this line there is only one."
        slopes = np.abs(trace["line/slope"])
        if slopes[:, -1].max() <= AT_REST * slopes.max():
            return same
        many = slopes.shape[1] - 1
        return f"{same} Where it is nearly flat, the way is long: not every walk is there after {many:,} steps."
    costs = trace.reading("line/minima_C")
    one, two = costs[valley_of(trace, 0)], costs[other]
    spec = spec_apart(one, two)
    instead = f"at a [cost](cost) of {format(two, spec)} instead of {format(one, spec)}"
    return f"Another start can end in another valley, {instead}. A walk down finds a valley, not always the lowest."
