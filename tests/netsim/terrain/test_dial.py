"""One parameter turned: costs against passes through changed networks, slopes against central differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network
from netsim.exhibits.descent.stairs import STEP, switches
from netsim.terrain import dial
from netsim.terrain.dial import Dial, activations_of, sums_of, turned_activations
from tests.netsim.exhibits.exhibited import KINDS, nudged, random_run

ALL = [*KINDS, ("relu", "sigmoid", "quadratic"), ("relu", "relu", "quadratic"), ("relu", "softmax", "cross_entropy")]
SIZES = [(4, 5, 3, 3), (3, 1, 2), (4, 3), (3, 2, 4, 3, 2)]


def dial_of(network, place, x, y, sigma=None):
    sigma = sigma or activations_of(network)
    sums = sums_of(network, x @ network.W[1].T + network.b[1], sigma)
    return Dial.of(network, place, sums, x[:, place[1]], y, sigma)


#: The examples in which the weight's input is 0.
DARK = {"none": slice(0), "some": slice(None, None, 2), "all": slice(None)}


def darkened(x, place, dark):
    """Inputs of which that of a weight is 0 in some examples."""
    x = x.copy()
    x[DARK[dark], place[1]] = 0
    return x


def places_of(network):
    """Two weights of the first layer."""
    n, m = network.W[1].shape
    return [(n - 1, m // 2), (0, 0)]


@pytest.mark.parametrize("dark", DARK)
@pytest.mark.parametrize("kind", ALL, ids=" ".join)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_costs_and_activations_are_those_of_the_changed_network(kind, sizes, dark, mean_cost):
    run = random_run(sizes, kind)
    w = np.array([-3.0, -0.2, 0.0, 1.7, 12.0])
    for place in places_of(run.network):
        x = darkened(run.data.x, place, dark)
        one = dial_of(run.network, place, x, run.targets)
        changed = [nudged(run.network, "W", 1, place, value - one.value) for value in w]
        expected = [mean_cost(network, x, run.targets) for network in changed]
        np.testing.assert_allclose(one.costs(w), expected, rtol=1e-10)
        star = turned_activations(run.network, place, w, run.x, one.sigma)
        for l, a in star.items():
            np.testing.assert_allclose(a, [network.forward(run.x).a[l][0] for network in changed], rtol=1e-10)


@pytest.mark.parametrize("dark", DARK)
@pytest.mark.parametrize("kind", ALL, ids=" ".join)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_slopes_are_central_differences(kind, sizes, dark):
    run = random_run(sizes, kind)
    w, h = np.array([-1.303, 0.417, 2.209]), 1e-6
    for place in places_of(run.network):
        one = dial_of(run.network, place, darkened(run.data.x, place, dark), run.targets)
        measured = (one.costs(w + h) - one.costs(w - h)) / (2 * h)
        np.testing.assert_allclose(one.slopes(w), measured, rtol=1e-6, atol=2e-9)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_slope_where_the_network_stands_is_the_gradients(kind):
    run = random_run(kind=kind)
    for place in places_of(run.network):
        one = dial_of(run.network, place, run.data.x, run.targets)
        expected = run.gradient.dC_dW[1][place]
        assert one.slopes(np.array([one.value]))[0] == pytest.approx(expected, rel=1e-10, abs=1e-15)
        assert one.costs(np.array([one.value]))[0] == pytest.approx(run.gradient.C, rel=1e-12)


def test_a_long_grid_is_measured_in_parts(monkeypatch):
    run = random_run()
    one = dial_of(run.network, (2, 1), run.data.x, run.targets)
    w = np.linspace(-4, 4, 37)
    whole = one.costs(w), one.slopes(w)
    monkeypatch.setattr(dial, "AT_ONCE", 1)
    np.testing.assert_allclose((one.costs(w), one.slopes(w)), whole, rtol=1e-13)


@given(seed=st.integers(0, 300), sizes=st.lists(st.integers(1, 5), min_size=2, max_size=5))
def test_with_steps_every_neuron_is_0_or_1(seed, sizes):
    run = random_run(sizes, seed=seed)
    network, x, y = run.network, run.data.x, run.targets
    w = np.linspace(-5, 5, 23)
    for place in places_of(network):
        costs = []
        for value in w:
            changed = nudged(network, "W", 1, place, value - network.W[1][place])
            a = x
            for l in changed.W:
                a = np.array([[1.0 if z >= 0 else 0.0 for z in row] for row in a @ changed.W[l].T + changed.b[l]])
            costs.append(np.sum((a - y) ** 2) / len(x))
        switched = dial_of(network, place, x, y, switches(network))
        np.testing.assert_allclose(switched.costs(w, "quadratic"), costs, rtol=1e-12)


def test_a_step_is_0_below_0_and_1_from_there_on():
    z = np.array([-2.0, -1e-300, 0.0, 3.0])
    assert STEP.value(z).tolist() == [0, 0, 1, 1]
    assert STEP.slope(z, STEP.value(z)).tolist() == [0, 0, 0, 0]


def test_a_dead_neuron_has_no_slope():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu")
    dead = Network(network.W, {**network.b, 1: np.full(4, -100.0)}, "relu")
    x, y = rng.random((5, 3)), np.eye(2)[[0, 1, 0, 1, 0]]
    one = dial_of(dead, (2, 1), x, y)
    w = np.linspace(-5, 5, 9)
    assert not one.slopes(w).any()
    assert np.ptp(one.costs(w)) == 0
