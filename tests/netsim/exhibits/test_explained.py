"""The weight that a lesson takes apart: its name, the engine's choice, and what verify() finds out about it."""

import re

import numpy as np
import pytest

from netsim import Recipe, RecipeError, TraceError, record, verify
from netsim.weight_names import weight_in, weight_named
from tests.netsim.exhibits.exhibited import KINDS
from tests.netsim.trace.test_identities import changed

OURS = ["explained", "links", "several", "graph", "chain"]


@pytest.fixture(scope="module")
def trace(quick):
    """A 2-4-3-3 network, of which a weight of the first layer is taken apart: nine paths."""
    return record(quick(record={"weight": "W1[3,1]"}), exhibits=OURS)


@pytest.mark.parametrize("text", ["W3[2,7]", "w3[2,7]", " W3 [ 2 , 7 ] "])
def test_a_weight_is_read_by_its_name(text):
    assert weight_named(text) == weight_in(text, [4, 5, 8, 3]) == (3, 2, 7)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("w3,2,7", "'w3,2,7' names no weight (did you mean 'W3[2,7]'?), expected a name such as 'W3[2,7]'"),
        ("W3[2]", "'W3[2]' names no weight, expected a name such as 'W3[2,7]'"),
        ("b3[2]", "'b3[2]' names no weight, expected"),
        ("W3[2,-7]", "'W3[2,-7]' names no weight"),
        ("W3[2,7,1]", "'W3[2,7,1]' names no weight, expected"),
        ("W" + "9" * 5000 + "[0,0]", "names no weight"),
        ("weight", "'weight' names no weight, expected"),
    ],
)
def test_what_names_no_weight_is_said_when_the_recipe_is_read(text, said):
    with pytest.raises(RecipeError) as caught:
        Recipe.from_dict({"record": {"weight": text}}, "lesson.toml")
    sentence = str(caught.value)
    assert sentence.startswith("lesson.toml: in [record], weight = ")
    assert said in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 400


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("W9[0,0]", "record.weight = 'W9[0,0]': the network 2-4-3-3 has no weights W9, expected W1 to W3."),
        ("W0[0,0]", "record.weight = 'W0[0,0]': the network 2-4-3-3 has no weights W0, expected W1 to W3."),
        ("W3[3,0]", "record.weight = 'W3[3,0]': layer 3 of the network 2-4-3-3 has no neuron 3, expected 0 to 2."),
        ("W1[0,2]", "record.weight = 'W1[0,2]': layer 0 of the network 2-4-3-3 has no neuron 2, expected 0 to 1."),
    ],
)
def test_a_weight_that_is_not_there_is_said_before_the_training(quick, text, said):
    def told(phase, part):
        assert phase == "data"

    with pytest.raises(RecipeError, match=f"^{re.escape(said)}$"):
        record(quick(record={"weight": text}), progress=told)


def test_small_networks_are_told_in_the_singular(quick):
    with pytest.raises(RecipeError, match=r"has no weights W3, expected W1 to W2\.$"):
        record(quick(network={"hidden": [1]}, record={"weight": "W3[0,0]"}))
    with pytest.raises(RecipeError, match=r"has no neuron 1, expected 0\.$"):
        record(quick(network={"hidden": [1]}, record={"weight": "W1[1,0]"}))
    with pytest.raises(RecipeError, match=r"has no weights W2, expected W1\.$"):
        record(quick(network={"hidden": []}, record={"weight": "W2[0,0]"}))


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
        trace = record(quick(network=network, training={"epochs": 1, "eta": 0.001}, record=plan))
        assert trace["explained/place"].tolist()[2:] == [l, 0, 0]
        verify(trace)


def put(place, value):
    """Set one entry."""

    def change(array):
        array[place] = value
        return array

    return change


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
        ("links/dC_da", put(0, 1.0), "links/dC_da = w delta"),
        ("links/measured_dC_db", put(0, 1.0), "links/measured_dC_db = change of C"),
        ("several/y", lambda a: 0 * a + 1, "several/y is both"),
        ("several/x", put(0, 0.1), "several/x begins with chain/x"),
        ("several/dC_dw", put((3, 0), 0.1), "several/mean_dC_dw = mean of dC_dw"),
        ("graph/values", put(3, -2.1), "graph/values keep to s = p q"),
        ("graph/carried", put(6, 8.0), "graph/carried = what one sweep finds"),
        ("graph/reverse_multiplications", lambda a: a - 1, "graph/reverse_multiplications counts"),
        ("graph/one_by_one", lambda a: a - 1, "graph/one_by_one = parameters network_forward"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(trace, key, change))


def test_paths_that_are_not_the_largest_are_found_out(trace):
    """The same with the largest left out, and all that follows from it."""
    fewer = trace
    for name in ("neurons", "factors", "products"):
        fewer = changed(fewer, f"explained/{name}", lambda array: array[1:])
    told = fewer["explained/products"].sum()
    fewer = changed(fewer, "explained/rest", lambda rest: fewer["explained/dC_dw"] - told)
    with pytest.raises(TraceError, match="explained/products are the largest"):
        verify(fewer)


@pytest.mark.parametrize("name", ["links", "several"])
def test_without_the_chain_the_links_are_held_for_themselves(quick, name):
    trace = record(quick(), exhibits=[name])
    verify(trace)
    with pytest.raises(TraceError, match=f"The trace breaks .*{name}/"):
        verify(changed(trace, f"{name}/dC_db", put(-1, 0.5)))
