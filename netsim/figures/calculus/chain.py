"""Figures of the smallest network, one neuron a layer: how many numbers it has, and what its cost is."""

from __future__ import annotations

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@figure
def layers_of_chain(trace: Trace) -> int:
    """Count the layers of the chain after its input, L."""
    return len(trace["chain/W"])


@figure
def parameters_of_chain(trace: Trace) -> int:
    """Count the weights and biases of the chain: one of each a layer."""
    return 2 * len(trace["chain/W"])


@figure
def turned_by(trace: Trace) -> float:
    """Give how far each of these is turned, up and down."""
    return float(trace["threads/value"][0, -1] - trace["threads/value"][0, trace["threads/rest"][0]])


@figure
def examples_through_chain(trace: Trace) -> int:
    """Count the examples that go through the same chain, n."""
    return len(trace["several/x"])


@state("squares", "halves")
def cost_of_chain(trace: Trace) -> str:
    """Tell whether the cost of one output is the square (a - y)^2, whose slope is 2(a - y), or half of it."""
    return {2.0: "squares", 1.0: "halves"}[trace.squares.factor(1)]
