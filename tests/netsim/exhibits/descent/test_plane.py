"""The plane exhibit: costs and gradients are those of the networks there, and the way down is gradient descent."""

import numpy as np
import pytest

from netsim import Network, TraceError, verify
from netsim.exhibits.descent.line import EXHIBIT as LINE
from netsim.exhibits.descent.plane import EXHIBIT as PLANE
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
from tests.netsim.terrain.test_two_dials import network_with
from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS


def kept_of(run):
    return {key.removeprefix("plane/"): array for key, array in PLANE.record(run).items()}


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_costs_and_gradients_are_those_of_the_networks_there(kind, sizes, mean_cost):
    run = random_run(sizes, kind)
    kept, x, y, h = kept_of(run), run.data.x, run.targets, 1e-2
    places = [(j, k) for _, j, k in kept["place"].tolist()]
    assert len(set(places)) == 2
    np.testing.assert_array_equal(kept["value"], [run.network.W[1][place] for place in places])
    last = len(kept["u"]) - 1
    for row, column in ((0, 0), (15, 20), (last, 7)):
        there = network_with(run.network, places, (kept["u"][column], kept["v"][row]))
        assert kept["C"][row, column] == pytest.approx(mean_cost(there, x, y), rel=1e-5)
        star = there.forward(run.x) if column == 20 else None
        assert star is None or star.a[1].shape == (1, sizes[1])
    for step in (0, len(kept["path"]) - 1):
        at = kept["path"][step]
        assert kept["path_C"][step] == pytest.approx(mean_cost(network_with(run.network, places, at), x, y), rel=1e-5)
        costs = [
            [mean_cost(network_with(run.network, places, at + s * way), x, y) for s in (1, -1)] for way in h * np.eye(2)
        ]
        np.testing.assert_allclose(
            kept["gradient"][step], [(high - low) / (2 * h) for high, low in costs], rtol=1e-3, atol=1e-5
        )


def test_the_star_answers_to_the_second_weight():
    run = random_run()
    kept = kept_of(run)
    second = tuple(kept["place"][1][1:])
    for row in (0, 33):
        there = network_with(run.network, [second], [kept["v"][row]])
        for l, a in there.forward(run.x).a.items():
            if l:
                np.testing.assert_allclose(kept[f"a{l}"][row], a[0], rtol=1e-12)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_way_down_is_gradient_descent_within_the_grid(kind):
    kept = kept_of(random_run(kind=kind))
    np.testing.assert_allclose(np.diff(kept["path"], axis=0), -kept["eta"] * kept["gradient"][:-1], rtol=1e-9)
    np.testing.assert_allclose(kept["length"], np.sqrt(np.sum(kept["gradient"] ** 2, axis=1)))
    for i, ticks in enumerate((kept["u"], kept["v"])):
        assert ticks[0] <= kept["path"][:, i].min() <= kept["path"][:, i].max() <= ticks[-1]
    assert kept["path_C"][-1] < kept["path_C"][0]


def test_the_row_through_the_network_is_the_curve_of_the_line():
    run = random_run()
    kept, line = kept_of(run), LINE.record(run)
    np.testing.assert_array_equal(kept["place"][0], line["line/place"])
    row = np.flatnonzero(kept["v"] == kept["value"][1])[0]
    np.testing.assert_allclose(kept["C"][row], np.interp(kept["u"], line["line/w"], line["line/C"]), rtol=1e-3)


def test_a_dead_network_is_looked_at_all_the_same():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu", "relu")
    dead = Network(network.W, {l: np.full_like(b, -1e4) for l, b in network.b.items()}, "relu", "relu")
    kept = kept_of(run_of(dead, random_data(rng, 3, 2, 30)))
    assert np.ptp(kept["C"]) == 0
    assert not kept["gradient"].any()
    assert not kept["length"].any()
    assert all(np.isfinite(array).all() for array in kept.values())


def test_of_a_network_that_has_learned_it_is_a_basin():
    """All round the rim is well above the ground, and the walk bends on its way to the bottom, in shorter steps."""
    trace = recorded(ALWAYS)
    C = trace["plane/C"]
    rim = np.concatenate([C[0], C[-1], C[:, 0], C[:, -1]])
    assert rim.min() > 2.5 * C.min()
    assert trace["plane/path_C"][-1] < C.min() + 0.01 * np.ptp(C)
    path = trace["plane/path"]
    steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
    assert np.all(np.diff(steps) < 0)
    one, other = path[1] - path[0], path[-1] - path[-10]
    assert one @ other < 0.8 * np.linalg.norm(one) * np.linalg.norm(other)


def test_a_very_large_network_is_looked_at_in_haste():
    rng = np.random.default_rng(0)
    kept = kept_of(run_of(Network.init([3, 1000, 1000, 2], rng), random_data(rng, 3, 2, 30)))
    assert kept["C"].shape == (15, 15)
    assert kept["examples"] == 20


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("plane/place", put((1, 2), 10**6), "plane/place = .* no place"),
        ("plane/place", lambda a: np.stack([a[0], a[0]]), "plane/place are two weights"),
        ("plane/value", more(0.01, 1), "plane/value = W1 there"),
        ("plane/examples", put((), 0), "plane/examples is 1 or more"),
        ("plane/u", more(0.01, 3), "plane/u ascends evenly"),
        ("plane/v", turned, "plane/v ascends evenly"),
        ("plane/v", more(0.01), "plane/v has plane/value"),
        ("plane/a1", more(0.01, (3, 0)), "plane/a1 = activations with plane/v"),
        ("plane/C", scaled(1.5), "plane/C has line/C in the network's row"),
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
