"""The several exhibit: each example has derivatives of its own, and there is one mean."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import TraceError, record, verify
from netsim.anatomy.chain import drawn_chain
from netsim.exhibits.calculus.chain import EXHIBIT as CHAIN
from netsim.exhibits.calculus.several import EXHIBIT as EXAMPLES
from netsim.exhibits.calculus.several import SEVERAL
from netsim.recipe.recipe import RecordSection
from tests.netsim.exhibits.exhibited import changed, held, plain, planned_run, put


def derivatives(measured_gradient, network, x, y):
    """Central differences by the weights and by the biases, (3,) each."""
    return {
        f"dC_d{kind.lower()}": [measured_gradient(network, x, y, kind, l).item() for l in (1, 2, 3)] for kind in "Wb"
    }


SEED = RecordSection().chain_seed

OURS = ["explained", "links", "several", "graph", "chain"]


@pytest.fixture(scope="module")
def trace(quick):
    """A 2-4-3-3 network, of which a weight of the first layer is taken apart: nine paths."""
    return record(quick(record={"weight": "W1[3,1]"}), exhibits=OURS)


@given(seed=st.integers(0, 10**6))
def test_several_examples_have_their_own_derivatives_and_one_mean(seed, measured_gradient):
    network, x, y = drawn_chain(seed, SEVERAL)
    several = plain(EXAMPLES.record(planned_run(chain_seed=seed)))
    chain = plain(CHAIN.record(planned_run(chain_seed=seed, epsilon=0.01)))
    assert (several["x"][0], several["y"][0]) == (chain["x"], chain["y"])
    assert several["C"][0] == pytest.approx(chain["C"])
    assert set(several["y"].tolist()) == {0.0, 1.0}
    for e in range(SEVERAL):
        for name, measured in derivatives(measured_gradient, network, x[e : e + 1], y[e : e + 1]).items():
            np.testing.assert_allclose(several[name][e], measured, rtol=1e-5, atol=1e-9)
    for name, measured in derivatives(measured_gradient, network, x[:, None], y[:, None]).items():
        np.testing.assert_allclose(several[f"mean_{name}"], measured, rtol=1e-5, atol=1e-9)
    assert several["mean_C"] == pytest.approx(several["C"].mean())


def test_the_default_examples_make_a_good_picture():
    """Examples that want opposite things, so that the mean is not what the first one says."""
    several = plain(EXAMPLES.record(planned_run(chain_seed=SEED)))
    assert len(set(several["x"].round(2).tolist())) == SEVERAL
    assert np.all((several["x"] > 0.02) & (several["x"] < 0.98))
    assert 2 <= several["y"].sum() <= SEVERAL - 2
    assert several["dC_dw"][:, 2].min() < 0 < several["dC_dw"][:, 2].max()


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("several/y", lambda a: 0 * a + 1, "several/y is both"),
        ("several/x", put(0, 0.1), "several/x begins with chain/x"),
        ("several/dC_dw", put((3, 0), 0.1), "several/mean_dC_dw = mean of dC_dw"),
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
