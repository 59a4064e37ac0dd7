"""The tested exhibit: right and wrong, counted one by one."""

import numpy as np
import pytest

from netsim import Dataset, TraceError, record, verify
from netsim.exhibits.descent.tested import EXHIBIT as TESTED
from tests.netsim.exhibits.descent.unseen import one_by_one, run_with
from tests.netsim.exhibits.exhibited import KINDS, changed, held, more, plain, put

OURS = ["tested"]


@pytest.fixture(scope="module")
def trace(quick):
    """The spiral with both right and wrong answers."""
    return record(quick(training={"epochs": 40}), exhibits=OURS)


def swapped(trace, group, names):
    """The same trace with the first two of what is shown in each other's place."""
    for name in names:
        order = [1, 0, *range(2, len(trace[f"{group}/{name}"]))]
        trace = changed(trace, f"{group}/{name}", lambda array, order=order: array[order])
    return trace


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_right_and_wrong_are_told_apart_one_by_one(kind):
    run = run_with(kind)
    kept, data = plain(TESTED.record(run)), run.data
    a = one_by_one(run.trained, data.x_unseen)
    said = a.argmax(axis=1)
    right, wrong = np.flatnonzero(said == data.label_unseen), np.flatnonzero(said != data.label_unseen)
    assert (kept["count"], kept["right"], kept["share"]) == (150, len(right), len(right) / 150)
    surest = sorted(wrong, key=lambda i: -a[i].max())[:8]
    np.testing.assert_array_equal(kept["wrong_x"], data.x_unseen[surest])
    np.testing.assert_array_equal(kept["wrong_label"], data.label_unseen[surest])
    np.testing.assert_array_equal(kept["wrong_said"], said[surest])
    np.testing.assert_allclose(kept["wrong_a2"], a[surest], rtol=1e-12)
    hidden = [run.trained.forward(data.x_unseen[i]).a[1][0] for i in surest]
    np.testing.assert_allclose(kept["wrong_a1"], hidden, rtol=1e-12, atol=1e-14)


def test_the_share_is_the_accuracy_of_the_run(quick):
    trace = record(quick(network={"init": "normal"}), exhibits=["tested"])
    assert trace["tested/share"] == trace["accuracy"][-1]


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("tested/right", put((), 1000), r"tested/right lies in 0\.\.count"),
        ("tested/right", more(-1), "tested/share = right / count"),
        ("tested/count", more(1), "tested/share = right / count"),
        ("tested/share", more(0.001), "tested/share = right / count"),
        ("tested/wrong_x", more(0.1), "tested/wrong_a1 = activations for wrong_x"),
        ("tested/wrong_a1", more(1e-6), "tested/wrong_a1 = activations for wrong_x"),
        ("tested/wrong_a3", more(1e-6), "tested/wrong_a3 = activations for wrong_x"),
        ("tested/wrong_label", more(-3), "tested/wrong_label names classes"),
        ("tested/wrong_said", put(0, 9), "tested/wrong_said names classes"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*({said})"):
        verify(changed(trace, key, change))


def test_the_order_of_what_is_shown_is_held(trace):
    wrong = swapped(trace, "tested", ["wrong_x", "wrong_label", "wrong_said", "wrong_a1", "wrong_a2", "wrong_a3"])
    with pytest.raises(TraceError, match="tested/wrong_a3 is sorted by how sure it is"):
        verify(wrong)


def test_it_is_held_what_the_outputs_say(trace):
    """The third of the classes is neither the example's own nor what is said."""
    third = 3 - trace["tested/wrong_said"] - trace["tested/wrong_label"]
    with pytest.raises(TraceError, match="tested/wrong_said is what the outputs say"):
        verify(changed(trace, "tested/wrong_said", lambda _: third))


def test_an_example_that_is_right_is_not_among_the_wrong(trace):
    with pytest.raises(TraceError, match="tested/wrong_said is not wrong_label"):
        verify(changed(trace, "tested/wrong_label", lambda _: trace["tested/wrong_said"].copy()))


def test_no_more_are_shown_than_there_are(trace):
    count = int(trace["tested/count"])
    few = changed(trace, "tested/right", put((), count - 1))
    few = changed(few, "tested/share", put((), 1 - 1 / count))
    few = changed(few, "accuracy", put(-1, 1 - 1 / count))
    with pytest.raises(TraceError, match="tested/wrong_x shows at most those"):
        verify(few)


@pytest.mark.parametrize("rights", [True, False])
def test_a_network_may_be_always_right_or_always_wrong(quick, rights):
    """Two points far apart, which it learns, and is then asked for with their own or with each other's label."""
    x, label = np.array([[4.0, 0.0], [0.0, 4.0]]), np.array([0, 1])
    data = Dataset("two", x, label, x, label if rights else 1 - label, ("no", "yes"))
    trace = record(quick(training={"epochs": 200}), data, exhibits=OURS)
    assert len(trace["tested/wrong_label"]) == (0 if rights else 2)
    assert trace["tested/share"] == trace["accuracy"][-1] == (1 if rights else 0)
    verify(trace)


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, TESTED)
