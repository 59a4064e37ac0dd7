"""The data exhibit: costs one by one, and means."""

import numpy as np
import pytest

from netsim import Dataset, Network, Trace, TraceError, record, verify
from netsim.exhibits.descent.data import EXHIBIT as DATA
from netsim.functions import COSTS
from tests.netsim.answering import four_rows, houses, recipe
from tests.netsim.exhibits.exhibited import (
    KINDS,
    added,
    changed,
    held,
    more,
    plain,
    put,
    random_data,
    random_run,
    run_of,
    turned,
    without,
)


@pytest.fixture(scope="module")
def trace(quick) -> Trace:
    """With no exhibit that holds the same examples, so that its own identities are broken first."""
    return record(quick(), exhibits=["data", "gradient"])


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_each_examples_answer_and_cost(kind):
    run = random_run(kind=kind)
    kept, data, network = plain(DATA.record(run)), run.data, run.network
    assert (kept["examples"], kept["unseen"]) == (23, 1)
    assert sorted(map(tuple, kept["x"])) == sorted(map(tuple, data.x))
    for i, (x, label) in enumerate(zip(kept["x"], kept["label"], strict=True)):
        fwd = network.forward(x)
        a = fwd.a[network.L][0]
        assert kept["C"][i] == pytest.approx(COSTS[kind[2]].value(a, np.eye(3)[label], kind[1]), rel=1e-12)
        assert kept["said"][i] == int(np.argmax(a))
        assert all(kept[f"a{l}"][i] == pytest.approx(fwd.a[l][0]) for l in range(1, network.L + 1))
    assert kept["mean"] == pytest.approx(kept["C"].mean(), rel=1e-12)
    np.testing.assert_allclose(kept["running"], [kept["C"][: i + 1].mean() for i in range(23)])


def test_of_the_first_two_thousand_each_one_s_cost_is_kept():
    run = random_run((3, 2), many=2100)
    kept = plain(DATA.record(run))
    others = [i for i in np.random.default_rng(0).permutation(2100) if i != run.star][:1999]
    (last,) = run.network.forward(run.data.x[others[-1]]).a[1]
    assert len(kept["C"]) == 2000
    assert kept["C"][-1] == pytest.approx(COSTS["quadratic"].value(last, run.targets[others[-1]], "sigmoid"))
    a = run.network.forward(run.data.x).a[1]
    assert kept["mean"] == pytest.approx(COSTS["quadratic"].value(a, run.targets, "sigmoid").mean())


def test_the_star_is_shown_first_and_the_others_as_the_lesson_deals_them():
    rng = np.random.default_rng(2)
    data = random_data(rng, 3, 2, 200)
    data = Dataset("many", data.x, data.label, rng.random((50, 3)), np.arange(50) % 2, data.classes)
    kept = plain(DATA.record(run_of(Network.init([3, 2, 2], rng), data, followed=7)))
    order = [7, *(i for i in np.random.default_rng(0).permutation(200) if i != 7)]
    np.testing.assert_array_equal(kept["x"], data.x[order[:60]])
    np.testing.assert_array_equal(kept["unseen_x"], data.x_unseen[:20])
    assert len(kept["unseen_label"]) == 20


@pytest.mark.parametrize(("name", "pixels"), [("digits", 8), ("xor", 0)])
def test_it_is_known_what_the_images_were_before_they_were_enlarged(quick, name, pixels):
    recipe = quick(data={"name": name}, training={"epochs": 1, "batch": 1500})
    assert record(recipe, exhibits=["data"])["data/enlarged_from"] == pixels


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("data/examples", put((), 40), "data/ keeps the first of examples and unseen"),
        ("data/unseen", put((), 10), "data/ keeps the first of examples and unseen"),
        ("data/label", put(3, 9), "data/label names classes"),
        ("data/unseen_label", put(3, -1), "data/unseen_label names classes"),
        ("data/label", turned, "data/C = cost of each example"),
        ("data/x", more(0.1, 3), "data/a1 = activations for data/x"),
        ("data/x", turned, "data/x begins with the star"),
        ("data/enlarged_from", put((), 8), "data/enlarged_from is no larger than the images"),
        ("data/a1", more(0.01, 3), "data/a1 = activations for data/x"),
        ("data/a3", more(0.01, 3), "data/a3 = activations for data/x"),
        ("data/C", more(0.01, 3), "data/C = cost of each example"),
        ("data/running", more(0.01, 3), "data/running = mean of data/C so far"),
        ("data/said", put(3, 5), "data/said names classes"),
        ("data/said", lambda said: (said + 1) % 3, "data/said is what the outputs say"),
        ("data/mean", more(0.01), "data/mean = gradient/C"),
        ("data/mean", put((), -1), "data/mean is 0 or more"),
    ],
)
def test_what_cannot_be_shown_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


def test_by_itself_the_mean_is_that_of_all_costs(quick):
    alone = record(quick(), exhibits=["data"])
    verify(alone)
    with pytest.raises(TraceError, match="data/mean = the last of data/running"):
        verify(changed(alone, "data/mean", more(0.01)))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, DATA, but={"data/unseen_x"})


def test_of_numbers_every_array_is_held_and_the_unseen_ones_all_together(numbers_trace):
    held(numbers_trace, DATA, but={"data/unseen_x", "data/unseen_y"})


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("data/y", more(0.01, (0, 0)), "data/C = cost of each example"),
        ("data/y", more(0.01, (-1, 1)), "data/C = cost of each example"),
        ("data/y", turned, "data/C = cost of each example"),
        ("data/unseen_y", more(0.1, (7, 1)), "unseen_cost ends with the mean cost of data/unseen_x"),
        ("data/unseen_x", more(0.1, (7, 0)), "unseen_cost ends with the mean cost of data/unseen_x"),
        ("unseen_cost", more(0.01, -1), "unseen_cost ends with the mean cost of data/unseen_x"),
        ("unseen_cost", put(0, -1), "unseen_cost is a cost"),
        ("data/label", put(3, 1), "data/label names classes"),
    ],
)
def test_what_cannot_be_wanted_is_named(numbers_trace, key, change, said):
    with pytest.raises(TraceError, match=f"breaks {said}"):
        verify(changed(numbers_trace, key, change))


def test_the_star_wants_the_same_numbers_in_both_places():
    """All that is made of the other numbers fits them."""
    alone = record(recipe(output="identity"), houses(), exhibits=["data"])
    y = alone["data/y"].copy()
    y[0, 0] += 0.01
    C = np.square(alone[f"data/a{alone.L}"] - y).sum(axis=1)
    wrong = changed(changed(alone, "data/y", lambda _: y), "data/C", lambda _: C)
    wrong = changed(wrong, "data/running", lambda _: np.cumsum(C) / np.arange(1, len(C) + 1))
    with pytest.raises(TraceError, match="breaks data/y begins with the star's at"):
        verify(changed(wrong, "data/mean", lambda _: np.array(C.mean())))


def test_where_nothing_is_held_out_the_share_counts_what_is_learned_from():
    trace = record(recipe(3, hidden=[2], outputs=1), four_rows(), exhibits=["data"])
    verify(trace)
    with pytest.raises(TraceError, match="breaks right counts data/examples"):
        verify(changed(trace, "right", put(-1, 0.6)))
    with pytest.raises(TraceError, match="breaks right is a share"):
        verify(changed(trace, "right", put(-1, 1.25)))


def test_numbers_are_there_where_outputs_are_numbers_and_answers_where_they_are_classes(trace, numbers_trace):
    for key in ("data/y", "data/unseen_y"):
        with pytest.raises(TraceError, match=f"lacks the array '{key}'; record the trace anew"):
            verify(without(numbers_trace, key))
        with pytest.raises(TraceError, match=f"has '{key}', which means nothing where outputs are classes"):
            verify(added(trace, key, np.ones((len(trace[key.replace("y", "x")]), 3)), numbers_trace))
    with pytest.raises(TraceError, match="lacks the array 'data/said'"):
        verify(without(trace, "data/said"))
    with pytest.raises(TraceError, match="has 'data/said', which means nothing where outputs are numbers"):
        verify(added(numbers_trace, "data/said", np.zeros(len(numbers_trace["data/x"]), int), trace))
