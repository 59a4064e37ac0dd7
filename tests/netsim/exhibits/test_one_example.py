"""The star's own gradient, its counts, and the last layer with larger weights."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from netsim import Network
from netsim.anatomy.components import fewest
from netsim.exhibits.nudges.effect import EXHIBIT as EFFECT
from netsim.exhibits.nudges.one import EXHIBIT as ONE
from netsim.functions import ACTIVATIONS
from tests.netsim.exhibits.exhibited import KINDS, random_data, random_run, run_of


def plain(arrays):
    return {key.split("/")[1]: array for key, array in arrays.items()}


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_the_gradient_is_what_central_differences_measure(kind, sizes, measured_gradient):
    subject = random_run(sizes, kind)
    kept = plain(ONE.record(subject))
    for l in subject.network.W:
        for part in "Wb":
            measured = measured_gradient(subject.network, subject.x, subject.y, part, l)
            np.testing.assert_allclose(kept[f"dC_d{part}{l}"], measured, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_slopes_are_what_a_nudge_of_z_measures(kind):
    subject = random_run(kind=kind)
    kept = plain(ONE.record(subject))
    for l in subject.network.W:
        sigma, z, h = ACTIVATIONS[subject.network.activation_of(l)].value, subject.fwd.z[l][0], 1e-6
        for j, step in enumerate(h * np.eye(len(z))):
            measured = (sigma(z + step)[j] - sigma(z - step)[j]) / (2 * h)
            assert kept[f"da_dz{l}"][j] == pytest.approx(measured, rel=1e-6, abs=1e-10)


def test_components_are_counted():
    subject = random_run((4, 5, 3))
    kept = plain(ONE.record(subject))
    assert kept["components"] == 4 * 5 + 5 + 5 * 3 + 3
    assert kept["zero"] == 5 * np.count_nonzero(subject.x == 0) > 0


def test_a_dead_network_has_nothing_but_zeros():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu", "relu")
    dead = Network(network.W, {l: np.full_like(b, -100.0) for l, b in network.b.items()}, "relu", "relu")
    subject = run_of(dead, random_data(rng, 3, 2, 8))
    kept = plain(ONE.record(subject))
    assert kept["zero"] == kept["components"] == 26
    assert kept["most"] == 0
    assert plain(EFFECT.record(subject))["factor"] == 1  # the label's output is wrong by 1, and flat


@given(
    arrays(float, st.integers(1, 30), elements=st.sampled_from([0.0, 1e-200, -0.001, 0.3, -1.0, 2.5, 1e200, -3e200]))
)
def test_the_fewest_are_the_least_that_reach_nine_tenths(components):
    count = fewest(components)
    unit = components / max(np.abs(components).max(), 5e-324)
    largest = sorted(unit**2, reverse=True)
    assert sum(largest[:count]) >= 0.9 * sum(largest) - 1e-12
    if count:
        assert sum(largest[: count - 1]) < 0.9 * sum(largest) + 1e-12
    else:
        assert not components.any()


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_larger_last_weights_are_passed_forward_and_backward(kind, measured_gradient):
    subject = random_run(kind=kind)
    kept, network, L = plain(EFFECT.record(subject)), subject.network, subject.network.L
    larger = Network({**network.W, L: kept["factor"] * network.W[L]}, network.b, *kind)
    fwd = larger.forward(subject.x)
    np.testing.assert_allclose(kept["z"], fwd.z[L][0], rtol=1e-13)
    np.testing.assert_allclose(kept["a"], fwd.a[L][0], rtol=1e-13)
    measured = measured_gradient(larger, subject.x, subject.y, "b", L)
    np.testing.assert_allclose(kept["delta"], measured, rtol=1e-6, atol=1e-9)
    if kind[1] != "softmax":
        np.testing.assert_allclose(kept["delta"], kept["da_dz"] * kept["dC_da"], rtol=1e-12, atol=1e-15)


@given(seed=st.integers(0, 500), spread=st.floats(0.1, 3))
def test_the_factor_is_the_smallest_that_leaves_an_output_wrong_and_stuck(seed, spread):
    subject = random_run((4, 5, 6), seed=seed)
    network = subject.network
    network = Network({**network.W, 2: spread * network.W[2]}, network.b)
    subject = run_of(network, subject.data, subject.star)
    stuck = []
    for factor in range(1, 11):
        z = factor * network.W[2] @ subject.fwd.a[1][0] + network.b[2]
        a = 1 / (1 + np.exp(-z))
        if any(abs(wrong) > 0.9 and flat < 0.05 for wrong, flat in zip(a - subject.y, a * (1 - a), strict=True)):
            stuck.append(factor)
    assert plain(EFFECT.record(subject))["factor"] == (stuck[0] if stuck else 10)
