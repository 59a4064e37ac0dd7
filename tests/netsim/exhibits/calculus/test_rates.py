"""The rates exhibit: one rate is quicker than the worked example's, another too large, whatever the seed."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Network, Recipe, Trace, backprop, record, verify
from netsim.exhibits.calculus.rates import EXHIBIT as RATES
from netsim.exhibits.calculus.worked import followed_as_planned
from netsim.recipe.worked import WorkedSection
from tests.netsim.exhibits.exhibited import held, plain, planned_run

ETA = WorkedSection().eta
Layers = dict[int, np.ndarray]


@pytest.mark.parametrize("seed", range(30))
def test_one_rate_is_quicker_and_falls_at_every_update_and_one_ends_above_where_it_began(seed: int) -> None:
    rates = plain(RATES.record(planned_run(worked={"seed": seed})))
    usual, quick, large = rates["C"]
    assert rates["eta"][0] == ETA
    assert ETA < rates["eta"][1] < rates["eta"][2]
    assert np.all(np.diff(usual) < 0)
    assert np.all(np.diff(quick) <= 0)
    assert quick[-1] < usual[-1] < usual[0]
    assert large[-1] > large[0] == quick[0] == usual[0]


@pytest.mark.parametrize("eta", [0, 1, 2])
def test_each_update_goes_against_the_slope_that_differences_measure(eta: int) -> None:
    rates, worked = (
        plain(RATES.record(planned_run(worked={"seed": 2}))),
        followed_as_planned(WorkedSection(seed=2), "quadratic"),
    )
    W, b = ({l: worked[f"{kind}{l}"][0] for l in (1, 2)} for kind in "Wb")
    for cost in rates["C"][eta]:
        assert _cost(W, b, rates) == pytest.approx(float(cost), abs=1e-6)
        slopes = [_measured(W, b, rates, kind, l) for kind in (W, b) for l in (1, 2)]
        for slope, kind, l in zip(slopes, (W, W, b, b), (1, 2, 1, 2), strict=True):
            kind[l] = kind[l] - rates["eta"][eta] * slope


def _cost(W: Layers, b: Layers, rates: dict[str, np.ndarray]) -> float:
    network = Network(W, b)
    return float(backprop(network, network.forward(rates["x"]), rates["y"]).C.mean())


def _measured(
    W: dict[int, np.ndarray],
    b: dict[int, np.ndarray],
    rates: dict[str, np.ndarray],
    kind: dict[int, np.ndarray],
    l: int,
) -> np.ndarray:
    """Measure the slope of the mean cost along each entry, by central differences."""
    slope, here = np.zeros_like(kind[l]), kind[l]
    for place in np.ndindex(here.shape):
        costs = []
        for by in (1e-5, -1e-5):
            kind[l] = here.copy()
            kind[l][place] += by
            costs.append(_cost(W, b, rates))
        slope[place] = (costs[0] - costs[1]) / 2e-5
    kind[l] = here
    return slope


def test_the_examples_and_the_first_weights_are_the_worked_examples() -> None:
    kept = record(Recipe.from_dict({"data": {"name": "xor"}, "training": {"epochs": 1}}), exhibits=["worked", "rates"])
    verify(kept)
    assert np.array_equal(kept["rates/x"], [kept["worked/x"], kept["worked/x"][::-1]])


def test_every_array_is_held_by_some_identity(late_trace: Trace) -> None:
    held(late_trace, RATES)
