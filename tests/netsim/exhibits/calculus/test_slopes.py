"""The slopes exhibit: the curves against other code, their slopes against central differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import TraceError, verify
from netsim.anatomy.chain import drawn_chain
from netsim.exhibits.calculus.slopes import EXHIBIT as SLOPES
from netsim.exhibits.calculus.slopes import slopes_of
from tests.netsim.exhibits.exhibited import changed, held, plain, planned_run, put

BY = 1e-6


def expit(z):
    """The sigmoid by another formula."""
    return (1 + np.tanh(z / 2)) / 2


@given(seed=st.integers(0, 10**6))
def test_slopes_are_what_central_differences_measure(seed):
    kept = plain(SLOPES.record(planned_run(chain_seed=seed)))
    z, a = kept["z"], kept["a"]
    np.testing.assert_allclose(kept["a_of_z"], expit(z), atol=1e-14)
    np.testing.assert_allclose(kept["da_dz"], (expit(z + BY) - expit(z - BY)) / (2 * BY), atol=1e-9)
    np.testing.assert_array_equal(kept["relu_of_z"], np.clip(z, 0, None))
    smooth = np.abs(z) > BY
    ramp = (np.clip(z + BY, 0, None) - np.clip(z - BY, 0, None)) / (2 * BY)
    np.testing.assert_allclose(kept["drelu_dz"][smooth], ramp[smooth], atol=1e-9)
    np.testing.assert_allclose(kept["C_of_a"], (1 - a) ** 2, atol=1e-15)  # the first target is 1
    np.testing.assert_allclose(kept["dC_da"], ((1 - a - BY) ** 2 - (1 - a + BY) ** 2) / (2 * BY), atol=1e-9)
    np.testing.assert_allclose(kept["error"], a - 1, atol=1e-15)


@given(seed=st.integers(0, 10**6))
def test_the_chain_stands_on_its_curves(seed):
    kept = plain(SLOPES.record(planned_run(chain_seed=seed)))
    network, x, _ = drawn_chain(seed, 1)
    fwd = network.forward(x[:, None])
    assert kept["z"][kept["at_z"]] == fwd.z[3].item()
    assert kept["a_of_z"][kept["at_z"]] == pytest.approx(fwd.a[3].item(), abs=1e-15)
    assert kept["a"][kept["at_a"]] == fwd.a[3].item()
    assert kept["z"][0] <= -4
    assert kept["z"][-1] >= 4
    assert kept["a"][[0, -1]].tolist() == [0, 1]


def test_another_target_and_half_the_cost():
    network, x, _ = drawn_chain(3, 1, "half_quadratic")
    kept = slopes_of(network, float(x[0]), 0.0)
    np.testing.assert_allclose(kept["dC_da"], kept["a"], atol=1e-15)
    np.testing.assert_allclose(kept["C_of_a"], kept["a"] ** 2 / 2, atol=1e-15)


def test_a_quarter_is_the_most_and_the_ends_are_flat():
    kept = plain(SLOPES.record(planned_run()))
    assert kept["da_dz"].max() <= 0.25
    assert kept["da_dz"].max() == pytest.approx(0.25, abs=1e-4)
    assert kept["da_dz"][[0, -1]].max() < 0.02


@pytest.mark.parametrize("name", ["at_z", "at_a"])
def test_a_place_that_is_none_is_named(late_trace, name):
    with pytest.raises(TraceError, match=f"slopes/{name} = .* no place"):
        verify(changed(late_trace, f"slopes/{name}", put((), 5000)))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, SLOPES)
