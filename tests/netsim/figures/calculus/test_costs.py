"""What is said of the cost follows from its derivative."""

from __future__ import annotations

import numpy as np
import pytest

from netsim.figures.calculus.costs import cost_over_outputs, outputs_share, slope_of_cost
from netsim.functions import COSTS
from tests.netsim.figures.hand_made import make


@pytest.mark.parametrize(
    ("sizes", "cost", "slope", "over"),
    [
        ((2, 3), "quadratic", "twice", "sum"),
        ((2, 3), "half_quadratic", "once", "sum"),
        ((2, 3), "mean_quadratic", "shared", "mean"),
        ((2, 2), "mean_quadratic", "once", "mean"),
        ((2, 3), "cross_entropy", "other", "sum"),
    ],
)
def test_the_slope_of_a_cost(sizes: tuple[int, ...], cost: str, slope: str, over: str) -> None:
    """How many errors dC/da is, by the cost's own slope."""
    a, y = np.full(sizes[-1], 0.8), np.zeros(sizes[-1])
    ratio = float((COSTS[cost].slope(a, y, "sigmoid") / (a - y))[0])
    trace = make(sizes=sizes, cost=cost)
    assert slope_of_cost(trace) == slope
    assert cost_over_outputs(trace) == over
    if slope != "other":
        assert ratio == pytest.approx({"twice": 2, "once": 1, "shared": 2 / sizes[-1]}[slope])


@pytest.mark.parametrize(("output", "shared"), [("sigmoid", "no"), ("softmax", "yes")])
def test_only_outputs_of_a_softmax_share(output: str, shared: str) -> None:
    assert outputs_share(make(output=output)) == shared
