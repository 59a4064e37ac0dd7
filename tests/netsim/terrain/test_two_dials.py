"""Two weights turned at once: costs and gradients are those of the networks there, passed through anew."""

import numpy as np
import pytest

from netsim import Network
from netsim.terrain.two_dials import TwoDials
from tests.netsim.exhibits.exhibited import KINDS, random_run


def network_with(network, places, values):
    """The network with two weights of its first layer at values."""
    W1 = network.W[1].copy()
    for place, value in zip(places, values, strict=True):
        W1[place] = value
    return Network({**network.W, 1: W1}, network.b, network.hidden, network.output, network.cost)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize(
    ("sizes", "places"),
    [
        ((4, 5, 3, 3), ((0, 1), (3, 1))),
        ((4, 5, 3, 3), ((2, 0), (1, 3))),
        ((3, 1, 2), ((0, 0), (0, 2))),
        ((4, 3), ((0, 2), (1, 0))),
        ((4, 3), ((1, 2), (1, 0))),
    ],
    ids=str,
)
def test_costs_and_gradients_are_those_of_the_networks_there(kind, sizes, places, mean_cost):
    run = random_run(sizes, kind)
    x, y, u, v = run.data.x, run.targets, np.linspace(-3, 2, 5), np.linspace(-1, 4, 4)
    dials = TwoDials.of(run.network, places, x, y)
    C = dials.costs(u, v)
    assert C.shape == (4, 5)
    for row, column in ((0, 0), (3, 1), (2, 4)):
        there = network_with(run.network, places, (u[column], v[row]))
        assert C[row, column] == pytest.approx(mean_cost(there, x, y), rel=1e-10)
    h = 1e-5
    at = np.array([0.7, -0.4])
    cost, gradient = dials.slope(*at)
    assert cost == pytest.approx(mean_cost(network_with(run.network, places, at), x, y), rel=1e-10)
    measured = [
        np.subtract(*[mean_cost(network_with(run.network, places, at + s * way), x, y) for s in (1, -1)]) / (2 * h)
        for way in h * np.eye(2)
    ]
    np.testing.assert_allclose(gradient, measured, rtol=1e-4, atol=1e-8)


def test_examples_in_which_an_input_is_dark_count_all_the_same(mean_cost):
    run = random_run()
    x = run.data.x.copy()
    x[:5, 0], x[3:8, 1], x[10:, :2] = 0, 0, 0
    dials = TwoDials.of(run.network, ((0, 0), (1, 1)), x, run.targets)
    there = network_with(run.network, ((0, 0), (1, 1)), (2.0, -2.0))
    assert dials.costs(np.array([2.0]), np.array([-2.0]))[0, 0] == pytest.approx(mean_cost(there, x, run.targets))
