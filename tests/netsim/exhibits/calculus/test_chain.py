"""The chain exhibit: the classic's published numbers, and the one that is recorded."""

import numpy as np
import pytest

from netsim import Network, TraceError, verify
from netsim.exhibits.calculus.chain import EPSILONS, chain_of
from netsim.exhibits.calculus.chain import EXHIBIT as CHAIN
from tests.netsim.exhibits.exhibited import changed, held, planned_run


@pytest.fixture(scope="module")
def classic():
    w, b = (-0.899, -2.487, 0.913), (-0.312, 0.729, 0.218)
    network = Network({l: np.array([[w[l - 1]]]) for l in (1, 2, 3)}, {l: np.array([b[l - 1]]) for l in (1, 2, 3)})
    return chain_of(network, 0.5, 1.0, 0.01)


@pytest.fixture(scope="module")
def recorded():
    arrays = CHAIN.record(planned_run())
    return {key.removeprefix("chain/"): value for key, value in arrays.items()}


def test_forward_pass_of_the_classic(classic):
    np.testing.assert_allclose(classic["z"], [-0.761, -0.063, 0.660], atol=6e-4)
    np.testing.assert_allclose(classic["a"], [0.5, 0.318, 0.484, 0.659], atol=6e-4)
    assert classic["C"] == pytest.approx(0.1161, abs=6e-5)


def test_factors_of_the_classic(classic):
    assert classic["dC_da"] == pytest.approx(-0.681, abs=6e-4)
    assert classic["da_dz"] == pytest.approx(0.2246, abs=6e-5)
    assert classic["dz_dw"] == pytest.approx(0.484, abs=6e-4)
    assert classic["dC_dw"] == pytest.approx(-0.0741, abs=6e-5)


def test_nudge_of_the_classic(classic):
    at = int(classic["at"])
    assert classic["epsilon"][at] == 0.01
    assert classic["change_z"][at] == pytest.approx(0.00484, abs=6e-6)
    assert classic["change_a"][at] == pytest.approx(0.00109, abs=6e-6)
    assert classic["change_C"][at] == pytest.approx(-0.00074, abs=6e-6)


def test_what_smaller_nudges_measure_approaches_the_derivative(recorded):
    errors = np.abs(recorded["measured_dC_dw"] - recorded["dC_dw"])
    assert recorded["epsilon"].tolist() == sorted(EPSILONS, reverse=True)
    assert np.all(np.diff(errors) < 0)


def test_the_default_chain_makes_a_good_picture(recorded):
    """What the default seed was chosen for."""
    assert np.all((recorded["a"] > 0.2) & (recorded["a"] < 0.8))
    assert 0.2 < abs(recorded["W"][2]) < 1
    assert recorded["da_dz"] > 0.15
    assert abs(recorded["dC_dw"]) > 0.1


def test_the_recipes_epsilon_is_among_the_nudges():
    arrays = CHAIN.record(planned_run(chain_seed=0, epsilon=0.02))
    assert arrays["chain/epsilon"][arrays["chain/at"]] == 0.02
    assert len(arrays["chain/epsilon"]) == len(EPSILONS) + 1


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, CHAIN)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("chain/at", lambda a: a + 50, "chain/at = .* no place"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))
