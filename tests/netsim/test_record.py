"""A recording: what is in it, that it repeats itself, and what it refuses."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsim import Dataset, Recipe, RecipeError, Trace, record, verify
from netsim.exhibits.registry import EXHIBITS, declared
from netsim.trace.core import CORE
from netsim.trace.declared import expanded
from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS


def test_all_arrays_of_the_contract_are_there(small_trace):
    table = expanded(CORE, small_trace.L) | declared(EXHIBITS, small_trace.L)
    means_nothing = {
        "right",
        "unseen_cost",
        "data/y",
        "data/unseen_y",
        "line/y",
        "tugs/y",
    }  # with classes and unseen examples
    assert set(small_trace) == set(table) - means_nothing
    assert all(table[key].optional for key in means_nothing)
    T, E, sizes = len(small_trace.steps), 1, small_trace.sizes
    assert sizes == [2, 4, 3, 3]
    for l in (1, 2, 3):
        assert small_trace[f"W{l}"].shape == small_trace[f"mean_dC_dW{l}"].shape == (T, sizes[l], sizes[l - 1])
        assert small_trace[f"b{l}"].shape == small_trace[f"mean_dC_db{l}"].shape == (T, sizes[l])
        for name in ("z", "a", "dC_da", "delta"):
            assert small_trace[f"{name}{l}"].shape == (T, E, sizes[l])
    assert small_trace["levers/at"].tolist() == [0, 0, 3, small_trace.label(0)]
    assert small_trace["wishes/running2"].shape == (3, 4)


@pytest.mark.parametrize("precision", ["float64", "float32"])
@pytest.mark.parametrize("name", ["xor", "spiral", "digits"])
def test_recordings_hold_their_identities(quick, name, precision):
    keys = {"epochs": 1, "precision": precision, "batch": 50}
    verify(record(quick(data={"name": name}, training=keys)))


@pytest.mark.parametrize(
    "network",
    [
        {"output": "softmax"},
        {"output": "softmax", "cost": "cross_entropy"},
        {"output": "sigmoid", "cost": "cross_entropy", "init": "normal"},
        {"output": "tanh", "activation": "relu"},
        {"output": "identity", "activation": "identity"},
        {"hidden": []},
        {"hidden": [1, 1, 1, 1, 1]},
    ],
    ids=str,
)
def test_every_kind_of_network_can_be_recorded(quick, network):
    trace = record(quick(network=network, training={"eta": 0.01}))
    verify(trace)
    assert trace.output == network.get("output", "sigmoid")


@settings(max_examples=25)
@given(
    network=st.fixed_dictionaries(
        {
            "hidden": st.lists(st.integers(1, 6), max_size=3),
            "activation": st.sampled_from(["sigmoid", "tanh", "relu", "identity"]),
            "output": st.sampled_from(["sigmoid", "softmax"]),
            "cost": st.sampled_from(["quadratic", "cross_entropy"]),
            "init": st.sampled_from(["fan_in", "normal"]),
            "seed": st.integers(0, 2**32 - 1),
        }
    ),
    training=st.fixed_dictionaries(
        {
            "method": st.sampled_from(["sgd", "full_batch"]),
            "batch": st.integers(20, 400),
            "schedule": st.sampled_from(["constant", "step", "cosine"]),
            "momentum": st.sampled_from([0.0, 0.5]),
            "precision": st.sampled_from(["float64", "float32"]),
        }
    ),
    epsilon=st.floats(1e-6, 1),
)
def test_random_recipes_give_traces_that_hold(network, training, epsilon):
    tables = {"network": network, "data": {"name": "spiral"}, "training": {"epochs": 2, "eta": 0.1} | training}
    verify(record(Recipe.from_dict(tables | {"record": {"epsilon": epsilon}})))


def test_a_label_without_training_examples_is_said():
    x = np.eye(2)
    data = Dataset("mine", x, np.array([0, 0]), x, np.array([0, 1]), ("no", "yes"))
    with pytest.raises(RecipeError, match="has 0 training examples of 'yes', so that none can be followed"):
        record(Recipe.from_dict({"record": {"follow": ["yes"]}}), data)


def test_the_same_recipe_is_the_same_digest_and_only_what_a_clock_measured_differs(quick, small_trace, fingerprints):
    again = record(quick())
    assert again.digest == small_trace.digest
    assert fingerprints(again) == fingerprints(small_trace)
    assert set(small_trace) - set(fingerprints(small_trace)) == {"paths/mini_seconds", "paths/full_seconds"}


def test_without_a_clock_the_same_recipe_is_the_same_file(quick, tmp_path):
    unclocked = [exhibit for exhibit in EXHIBITS if exhibit != "paths"]
    one, again = (record(quick(), exhibits=unclocked) for _ in range(2))
    for name, trace in (("a", one), ("b", again)):
        trace.save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(
    ("hidden", "data", "exhibits"),
    [([3], "xor", None), ([32], "digits", ["plane", "batches", "confident"])],
    ids=["4 examples", "784-32-10"],
)
def test_any_number_of_threads_gives_the_same_digest(hidden, data, exhibits):
    """Left to themselves, two threads change the last digits of the larger network's `plane`, and of much else."""
    tables = {"network": {"hidden": hidden}, "data": {"name": data}, "training": {"epochs": 1}}
    program = f"from netsim import *; print(record(Recipe.from_dict({tables}), exhibits={exhibits}).digest)"
    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads, "PYTHONHASHSEED": threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for threads in ("1", "2", "4")
    ]
    assert len(said[0].strip()) == 64
    assert said == said[:1] * 3


@pytest.mark.parametrize("section", ["network", "data", "training"])
def test_each_seed_changes_the_trace(quick, small_trace, section):
    other = record(quick(**{section: {"seed": 99}}))
    assert not np.array_equal(other["W1"][-1], small_trace["W1"][-1])


def test_asked_steps_are_recorded_and_the_last(quick):
    trace = record(quick(record={"steps": [3, 1, 3]}))
    assert trace.steps.tolist() == [1, 3, 60]
    assert trace["run_steps"].tolist() == [0, 30, 60]


def test_default_steps_grow_like_a_logarithm(quick):
    assert record(quick()).steps.tolist() == [0, 1, 2, 5, 10, 20, 50, 60]


def test_the_recorded_mean_is_what_the_next_update_used(quick):
    trace = record(quick(record={"steps": [0, 1, 2, 3]}, training={"schedule": "cosine"}))
    for t in (0, 1, 2):
        step_W = -trace["eta"][t] * trace["mean_dC_dW2"][t]
        np.testing.assert_allclose(trace["W2"][t + 1], trace["W2"][t] + step_W, rtol=1e-13)


def test_followed_examples_in_their_order(quick):
    trace = record(quick(record={"follow": ["III", "I"], "pick": 2}))
    assert [trace.classes[trace.label(e)] for e in (0, 1)] == ["III", "I"]
    assert trace["y"].tolist() == [[0, 0, 1], [1, 0, 0]]
    assert trace["levers/at"].tolist() == [0, 0, 3, 2]


def test_only_the_asked_exhibits(quick):
    trace = record(quick(), exhibits=["chain"])
    assert trace.has("chain")
    assert not trace.has("levers")
    assert not trace.has("wishes")
    verify(trace)


def test_an_exhibit_that_there_is_not_is_said_before_the_training(quick):
    said = r"There is no exhibit 'wish' \(did you mean 'wishes'\?\); the exhibits are batches, boundary, chain, .*\.$"
    with pytest.raises(RecipeError, match=said):
        record(quick(), exhibits=["levers", "wish"], progress=lambda *told: pytest.fail(str(told)))


def test_accuracy_is_counted_on_unseen_examples():
    """One neuron a class, weights that copy the input: right exactly where the largest input is the label."""
    x = np.eye(2)[[0, 0, 1, 1]]
    data = Dataset("mine", x, np.array([0, 0, 1, 1]), x, np.array([0, 1, 1, 1]), ("no", "yes"))
    recipe = Recipe.from_dict({"network": {"hidden": [], "activation": "identity"}, "training": {"epochs": 200}})
    trace = record(recipe, data)
    assert trace["accuracy"][-1] == 0.75
    assert trace.classes == ["no", "yes"]
    assert trace.image_shape is None


def test_progress_is_told_in_order(quick):
    told: list[tuple[str, float]] = []
    record(quick(), progress=lambda phase, part: told.append((phase, part)))
    assert list(dict.fromkeys(phase for phase, _ in told)) == ["data", "training", "recording"]
    for phase in ("data", "training", "recording"):
        parts = [part for name, part in told if name == phase]
        assert parts == sorted(parts)
        assert (parts[0], parts[-1]) == (0, 1)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"record": {"follow": ["2"]}}, "record.follow = '2': spiral has no such label, expected I, II, III"),
        ({"record": {"pick": 5000}}, r"record.pick = 5000: spiral has \d+ training examples of 'I', expected 0 to"),
        ({"record": {"steps": [0, 61]}}, "record.steps = 61: the run has 60 updates, expected 0 to 60"),
        ({"data": {"unseen": 10**6}}, "data.unseen = 1000000: too many for spiral"),
        ({"data": {"name": "digits", "unseen": 1797}}, "data.unseen = 1797: too many for digits, expected 0 to 1796"),
        (
            {"network": {"hidden": [1000] * 6}, "record": {"steps": list(range(40))}},
            "would take .* GB, expected at most 2 GB",
        ),
        (
            {"network": {"activation": "identity", "output": "identity"}, "training": {"eta": 10.0}},
            r"training.eta = 10.0: the run diverges, its cost is (inf|nan|\S+e\S+) after \d+ updates",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_impossible_wishes_get_one_sentence(quick, keys, said):
    with pytest.raises(RecipeError, match=said) as caught:
        record(quick(**keys))
    assert str(caught.value).endswith(".")


def test_the_default_lesson_learns_and_its_untrained_outputs_are_not_saturated():
    trace = recorded(ALWAYS)
    verify(trace)
    assert trace.header["recipe"] == Recipe().model_dump(mode="json")
    assert trace.sizes == [784, 16, 16, 10]
    assert trace.classes[trace.label(0)] == "2"
    first = trace["a3"][0, 0]
    assert first.min() > 0.1
    assert first.max() < 0.9
    assert np.ptp(first) > 0.5
    assert trace["accuracy"][-1] >= 0.95
    assert trace["a3"][-1, 0].argmax() == 2
    assert isinstance(trace, Trace)
