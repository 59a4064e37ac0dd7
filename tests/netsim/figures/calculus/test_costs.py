"""What is said of the cost follows from its derivative."""

from __future__ import annotations

import numpy as np
import pytest

from netsim.figures.calculus.costs import cost_over_outputs, outputs_share
from netsim.functions import COSTS
from tests.netsim.figures.hand_made import make


@pytest.mark.parametrize(("cost", "over"), [("quadratic", "sum"), ("mean_quadratic", "mean"), ("cross_entropy", "sum")])
def test_a_cost_is_a_sum_or_a_mean(cost: str, over: str) -> None:
    """By the cost's own value of the same outputs twice."""
    a, y = np.array([[0.8, 0.3]]), np.array([[1.0, 0.0]])
    once, twice = (COSTS[cost].value(np.tile(a, n), np.tile(y, n), "sigmoid")[0] for n in (1, 2))
    assert twice == pytest.approx(once if over == "mean" else 2 * once)
    assert cost_over_outputs(make(sizes=(2, 2), cost=cost)) == over


@pytest.mark.parametrize(("output", "shared"), [("sigmoid", "no"), ("softmax", "yes")])
def test_only_outputs_of_a_softmax_share(output: str, shared: str) -> None:
    assert outputs_share(make(output=output)) == shared
