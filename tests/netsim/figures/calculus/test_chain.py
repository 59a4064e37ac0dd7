"""What is counted in the smallest network is what stands in its arrays."""

from __future__ import annotations

import numpy as np

from netsim import Trace
from netsim.figures.calculus.chain import (
    cost_of_chain,
    examples_through_chain,
    layers_of_chain,
    parameters_of_chain,
)
from tests.netsim.figures.hand_made import make


def test_counts_of_the_chain(trace_of_xor: Trace) -> None:
    weights, biases = trace_of_xor["chain/W"], trace_of_xor["chain/b"]
    assert float(layers_of_chain(trace_of_xor)) == len(weights) == 3
    assert float(parameters_of_chain(trace_of_xor)) == weights.size + biases.size
    assert float(examples_through_chain(trace_of_xor)) == len(trace_of_xor["several/x"])


def test_half_of_a_square_has_a_slope_of_its_own(trace_of_xor: Trace) -> None:
    """dC/da = 2(a - y) of the recorded chain; of half the square it is a - y."""
    a, y = trace_of_xor["chain/a"][3], trace_of_xor["chain/y"]
    assert cost_of_chain(trace_of_xor) == "squares"
    assert np.isclose(trace_of_xor["chain/dC_da"], 2 * (a - y))

    for cost in ("half_quadratic", "mean_quadratic"):
        assert cost_of_chain(make(cost=cost)) == ("halves" if cost == "half_quadratic" else "squares")
