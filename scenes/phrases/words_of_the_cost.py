"""What is true to say of a lesson's cost: of one example, of all, and of what it depends on (D6 to D8)."""

from __future__ import annotations

import numpy as np

from netsim import Reading, Trace
from scenes.mobjects.type.number import fine_spec
from scenes.phrases.words_for_weights import parameters
from scenes.words.numbers import Fact

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NEAR = 0.1  # an output this near to what was wanted of it is said to be near


def moment_of(trace: Trace, t: int) -> str:
    """Return how far the training is at a recorded moment."""
    steps = int(trace.steps[t])
    return f"after {steps:,} step{'' if steps == 1 else 's'} of learning" if steps else "untrained"


def state_of(trace: Trace, t: int) -> str:
    """Return how far the training is at a recorded moment, to one who does not know yet what a step is."""
    if not trace.steps[t]:
        return "untrained"
    return "after learning" if t == len(trace.steps) - 1 else "after some learning"


def cost_of_one(trace: Trace) -> dict[str, Fact]:
    """Return how wrong one output is, how its cost adds up, and what becomes of it by the last recorded moment."""
    label = trace.label(0)
    return {
        "a_label": trace.reading(f"a{trace.L}", 0, 0, label),
        "judged": _judged(trace),
        "added": _added(trace),
        "later": _later(trace),
    }


def _judged(trace: Trace) -> str:
    if trace.cost_name == "quadratic":
        return "Take the difference, and square it: too much counts as badly as too little, and far off counts most."
    return "This lesson takes minus its logarithm: the nearer to 0 it is, the more that costs."


def _added(trace: Trace) -> str:
    n, whose = len(trace.classes), "the [cost](cost) [C_0](math) of this example."
    if trace.cost_name == "quadratic":
        many = COUNTS[n] if n < len(COUNTS) else f"{n:,}"
        return f"The same at every output: the {many} squares add up to {whose}"
    if trace.output == "softmax":
        return f"The other outputs add nothing of their own, so this is {whose}"
    return f"The others cost more the nearer they are to 1. All {n} add up to one number: {whose}"


def _later(trace: Trace) -> str:
    """Return what the same example costs at the last recorded moment."""
    later = "The same example after learning (how it learns comes next):"
    first, last = trace.reading("C", 0, 0), trace.reading("C", len(trace.steps) - 1, 0)
    if len(trace.steps) == 1:
        return "Were every output what was wanted of it, this would be 0."
    if float(last) >= float(first):
        if f"{last:.4f}" == f"{first:.4f}":
            return f"{later} its [cost](cost) is still {last:.3f}."
        return f"{later} its [cost](cost) has not fallen, but goes {said(first, last)}."
    gap = float(np.abs(trace["terms/gap"][1]).max())
    near = "every output is near its target" if gap < NEAR else "the outputs are better"
    return f"{later} {near}, and its [cost](cost) falls, {said(first, last)}."


def two_machines(trace: Trace) -> dict[str, Fact]:
    """Return what goes into the network and into the cost, and what becomes of it if one dial is turned."""
    count, inputs, outputs = parameters(trace)["count"], trace.sizes[0], trace.sizes[-1]
    what = "pixels" if trace.image_shape else "numbers"
    costs, spec = trace.reading("sensitivity/C", 0), spec_of_turn(trace)
    one, other = sorted((format(costs[end], spec) for end in (0, len(costs) - 1)), reverse=True)
    start = format(costs[len(costs) // 2], spec)
    turn = f"Turn one dial a little, and the number changes: from {start} to {one} one way, to {other} the other way."
    if not trace["sensitivity/change_C"][0].any():
        turn = "Turn one dial a little: just now the number stays as it is. Not every dial counts at every moment."
    return {
        "count": count,
        "network": f"The network is a machine: {inputs:,} {what} go in, {outputs} numbers come out, "
        f"and {count:,} dials inside decide which.",
        "cost": f"The [cost](cost) is a machine too: here all {count:,} dials go in. "
        "The examples stay inside, and one number comes out.",
        "turn": turn,
    }


def spec_of_turn(trace: Trace) -> str:
    """Return the format in which one sees how the cost changes while a dial is turned a little."""
    change = trace.reading("sensitivity/change_C", 0)
    return fine_spec([change[0], change[len(change) - 1]], sign="")


def said(first: Reading, last: Reading) -> str:
    """Return from what to what a cost goes, with digits that tell the two apart as far as four decimals do."""
    digits = 3 if f"{first:.3f}" != f"{last:.3f}" and float(f"{last:.3f}") else 4
    return f"from {first:.{digits}f} to {last:.{digits}f}"
