"""The paths exhibit on runs of every kind: large and small, of one example, dead or diverging."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import Dataset, Network
from netsim.exhibits.nudges.paths import examples_to_walk_on
from tests.netsim.exhibits.exhibited import KINDS, random_run, run_of
from tests.netsim.exhibits.nudges.paths.walked import paths, planned


@pytest.mark.parametrize("training", [{"batch": 100}, {"method": "full_batch"}, {"batch": 4}], ids=str)
def test_a_batch_of_all_examples_takes_the_same_step(training):
    rng = np.random.default_rng(0)
    x, label = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    data = Dataset("xor", x, label, x, label, ("0", "1"))
    kept = paths(planned(run_of(Network.init([2, 3, 2], rng), data), **training))
    assert kept["batch"] == kept["examples"] == 4
    assert kept["mini_examples"].tolist() == kept["full_examples"].tolist() == [0, 4]
    assert len(kept["mini"]) == len(kept["full"]) == 2
    np.testing.assert_allclose(kept["mini"], kept["full"], atol=1e-6)
    assert kept["u"][0] < 0 < kept["full"][-1, 0] < kept["u"][-1]


def test_a_full_batch_lesson_has_a_mini_walk_of_hundreds():
    kept = paths(planned(random_run(many=250), method="full_batch"))
    assert (kept["batch"], kept["examples"]) == (100, 250)
    assert kept["mini_examples"].tolist() == [0, 100, 200, 250]
    assert len(kept["mini"]) == 4


def test_a_network_without_any_gradient_stays_where_it_is():
    run = random_run([4, 3, 3], kind=("relu", "relu", "quadratic"))
    dead = Network(run.network.W, {1: -9 * np.ones(3), 2: -9 * np.ones(3)}, "relu", "relu", "quadratic")
    kept = paths(replace(run, moments=[replace(run.first, network=dead)]))
    for name in ("mini", "full"):
        assert not np.any(kept[name])
        assert not np.any(kept[f"{name}_off"])
        np.testing.assert_allclose(kept[f"{name}_C"], 1)
    assert (kept["u"][0], kept["u"][-1]) == (-0.5, 0.5)
    assert np.all(np.isfinite(kept["C"]))


@pytest.mark.parametrize(
    "kind", [*KINDS, ("relu", "relu", "quadratic"), ("relu", "softmax", "quadratic")], ids=" ".join
)
@pytest.mark.parametrize("eta", [0.01, 3.0, 1e3, 1e6])  # the last is the highest that a recipe may ask for
def test_no_rate_is_too_high_to_be_measured(kind, eta):
    kept = paths(planned(random_run(kind=kind), eta=eta))
    assert all(np.all(np.isfinite(array)) for array in kept.values())
    assert kept["full_C"].max() < 1e10
    for name in ("mini", "full"):
        assert 1 <= len(kept[name]) <= 301
        assert len(kept[name]) == len(kept[f"{name}_C"]) == len(kept[f"{name}_off"])


def test_a_walk_that_diverges_ends_before_it_does():
    run = planned(random_run(kind=("identity", "identity", "quadratic")), eta=100.0)
    kept = paths(run)
    assert len(kept["mini"]) < 5
    assert kept["mini_examples"].tolist() == [5 * t for t in range(len(kept["mini"]))]


@pytest.mark.parametrize("many", [1, 2])
def test_one_example_is_enough(many):
    run = random_run(many=many)
    kept = paths(replace(run, star=0))
    assert kept["examples"] == many


def test_the_smallest_network_has_a_plane():
    data = Dataset("one", np.zeros((3, 4)), np.zeros(3, int), np.zeros((1, 4)), np.zeros(1, int), ("yes",))
    kept = paths(run_of(Network.init([4, 1], np.random.default_rng(0)), data))
    assert kept["C"].shape == (len(kept["v"]), len(kept["u"]))
    assert kept["mini_C"][-1] < kept["mini_C"][0]


def test_many_examples_are_walked_in_the_lessons_order():
    run = planned(random_run([2, 3], many=5000), seed=4, batch=7)
    steps, x, y = examples_to_walk_on(run)
    assert (steps, len(x)) == (300, 2000)
    order = np.random.default_rng(4).permutation(5000)
    dealt = np.random.default_rng(4).permutation(2000)
    np.testing.assert_array_equal(x[dealt], run.data.x[order[:2000]].astype(np.float32))
    np.testing.assert_array_equal(y[dealt], run.targets[order[:2000]])
    kept = paths(run)
    assert (kept["examples"], kept["mini_examples"][-1]) == (2000, 2000)
    assert len(kept["mini"]) == 287


def test_a_walk_has_three_hundred_steps_at_most():
    kept = paths(planned(random_run([2, 3], many=500), batch=1))
    assert len(kept["mini"]) == 301
    assert kept["mini_examples"][-1] == 300


def test_large_networks_take_short_walks_on_few_examples():
    wide = Network.init([784, 1000, 10], np.random.default_rng(0))
    x = np.zeros((1500, 784))
    data = Dataset("dark", x, np.zeros(1500, int), x[:1], np.zeros(1, int), tuple("0123456789"))
    steps, x, _ = examples_to_walk_on(run_of(wide, data))
    assert steps * 795_000 < 2**25 + 795_000
    assert 100 < len(x) < 400
