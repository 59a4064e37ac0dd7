"""A plane through a network: its axes, its reach, and where a walk in it ends."""

import numpy as np

from netsim import backprop
from netsim.terrain.landscape import network_at, place
from netsim.terrain.plane import USUAL, plane_through, reach, walk_down
from tests.netsim.exhibits.exhibited import random_run


def plane_of(run, eta=0.5):
    return plane_through(run.trained, run.data.x, run.targets, eta, 30)


def test_the_first_axis_is_minus_the_gradient_and_the_second_what_a_descent_strays_to():
    run = random_run()
    plane, start = plane_of(run, eta=0.1), place(run.trained)
    down = -run.gradient.flat
    np.testing.assert_allclose(plane.axes[0], down / np.linalg.norm(down), atol=1e-12)
    np.testing.assert_allclose(plane.axes @ plane.axes.T, np.eye(2), atol=1e-12)
    point, network = start, run.network
    for _ in range(30):
        at = network_at(point, network)
        mean = backprop(at, at.forward(run.data.x), run.targets)
        parts = [part.ravel() for l in network.W for part in (mean.mean_dC_dW[l], mean.mean_dC_db[l])]
        point = point - 0.1 * np.concatenate(parts)
    assert plane.off(point) < 1e-9
    assert plane.coordinates(point)[1] > 0


def test_reach_takes_the_least_that_shows_a_bowl():
    class Bowl:
        """Costs (u^2 + v^2) / 8 but level beyond 1."""

        def costs(self, x, y, u, v):
            return np.minimum(1, (u[None] ** 2 + v[:, None] ** 2) / 8)

    class Slope:
        def costs(self, x, y, u, v):
            return 3 - np.tanh(u[None]) + 0 * v[:, None]

    assert reach(Bowl(), None, None, USUAL) == 0.5
    assert reach(Slope(), None, None, USUAL) == 0.5


def test_the_walk_ends_before_the_edge():
    run = random_run()
    plane = plane_of(run)
    walked = walk_down(plane, run.data.x, run.targets, np.zeros(2), 1e6, np.ones(2), 60)
    assert walked.path.tolist() == [[0, 0]]
    assert walked.gradient.shape == (1, 2)
