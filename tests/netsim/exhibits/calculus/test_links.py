"""The links exhibit: all derivatives of the 1-1-1-1 network, by hand and by central differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, TraceError, record, verify
from netsim.anatomy.chain import drawn_chain
from netsim.exhibits.calculus.chain import EXHIBIT as CHAIN
from netsim.exhibits.calculus.links import EXHIBIT as LINKS
from netsim.exhibits.calculus.links import links_of
from netsim.recipe.record import RecordSection
from tests.netsim.exhibits.exhibited import changed, held, plain, planned_run, put

SEED = RecordSection().chain_seed


def test_links_of_the_classic():
    """What the published numbers make of the last layer, and two layers before it by hand."""
    w, b = (-0.899, -2.487, 0.913), (-0.312, 0.729, 0.218)
    network = Network({l: np.array([[w[l - 1]]]) for l in (1, 2, 3)}, {l: np.array([b[l - 1]]) for l in (1, 2, 3)})
    links = links_of(network, 0.5, 1.0, 0.01)
    np.testing.assert_allclose(links["da_dz"], [0.2169, 0.2497, 0.2246], atol=6e-4)
    assert links["dC_da"][3] == pytest.approx(-0.681, abs=6e-4)
    assert links["delta"][2] == pytest.approx(-0.681 * 0.2246, abs=6e-4)
    assert links["dC_dw"][2] == pytest.approx(-0.0741, abs=6e-5)
    delta2 = links["delta"][2] * 0.913 * 0.2497
    delta1 = delta2 * -2.487 * 0.2169
    np.testing.assert_allclose(links["delta"][:2], [delta1, delta2], rtol=3e-3)
    np.testing.assert_allclose(links["dC_dw"][:2], [delta1 * 0.5, delta2 * 0.318], rtol=3e-3)
    assert links["dC_da"][0] == pytest.approx(-0.899 * delta1, rel=3e-3)


@given(seed=st.integers(0, 10**6))
def test_links_are_what_central_differences_measure(seed, derivatives, mean_cost):
    network, x, y = drawn_chain(seed, 1)
    links = plain(LINKS.record(planned_run(chain_seed=seed, epsilon=0.01)))
    for name, measured in derivatives(network, x, y).items():
        np.testing.assert_allclose(links[name], measured, rtol=1e-5, atol=1e-9)
    ends = [mean_cost(network, x + by, y) for by in (1e-5, -1e-5)]
    assert links["dC_da"][0] == pytest.approx((ends[0] - ends[1]) / 2e-5, rel=1e-5, abs=1e-9)
    np.testing.assert_allclose(links["delta"], links["da_dz"] * links["dC_da"][1:], rtol=1e-12)


def test_measured_links_approach_the_derivatives():
    errors = []
    for epsilon in (0.01, 0.001):
        links = plain(LINKS.record(planned_run(chain_seed=SEED, epsilon=epsilon)))
        gaps = [np.abs(links[f"measured_{name}"] - links[name]) for name in ("dC_dw", "dC_db")]
        errors.append(np.concatenate(gaps))
    np.testing.assert_allclose(errors[0] / errors[1], 10, rtol=0.05)


def test_an_activation_set_by_hand_is_measured_as_what_follows_it():
    """Another way to compute it: a network that begins there."""
    epsilon = 0.01
    links = plain(LINKS.record(planned_run(chain_seed=SEED, epsilon=epsilon)))
    network, x, _ = drawn_chain(SEED, 1)
    value = float(x[0])
    for l in range(4):
        before, after = value, value + epsilon
        for m in range(l + 1, 4):
            W, b = network.W[m].item(), network.b[m].item()
            before, after = (1 / (1 + np.exp(-W * a - b)) for a in (before, after))
        assert links["measured_dC_da"][l] == pytest.approx(((after - 1) ** 2 - (before - 1) ** 2) / epsilon)
        value = 1 / (1 + np.exp(-network.W[l + 1].item() * value - network.b[l + 1].item())) if l < 3 else value


def test_the_default_links_belong_to_the_chain():
    links, chain = (
        plain(LINKS.record(planned_run(chain_seed=SEED, epsilon=0.01))),
        plain(CHAIN.record(planned_run(chain_seed=SEED, epsilon=0.01))),
    )
    assert links["dC_dw"][2] == pytest.approx(chain["dC_dw"])
    assert links["measured_dC_dw"][2] == pytest.approx(chain["measured_dC_dw"][chain["at"]])


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("links/dC_da", put(0, 1.0), "links/dC_da = w delta"),
        ("links/measured_dC_db", put(0, 1.0), "links/measured_dC_db = change of C"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(trace, key, change))


def test_without_the_chain_they_are_held_for_themselves(quick):
    trace = record(quick(), exhibits=["links"])
    verify(trace)
    with pytest.raises(TraceError, match=r"The trace breaks .*links/"):
        verify(changed(trace, "links/dC_db", put(-1, 0.5)))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, LINKS)
