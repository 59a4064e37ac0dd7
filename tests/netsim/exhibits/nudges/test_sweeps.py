"""The sweeps exhibit: every position is the network with that one value in it, and what verify() finds out."""

import numpy as np
import pytest

from netsim import Network, Recipe, TraceError, record, verify
from netsim.exhibits.nudges.sweeps import EXHIBIT as SWEEPS
from netsim.exhibits.nudges.sweeps import FAR, POSITIONS, four_places, room
from netsim.functions import COSTS
from netsim.terrain.line_search import values_through
from tests.netsim.exhibits.exhibited import KINDS, changed, held, moved, nudged, plain, put, random_run

SIZES = [(4, 5, 3, 3), (4, 3), (3, 1, 2)]
AT = [0, 150, 299, POSITIONS - 1]


def last_layer(network: Network) -> Network:
    """The last layer alone is a network, whose inputs are the activations before it."""
    L = network.L
    return Network({1: network.W[L]}, {1: network.b[L]}, network.hidden, network.output, network.cost)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_every_position_is_the_network_with_that_value_in_it(kind, sizes):
    run = random_run(sizes, kind)
    kept, L, j = plain(SWEEPS.record(run)), run.network.L, run.label
    layer, inputs = last_layer(run.network), run.fwd.a[L - 1][0]
    assert kept["place"][:, :2].tolist() == [[L, j]] * 4
    ks = kept["place"][:, 2]
    for at in (*AT, *kept["rest"]):
        networks = [nudged(layer, "b", 1, (j,), kept["change"][0, at])]
        networks += [nudged(layer, "W", 1, (j, ks[turn]), kept["change"][turn, at]) for turn in (1, 2)]
        turned = inputs.copy()
        turned[ks[3]] = kept["value"][3, at]
        passes = [network.forward(inputs) for network in networks] + [layer.forward(turned)]
        for turn, fwd in enumerate(passes):
            np.testing.assert_allclose(kept["z"][turn, at], fwd.z[1][0], rtol=1e-12, atol=1e-13)
            np.testing.assert_allclose(kept["a"][turn, at], fwd.a[1][0], rtol=1e-12, atol=1e-13)
            cost = COSTS[layer.cost].value(fwd.a[1][0], run.y, layer.output)
            assert kept["C"][turn, at] == pytest.approx(cost, rel=1e-11)
        values = [networks[0].b[1][j], networks[1].W[1][j, ks[1]], networks[2].W[1][j, ks[2]], turned[ks[3]]]
        np.testing.assert_allclose(kept["value"][:, at], values, rtol=1e-15)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_at_rest_the_network_is_as_it_was(kind, sizes):
    run = random_run(sizes, kind)
    kept, L = plain(SWEEPS.record(run)), run.network.L
    for turn, rest in enumerate(kept["rest"]):
        assert kept["change"][turn, rest] == 0
        assert kept["z"][turn, rest].tolist() == run.fwd.z[L][0].tolist()
        assert kept["a"][turn, rest].tolist() == run.fwd.a[L][0].tolist()
        assert kept["C"][turn, rest] == run.back.C[0]
    assert kept["rest"][:3].tolist() == [POSITIONS // 2] * 3


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_the_slopes_at_rest_are_those_that_backpropagation_gives(kind, sizes):
    """Parabolas through three recorded positions; their slopes are off by a sixth of C''' h^2, with h up to 0.02."""
    run = random_run(sizes, kind)
    kept, L, j = plain(SWEEPS.record(run)), run.network.L, run.label
    ks, delta = kept["place"][:, 2], run.back.delta[L][0]
    inputs = run.fwd.a[L - 1][0]
    expected = [delta[j], *(inputs[ks[1:3]] * delta[j]), run.network.W[L][:, ks[3]] @ delta]
    for turn, rest in enumerate(kept["rest"]):
        if 0 < rest < POSITIONS - 1:
            near = slice(rest - 1, rest + 2)
            slope = np.gradient(kept["C"][turn, near], kept["change"][turn, near], edge_order=2)[1]
            assert slope == pytest.approx(expected[turn], rel=2e-3, abs=2e-4)


def test_the_slopes_of_the_default_lesson_are_the_levers():
    trace = record(Recipe.from_dict({"training": {"epochs": 1}}), exhibits=["sweeps", "levers"])
    verify(trace)
    change, C, rest, place = (trace[f"sweeps/{name}"] for name in ("change", "C", "rest", "place"))
    levers = [trace["levers/dC_db"], *trace["levers/dC_dw"][place[1:3, 2]]]
    measured = [np.gradient(C[turn], change[turn])[rest[turn]] for turn in range(3)]
    np.testing.assert_allclose(measured, levers, rtol=1e-4)
    label, before = trace.label(0), np.abs(trace["a2"][0, 0])
    a = trace["sweeps/a"][:, :, label]
    assert a[0, 0] < 0.05
    assert a[0, -1] > 0.85
    assert place[1:3, 2].tolist() == [before.argmax(), before.argmin()]
    assert np.ptp(a[1]) > 5 * np.ptp(a[2])


def test_darkest_and_brightest_are_two_if_there_are_two():
    assert four_places(np.array([1.0, -3.0, 2.0]), np.array([0.2, -0.9, 0.1])) == [0, 1, 2, 1]
    assert four_places(np.array([1.0, 2.0]), np.zeros(2)) == [0, 0, 1, 1]
    assert four_places(np.array([1.0]), np.array([0.5])) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("hidden", "inputs", "expected"),
    [
        ("sigmoid", [0.2, 0.9], (0, 1)),
        ("tanh", [-0.2, 0.9], (-1, 1)),
        ("relu", [0.0, 0.2], (0, 1)),
        ("relu", [0.0, 7.0], (0, 14)),
        ("identity", [-3.0, 1.0], (-6, 6)),
        (None, [0.0, 1.0], (0, 1)),
        (None, [0.0, 2.0], (-4, 4)),
    ],
)
def test_an_activation_is_turned_within_its_bounds(hidden, inputs, expected):
    sizes = [2, 3] if hidden is None else [3, 2, 3]
    network = Network.init(sizes, np.random.default_rng(0), hidden or "sigmoid")
    assert room(network, np.array(inputs)) == expected


@pytest.mark.parametrize("value", [0.0, 1e-9, 0.3, 1 - 1e-9, 1.0, -0.01])
def test_what_is_there_is_one_of_the_positions(value):
    values = values_through(value, 0.0, 1.0, POSITIONS)
    assert values.shape == (POSITIONS,)
    assert value in values
    assert (values[0], values[-1]) == (min(value, 0), 1)
    assert np.all(np.diff(values) > 0)
    assert np.diff(values).max() < 2 / (POSITIONS - 1)


def test_positions_are_so_dense_that_a_dot_moves_by_less_than_a_pixel():
    """On a plot 4 units wide, of the 8 that a picture of 1080 pixels is high; and a sweep of 4 s has 240 frames."""
    assert 1080 / 8 * 4 / (POSITIONS - 1) < 1
    assert POSITIONS > 4 * 60
    assert np.linspace(-FAR, FAR, POSITIONS)[POSITIONS // 2] == 0


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, SWEEPS)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("sweeps/place", lambda a: a + 50, "sweeps/place = .* no place"),
        ("sweeps/place", put((0, 2), 1), "sweeps/place has the brightest"),
        ("sweeps/place", lambda a: a - [1, 0, 0], "sweeps/place leads to the star's output"),
        ("sweeps/place", lambda a: a[[0, 2, 1, 3]], "sweeps/place has the brightest"),
        ("sweeps/rest", lambda a: a + 1000, "sweeps/rest = .* no place"),
        ("sweeps/rest", lambda a: a + 1, "sweeps/change is 0 at sweeps/rest"),
        ("sweeps/value", moved, r"sweeps/value = what is there \+ change"),
        ("sweeps/z", moved, "sweeps/z = W3 a2"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))
