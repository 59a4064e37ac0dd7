"""The line and the stairs: found, measured, walked down; on every kind of network, and where nothing moves."""

from itertools import pairwise

import numpy as np
import pytest

from netsim import Dataset, Network, Recipe, record
from netsim.exhibits.descent.line import EXHIBIT as LINE
from netsim.exhibits.descent.stairs import EXHIBIT as STAIRS
from netsim.terrain.dial_search import candidates, find_dial
from netsim.terrain.line_search import distinct, rate, starts
from tests.netsim.exhibits.exhibited import KINDS, random_data, random_run, run_of

W = np.linspace(-2.2, 2.2, 401)


def plain(arrays):
    return {key.split("/")[1]: array for key, array in arrays.items()}


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_each_descent_is_one(kind, sizes, mean_cost):
    subject = random_run(sizes, kind)
    kept = plain(LINE.record(subject))
    assert kept["examples"] == 20
    np.testing.assert_array_equal(kept["x"], subject.data.x[:20])
    assert kept["value"] in kept["w"]
    assert set(kept["starts"]) <= set(kept["w"])
    assert 2 <= len(kept["starts"]) <= 4
    np.testing.assert_array_equal(kept["walk"][:, 0], kept["starts"])
    np.testing.assert_allclose(np.diff(kept["walk"]), -kept["eta"] * kept["slope"][:, :-1], rtol=1e-6, atol=1e-12)
    assert np.all(np.diff(kept["walk_C"]) <= 1e-12)
    assert kept["w"][0] <= kept["walk"].min()
    assert kept["walk"].max() <= kept["w"][-1]
    bias, l, j, k = kept["place"]
    parts = {"W": dict(subject.network.W), "b": dict(subject.network.b)}
    array = parts["Wb"[bias]][l] = parts["Wb"[bias]][l].copy()
    array[(j,) if bias else (j, k)] = kept["w"][7]
    changed = Network(parts["W"], parts["b"], *kind)
    assert kept["C"][7] == pytest.approx(mean_cost(changed, kept["x"], subject.targets[:20]), rel=1e-11)


@pytest.mark.parametrize("kind", [KINDS[1], KINDS[2], KINDS[4]], ids=" ".join)
def test_two_minima_are_found_by_descent(kind):
    found = [plain(LINE.record(random_run((2, 3, 3), kind, seed=seed))) for seed in range(15)]
    found = [kept for kept in found if len(kept["minima"]) > 1]
    assert found
    for kept in found:
        one, other = kept["minima"]
        between = kept["C"][(kept["w"] > one) & (kept["w"] < other)]
        assert between.max() > kept["minima_C"].max()
        assert {one, other} <= set(kept["walk"][:, -1])


def test_the_default_lessons_line_has_two_minima(default_line):
    kept = default_line
    assert kept["minima"].shape == (2,)
    ridge = kept["C"][(kept["w"] > kept["minima"][0]) & (kept["w"] < kept["minima"][1])].max()
    assert ridge > 1.1 * kept["minima_C"].max()
    steepest = np.abs(kept["slope"][:, 0]).max()
    assert np.all(np.abs(kept["slope"][:, -1]) < 0.01 * steepest)
    nearest = np.abs(kept["walk"][:, -1, None] - kept["minima"]).argmin(axis=1)
    assert nearest.tolist() == [0, 0, 1, 1]


@pytest.fixture(scope="module")
def default_line():
    return plain({k: v for k, v in record(Recipe(), exhibits=["line"]).items() if k.startswith("line/")})


def test_where_nothing_changes_the_cost_descents_stay():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu", "relu")
    dead = Network({**network.W, 2: 0 * network.W[2]}, network.b, "relu", "relu")
    subject = run_of(dead, random_data(rng, 3, 2, 30))
    kept, stairs = plain(LINE.record(subject)), plain(STAIRS.record(subject))
    assert np.ptp(kept["C"]) == 0
    assert kept["walk"].shape == (2, 1)
    assert kept["minima"].shape == (1,)
    assert stairs["levels"] == stairs["flat"] == 1


def test_one_example_and_one_input_are_enough():
    data = random_data(np.random.default_rng(0), 1, 2, 2)
    data = Dataset("one", data.x[:1], data.label[:1], data.x[1:], data.label[1:], data.classes)
    kept = plain(LINE.record(run_of(Network.init([1, 1, 2], np.random.default_rng(1)), data)))
    assert kept["examples"] == 1
    assert np.isfinite(kept["C"]).all()


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_stairs_are_counted(kind):
    subject = random_run(kind=kind)
    line, kept = plain(LINE.record(subject)), plain(STAIRS.record(subject))
    assert kept["levels"] == len(set(kept["C"].tolist()))
    same = [one == other for one, other in pairwise(kept["C"])]
    assert kept["flat"] == pytest.approx(sum(same) / len(same))
    wrong = kept["C"] * line["examples"]
    np.testing.assert_allclose(wrong, np.rint(wrong), atol=1e-9)
    np.testing.assert_array_equal(kept["w"][[0, -1]], line["w"][[0, -1]])
    np.testing.assert_allclose(np.interp(kept["w"], line["w"], line["C"]), kept["smooth_C"], rtol=0.02)
    assert kept["step_a"][kept["step_z"] < 0].max() == 0
    assert kept["step_a"][kept["step_z"] >= 0].min() == 1


def test_candidates_are_parameters_of_hidden_layers_or_of_the_only_one():
    rng = np.random.default_rng(0)
    for sizes, layers in (((4, 5, 6, 3), {1, 2}), ((4, 5, 3), {1}), ((4, 3), {1})):
        network = Network.init(sizes, rng)
        found = list(candidates(network, rng.random((20, 4)), 3))
        assert {l for _, l, _, _ in found} == layers
        assert {bias for bias, *_ in found} == {0, 1}
        assert len(found) == len(set(found))
        assert all(j < sizes[l] and k < sizes[l - 1] for _, l, j, k in found)


def test_fewer_are_tried_of_a_large_network():
    rng = np.random.default_rng(0)
    x = rng.random((20, 30))
    few = list(candidates(Network.init([30, 400, 400, 400, 10], rng), x, 5))
    assert {l for _, l, _, _ in few} == {2, 3}  # layer 1 has too many weights behind it
    assert 3 <= len(few) < len(list(candidates(Network.init([30, 40, 40, 10], rng), x, 5)))


def test_the_moment_that_shows_most_is_taken():
    """One network is dead, so that only the other can be the one."""
    subject = random_run((3, 4, 2), seed=2)
    flat = Network({l: 0 * w for l, w in subject.network.W.items()}, subject.network.b)
    found = find_dial({4: flat, 7: subject.network}, subject.data.x[:20], subject.targets[:20])
    assert found.at == 7


@pytest.mark.parametrize("bowl", [0.3, 2.0, 40.0])
def test_the_rate_does_not_leap_over_a_minimum(bowl):
    eta = rate(W, bowl * W**2)
    assert eta == pytest.approx(0.6 / (2 * bowl), rel=0.05)
    assert rate(W, 0 * W) == 1


def test_descents_start_on_both_sides_of_each_minimum():
    two = starts(W, 2 + (W**2 - 1) ** 2 / 10)
    assert len(two) == 4
    np.testing.assert_allclose(two, -two[::-1], atol=0.03)
    assert two[0] < -1 < two[1] < 0
    one = starts(W, 1 + (W - 1) ** 2)
    assert len(one) == 2
    assert one[0] < 1 < one[1]
    assert len(starts(W, 5 - W)) == len(starts(W, 0 * W)) == 2


def test_ends_without_a_rise_between_them_are_one():
    C = 2 + (W**2 - 2) ** 2 / 10
    ends = np.array([-1.5, 1.3, -1.4, 1.42])
    heights = np.interp(ends, W, C)
    assert distinct(W, C, ends, heights) == [2, 3]
    assert distinct(W, 0 * W, ends, 0 * ends) in ([0], [1], [2], [3])
