"""verify() finds what cannot be in the exhibits tested, confident and memory."""

import numpy as np
import pytest

from netsim import Dataset, TraceError, record, verify
from tests.netsim.exhibits.test_walk_identities import more, put
from tests.netsim.trace.test_identities import changed

OURS = ["tested", "confident", "memory"]


@pytest.fixture(scope="module")
def trace(quick):
    """The spiral with both right and wrong answers."""
    return record(quick(training={"epochs": 40}), exhibits=OURS)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("tested/right", put((), 1000), r"tested/right lies in 0\.\.count"),
        ("tested/right", more(-1), "tested/share = right / count"),
        ("tested/count", more(1), "tested/share = right / count"),
        ("tested/share", more(0.001), "tested/share = right / count"),
        ("accuracy", put(-1, 0.0), "tested/share = the last of accuracy"),
        ("tested/right_x", more(0.1), "tested/right_a = outputs of right_x"),
        ("tested/wrong_x", more(0.1), "tested/wrong_a = outputs of wrong_x"),
        ("tested/right_a", more(1e-6), "tested/right_a = outputs of right_x"),
        ("tested/wrong_a", more(1e-6), "tested/wrong_a = outputs of wrong_x"),
        ("tested/right_label", put(0, 3), "tested/right_label names classes"),
        ("tested/right_label", put(0, 2), "tested/right_label has the largest output"),
        ("tested/wrong_label", more(-3), "tested/wrong_label names classes"),
        ("tested/wrong_said", put(0, 9), "tested/wrong_said has the largest output|tested/wrong_said names classes"),
        ("confident/x", more(0.1), r"confident/x lies in low\.\.high|confident/a = outputs of x"),
        ("confident/low", put((), 9.0), r"confident/x lies in low\.\.high"),
        ("confident/high", put((), -9.0), r"confident/x lies in low\.\.high"),
        ("confident/rank", more(1), "confident/rank runs evenly"),
        ("confident/a", more(1e-6), "confident/a = outputs of x"),
        ("confident/said", more(-3), "confident/said names classes"),
        ("confident/said", lambda said: (said + 1) % 3, "confident/said has the largest output"),
        ("confident/top", more(1e-6), "confident/top = largest output, at each rank"),
        ("confident/top", put(1, -9.0), "confident/top is sorted downward"),
        ("confident/sure", more(1), r"confident/sure counts those above 0\.5"),
        ("confident/real_top", put(1, 9.0), "confident/real_top is sorted downward"),
        ("confident/real_sure", more(1), r"confident/real_sure counts those above 0\.5"),
        ("memory/classes", more(1), "memory/classes counts the classes"),
        ("memory/same", put((), 201), r"memory/same lies in 0\.\.examples"),
        ("memory/same", put((), 200), "memory/shuffled_label is another one"),
        ("memory/shuffled_label", put(0, -1), "memory/shuffled_label names classes"),
        ("memory/label", put(0, 3), "memory/label names classes"),
        ("memory/epochs", more(1), "memory/epochs begin at 0"),
        ("memory/epochs", put(1, 0), "memory/epochs ascend"),
        ("memory/examples", put((), 7), "memory/same lies in|memory/x has as many as are shown"),
        ("memory/true_cost", put(1, -0.1), "memory/true_cost is 0 or more"),
        ("memory/shuffled_cost", put(1, -0.1), "memory/shuffled_cost is 0 or more"),
        ("memory/true_right", put(1, 1.005), r"memory/true_right lies in 0\.\.1"),
        ("memory/shuffled_right", put(1, 0.501), "memory/shuffled_right counts examples"),
        ("memory/true_unseen", put(1, 0.501), "memory/true_unseen counts examples"),
        ("memory/shuffled_unseen", put(0, 0.0), "memory/shuffled_unseen and true_unseen begin alike"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*({said})"):
        verify(changed(trace, key, change))


def swapped(trace, group, names):
    """The same trace with the first two of what is shown in each other's place."""
    for name in names:
        order = [1, 0, *range(2, len(trace[f"{group}/{name}"]))]
        trace = changed(trace, f"{group}/{name}", lambda array, order=order: array[order])
    return trace


def test_the_order_of_what_is_shown_is_held(trace):
    right = swapped(trace, "tested", ["right_x", "right_label", "right_a"])
    with pytest.raises(TraceError, match="tested/right_label takes classes in turn"):
        verify(right)
    wrong = swapped(trace, "tested", ["wrong_x", "wrong_label", "wrong_a", "wrong_said"])
    with pytest.raises(TraceError, match="tested/wrong_a is sorted by the largest output"):
        verify(wrong)


def test_an_example_that_is_right_is_not_among_the_wrong(trace):
    with pytest.raises(TraceError, match="tested/wrong_said is not wrong_label"):
        verify(changed(trace, "tested/wrong_label", lambda _: trace["tested/wrong_said"].copy()))


def test_no_more_are_shown_than_there_are(trace):
    few = changed(trace, "tested/right", put((), 1))
    few = changed(few, "tested/share", put((), 1 / int(trace["tested/count"])))
    few = changed(few, "accuracy", put(-1, 1 / int(trace["tested/count"])))
    with pytest.raises(TraceError, match="tested/right shows at most those"):
        verify(few)


def test_the_shown_examples_of_memory_must_be_as_many_as_there_are(trace):
    fewer = trace
    for name in ("x", "label", "shuffled_label"):
        fewer = changed(fewer, f"memory/{name}", lambda array: array[:5])
    with pytest.raises(TraceError, match="memory/x has as many as are shown"):
        verify(fewer)


@pytest.mark.parametrize("rights", [True, False])
def test_a_network_may_be_always_right_or_always_wrong(quick, rights):
    """Two points far apart, which it learns, and is then asked for with their own or with each other's label."""
    x, label = np.array([[4.0, 0.0], [0.0, 4.0]]), np.array([0, 1])
    data = Dataset("two", x, label, x, label if rights else 1 - label, ("no", "yes"))
    trace = record(quick(training={"epochs": 200}), data, exhibits=OURS)
    assert len(trace["tested/wrong_label"]) == (0 if rights else 2)
    assert len(trace["tested/right_label"]) == (2 if rights else 0)
    assert trace["tested/share"] == trace["accuracy"][-1] == (1 if rights else 0)
    verify(trace)
