"""What is true to say of weights: which of them count, and for whom (N1, N2, N6)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from netsim import Trace

INDICES = "[w_(j,k)^((l))](math) leads to neuron [j](math) of layer [l](math), from [k](math)"


def strong_weights(trace: Trace) -> dict[str, str]:
    """Return what to say of the weights into an output, from what they carry and from -dC/db of the output."""
    _, _, l, j = map(int, trace["levers/at"])
    effect, one = -float(trace["levers/dC_db"]), trace.sizes[l - 1] == 1
    name = f"[{trace.classes[j]}](focus)"
    bright = bool((trace[f"a{l - 1}"][0, 0] >= 0).all())
    most = "brightest neuron" if bright else "neuron farthest from 0"
    line_up = f"Each neuron that feeds the {name} goes"
    line = f"They stand on one straight line through 0: the same change of a weight pays most at the {most}."
    if one:
        line_up = f"The one neuron that feeds the {name} goes"
        much = "brighter" if bright else "farther from 0"
        line = f"The line on which it stands goes through 0: the {much} it is, the more its weight counts."
    if effect == 0:
        line = f"All stand at 0: just now the {name} is flat, and no weight of it counts."
    return {"line_up": line_up, "on_a_line": line, "fire_together": _together(trace, name, effect, bright)}


def likeness(trace: Trace) -> str:
    """Return the small print to "fire together, wire together": what fires there, and what here only should."""
    name, effect = trace.classes[int(trace["levers/at"][3])], -float(trace["levers/dC_db"])
    if effect == 0:
        return ""
    return f"* a saying about brain cells that do fire; here the {name} {'only should' if effect > 0 else 'should not'}"


def parameters(trace: Trace) -> dict[str, int]:
    """Return how many weights, biases, and numbers of both kinds the network has."""
    weights, biases = sum(k * j for k, j in pairwise(trace.sizes)), sum(trace.sizes[1:])
    return {"weights": weights, "biases": biases, "count": weights + biases}


def two_weights(trace: Trace) -> dict[str, str]:
    """Return what to say of the two weights that are wiggled, and of the measured cost."""
    ratio, measured = float(trace["sensitivity/ratio"]), float(trace["sensitivity/measured_ratio"])
    changes, places = trace["sensitivity/change_C"], trace["sensitivity/place"]
    count = parameters(trace)["weights"]
    fed = "by lit pixels" if trace.image_shape else "by inputs that are far from 0"
    examples = f"all {int(trace['gradient/examples']):,} examples"
    if (places[0] == places[1]).all():
        alone = "No other weight has an input that is far from 0 here and a number that is not 0."
        if not trace["sensitivity/dC_dw"][0]:
            alone = "Just now it is the same with every weight from an input that is far from 0."
        return {
            "here_they_are": f"One of the {count:,} weights, and its number in the gradient of the [cost](cost).",
            "first": f"Wiggle it, and each time measure the [cost](cost) of {examples}: {_moves(changes[0])}.",
            "second": alone,
        }
    less = "the cost barely moves" if measured > 5 else "the cost moves less" if measured > 1.1 else "it moves as well"
    return {
        "here_they_are": f"Two of the {count:,} weights, both fed {fed}. "
        f"In the gradient, without minus, the first counts {ratio:,.1f} times the second.",
        "first": f"Wiggle the first, and each time measure the [cost](cost) of {examples}: {_moves(changes[0])}.",
        "second": f"Wiggle the second just as much: {less if changes[1].any() else 'the cost does not move at all'}.",
    }


def _moves(changes: np.ndarray) -> str:
    return "it follows" if changes.any() else "it does not move"


def _together(trace: Trace, name: str, effect: float, bright: bool) -> str:
    """Return what becomes of the weights of neurons that carry much."""
    if effect == 0:
        return "So none of its weights is to change, whatever the neurons show."
    if trace.output == "softmax":
        should = f"the sum of the {name} should {'grow' if effect > 0 else 'shrink'}"
    else:
        should = f"the {name} should {'light up' if effect > 0 else 'dim'}"
    if not bright:
        return f"Where a neuron is far from 0 while {should}, the weight changes most: fire together, wire together.*"
    change = (
        "[grows](up) most: fire together, wire together.*"
        if effect > 0
        else ("[shrinks](down) most: fire together, wire together, turned round.*")
    )
    return f"Where a neuron is bright while {should}, the weight {change}"
