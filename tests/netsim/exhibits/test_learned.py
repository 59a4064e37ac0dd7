"""What the trained network says of unseen examples and of noise, and the runs on true and shuffled labels."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import Dataset, Recipe, backprop, record, verify
from netsim.data.sources import load_dataset
from netsim.exhibits.descent import memory
from netsim.exhibits.descent.confident import EXHIBIT as CONFIDENT
from netsim.exhibits.descent.confident import NOISE
from netsim.exhibits.descent.memory import EXHIBIT as MEMORY
from netsim.exhibits.descent.memory import measured_epochs, plan_of
from netsim.exhibits.descent.tested import EXHIBIT as TESTED
from netsim.exhibits.descent.tested import in_turn
from netsim.recipe.recipe import TrainingSection
from netsim.training import train
from netsim.untrained import untrained
from tests.netsim.exhibits.exhibited import KINDS, random_data, random_run

SIZES = (6, 7, 4)


def subject_with(kind=KINDS[0], unseen=150, seed=0):
    """A random network that is trained a little, and so many unseen examples."""
    subject = random_run(SIZES, kind, many=60, seed=seed)
    new = random_data(np.random.default_rng(seed + 1), SIZES[0], SIZES[-1], unseen)
    data = replace(subject.data, x_unseen=new.x, label_unseen=new.label)
    steps = train(subject.network, data.x, subject.targets, TrainingSection(epochs=5, eta=0.1))
    return replace(subject, data=data, moments=list(steps))


def plain(kept):
    return {key.split("/")[1]: array for key, array in kept.items()}


def one_by_one(network, x):
    """The outputs for x, each example alone."""
    return np.array([network.forward(one).a[network.L][0] for one in x])


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_right_and_wrong_are_told_apart_one_by_one(kind):
    subject = subject_with(kind)
    kept, data = plain(TESTED.record(subject)), subject.data
    a = one_by_one(subject.trained, data.x_unseen)
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


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_noise_is_sorted_by_its_surest_answer(kind):
    subject = subject_with(kind)
    kept = plain(CONFIDENT.record(subject))
    assert (kept["low"], kept["high"]) == (subject.data.x.min(), subject.data.x.max())
    np.testing.assert_allclose(kept["a"], one_by_one(subject.trained, kept["x"]), rtol=1e-12)
    np.testing.assert_array_equal(kept["said"], kept["a"].argmax(axis=1))
    np.testing.assert_array_equal(kept["rank"], [0, 40, 80, 119, 159, 199])
    np.testing.assert_array_equal(kept["top"][kept["rank"]], kept["a"].max(axis=1))
    assert np.all(np.diff(kept["top"]) <= 0)
    assert kept["sure"] == sum(top > 0.5 for top in kept["top"])
    real = one_by_one(subject.trained, subject.data.x_unseen).max(axis=1)
    np.testing.assert_allclose(kept["real_top"], sorted(real, reverse=True), rtol=1e-12)
    assert kept["real_sure"] == sum(real > 0.5)


def test_noise_fills_the_range_of_the_data_evenly():
    """All shown ones together: mean and spread of the even distribution, and no answer that differs the next time."""
    subject = subject_with()
    low, high = -3.0, 5.0
    wider = replace(subject, data=replace(subject.data, x=low + (high - low) * (subject.data.x > 0.5)))
    kept, again = plain(CONFIDENT.record(wider)), plain(CONFIDENT.record(wider))
    assert len(kept["top"]) == NOISE
    assert low <= kept["x"].min() < low + 1 < high - 1 < kept["x"].max() <= high
    np.testing.assert_array_equal(kept["x"], again["x"])
    drawn = np.random.default_rng(0).uniform(low, high, (NOISE, SIZES[0]))
    assert drawn.mean() == pytest.approx(1, abs=0.2)
    tops = np.sort(one_by_one(subject.trained, drawn).max(axis=1))[::-1]
    np.testing.assert_allclose(kept["top"], tops, rtol=1e-12)


def test_the_real_ones_are_two_hundred_at_most():
    kept = plain(CONFIDENT.record(subject_with(unseen=333)))
    assert kept["real_top"].shape == (200,)


@pytest.fixture(scope="module")
def spiral(quick):
    """A lesson whose run has momentum and a schedule, which the runs of memory must not have."""
    recipe = quick(network={"init": "normal"}, training={"momentum": 0.5, "schedule": "cosine", "seed": 3})
    return recipe, load_dataset(recipe.data)


def by_hand(recipe, data, label, epochs):
    """Plain descent in mini-batches of five from the untrained network, each epoch's order drawn as in a lesson."""
    network, rng, x, y = untrained(recipe, data), np.random.default_rng(3), data.x, np.eye(3)[label]
    order = np.random.default_rng(3).permutation(len(x))[:200]
    x = x[order]
    W, b, eta = dict(network.W), dict(network.b), 2 * recipe.training.eta  # momentum 0.5 goes twice as far
    for epoch in range(epochs + 1):
        made = type(network)(W, b, network.hidden, network.output, network.cost)
        a = made.forward(x).a[3]
        yield np.mean(np.sum((a - y) ** 2, axis=1)), np.mean(a.argmax(axis=1) == label), made
        dealt = rng.permutation(200)
        for start in range(0, 200 if epoch < epochs else 0, 5):
            some = dealt[start : start + 5]
            network = type(network)(W, b, network.hidden, network.output, network.cost)
            back = backprop(network, network.forward(x[some]), y[some])
            W = {l: W[l] - eta * back.mean_dC_dW[l] for l in W}
            b = {l: b[l] - eta * back.mean_dC_db[l] for l in b}


def test_both_runs_are_plain_descent_from_the_untrained_network(spiral):
    recipe, data = spiral
    trace = record(recipe, data, exhibits=["memory"])
    kept = plain({key: trace[key] for key in trace if key.startswith("memory/")})
    assert kept["examples"] == 200
    assert kept["unseen"] == min(300, len(data.x_unseen))
    assert kept["epochs"].tolist() == [0, 1, 2, 3, 4], "the tests' own short runs"
    own = data.label[np.random.default_rng(3).permutation(len(data.x))[:200]]
    dealt = np.random.default_rng(4).permutation(own)
    assert kept["same"] == sum(own == dealt)
    unseen = data.x_unseen[:300], data.label_unseen[:300]
    for run, label in (("true", own), ("shuffled", dealt)):
        for t, (cost, right, network) in enumerate(by_hand(recipe, data, label, 4)):
            assert kept[f"{run}_cost"][t] == pytest.approx(cost, rel=1e-4)
            assert kept[f"{run}_right"][t] == pytest.approx(right, abs=0.0051)
            said = network.forward(unseen[0]).a[3].argmax(axis=1)
            assert kept[f"{run}_unseen"][t] == pytest.approx(np.mean(said == unseen[1]), abs=0.0051)


def test_shuffling_deals_the_same_labels_and_shows_where_they_changed(spiral):
    recipe, data = spiral
    kept = plain(MEMORY.record(replace(random_run(), recipe=recipe, data=data)))
    assert len(kept["label"]) == 8
    assert np.all(kept["label"] != kept["shuffled_label"])
    places = [int(np.flatnonzero((data.x == x).all(axis=1))[0]) for x in kept["x"]]
    np.testing.assert_array_equal(kept["label"], data.label[places])


def test_few_examples_are_all_taken():
    x, label = np.eye(3), np.array([0, 1, 1])
    data = Dataset("three", x, label, x, label, ("no", "yes"))
    trace = record(Recipe.from_dict({"network": {"hidden": [2]}}), data, exhibits=["memory"])
    assert trace["memory/examples"] == 3
    assert sorted(trace["memory/label"]) == sorted(trace["memory/shuffled_label"]) == [0, 1, 1]
    verify(trace)


def test_large_networks_run_fewer_epochs():
    network = random_run((784, 1000, 10)).network
    epochs = plan_of(TrainingSection(), network, 200).epochs
    assert epochs == min(memory.MOST_EPOCHS, 12), "2 * 10^9 / (200 * 794,000)"
    assert plan_of(TrainingSection(), random_run().network, 200).epochs == memory.MOST_EPOCHS


@pytest.mark.parametrize(("epochs", "many"), [(1, 2), (7, 8), (40, 41), (200, 41)])
def test_moments_are_even(epochs, many):
    when = measured_epochs(epochs)
    assert (when[0], when[-1], len(when)) == (0, epochs, many)
    assert np.all(np.diff(when) >= 1)


def test_runs_that_diverge_end_alike_and_before():
    subject = random_run(kind=("identity", "identity", "quadratic"))
    kept = plain(
        MEMORY.record(
            replace(
                subject,
                recipe=Recipe.from_dict(
                    {
                        "network": {"hidden": [5], "activation": "identity", "output": "identity"},
                        "training": {"eta": 40.0},
                    }
                ),
            )
        )
    )
    assert len({len(kept[f"{run}_{what}"]) for run in ("true", "shuffled") for what in ("cost", "right")}) == 1
    assert len(kept["epochs"]) < 5
    assert all(np.all(np.isfinite(array)) for array in kept.values())


@pytest.mark.slow
def test_the_bundled_digits_are_learned_by_heart_whatever_their_labels(monkeypatch):
    """What the chapter says of it: nearly all right with either labels, but unseen ones only with the true ones."""
    monkeypatch.setattr(memory, "MOST_EPOCHS", 200)
    kept = record(Recipe(), exhibits=["memory"])
    assert kept["memory/true_right"][-1] == 1
    assert kept["memory/shuffled_right"][-1] > 0.9
    assert kept["memory/true_unseen"][-1] > 0.85
    assert kept["memory/shuffled_unseen"][-1] < 0.25
