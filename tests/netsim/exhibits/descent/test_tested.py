"""The tested exhibit: right and wrong, counted one by one."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import Dataset, TraceError, record, verify
from netsim.exhibits.descent.tested import EXHIBIT as TESTED
from netsim.exhibits.descent.tested import in_turn
from netsim.recipe.recipe import TrainingSection
from netsim.training import train
from tests.netsim.exhibits.exhibited import KINDS, changed, held, more, plain, put, random_data, random_run


def one_by_one(network, x):
    """The outputs for x, each example alone."""
    return np.array([network.forward(one).a[network.L][0] for one in x])


SIZES = (6, 7, 4)


def run_with(kind=KINDS[0], unseen=150, seed=0):
    """A random network that is trained a little, and so many unseen examples."""
    run = random_run(SIZES, kind, many=60, seed=seed)
    new = random_data(np.random.default_rng(seed + 1), SIZES[0], SIZES[-1], unseen)
    data = replace(run.data, x_unseen=new.x, label_unseen=new.label)
    steps = train(run.network, data.x, run.targets, TrainingSection(epochs=5, eta=0.1))
    return replace(run, data=data, moments=list(steps))


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
    np.testing.assert_allclose(kept["wrong_a"], a[surest], rtol=1e-12)
    shown = [int(np.flatnonzero((data.x_unseen == x).all(axis=1))[0]) for x in kept["right_x"]]
    assert set(shown) <= set(right)
    np.testing.assert_array_equal(kept["right_label"], data.label_unseen[shown])
    np.testing.assert_allclose(kept["right_a"], a[shown], rtol=1e-12)
    for label in range(4):
        mine = [i for i in shown if data.label_unseen[i] == label]
        assert mine == [i for i in right if data.label_unseen[i] == label][: len(mine)], "the first of each class"


def test_classes_take_turns():
    label = np.array([0, 0, 0, 2, 1, 2, 5])
    assert in_turn(np.array([0, 2, 3, 4, 5, 6]), label).tolist() == [0, 4, 3, 6, 2, 5]
    assert in_turn(np.array([], int), label).tolist() == []


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
        ("tested/right_x", more(0.1), "tested/right_a = outputs of right_x"),
        ("tested/wrong_x", more(0.1), "tested/wrong_a = outputs of wrong_x"),
        ("tested/right_a", more(1e-6), "tested/right_a = outputs of right_x"),
        ("tested/wrong_a", more(1e-6), "tested/wrong_a = outputs of wrong_x"),
        ("tested/right_label", put(0, 3), "tested/right_label names classes"),
        ("tested/right_label", put(0, 2), "tested/right_label has the largest output"),
        ("tested/wrong_label", more(-3), "tested/wrong_label names classes"),
        ("tested/wrong_said", put(0, 9), "tested/wrong_said has the largest output|tested/wrong_said names classes"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*({said})"):
        verify(changed(trace, key, change))


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


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, TESTED)
