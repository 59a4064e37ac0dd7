"""Which parameters are tried, and which moment is taken."""

import numpy as np

from netsim import Network
from netsim.terrain.dial_search import candidates, find_dial
from tests.netsim.exhibits.exhibited import random_run


def test_candidates_are_parameters_of_hidden_layers_or_of_the_only_one():
    rng = np.random.default_rng(0)
    for sizes, layers in (((4, 5, 6, 3), {1, 2}), ((4, 5, 3), {1}), ((4, 3), {1})):
        network = Network.init(sizes, rng)
        found = list(candidates(network, rng.random((20, 4)), 3))
        assert {l for _, l, _, _ in found} == layers
        assert {bias for bias, *_ in found} == {0, 1}
        assert len(found) == len(set(found))
        assert all(j < sizes[l] and k < sizes[l - 1] for _, l, j, k in found)


def test_fewer_are_tried_of_a_large_network():
    rng = np.random.default_rng(0)
    x = rng.random((20, 30))
    few = list(candidates(Network.init([30, 400, 400, 400, 10], rng), x, 5))
    assert {l for _, l, _, _ in few} == {2, 3}  # layer 1 has too many weights behind it
    assert 3 <= len(few) < len(list(candidates(Network.init([30, 40, 40, 10], rng), x, 5)))


def test_the_moment_that_shows_most_is_taken():
    """One network is dead, so that only the other can be the one."""
    run = random_run((3, 4, 2), seed=2)
    flat = Network({l: 0 * w for l, w in run.network.W.items()}, run.network.b)
    found = find_dial({4: flat, 7: run.network}, run.data.x[:20], run.targets[:20])
    assert found.at == 7
