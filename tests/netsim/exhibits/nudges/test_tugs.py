"""The tugs exhibit: each example's tug is measured on it alone, and the balance is the mean of all."""

import numpy as np
import pytest

from netsim import TraceError, backprop, record, verify
from netsim.exhibits.nudges.tugs import EXHIBIT as TUGS
from netsim.exhibits.nudges.tugs import MOST, most_disputed
from tests.netsim.answering import houses, recipe
from tests.netsim.exhibits.exhibited import (
    KINDS,
    added,
    changed,
    held,
    more,
    nudged,
    plain,
    random_run,
    without,
)


def asked(run):
    """The star and then the lesson's order, which shuffles anew with its seed."""
    order = np.random.default_rng(run.recipe.training.seed).permutation(len(run.data.x))
    return [run.star, *(int(i) for i in order if i != run.star)]


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_each_tug_is_measured_on_its_example_and_the_mean_on_all(kind, sizes, mean_cost):
    run = random_run(sizes, kind)
    kept, h = plain(TUGS.record(run)), 1e-5
    l, j, k = (int(part) for part in kept["place"])
    up, down = (nudged(run.network, "W", l, (j, k), by) for by in (h, -h))
    for tug, i in enumerate(asked(run)):
        x, y = run.data.x[i], run.targets[i]
        slope = (mean_cost(up, x, y) - mean_cost(down, x, y)) / (2 * h)
        assert kept["dC_dw"][tug] == pytest.approx(slope, rel=1e-6, abs=1e-9)
        assert kept["label"][tug] == run.data.label[i]
        np.testing.assert_array_equal(kept["x"][tug], x)
        assert kept["so_far"][tug] == pytest.approx(np.mean(kept["dC_dw"][: tug + 1]))
    assert kept["mean"] == pytest.approx(kept["so_far"][-1])
    assert kept["of"] == len(kept["dC_dw"]) == 23


@pytest.mark.parametrize(("sizes", "layer"), [((4, 3), 1), ((4, 5, 3), 2), ((4, 5, 6, 3), 2), ((3, 2, 2, 4, 2, 3), 4)])
@pytest.mark.parametrize("kind", KINDS[:3], ids=" ".join)
def test_the_weight_is_the_one_over_which_examples_quarrel_most(sizes, layer, kind):
    run = random_run(sizes, kind)
    kept = plain(TUGS.record(run))
    l, j, k = kept["place"].tolist()
    assert l == layer
    wanted = []
    for x, y in zip(run.data.x, run.targets, strict=True):
        wanted.append(-backprop(run.network, run.network.forward(x), y).mean_dC_dW[l])
    up, down = (np.clip(sign * np.array(wanted), 0, None).sum(axis=0) for sign in (1, -1))
    assert np.minimum(up, down)[j, k] == pytest.approx(np.minimum(up, down).max())


def test_where_nobody_quarrels_it_is_the_weight_of_which_all_want_most():
    delta, a = np.array([[0.0, -1], [0, -2]]), np.array([[1.0, 3, 2], [0, 1, 1]])
    assert most_disputed(delta, a) == (1, 1)
    assert most_disputed(delta * [[1], [-1]], a) == (1, 1)
    assert most_disputed(delta * [[1], [-1]], a * [1, 1, 2]) == (1, 2)


def test_of_very_many_examples_the_first_are_asked_and_the_mean_is_of_all():
    run = random_run((2, 3), many=MOST + 300)
    kept = plain(TUGS.record(run))
    assert (len(kept["dC_dw"]), kept["of"]) == (MOST, MOST + 300)
    np.testing.assert_array_equal(kept["label"], run.data.label[asked(run)[:MOST]])
    assert kept["mean"] == pytest.approx(run.gradient.dC_dW[1][tuple(kept["place"][1:])])
    assert abs(kept["so_far"][-1] - kept["mean"]) < np.std(kept["dC_dw"]) / 10


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("tugs/place", lambda a: a * 0 + [1, 0, 0], "tugs/place is of the layer that is asked about"),
        ("tugs/place", more(9, 1), "tugs/place = .* no place"),
        ("tugs/place", lambda a: a - [0, 0, a[2]] + [0, 0, (a[2] + 1) % 3], "begins with the star's derivative"),
        ("tugs/label", more(3), "tugs/label names classes"),
        ("tugs/label", lambda a: (a + 1) % 3, "tugs/label begins with label"),
        ("tugs/dC_dw", more(0.1, 0), "tugs/dC_dw begins with the star's derivative"),
        ("tugs/dC_dw", more(0.1, 50), "tugs/so_far = mean of tugs/dC_dw up to there"),
        ("tugs/x", more(0.1, 0), "tugs/x begins with x"),
        ("tugs/x", more(0.1, 3), "tugs/dC_dw begins as those of tugs/x"),
        ("tugs/of", more(1), "tugs/dC_dw asks as many as there are, or 2000"),
        ("tugs/mean", more(0.1), "tugs/so_far ends with tugs/mean"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, TUGS)


def test_of_numbers_every_array_is_held(numbers_trace):
    held(numbers_trace, TUGS)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ((3, 0), "tugs/y begins as data/y"),
        ((3, 1), "tugs/y begins as data/y"),
        ((0, 0), "tugs/y begins with y"),
        ((0, 1), "tugs/y begins with y"),
    ],
)
def test_what_cannot_be_wanted_is_named(numbers_trace, place, said):
    with pytest.raises(TraceError, match=f"breaks {said} at"):
        verify(changed(numbers_trace, "tugs/y", more(0.01, place)))


def test_by_itself_each_nudge_is_of_what_is_wanted_of_its_output():
    trace = record(recipe(hidden=[6], output="identity"), houses(), exhibits=["tugs"])
    verify(trace)
    j = int(trace["tugs/place"][1])
    with pytest.raises(TraceError, match="breaks tugs/dC_dw begins as those of tugs/x"):
        verify(changed(trace, "tugs/y", more(0.01, (3, j))))


def test_what_is_wanted_is_there_where_outputs_are_numbers_alone(trace, numbers_trace):
    with pytest.raises(TraceError, match="lacks the array 'tugs/y'; record the trace anew"):
        verify(without(numbers_trace, "tugs/y"))
    with pytest.raises(TraceError, match="has 'tugs/y', which means nothing where outputs are classes"):
        verify(added(trace, "tugs/y", trace.answers.target(trace["tugs/label"][: len(trace["tugs/x"])]), numbers_trace))
