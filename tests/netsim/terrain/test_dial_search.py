"""Which weights are tried, and which one is taken."""

import numpy as np
import pytest

from netsim import Network
from netsim.terrain import dial_search
from netsim.terrain.dial_search import candidates, find_dial, lit
from tests.netsim.exhibits.exhibited import KINDS, nudged, random_run


def test_an_input_is_lit_from_half_of_the_largest_size_on():
    assert lit(np.array([0.0, 0.5, 1.0, 0.49, -0.6])) == [1, 2, 4]
    assert lit(np.array([-4.0, 1.0])) == [0]
    assert lit(np.zeros(2)) == [0, 1]


@pytest.mark.parametrize("sizes", [(4, 5, 6, 3), (4, 5, 3), (4, 3)], ids=str)
def test_all_weights_of_the_first_layer_from_lit_inputs_are_tried(sizes):
    network = Network.init(sizes, np.random.default_rng(0))
    found = candidates(network, np.array([0.0, 1.0, 0.2, 0.7]))
    assert found == [(j, k) for j in range(sizes[1]) for k in (1, 3)]


def test_fewer_are_tried_of_a_large_network(monkeypatch):
    network = Network.init([30, 40, 40, 10], np.random.default_rng(0))
    monkeypatch.setattr(dial_search, "MOST_WORK", 10**10)
    everyone = candidates(network, np.ones(30))
    monkeypatch.setattr(dial_search, "MOST_WORK", 10**9)
    few = candidates(network, np.ones(30))
    assert 1 < len(few) < len(everyone) == 40 * 30
    assert set(few) <= set(everyone)
    assert {j for j, _ in few} == set(range(40))


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_no_weight_that_is_tried_makes_a_clearer_valley(kind, mean_cost):
    run = random_run((3, 4, 2), kind, many=40)
    x, y = run.data.x, run.targets
    found = find_dial(run.network, x, y, run.x)

    def rank(j, k):
        reach = max(16.0, 1.5 * abs(run.network.W[1][j, k]))
        w = np.linspace(-reach, reach, 121)
        C = np.array([mean_cost(nudged(run.network, "W", 1, (j, k), v - run.network.W[1][j, k]), x, y) for v in w])
        end = min(C[0], C[-1])
        return dial_search.two_minima_of(C).clear, (end - C.min()) / end

    every = {place: rank(*place) for place in candidates(run.network, run.x)}
    assert found.tried == len(every)
    best = max(every.values())
    ours = every[found.dial.j, found.dial.k]
    assert ours[0] == pytest.approx(best[0], abs=1e-3)
    if not best[0]:
        assert ours[1] == pytest.approx(best[1], abs=1e-3)


def test_the_range_holds_the_value_and_ends_at_round_numbers():
    for seed in range(20):
        run = random_run((3, 4, 2), seed=seed)
        found = find_dial(run.network, run.data.x, run.targets, run.x)
        low, high = found.range
        assert low < found.dial.value < high
        step = 10 ** (np.floor(np.log10(high - low) + 1e-9) - 1)
        np.testing.assert_allclose(np.array([low, high]) / step, np.rint(np.array([low, high]) / step), atol=1e-6)
