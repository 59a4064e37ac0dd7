"""A plane of two weights: which second one is found, its grid, and where a walk in it ends."""

import numpy as np
import pytest

from netsim import Network
from netsim.terrain.plane import SIDES, second_dial, side_for, ticks, walk_down
from netsim.terrain.two_dials import TwoDials
from tests.netsim.exhibits.exhibited import random_run


@pytest.mark.parametrize(("value", "middle"), [(0.3, 1.7), (0.3, 0.3), (5.0, -30.0), (-4.0, 90.0)])
def test_the_grid_is_square_and_has_the_value(value, middle):
    u, v = ticks((-3, 5), value, middle, 41)
    assert (u[0], u[-1], len(u), len(v)) == (-3, 5, 41, 41)
    np.testing.assert_allclose(np.diff(v), np.diff(u))
    assert value in v
    assert abs((v[0] + v[-1]) / 2 - middle) <= max(0.1, abs(value - middle) - 4 + 1e-9)


def test_the_second_dial_is_the_one_whose_basin_has_the_highest_rim():
    """Two outputs are right as they are; nothing comes of the neuron between them."""
    W1 = np.zeros((3, 4))
    W1[0, 0] = W1[2, 2] = 2.0
    network = Network({1: W1, 2: np.diag([1.0, 0, 1])}, {1: np.zeros(3), 2: np.zeros(3)}, "identity", "identity")
    x = np.array([[1.0, 0, 1, 0.1]] * 4)
    y = network.forward(x).a[2]
    place, middle = second_dial(network, (0, 0), (-4, 8), x, y, x[0])
    assert place[0] == 2
    assert place[1] in (0, 2)
    assert middle == pytest.approx(network.W[1][place], abs=0.8)


def test_where_no_other_neuron_is_another_weight_of_the_same_is_taken():
    run = random_run((3, 1, 2))
    place, _ = second_dial(run.trained, (0, 1), (-4, 4), run.data.x, run.targets, run.x)
    assert place in ((0, 0), (0, 2))
    only = random_run((1, 1, 2))
    assert second_dial(only.trained, (0, 0), (-4, 4), only.data.x, only.targets, only.x)[0] == (0, 0)


def test_large_networks_have_coarser_grids():
    rng = np.random.default_rng(0)
    assert side_for(Network.init([784, 16, 16, 10], rng), 1500) == SIDES[0] == 71
    assert side_for(Network.init([784, 1000, 1000, 10], rng), 20) == SIDES[-1]


def test_the_walk_ends_before_the_edge():
    run = random_run()
    dials = TwoDials.of(run.trained, ((0, 0), (1, 1)), run.data.x, run.targets)
    u = np.linspace(-1, 1, 5)
    walked = walk_down(dials, np.zeros(2), 1e6, u, u)
    assert walked.path.tolist() == [[0, 0]]
    assert walked.gradient.shape == (1, 2)
