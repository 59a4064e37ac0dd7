"""The plane: its axes, its costs and gradients against other computations, and the way down in it."""

import numpy as np
import pytest

from netsim import Network, Recipe, backprop, record
from netsim.exhibits.descent.plane import EXHIBIT as PLANE
from netsim.terrain.landscape import network_at, place
from netsim.terrain.plane import USUAL, plane_through, reach, walk_down
from netsim.terrain.way_down import bend, between, instructive_start, steepest
from tests.netsim.exhibits.exhibited import KINDS, random_data, random_run, run_of

U, V = np.linspace(-4, 4, 41), np.linspace(-3, 3, 31)


def kept_of(subject):
    return {key.removeprefix("plane/"): array for key, array in PLANE.record(subject).items()}


def trough(tilt=0.0):
    """A long bowl."""
    u, v = np.meshgrid(U, V)
    return 0.5 * (u + tilt) ** 2 + 0.05 * v**2


def plane_of(subject, eta=0.5):
    return plane_through(subject.trained, subject.data.x, subject.targets, eta, 30)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_costs_and_gradients_are_those_of_the_networks_there(kind, sizes, mean_cost):
    subject = random_run(sizes, kind)
    kept, x, y, h = kept_of(subject), subject.data.x, subject.targets, 1e-5
    plane = plane_of(subject)
    for row, column in ((0, 0), (15, 20), (30, 7)):
        there = plane.at(kept["u"][column], kept["v"][row])
        assert kept["C"][row, column] == pytest.approx(mean_cost(there, x, y), rel=1e-10)
    for step in (0, len(kept["path"]) - 1):
        at = kept["path"][step]
        assert kept["path_C"][step] == pytest.approx(mean_cost(plane.at(*at), x, y), rel=1e-10)
        measured = [
            (mean_cost(plane.at(*(at + way)), x, y) - mean_cost(plane.at(*(at - way)), x, y)) / (2 * h)
            for way in h * np.eye(2)
        ]
        np.testing.assert_allclose(kept["gradient"][step], measured, rtol=1e-4, atol=1e-8)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_way_down_is_gradient_descent_within_the_grid(kind):
    kept = kept_of(random_run(kind=kind))
    np.testing.assert_allclose(np.diff(kept["path"], axis=0), -kept["eta"] * kept["gradient"][:-1], rtol=1e-9)
    np.testing.assert_allclose(kept["length"], np.sqrt(np.sum(kept["gradient"] ** 2, axis=1)))
    assert np.all(np.abs(kept["path"]) <= [kept["u"][-1], kept["v"][-1]])
    assert kept["path_C"][-1] < kept["path_C"][0]
    assert kept["u"][1] - kept["u"][0] == pytest.approx(kept["v"][1] - kept["v"][0])
    assert (kept["u"][20], kept["v"][15]) == (0, 0)


def test_the_first_axis_is_minus_the_gradient_and_the_second_what_a_descent_strays_to():
    subject = random_run()
    plane, start = plane_of(subject, eta=0.1), place(subject.trained)
    down = -subject.gradient.flat
    np.testing.assert_allclose(plane.axes[0], down / np.linalg.norm(down), atol=1e-12)
    np.testing.assert_allclose(plane.axes @ plane.axes.T, np.eye(2), atol=1e-12)
    point, network = start, subject.network
    for _ in range(30):
        at = network_at(point, network)
        mean = backprop(at, at.forward(subject.data.x), subject.targets)
        parts = [part.ravel() for l in network.W for part in (mean.mean_dC_dW[l], mean.mean_dC_db[l])]
        point = point - 0.1 * np.concatenate(parts)
    assert plane.off(point) < 1e-9
    assert plane.coordinates(point)[1] > 0


def test_a_dead_network_is_looked_at_all_the_same():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu", "relu")
    dead = Network(network.W, {l: np.full_like(b, -1e4) for l, b in network.b.items()}, "relu", "relu")
    kept = kept_of(run_of(dead, random_data(rng, 3, 2, 30)))
    assert np.ptp(kept["C"]) == 0
    assert not kept["gradient"].any()
    assert not kept["length"].any()
    assert all(np.isfinite(array).all() for array in kept.values())


def test_a_bowl_is_shown_to_its_rim():
    """Of a network that has learned, the grid reaches no farther than to where the rim is well above the ground."""
    trace = record(Recipe(), exhibits=["plane"])
    C = trace["plane/C"]
    rim = np.concatenate([C[0], C[-1], C[:, 0], C[:, -1]]) - C.min()
    assert rim.min() > 0.3 * np.median(rim)
    assert trace["plane/path_C"][0] > 100 * trace["plane/path_C"][-1]
    path = trace["plane/path"]
    one, other = path[1] - path[0], path[-1] - path[-10]
    assert one @ other < 0.8 * np.linalg.norm(one) * np.linalg.norm(other)
    assert trace["plane/at"] == len(trace.steps) - 1


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


def test_a_very_large_network_is_looked_at_in_haste():
    rng = np.random.default_rng(0)
    kept = kept_of(run_of(Network.init([3, 1000, 1000, 2], rng), random_data(rng, 3, 2, 30)))
    assert kept["C"].shape == (13, 17)
    assert kept["examples"] == 8
    assert len(kept["path"]) <= 21
    assert kept["u"][1] - kept["u"][0] == pytest.approx(kept["v"][1] - kept["v"][0])


def test_the_walk_ends_before_the_edge():
    subject = random_run()
    plane = plane_of(subject)
    walked = walk_down(plane, subject.data.x, subject.targets, np.zeros(2), 1e6, np.ones(2), 60)
    assert walked.path.tolist() == [[0, 0]]
    assert walked.gradient.shape == (1, 2)


@pytest.mark.parametrize(("steep", "flat"), [(1.0, 0.1), (0.2, 0.2), (3.0, 0.0)])
def test_the_sharpest_bend(steep, flat):
    u, v = np.meshgrid(U, V)
    along, across = (u + v) / np.sqrt(2), (u - v) / np.sqrt(2)
    assert bend(steep / 2 * along**2 + flat / 2 * across**2, U, V) == pytest.approx(steep, rel=1e-6)
    assert bend(-steep / 2 * along**2, U, V) == pytest.approx(steep, rel=1e-6)


def test_the_steepest_slope():
    u, v = np.meshgrid(U, V)
    assert steepest(3 * u + 4 * v, U, V) == pytest.approx(5)


def test_between_the_places_of_a_grid():
    u, v = np.meshgrid(U, V)
    points = np.array([[0.03, -1.27], [4, 3], [-4, -3], [1.111, 2.222]])
    np.testing.assert_allclose(between(2 + u - 3 * v, U, V, points), 2 + points[:, 0] - 3 * points[:, 1])


def test_a_way_down_starts_beside_a_trough_not_at_its_end():
    """Straight down the side and straight along the trough do not bend; a start on a side near its end does both."""
    start = instructive_start(trough(), U, V, 0.6, 40)
    assert abs(start[0]) == pytest.approx(U[-5])
    assert abs(start[1]) > 1


def test_a_level_ground_has_some_start_too():
    start = instructive_start(0 * trough(), U, V, 1.0, 10)
    assert start.shape == (2,)
    assert np.all(np.isfinite(start))
