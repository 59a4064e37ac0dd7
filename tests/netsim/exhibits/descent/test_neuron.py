"""The neuron exhibit: against sums by hand."""

import numpy as np
import pytest

from netsim import Network, TraceError, verify
from netsim.exhibits.descent.neuron import EXHIBIT as NEURON
from netsim.exhibits.descent.neuron import chosen_neuron
from netsim.functions import ACTIVATIONS
from tests.netsim.exhibits.exhibited import KINDS, changed, held, more, plain, put, random_run, trained_run


def one_layer(z, hidden="sigmoid"):
    """A network whose first layer has these sums for an input of 1, and weights that grow from neuron to neuron."""
    W = np.arange(1.0, len(z) + 1)[:, None]
    return Network({1: W, 2: np.ones((2, len(z)))}, {1: np.array(z) - W[:, 0], 2: np.zeros(2)}, hidden)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_neurons_sum_is_the_untrained_networks(kind):
    run = trained_run(kind)
    kept = plain(NEURON.record(run))
    layer, j = kept["place"]
    network = run.network
    assert layer == 1
    np.testing.assert_array_equal(kept["products"], [w * x for w, x in zip(network.W[1][j], run.x, strict=True)])
    assert kept["running"] == pytest.approx([sum(kept["products"][: k + 1]) for k in range(len(run.x))])
    assert kept["z"] == pytest.approx(sum(kept["products"]) + network.b[1][j])
    assert kept["a"] == ACTIVATIONS[kind[0]].value(np.array([kept["z"]]))[0]
    assert kept["curve_z"][0] <= min(-4, kept["z"], *kept["running"])
    assert kept["curve_z"][-1] >= max(4, kept["z"], *kept["running"])
    np.testing.assert_array_equal(kept["curve_a"], ACTIVATIONS[kind[0]].value(kept["curve_z"]))


def test_of_a_softmax_the_other_sums_stay():
    run = random_run((4, 3), ("tanh", "softmax", "cross_entropy"))
    kept = plain(NEURON.record(run))
    j, z = kept["place"][1], run.fwd.z[1][0].copy()
    z[j] = kept["curve_z"][30]
    assert kept["curve_a"][30] == pytest.approx(np.exp(z[j]) / np.exp(z).sum())


@pytest.mark.parametrize(
    ("z", "hidden", "chosen"),
    [
        ([1.0, -2.0, 7.0], "sigmoid", 1),  # the largest weight's neuron is extreme
        ([7.0, -5.0, 9.0], "sigmoid", 1),  # all are: the least extreme
        ([0.3, 0.9, 3.0], "tanh", 1),
        ([2.0, 3.0, -1.0], "relu", 1),  # the last is dead
        ([-2.0, -3.0, -1.0], "relu", 2),  # all are
        ([5.0, 50.0, 500.0], "identity", 2),
    ],
)
def test_the_neuron_is_not_an_extreme_one(z, hidden, chosen):
    network = one_layer(z, hidden)
    assert chosen_neuron(network, network.forward(np.ones(1))) == chosen


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("neuron/place", put(1, 3), "neuron/place is the neuron that is to be shown"),
        ("neuron/place", put(0, 2), "neuron/place is the neuron that is to be shown"),
        ("neuron/products", more(0.01, 0), "neuron/products = W1 x"),
        ("neuron/running", more(0.01, 0), "neuron/running = sums of the first"),
        ("neuron/b", more(0.01), "neuron/b = b1"),
        ("neuron/z", more(0.01), r"neuron/z = the last of neuron/running \+ b"),
        ("neuron/a", more(0.01), "neuron/a = a1"),
        ("neuron/curve_z", more(0.01), "neuron/curve_z lies evenly around 0 and holds z"),
        ("neuron/curve_a", more(0.01, 7), r"neuron/curve_a = tanh\(curve_z\)"),
    ],
)
def test_what_cannot_be_shown_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, NEURON)
