"""The explained exhibit: the recipe's weight or the engine's choice, and what verify() finds out about it."""

import numpy as np
import pytest

from netsim import TraceError, record, verify
from netsim.exhibits.calculus.explained import EXHIBIT as EXPLAINED
from tests.netsim.exhibits.exhibited import KINDS, changed, held, put

OURS = ["explained"]


@pytest.fixture(scope="module")
def trace(quick):
    """A 2-4-3-3 network, of which a weight of the first layer is taken apart: nine paths."""
    return record(quick(record={"weight": "W1[3,1]"}), exhibits=OURS)


def test_the_recipes_weight_is_taken_apart(trace):
    assert trace["explained/place"].tolist() == [0, 0, 1, 3, 1]
    assert trace["explained/dC_dw"] == pytest.approx(trace.dC_dW(1, 0, 0)[3, 1])
    assert trace["explained/many"] == 9
    assert trace["explained/neurons"].shape == (5, 3)
    assert trace["explained/factors"].shape == (5, 7)
    verify(trace)


def test_without_a_name_the_brightest_way_to_the_labels_output_is_taken(quick):
    trace = record(quick(), exhibits=OURS)
    assert trace["explained/place"].tolist() == [0, 0, 3, trace.label(0), int(np.argmax(trace["a2"][0, 0]))]


@pytest.mark.parametrize("kind", [*KINDS, ("relu", "relu", "quadratic")], ids=" ".join)
@pytest.mark.parametrize("hidden", [[], [1], [4, 3], [3] * 6], ids=str)
def test_every_network_passes_its_own_examination(quick, kind, hidden):
    activation, output, cost = kind
    network = {"hidden": hidden, "activation": activation, "output": output, "cost": cost}
    for l in range(1, len(hidden) + 2):
        plan = {"weight": f"W{l}[0,0]"}
        trace = record(quick(network=network, training={"epochs": 1, "eta": 0.001}, record=plan), exhibits=OURS)
        assert trace["explained/place"].tolist()[2:] == [l, 0, 0]
        verify(trace)


def test_paths_that_are_not_the_largest_are_found_out(trace):
    """The same with the largest left out, and all that follows from it."""
    fewer = trace
    for name in ("neurons", "factors", "products"):
        fewer = changed(fewer, f"explained/{name}", lambda array: array[1:])
    told = fewer["explained/products"].sum()
    fewer = changed(fewer, "explained/rest", lambda rest: fewer["explained/dC_dw"] - told)
    with pytest.raises(TraceError, match="explained/products are the largest"):
        verify(fewer)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("explained/place", put(1, 1), r"explained/place = \[0, 1, 1, 3, 1\], which is no place"),
        ("explained/place", put(2, 4), "explained/place = .* no place"),
        ("explained/place", put(3, 4), "explained/place = .* no place"),
        ("explained/place", put(4, 0), r"explained/place = \[0, 0, 1, 3, 0\], but its recipe names W1\[3,1\]"),
        ("explained/neurons", put((0, 0), 2), "explained/neurons = .* no place"),
        ("explained/neurons", put((1, 2), 3), "explained/neurons = .* no place"),
        ("explained/neurons", lambda a: a[[0, 1, 2, 3, 3]], "has a path twice"),
        ("explained/neurons", lambda a: a[[1, 0, 2, 3, 4]], "explained/factors = those along"),
        ("explained/neurons", lambda a: a[:, :2], "has explained/neurons of 2 stops, expected 3"),
        ("explained/many", lambda a: a + 1, "explained/many counts the paths"),
        ("explained/rest", lambda a: a + 1e-6, "explained/rest = dC_dw - explained/products"),
        ("explained/epsilon", lambda a: a * 2, r"explained/epsilon = record\.epsilon"),
        ("explained/measured_change", lambda a: a + 1e-6, "explained/measured_change = change of C"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, EXPLAINED)
