"""The one exhibit: the star's gradient is what central differences measure."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from netsim import Network, TraceError, verify
from netsim.anatomy.components import fewest
from netsim.exhibits.nudges.effect import EXHIBIT as EFFECT
from netsim.exhibits.nudges.one import EXHIBIT as ONE
from netsim.functions import ACTIVATIONS
from tests.netsim.exhibits.exhibited import KINDS, changed, held, plain, random_data, random_run, run_of


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_the_gradient_is_what_central_differences_measure(kind, sizes, measured_gradient):
    run = random_run(sizes, kind)
    kept = plain(ONE.record(run))
    for l in run.network.W:
        for part in "Wb":
            measured = measured_gradient(run.network, run.x, run.y, part, l)
            np.testing.assert_allclose(kept[f"dC_d{part}{l}"], measured, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_slopes_are_what_a_nudge_of_z_measures(kind):
    run = random_run(kind=kind)
    kept = plain(ONE.record(run))
    for l in run.network.W:
        sigma, z, h = ACTIVATIONS[run.network.activation_of(l)].value, run.fwd.z[l][0], 1e-6
        for j, step in enumerate(h * np.eye(len(z))):
            measured = (sigma(z + step)[j] - sigma(z - step)[j]) / (2 * h)
            assert kept[f"da_dz{l}"][j] == pytest.approx(measured, rel=1e-6, abs=1e-10)


def test_components_are_counted():
    run = random_run((4, 5, 3))
    kept = plain(ONE.record(run))
    assert kept["components"] == 4 * 5 + 5 + 5 * 3 + 3
    assert kept["zero"] == 5 * np.count_nonzero(run.x == 0) > 0


def test_a_dead_network_has_nothing_but_zeros():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu", "relu")
    dead = Network(network.W, {l: np.full_like(b, -100.0) for l, b in network.b.items()}, "relu", "relu")
    run = run_of(dead, random_data(rng, 3, 2, 8))
    kept = plain(ONE.record(run))
    assert kept["zero"] == kept["components"] == 26
    assert kept["most"] == 0
    assert plain(EFFECT.record(run))["factor"] == 1  # the label's output is wrong by 1, and flat


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


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, ONE)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("one/components", lambda a: a + 1, "one/components counts"),
        ("one/zero", lambda a: a + 1, "one/zero counts"),
        ("one/most", lambda a: a - 1, "one/most counts"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))
