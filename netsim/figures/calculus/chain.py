"""Figures of the smallest network, one neuron a layer: how many numbers it has, and what its cost is."""

from __future__ import annotations

import numpy as np

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
def smaller_by(trace: Trace) -> int:
    """Give how many times smaller w^(L), turned far, is drawn, to have room where it is turned by 1; it is whole."""
    turn = SIX.index("w3")
    near = [trace["threads/value"][turn], trace["threads/z"][turn, :, -1], trace["threads/a"][turn, :, -1]]
    values = np.concatenate([[0, 1], *near, trace["threads/C"][turn]])
    return int(np.ceil(np.ptp(trace["threads/far_value"]) / np.ptp(values)))


@figure
def examples_through_chain(trace: Trace) -> int:
    """Count the examples that go through the same chain, n."""
    return len(trace["several/x"])


@state("squares", "halves")
def cost_of_chain(trace: Trace) -> str:
    """Tell whether the cost of one output is the square (a - y)^2, whose slope is 2(a - y), or half of it."""
    return {2.0: "squares", 1.0: "halves"}[trace.squares.factor(1)]


#: The chain's six numbers, from its input on.
SIX = [f"{kind}{l}" for l in (1, 2, 3) for kind in "wb"]


@state(*SIX)
def answers_most(trace: Trace) -> str:
    """Tell to which of the chain's six numbers its cost answers most."""
    return SIX[int(np.argmax(_sizes(trace)))]


@state(*SIX)
def answers_least(trace: Trace) -> str:
    """Tell to which of the chain's six numbers its cost answers least."""
    return SIX[int(np.argmin(_sizes(trace)))]


@state("fainter", "uneven")
def further_back(trace: Trace) -> str:
    """Tell whether the cost answers to each weight, and to each bias, less than to that of the layer after."""
    weights, biases = _sizes(trace).reshape(-1, 2).T
    return "fainter" if np.all(np.diff(weights) > 0) and np.all(np.diff(biases) > 0) else "uneven"


@state("falls", "rises")
def answers_to_activation(trace: Trace) -> str:
    """Tell whether the cost falls or rises as the last activation grows a little."""
    return "falls" if trace["chain/dC_da"] < 0 else "rises"


def _sizes(trace: Trace) -> np.ndarray:
    """Give the sizes of the derivatives by the chain's six numbers, (6,)."""
    sizes: np.ndarray = np.abs(np.stack([trace["links/dC_dw"], trace["links/dC_db"]], axis=1)).ravel()
    return sizes
