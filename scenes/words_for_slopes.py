"""What is true to say of the cost along one parameter, over a plane, and with neurons that switch (D9, D10, D13)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from netsim import Reading, Trace
from scenes.choices import highest
from scenes.mobjects.number import spec_apart, spec_for
from scenes.stage import Fact
from scenes.words_for_weights import parameters

SHORT = 0.5  # of the longest arrow: as long as the last one is shorter, the ground is said to get flat
NAMES = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU", "identity": "output", "softmax": "softmax"}
AT_REST = 0.01  # of the steepest slope: a walk that ends on a steeper one is said to be still on its way
LEVEL = 1e-9  # of the cost's extent, per unit of the axis: a slope below it is said to be none


def kind_of(trace: Trace) -> str:
    """Return what the parameter is that is turned alone."""
    return "bias" if int(trace["line/place"][0]) else "weight"


def name_of_parameter(kind: int, l: int, j: int, k: int) -> str:
    """Return a weight's or a bias's symbol, as Typst mathematics."""
    return f"b_{j}^(({l}))" if kind else f"w_({j},{k})^(({l}))"


def spec_of_ends(curve: Reading) -> str:
    """Return the format of the numbers at the lowest and the highest place of a curve."""
    low, high = (curve[int(find(curve.value))] for find in (np.argmin, np.argmax))
    return spec_apart(low, high)


def along_one(trace: Trace) -> dict[str, Fact]:
    """Return what is true of the cost along one parameter: which way is down, and where the walks end."""
    kind, slope, costs = kind_of(trace), float(trace["line/slope"][0, 0]), trace["line/C"]
    way = "[grow](up)" if slope < 0 else "[shrink](down)"
    down = f"It {'falls' if slope < 0 else 'rises'} to the right: so let the {kind} {way}."
    steps = "Take a step in proportion to the slope, and look again: "
    steps += "a long one where it is steep, a short one where it is flat."
    if abs(slope) <= LEVEL * float(np.ptp(costs)):
        down = "Here it is level: the slope is 0, and shows no way."
        steps = "A step in proportion to 0 is none: the walk stays where it is."
    few, step = int(trace["line/examples"]), int(trace.steps[int(trace["line/at"])])
    examples = f"{few:,} training examples" if few > 1 else "one training example"
    moment = f"after {step:,} step{'' if step == 1 else 's'} of learning" if step else "the untrained network"
    return {
        "kind": kind,
        "examples": examples,
        "moment": moment,
        "down": down,
        "steps": steps,
        "others": _others(trace),
    }


def over_a_plane(trace: Trace) -> dict[str, Fact]:
    """Return what is true of the cost over a plane, of its gradient, and of the walk down."""
    grid, count = trace["plane/C"].size, parameters(trace)["count"]
    costs, lengths = trace.reading("plane/path_C"), trace["plane/length"]
    landscape = f"Now turn all {count:,} dials, but only along two directions. "
    landscape += f"The [cost](cost) is a landscape, measured at {grid:,} places."
    gradient = "At each place the gradient points the steepest way up. Its length is how steep it is."
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
    few = int(trace["plane/examples"])
    measured_on = f"[cost](cost) of {few:,} training example{'' if few == 1 else 's'}"
    return {"landscape": landscape, "measured_on": measured_on, "gradient": gradient, "down": down, "flat": flat}


def step_by_step(trace: Trace) -> dict[str, Fact]:
    """Return what the run of gradient descent was made of, what became of the cost, and of the followed example."""
    cost, last = trace.reading("cost"), len(trace["cost"]) - 1
    spec = spec_for([cost], 3, sign="")
    updates = int(trace["run_steps"][-1])
    plan = trace.header["recipe"].get("training", {})
    each = f"each with the gradient of {_batch(trace, plan)}"
    kept = ", and with a part of the step before" if plan.get("momentum") else ""
    falls = "falls" if float(cost[last]) < float(cost[0]) else "goes"
    run = f"{updates:,} such steps, {each}{kept}: the [cost](cost) {falls} from {format(cost[0], spec)} "
    run += f"to {format(cost[last], spec)}."
    return {"run": run, "star": _star(trace)}


def _batch(trace: Trace, plan: dict[str, Any]) -> str:
    """Return of how many examples at a time a step takes the gradient."""
    whole = plan.get("method") == "full_batch" or int(trace["run_steps"][1]) == 1
    size = int(plan.get("batch", 0))
    return "all examples" if whole else "one example" if size == 1 else f"{size:,} examples at a time"


def _star(trace: Trace) -> str:
    """Return what became of the followed example's own output."""
    L, label, end = trace.L, trace.label(0), len(trace.steps) - 1
    star = f"[{trace.classes[label]}](focus)"
    first, last = trace.reading(f"a{L}", 0, 0), trace.reading(f"a{L}", end, 0)
    values, loudest = np.asarray(last.value), highest(last)
    sign = "the brightest of all" if loudest == label else f"but the {trace.classes[loudest]} is brighter"
    if values[label] == values[loudest] and (values == values[label]).sum() > 1:
        sign = "as bright as others"
    if end == 0:
        return f"For this example the output of the {star} is {last[label]:.2f}, {sign}."
    before, after = f"{first[label]:.2f}", f"{last[label]:.2f}"
    course = f"went from {before} to {after}" if before != after else f"is {after} as it was"
    return f"Nothing else was done. For this example the output of the {star} {course}, {sign}."


def smooth_or_not(trace: Trace) -> dict[str, Fact]:
    """Return what is true of the cost along a line with the lesson's function, and with neurons that switch."""
    levels, flat = int(trace["stairs/levels"]), trace.reading("stairs/flat")
    function, places = NAMES[trace.hidden if trace.L > 1 else trace.output], len(trace["stairs/w"])
    what, switched = "[cost](cost)", "[C](cost) along it, with switches"
    if trace.cost_name != "quadratic":  # of outputs that are 0 or 1 the cross-entropy has no measure
        what, switched = "number of wrong outputs", "wrong outputs per example along it, with switches"
    smooth = (
        f"The {function} of a neuron changes without a jump. So does the [cost](cost): its slope shows the way down."
    )
    if not np.ptp(trace["line/C"]):
        smooth = f"The {function} of a neuron changes without a jump, and so does the [cost](cost)."
    each = "Now let each neuron be a switch: 0 or 1, nothing in between."
    if levels == 1:
        switch = f"{each} The {what} stays the same everywhere."
        no_way = (
            f"At all {places:,} places it is exactly equal: on [level](focus) ground the slope is 0, and shows no way."
        )
    else:
        switch = f"{each} The {what} becomes a staircase."
        no_way = f"It has {levels:,} heights, and {float(flat):.1%} of neighbouring places are exactly equal. "
        no_way += "On a [stair](focus) the slope is 0, and shows no way."
    return {"function": function, "switched": switched, "smooth": smooth, "switch": switch, "no_way": no_way}


def level_stretches(trace: Trace) -> list[range]:
    """Return the stretches of places, each in a row, at which the cost with switching neurons is exactly equal."""
    changes = np.flatnonzero(np.diff(trace["stairs/C"]))
    ends = [-1, *map(int, changes), len(trace["stairs/C"]) - 1]
    stretches = [range(before + 1, end + 1) for before, end in pairwise(ends)]
    return [stretch for stretch in stretches if len(stretch) > 1]


def valley_of(trace: Trace, start: int) -> int:
    """Return at which of the minima a walk ends."""
    return int(np.argmin(np.abs(trace["line/minima"] - trace["line/walk"][start, -1])))


def _others(trace: Trace) -> str:
    """Return where the walks from other starts end."""
    ends = [valley_of(trace, start) for start in range(len(trace["line/starts"]))]
    if not np.ptp(trace["line/C"]):
        return "From any other start it is the same: along this line the cost never changes."
    other = next((end for end in ends if end != ends[0]), None)
    if other is None:
        same = "Another start leads into the same valley: along this line there is only one."
        slopes = np.abs(trace["line/slope"])
        if slopes[:, -1].max() <= AT_REST * slopes.max():
            return same
        many = slopes.shape[1] - 1
        return f"{same} Where it is nearly flat, the way is long: not every walk is there after {many:,} steps."
    costs = trace.reading("line/minima_C")
    one, two = costs[ends[0]], costs[other]
    spec = spec_apart(one, two)
    instead = f"at a [cost](cost) of {format(two, spec)} instead of {format(one, spec)}"
    return f"Another start can end in another valley, {instead}. A walk down finds a valley, not always the lowest."
