"""The effect exhibit: larger last weights, passed forward and backward."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, TraceError, verify
from netsim.exhibits.nudges.effect import EXHIBIT as EFFECT
from tests.netsim.exhibits.exhibited import KINDS, changed, held, plain, random_run, run_of


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_larger_last_weights_are_passed_forward_and_backward(kind, measured_gradient):
    run = random_run(kind=kind)
    kept, network, L = plain(EFFECT.record(run)), run.network, run.network.L
    larger = Network({**network.W, L: kept["factor"] * network.W[L]}, network.b, *kind)
    fwd = larger.forward(run.x)
    np.testing.assert_allclose(kept["z"], fwd.z[L][0], rtol=1e-13)
    np.testing.assert_allclose(kept["a"], fwd.a[L][0], rtol=1e-13)
    measured = measured_gradient(larger, run.x, run.y, "b", L)
    np.testing.assert_allclose(kept["delta"], measured, rtol=1e-6, atol=1e-9)
    if kind[1] != "softmax":
        np.testing.assert_allclose(kept["delta"], kept["da_dz"] * kept["dC_da"], rtol=1e-12, atol=1e-15)


@given(seed=st.integers(0, 500), spread=st.floats(0.1, 3))
def test_the_factor_is_the_smallest_that_leaves_an_output_wrong_and_stuck(seed, spread):
    run = random_run((4, 5, 6), seed=seed)
    network = run.network
    network = Network({**network.W, 2: spread * network.W[2]}, network.b)
    run = run_of(network, run.data, run.star)
    stuck = []
    for factor in range(1, 11):
        z = factor * network.W[2] @ run.fwd.a[1][0] + network.b[2]
        a = 1 / (1 + np.exp(-z))
        if any(abs(wrong) > 0.9 and flat < 0.05 for wrong, flat in zip(a - run.y, a * (1 - a), strict=True)):
            stuck.append(factor)
    assert plain(EFFECT.record(run))["factor"] == (stuck[0] if stuck else 10)


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, EFFECT)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("effect/factor", lambda a: a + 1, "effect/z = factor W3 a2"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))


def test_another_factor_with_all_that_follows_from_it_is_found_out(small_trace):
    trace = small_trace
    factor = trace["effect/factor"] - 1
    z = factor * trace["W3"][0] @ trace["a2"][0, 0] + trace["b3"][0]
    a = 1 / (1 + np.exp(-z))
    slope, wrong = a * (1 - a), 2 * (a - trace["y"][0])
    made = {"factor": factor, "z": z, "a": a, "dC_da": wrong, "da_dz": slope, "delta": slope * wrong}
    for name, array in made.items():
        trace = changed(trace, f"effect/{name}", lambda _, array=array: np.asarray(array))
    with pytest.raises(TraceError, match="effect/factor is the first that leaves an output wrong and stuck"):
        verify(trace)
