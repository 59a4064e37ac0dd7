"""What is true to say of the chain rule in a network of many neurons (K11 to K13)."""

from __future__ import annotations

from netsim import Trace
from scenes.words.numbers import Fact


def chain_with_indices(trace: Trace, j: int, k: int) -> dict[str, Fact]:
    """Return what to say of the way, the factors and the sign of the derivative by w_jk of the last layer."""
    slope = float(trace.reading(f"one/dC_dW{trace.L}", j, k))
    raising = "raises" if slope > 0 else "lowers"
    meaning = f"raising it {raising} the cost." if slope else "just now the cost does not answer to it."
    way = "the sum [z](math) of its own output" if trace.output == "softmax" else "its own output"
    return {"way": way, "factors": _factors(trace), "k": k, "output": trace.classes[j], "meaning": meaning}


def _factors(trace: Trace) -> str:
    carried, entropy = "the activation that it carries", trace.cost_name == "cross_entropy"
    if trace.output == "softmax":
        rest = (
            "and the [error](cost): with this cost, no more is left of it"
            if entropy
            else "and what that sum does to [every output’s error](cost)"
        )
        return f"{carried}, {rest}."
    error = "and [what this cost makes of the error](cost)" if entropy else "and [twice the error](cost)"
    return f"{carried}, the output’s slope, {error}."


def paths_to_the_cost(trace: Trace, most: int) -> dict[str, Fact]:
    """Return what to say of the paths from one activation to the cost, of which at most so many are drawn."""
    outputs = trace.sizes[-1]
    adding = "Every path has a product of its own, and they add up: each bar starts where the last one ended."
    if outputs == 1:
        adding = "There is but one path here, and its product is all."
    if outputs > most:
        adding = "Every path has a product of its own, and they add up; those that are not shown are in the sum too."
    factors = "the weight, the slope of the output, and how much the [cost](cost) answers to it"
    if trace.output == "softmax":
        factors = "the weight, and how much the [cost](cost) answers to the output’s sum [z](math)"
    return {
        "every": "the output" if outputs == 1 else "every output",
        "each": "it" if outputs == 1 else "every output",
        "paths": "one path" if outputs == 1 else f"{outputs:,} paths",
        "factors": f"Along a path the factors multiply: {factors}.",
        "adding": adding,
    }


def deltas_going_back(trace: Trace) -> dict[str, Fact]:
    """Return what to say of the recursion one layer earlier, if there is one."""
    knows = "othing in it knows that it stands next to the outputs"
    if trace.L == 2:
        return {"earlier": f"N{knows}: with more hidden layers it would be the same for each."}
    next_one = "the layer before it is next: for this [neuron](focus), by the same formula"
    return {"earlier": f"With all deltas of this layer known, {next_one}."}
