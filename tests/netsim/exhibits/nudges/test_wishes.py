"""The wishes exhibit: what each neuron wishes adds up to what the cost does, and what verify() finds out."""

import numpy as np
import pytest

from netsim import Network, Recipe, Trace, TraceError, record, verify
from netsim.exhibits.nudges.wishes import EXHIBIT as WISHES
from netsim.exhibits.nudges.wishes import layers
from netsim.functions import ACTIVATIONS
from netsim.trace.store import header_digest
from tests.netsim.exhibits.exhibited import KINDS, changed, held, more, moved, plain, random_run


def onward(network: Network, l: int) -> Network:
    """The layers from l on are a network, whose inputs are the activations before them."""
    W = {m - l + 1: w for m, w in network.W.items() if m >= l}
    b = {m - l + 1: v for m, v in network.b.items() if m >= l}
    return Network(W, b, network.hidden, network.output, network.cost)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_wishes_add_up_to_what_central_differences_measure_in_every_layer(kind, mean_cost):
    run, h = random_run((4, 5, 3, 3), kind), 1e-6
    kept = plain(WISHES.record(run))
    assert set(kept) == {f"{name}{l}" for name in ("table", "running") for l in (1, 2, 3)}
    for l in (1, 2, 3):
        rest, inputs = onward(run.network, l), run.fwd.a[l - 1][0]
        steps = h * np.eye(len(inputs))
        ends = np.array(
            [[mean_cost(rest, inputs + step, run.y), mean_cost(rest, inputs - step, run.y)] for step in steps]
        )
        np.testing.assert_allclose(kept[f"running{l}"][-1], -(ends[:, 0] - ends[:, 1]) / (2 * h), rtol=1e-5, atol=1e-8)
        np.testing.assert_allclose(np.diff(kept[f"running{l}"], axis=0, prepend=0), kept[f"table{l}"], atol=1e-12)


def test_a_neurons_row_is_what_its_own_sum_passes_on(mean_cost):
    """Move activation k, but let only neuron j of the layer after it know: its row of the table is what C does."""
    run, h = random_run((4, 5, 3, 3)), 1e-6
    kept, network, fwd = plain(WISHES.record(run)), run.network, run.fwd
    sigma, rest = ACTIVATIONS[network.hidden].value, onward(network, 3)
    for j in range(3):
        for k in range(5):
            ends = []
            for by in (h, -h):
                z = fwd.z[2][0].copy()
                z[j] += by * network.W[2][j, k]
                ends.append(mean_cost(rest, sigma(z), run.y))
            assert kept["table2"][j, k] == pytest.approx(-(ends[0] - ends[1]) / (2 * h), rel=1e-5, abs=1e-8)


def test_large_layers_are_left_out_but_the_last_is_not():
    assert layers([784, 16, 16, 10]) == [1, 2, 3]
    assert layers([784, 100, 100, 10]) == [2, 3]
    assert layers([250, 200, 251, 1000]) == [1, 3]
    assert layers([784, 1000]) == [1]


def test_a_trace_tells_which_layers_it_has():
    tables = {"network": {"hidden": [64, 8]}, "training": {"epochs": 1}}
    trace = record(Recipe.from_dict(tables), exhibits=["wishes"])
    assert [trace.has(f"wishes/table{l}") for l in (1, 2, 3)] == [False, True, True]
    assert not trace.has("wishes/running1")
    verify(trace)


@pytest.mark.parametrize("name", ["wishes/table2", "wishes/running1"])
def test_no_other_layer_may_be_missing(small_trace, name):
    header = dict(small_trace.header)
    header["arrays"] = {key: entry for key, entry in header["arrays"].items() if key != name}
    header["digest"] = header_digest(header)
    with pytest.raises(TraceError, match=f"lacks the array '{name}'"):
        verify(Trace(header, {key: small_trace[key] for key in header["arrays"]}))


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("wishes/table1", moved, "wishes/table1 = -W1 delta1"),
        ("wishes/running2", more(0.1, 0), "wishes/running2 = sums of wishes/table2"),
    ],
)
def test_each_layer_is_held(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, WISHES)
