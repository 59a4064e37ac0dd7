"""The learning exhibit: its answers are those of the training gone through once more, and what verify() finds out."""

import numpy as np
import pytest

from netsim import TraceError, record, verify
from netsim.data.sources import load_dataset
from netsim.exhibits.descent.learning import EXHIBIT as LEARNING
from netsim.training import train
from netsim.untrained import untrained
from tests.netsim.exhibits.exhibited import changed, held, more, put


@pytest.fixture(scope="module")
def alone(quick):
    """With none of the weights that the course keeps, and none of the answers that the data have."""
    return record(quick(), exhibits=["learning"])


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_the_answers_are_those_of_the_training_gone_through_once_more(quick, precision):
    recipe = quick(training={"epochs": 40, "precision": precision})
    trace, data = record(recipe, exhibits=["learning", "data", "course"]), load_dataset(recipe.data)
    verify(trace)
    np.testing.assert_array_equal(trace["learning/steps"], trace["course/steps"])
    again = train(untrained(recipe, data), data.x, data.target(data.label), recipe.training)
    networks = {step.number: step.network for step in again}
    several = set()
    for i, number in enumerate(trace["learning/steps"]):
        network = networks[number].astype("float64")
        answers = [int(np.argmax(network.forward(x).a[network.L][0])) for x in trace["data/x"]]
        assert trace["learning/said"][i].tolist() == answers
        assert trace["learning/right"][i] == sum(a == b for a, b in zip(answers, trace["data/label"], strict=True))
        several.add(tuple(answers))
    assert len(several) > 10  # else the test compares one answer with itself


def test_every_array_is_held_by_some_identity(late_trace):
    """They are whole numbers, which cannot be moved a little; each is held by a test of its own."""
    held(late_trace, LEARNING)
    assert {late_trace[key].dtype.kind for key in LEARNING.declared} == {"i"}


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("learning/steps", put(1, 0), "learning/steps ascend"),
        ("learning/steps", more(1), "learning/steps go from end to end of the run"),
        ("learning/said", put((5, 3), 3), "learning/said names classes"),
        ("learning/right", put(5, -1), "learning/right is among them"),
        ("learning/right", more(1, 5), "learning/right = number of answers that are data/label"),
    ],
)
def test_what_cannot_be_shown_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(trace, key, change))


def test_the_first_answers_are_those_of_the_data(trace):
    wrong = changed(trace, "learning/said", lambda said: _other(said, 0))
    wrong = changed(wrong, "learning/right", lambda right: _count(wrong, right))
    with pytest.raises(TraceError, match="learning/said = data/said at its moment"):
        verify(wrong)


@pytest.mark.parametrize("exhibit", ["", "course"])
def test_answers_are_those_of_the_weights_that_a_trace_has(trace, exhibit):
    """One after an update that is recorded, and one of which the course alone has weights."""
    recorded = set(trace["steps"].tolist())
    kept = set(trace["course/steps"][trace["course/kept"]].tolist())
    number = sorted(kept - recorded if exhibit else recorded)[3]
    row = int(np.flatnonzero(trace["learning/steps"] == number)[0])
    wrong = changed(trace, "learning/said", lambda said: _other(said, row))
    wrong = changed(wrong, "learning/right", lambda right: _count(wrong, right))
    with pytest.raises(TraceError, match=f"after {number} updates learning/said is what the outputs say"):
        verify(wrong)


def test_alone_it_is_held_as_far_as_it_goes(alone):
    verify(alone)
    with pytest.raises(TraceError, match="learning/right is among them"):
        verify(changed(alone, "learning/right", more(100)))


def test_listening_to_answers_does_not_change_the_run(quick, alone):
    assert np.array_equal(alone["W1"], record(quick(), exhibits=[])["W1"])
    assert set(LEARNING.declared) <= set(alone)


def _other(said, row):
    said[row] = (said[row] + 1) % 3
    return said


def _count(trace, right):
    return (trace["learning/said"] == trace["data/label"]).sum(axis=1).astype(right.dtype)
