"""The small networks have the lesson's cost, if it is one of squares: its numbers follow, and its claims hold."""

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from netsim.functions import ACTIVATIONS, COSTS
from netsim.verifying.verify import verify

EXHIBITS = ["chain", "links", "several", "worked", "terms", "stairs", "graph"]

#: By what the squares of the chain (one output), of the worked example (two) and of the spiral (three) are multiplied.
WEIGHTS = {
    "quadratic": (1, 1, 1),
    "half_quadratic": (1 / 2, 1 / 2, 1 / 2),
    "mean_quadratic": (1, 1 / 2, 1 / 3),
    "cross_entropy": (1, 1, None),
}


@pytest.fixture(scope="module", params=WEIGHTS)
def trace(request) -> Trace:
    tables = {
        "network": {"hidden": [3], "activation": "gelu", "cost": request.param},
        "data": {"name": "spiral"},
        "training": {"epochs": 1, "batch": 20},
    }
    return record(Recipe.from_dict(tables), exhibits=EXHIBITS)


def test_what_must_hold_holds(trace: Trace) -> None:
    verify(trace)


def test_every_cost_is_among_them() -> None:
    assert set(WEIGHTS) == set(COSTS)


def test_costs_and_slopes_are_those_of_weighted_squares(trace: Trace) -> None:
    one, two, three = WEIGHTS[trace.cost_name]
    a, y = trace["chain/a"][3], trace["chain/y"]
    assert trace["chain/C"] == pytest.approx(one * (a - y) ** 2)
    assert trace["chain/dC_da"] == pytest.approx(2 * one * (a - y))
    np.testing.assert_allclose(trace["several/C"], one * (trace["several/a"][..., 3] - trace["several/y"]) ** 2)
    errors = trace["worked/a2"] - trace["worked/y"]
    np.testing.assert_allclose(trace["worked/C"], two * np.sum(errors**2, axis=-1))
    np.testing.assert_allclose(trace["worked/dC_da2"], 2 * two * errors)
    if three is not None:
        np.testing.assert_allclose(trace["terms/C"], three * trace["terms/gap"] ** 2)
        assert trace["terms/C"].sum() == pytest.approx(trace["C"][0, 0])


def test_a_measured_nudge_of_the_chain_agrees_with_what_the_slope_foretells(trace: Trace) -> None:
    assert trace["chain/measured_dC_dw"][-1] == pytest.approx(trace["chain/dC_dw"], rel=1e-2)
    np.testing.assert_allclose(trace["links/measured_dC_dw"], trace["links/dC_dw"], rtol=2e-2, atol=1e-4)


def test_multiplications_are_counted_of_the_functions_at_hand(trace: Trace) -> None:
    hidden, outputs = trace.sizes[1:]
    slopes = hidden * (ACTIVATIONS["gelu"].traits.products + 1)
    last = {"quadratic": 3, "half_quadratic": 2, "mean_quadratic": 3, "cross_entropy": 0}[trace.cost_name] * outputs
    assert trace["graph/network_backward"] == last + hidden * outputs + slopes + trace["graph/network_forward"]
