"""The threads exhibit: every position is the network with that one number in it, and what verify() finds out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsim import TraceError, record, verify
from netsim.anatomy.chain import drawn_chain
from netsim.exhibits.calculus.chain import EXHIBIT as CHAIN
from netsim.exhibits.calculus.links import EXHIBIT as LINKS
from netsim.exhibits.calculus.threads import BEFORE, FAR, LAST, NUDGED, POSITIONS, SATURATED, threads_of
from netsim.exhibits.calculus.threads import EXHIBIT as THREADS
from netsim.recipe.record import RecordSection
from tests.netsim.exhibits.exhibited import changed, held, moved, nudged, plain, planned_run, put

AT = [0, 150, 299, POSITIONS - 1]


def of_seed(seed):
    """The network of a seed, its example, and its threads."""
    network, x, y = drawn_chain(seed, 1)
    return network, x, y, threads_of(network, float(x[0]), float(y[0]))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_position_is_the_network_with_that_number_in_it(seed):
    network, x, y, kept = of_seed(seed)
    for turn in range(6):
        l, kind = turn // 2 + 1, "Wb"[turn % 2]
        place = (0, 0) if kind == "W" else (0,)
        for at in AT:
            by = float(kept["value"][turn, at] - getattr(network, kind)[l][place])
            fwd = nudged(network, kind, l, place, by).forward(x)
            np.testing.assert_allclose(kept["z"][turn, at], [fwd.z[l].item() for l in (1, 2, 3)], rtol=1e-9, atol=1e-12)
            np.testing.assert_allclose(kept["a"][turn, at], [fwd.a[l].item() for l in range(4)], rtol=1e-9)
            assert kept["C"][turn, at] == pytest.approx((fwd.a[3].item() - y[0]) ** 2, rel=1e-9)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_activation_before_the_last_neuron_is_turned_alone(seed):
    network, x, y, kept = of_seed(seed)
    fwd = network.forward(x)
    for at in AT:
        before = kept["value"][BEFORE, at]
        assert kept["a"][BEFORE, at, :2].tolist() == [fwd.a[0].item(), fwd.a[1].item()]
        assert kept["a"][BEFORE, at, 2] == before
        for add, z in ((0.0, kept["z"][BEFORE, at, 2]), (kept["nudge"][LAST], kept["both_z"][at])):
            assert z == pytest.approx((network.W[3].item() + add) * before + network.b[3].item())
        assert kept["both_C"][at] == pytest.approx((1 / (1 + np.exp(-kept["both_z"][at])) - y[0]) ** 2)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_slopes_at_rest_are_those_of_backpropagation(seed):
    *_, kept = of_seed(seed)
    links = plain(LINKS.record(planned_run(chain_seed=seed)))
    expected = [*np.stack([links["dC_dw"], links["dC_db"]], axis=-1).ravel(), links["dC_da"][2]]
    for turn, rest in enumerate(kept["rest"]):
        if 0 < rest < POSITIONS - 1:
            near = slice(rest - 1, rest + 2)
            slope = np.gradient(kept["C"][turn, near], kept["value"][turn, near], edge_order=2)[1]
            assert slope == pytest.approx(expected[turn], rel=2e-3, abs=2e-4)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_far_away_the_neuron_is_saturated_on_both_sides(seed):
    network, x, _, kept = of_seed(seed)
    at, before = int(kept["far_rest"]), network.forward(x).a[2].item()
    assert kept["far_value"][at] == network.W[3].item()
    np.testing.assert_allclose(kept["far_z"], kept["far_value"] * before + network.b[3].item(), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(kept["far_z"][[0, -1]], [-SATURATED, SATURATED], atol=0.01)
    assert kept["far_a"][0] < 0.001
    assert kept["far_a"][-1] > 0.999
    assert kept["far_C"][-1] < 1e-5


def test_a_nudge_is_a_band_that_can_be_seen():
    *_, kept = of_seed(RecordSection().chain_seed)
    np.testing.assert_allclose(kept["nudge"][:6], NUDGED * 2 * FAR / (POSITIONS - 1))
    assert kept["nudge"][LAST] == pytest.approx(0.3)
    assert kept["change_z"][LAST, 2] == pytest.approx(0.3 * kept["a"][LAST, 0, 2])
    assert kept["change_z"][LAST, :2].tolist() == [0, 0]
    assert np.sign([kept["change_a"][LAST, 3], kept["change_C"][LAST]]).tolist() == [1, -1]


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_ratios_of_changes_come_to_the_derivatives(seed):
    *_, kept = of_seed(seed)
    rest, chain = int(kept["rest"][LAST]), plain(CHAIN.record(planned_run(chain_seed=seed)))
    for name in ("dz_dw", "da_dz", "dC_da", "dC_dw"):
        ratio = kept[f"ratio_{name}"]
        assert ratio[rest] == pytest.approx(chain[name], rel=1e-9)
        assert (ratio[rest - 1] + ratio[rest + 1]) / 2 == pytest.approx(chain[name], rel=1e-3, abs=1e-6)
        above, below = (chain[f"change_{end[1]}"][chain["epsilon"] == 0.1] for end in name.split("_"))
        assert ratio[rest + 30] == pytest.approx((above / below).item(), rel=1e-9)


@pytest.mark.parametrize("cost", ["quadratic", "half_quadratic", "cross_entropy"])
def test_costs_of_every_kind(quick, cost):
    verify(record(quick(network={"cost": cost}), exhibits=["threads"]))


def test_without_the_chain_they_are_held_for_themselves(quick):
    trace = record(quick(), exhibits=["threads"])
    verify(trace)
    with pytest.raises(TraceError, match=r"The trace breaks .*threads/"):
        verify(changed(trace, "threads/far_C", moved))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, THREADS)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("threads/rest", lambda a: a + 1000, "threads/rest = .* no place"),
        ("threads/nudged", lambda a: a + 1000, "threads/nudged = .* no place"),
        ("threads/rest", lambda a: a + 1, "threads/value"),
        ("threads/nudged", lambda a: a - 1, "threads/nudged is so many positions"),
        ("threads/far_rest", lambda a: a + 1, "threads/far_rest is where"),
        ("threads/value", put((2, 300), 0.0), "threads/"),
        ("threads/ratio_dC_dw", put(300, -0.2), "at rest is the derivative"),
        ("threads/both_z", moved, "threads/both_z = nudged w a"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))
