"""The plane exhibit: costs and gradients are those of the networks there, and the way down is gradient descent."""

import numpy as np
import pytest

from netsim import Network, Recipe, TraceError, record, verify
from netsim.exhibits.descent.plane import EXHIBIT as PLANE
from netsim.terrain.plane import plane_through
from tests.netsim.exhibits.exhibited import (
    KINDS,
    changed,
    held,
    more,
    put,
    random_data,
    random_run,
    run_of,
    scaled,
    turned,
)


def kept_of(run):
    return {key.removeprefix("plane/"): array for key, array in PLANE.record(run).items()}


def plane_of(run, eta=0.5):
    return plane_through(run.trained, run.data.x, run.targets, eta, 30)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_costs_and_gradients_are_those_of_the_networks_there(kind, sizes, mean_cost):
    run = random_run(sizes, kind)
    kept, x, y, h = kept_of(run), run.data.x, run.targets, 1e-5
    plane = plane_of(run)
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


def test_a_very_large_network_is_looked_at_in_haste():
    rng = np.random.default_rng(0)
    kept = kept_of(run_of(Network.init([3, 1000, 1000, 2], rng), random_data(rng, 3, 2, 30)))
    assert kept["C"].shape == (13, 17)
    assert kept["examples"] == 8
    assert len(kept["path"]) <= 21
    assert kept["u"][1] - kept["u"][0] == pytest.approx(kept["v"][1] - kept["v"][0])


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("plane/at", more(-1), "plane/at is the last recorded step"),
        ("plane/at", more(9), "plane/at = .* no place"),
        ("plane/examples", put((), 0), "plane/examples is 1 or more"),
        ("plane/u", more(0.01, 3), "plane/u ascends evenly"),
        ("plane/v", turned, "plane/v ascends evenly"),
        ("plane/u", more(0.01), "plane/u lies alike on both sides of 0"),
        ("plane/v", scaled(2), "plane/u and v are equally far apart"),
        ("plane/path", put((0, 0), 1e6), "plane/u holds plane/path"),
        ("plane/path", more(0.001, (2, 1)), "next plane/path = path - eta gradient"),
        ("plane/gradient", more(0.001, (2, 1)), "next plane/path = path - eta gradient"),
        ("plane/gradient", more(0.001, (-1, 1)), "plane/length = length of plane/gradient"),
        ("plane/length", more(0.001, -1), "plane/length = length of plane/gradient"),
        ("plane/eta", scaled(1.01), "next plane/path = path - eta gradient"),
        ("plane/eta", scaled(-1), "plane/eta is above 0"),
        ("plane/C", put((3, 3), -1), "plane/C is 0 or more"),
        ("plane/levels", more(0.001, 3), "plane/levels lie between the lowest and the highest of plane/C"),
        ("plane/path_C", scaled(3), "plane/path_C lies on plane/C"),
    ],
)
def test_what_cannot_be_measured_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, PLANE, but={"plane/C", "plane/path_C"})
