"""The several exhibit: each example has derivatives of its own, and there is one mean."""

from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsim import Network, TraceError, record, verify
from netsim.anatomy.chain import drawn_chain
from netsim.exhibits.calculus.chain import EXHIBIT as CHAIN
from netsim.exhibits.calculus.several import EXHIBIT as EXAMPLES
from netsim.exhibits.calculus.several import SEVERAL, several_of
from netsim.recipe.record import RecordSection
from tests.netsim.exhibits.exhibited import changed, held, more, plain, planned_run, put

SEED = RecordSection().chain_seed


def network_at(several, i):
    """The network at one of the moments."""
    W, b = ({l: several[name][i, l - 1].reshape(shape) for l in (1, 2, 3)} for name, shape in (("W", (1, 1)), ("b", 1)))
    return Network(W, b)


@settings(max_examples=10)
@given(seed=st.integers(0, 10**6))
def test_several_examples_have_their_own_derivatives_and_one_mean(seed, derivatives):
    several = plain(EXAMPLES.record(planned_run(chain_seed=seed)))
    chain = plain(CHAIN.record(planned_run(chain_seed=seed, epsilon=0.01)))
    x, y, at = several["x"], several["y"], int(several["at"])
    assert (x[0], y[0]) == (chain["x"], chain["y"])
    assert several["C"][0, 0] == pytest.approx(chain["C"])
    np.testing.assert_array_equal(several["W"][0], chain["W"])
    network = network_at(several, at)
    for e in range(SEVERAL):
        for name, measured in derivatives(network, x[e : e + 1], y[e : e + 1]).items():
            np.testing.assert_allclose(several[name][e], measured, rtol=1e-5, atol=1e-9)
    for name, measured in derivatives(network, x[:, None], y[:, None]).items():
        np.testing.assert_allclose(several[f"mean_{name}"], measured, rtol=1e-5, atol=1e-9)


@settings(max_examples=10)
@given(seed=st.integers(0, 10**6))
def test_examples_on_one_side_of_a_half_have_one_target(seed):
    _, x, y = drawn_chain(seed, SEVERAL)
    assert y[0] == 1
    assert set(y.tolist()) == {0.0, 1.0}
    assert max(min(x[y == 0]), min(x[y == 1])) > 0.5 > min(max(x[y == 0]), max(x[y == 1]))


def trained_by_hand(several, updates):
    """Full-batch gradient descent written out for three weights and three biases, one example after the other."""
    w, b = several["W"][0].tolist(), several["b"][0].tolist()
    for _ in range(updates):
        down_w, down_b = [0.0] * 3, [0.0] * 3
        for x, y in zip(several["x"].tolist(), several["y"].tolist(), strict=True):
            a = [x]
            for l in range(3):
                a.append(1 / (1 + exp(-(w[l] * a[-1] + b[l]))))
            answers = 2 * (a[3] - y)
            for l in (2, 1, 0):
                delta = answers * a[l + 1] * (1 - a[l + 1])
                down_w[l] += delta * a[l] / SEVERAL
                down_b[l] += delta / SEVERAL
                answers = delta * w[l]
        w = [one - several["eta"] * down for one, down in zip(w, down_w, strict=True)]
        b = [one - several["eta"] * down for one, down in zip(b, down_b, strict=True)]
    return w, b


def test_the_network_is_trained_as_by_hand():
    several = plain(EXAMPLES.record(planned_run(chain_seed=SEED)))
    for i in (1, len(several["steps"]) // 2, -1):
        w, b = trained_by_hand(several, int(several["steps"][i]))
        np.testing.assert_allclose(several["W"][i], w, rtol=1e-8)
        np.testing.assert_allclose(several["b"][i], b, rtol=1e-8)


def test_half_of_the_cost_trains_alike():
    network, x, y = drawn_chain(3, SEVERAL)
    half = Network(network.W, network.b, cost="half_quadratic")
    whole, halved = several_of(network, x, y, 1.0), several_of(half, x, y, 2.0)
    np.testing.assert_allclose(halved["a"], whole["a"], rtol=1e-9)
    np.testing.assert_allclose(halved["C"], whole["C"] / 2, rtol=1e-8)
    assert halved["at"] == whole["at"]


def test_the_default_examples_make_a_good_picture():
    """At first all are answered alike; they are told apart, and want opposite things, so that the mean is no one's."""
    several = plain(EXAMPLES.record(planned_run(chain_seed=SEED)))
    assert len(set(several["x"].round(2).tolist())) == SEVERAL
    assert np.all((several["x"] > 0.02) & (several["x"] < 0.98))
    assert np.ptp(several["a"][0, :, 3]) < 0.01
    assert np.abs(several["a"][-1, :, 3] - several["y"]).max() <= 0.3
    assert several["dC_dw"][:, 2].min() < 0 < several["dC_dw"][:, 2].max()


def test_nothing_jumps_between_two_moments():
    """A film of some five seconds shows them all: what moves fastest is a weighted sum of up to 3."""
    several = plain(EXAMPLES.record(planned_run(chain_seed=SEED)))
    assert np.abs(np.diff(several["z"][:, :, 2], axis=0)).max() < 0.07
    assert np.abs(np.diff(several["a"], axis=0)).max() < 0.03
    assert 150 < len(several["steps"]) <= 300


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("several/y", lambda a: 0 * a + 1, "several/y = 1 on the first input's side"),
        ("several/x", put(0, 0.1), "several/"),
        ("several/dC_dw", put((3, 0), 0.1), "several/dC_dw = from the cost back"),
        ("several/steps", more(1, -1), "several/W = gradient descent from moment to moment"),
        ("several/steps", more(1, 0), "several/steps"),
        ("several/at", more(-1), "several/at is the first that tells all apart"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(trace, key, change))


def test_without_the_chain_they_are_held_for_themselves(quick):
    trace = record(quick(), exhibits=["several"])
    verify(trace)
    with pytest.raises(TraceError, match=r"The trace breaks .*several/"):
        verify(changed(trace, "several/dC_db", put(-1, 0.5)))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, EXAMPLES)
