"""What is counted in the smallest network is what stands in its arrays."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from netsim.figures.calculus.chain import (
    cost_of_chain,
    enlargement,
    examples_through_chain,
    layers_of_chain,
    parameters_of_chain,
    turned_by,
)
from tests.netsim.figures.hand_made import make


def test_counts_of_the_chain(trace_of_xor: Trace) -> None:
    weights, biases = trace_of_xor["chain/W"], trace_of_xor["chain/b"]
    assert float(layers_of_chain(trace_of_xor)) == len(weights) == 3
    assert float(parameters_of_chain(trace_of_xor)) == weights.size + biases.size
    assert float(examples_through_chain(trace_of_xor)) == len(trace_of_xor["several/x"])


def test_a_change_is_enlarged_until_the_usual_nudge_is_as_long_as_one(trace_of_xor: Trace) -> None:
    nudge = trace_of_xor["chain/change_w"][int(trace_of_xor["chain/at"])]
    assert float(enlargement(trace_of_xor)) * nudge == pytest.approx(1.0)


def test_every_number_of_the_chain_is_turned_just_as_far_up_and_down(trace_of_xor: Trace) -> None:
    numbers = np.stack([trace_of_xor["chain/W"], trace_of_xor["chain/b"]], axis=-1).ravel()
    ends = trace_of_xor["threads/value"][: numbers.size, [0, -1]]
    assert np.allclose(ends, numbers[:, None] + float(turned_by(trace_of_xor)) * np.array([-1, 1]))


def test_half_of_a_square_has_a_slope_of_its_own(trace_of_xor: Trace) -> None:
    """dC/da = 2(a - y) of the recorded chain; of half the square it is a - y."""
    a, y = trace_of_xor["chain/a"][3], trace_of_xor["chain/y"]
    assert cost_of_chain(trace_of_xor) == "squares"
    assert np.isclose(trace_of_xor["chain/dC_da"], 2 * (a - y))

    for cost in ("half_quadratic", "mean_quadratic"):
        assert cost_of_chain(make(cost=cost)) == ("halves" if cost == "half_quadratic" else "squares")
