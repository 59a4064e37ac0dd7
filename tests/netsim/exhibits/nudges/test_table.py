"""The table exhibit: each entry is measured on its example, and the mean on all."""

import numpy as np
import pytest

from netsim import Dataset, Network, TraceError, verify
from netsim.anatomy.edges import two_edges
from netsim.exhibits.nudges.table import COLUMNS
from netsim.exhibits.nudges.table import EXHIBIT as TABLE
from tests.netsim.exhibits.exhibited import KINDS, changed, held, nudged, plain, random_data, random_run, run_of


def measured(mean_cost, run, place, x, y, h=1e-5):
    """The derivative of the mean cost of x, y by one parameter, by central differences."""
    bias, l, j, k = (int(part) for part in place)
    at = ("b", l, (j,)) if bias else ("W", l, (j, k))
    up, down = (mean_cost(nudged(run.network, *at, by), x, y) for by in (h, -h))
    return (up - down) / (2 * h)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_each_entry_is_measured_on_its_example_and_the_mean_on_all(kind, sizes, mean_cost):
    run = random_run(sizes, kind)
    kept = plain(TABLE.record(run))
    y = run.data.target(kept["label"])
    for column, x in enumerate(kept["x"]):
        assert kept["C"][column] == pytest.approx(mean_cost(run.network, x, y[column]), rel=1e-12)
    for row, place in enumerate(kept["place"]):
        for column, x in enumerate(kept["x"]):
            slope = measured(mean_cost, run, place, x, y[column])
            assert kept["dC_dp"][row, column] == pytest.approx(slope, rel=1e-6, abs=1e-9)
        each = [measured(mean_cost, run, place, x, target) for x, target in zip(run.data.x, run.targets, strict=True)]
        assert kept["mean"][row] == pytest.approx(sum(each) / len(each), rel=1e-6, abs=1e-9)


def test_columns_are_the_star_and_the_most_typical_of_other_classes():
    run = random_run((4, 5, 12), many=60)
    kept = plain(TABLE.record(run))
    assert len(kept["label"]) == COLUMNS
    assert kept["label"][0] == run.label
    np.testing.assert_array_equal(kept["x"][0], run.x)
    others = [label for label in range(12) if label != run.label]
    assert kept["label"][1:].tolist() == others[: COLUMNS - 1]
    for column, label in enumerate(others[: COLUMNS - 1], 1):
        np.testing.assert_array_equal(kept["x"][column], run.data.x[run.data.most_typical(label)[0]])


def test_a_class_without_examples_has_no_column():
    rng = np.random.default_rng(0)
    some = random_data(rng, 3, 2, 8)
    data = Dataset("mine", some.x, 2 * some.label, some.x, some.label, ("a", "b", "c"))
    kept = plain(TABLE.record(run_of(Network.init([3, 4, 3], rng), data)))
    assert kept["label"].tolist() == [0, 2]


def test_with_a_single_class_there_is_the_star_alone():
    rng = np.random.default_rng(0)
    kept = plain(TABLE.record(run_of(Network.init([3, 4, 1], rng), random_data(rng, 3, 1, 8))))
    assert kept["label"].tolist() == [0]
    assert kept["dC_dp"].shape == (len(kept["place"]), 1)


@pytest.mark.parametrize(("sizes", "layers"), [((4, 6, 5, 5, 3), [1, 3, 4]), ((4, 5, 3), [1, 2]), ((4, 3), [1])])
def test_rows_are_the_parameters_that_matter(sizes, layers):
    run = random_run(sizes)
    places = [tuple(place) for place in plain(TABLE.record(run))["place"].tolist()]
    gradient = run.gradient
    lit = run.x >= run.x.max() / 2
    expected = []
    for l in layers:
        size = np.abs(gradient.dC_dW[l])
        usable = [(j, k) for j, k in np.ndindex(size.shape) if l > 1 or lit[k]]
        expected.append((0, l, *max(usable, key=lambda place: size[place])))
        if l == 1:
            expected.append((0, *two_edges(gradient, run.x)[1]))
        free = set(range(sizes[l])) - {j for _, layer, j, _ in expected if layer == l}
        expected.append((1, l, max(free, key=lambda j: abs(gradient.dC_db[l][j])), 0))
    assert places == expected
    assert len(set(places)) == len(places) <= 7
    assert places == sorted(places, key=lambda place: (place[1], place[0]))


def test_a_parameter_is_no_row_twice():
    rng = np.random.default_rng(0)
    kept = plain(TABLE.record(run_of(Network.init([1, 1, 2], rng), random_data(rng, 1, 2, 8))))
    assert [place[:2].tolist() for place in kept["place"]] == [[0, 1], [1, 1], [0, 2], [1, 2]]


def test_the_mean_is_that_of_all_examples_and_not_of_the_columns():
    kept = plain(TABLE.record(random_run(many=40)))
    assert not np.allclose(kept["mean"], kept["dC_dp"].mean(axis=1))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, TABLE)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("table/place", lambda a: a + 50, "table/place = .* no place"),
        ("table/place", lambda a: a - [0, 9, 0, 0], "table/place = .* no place"),
        ("table/place", lambda a: a[::-1].copy(), "row 0 of table/dC_dp = "),
        ("table/label", lambda a: a + 3, "table/label = .* no place"),
        ("table/label", lambda a: a[::-1].copy(), "table/label begins with label"),
        ("table/label", lambda a: a * 0, "table/label names no class twice"),
        ("table/label", lambda a: a[[0, *range(len(a) - 1, 0, -1)]], "table/C = cost of each example"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))
