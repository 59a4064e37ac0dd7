"""The memory exhibit: both runs are plain descent, on the same labels, shuffled."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import Dataset, Recipe, TraceError, backprop, record, verify
from netsim.data.sources import load_dataset
from netsim.exhibits.descent import memory
from netsim.exhibits.descent.memory import EXHIBIT as MEMORY
from netsim.exhibits.descent.memory import plan_of
from netsim.recipe.training import TrainingSection
from netsim.untrained import untrained
from tests.netsim.exhibits.exhibited import changed, held, more, plain, put, random_run
from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS


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


@pytest.fixture(scope="module")
def spiral(quick):
    """A lesson whose run has momentum and a schedule, which the runs of memory must not have."""
    recipe = quick(network={"init": "normal"}, training={"momentum": 0.5, "schedule": "cosine", "seed": 3})
    return recipe, load_dataset(recipe.data)


OURS = ["memory"]


@pytest.fixture(scope="module")
def trace(quick):
    """The spiral with both right and wrong answers."""
    return record(quick(training={"epochs": 40}), exhibits=OURS)


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
    for labels, label in (("true", own), ("shuffled", dealt)):
        for t, (cost, right, network) in enumerate(by_hand(recipe, data, label, 4)):
            assert kept[f"{labels}_cost"][t] == pytest.approx(cost, rel=1e-4)
            assert kept[f"{labels}_right"][t] == pytest.approx(right, abs=0.0051)
            if labels == "shuffled":
                for l, a in network.forward(kept["x"][0]).a.items():
                    if l:
                        assert kept[f"a{l}"][t] == pytest.approx(a[0], rel=1e-3, abs=1e-4)
                        assert kept["kept"].tolist() == [0, 1, 2, 3, 4]
                        assert kept[f"W{l}"][t] == pytest.approx(network.W[l], rel=1e-3, abs=1e-4)
                        assert kept[f"b{l}"][t] == pytest.approx(network.b[l], rel=1e-3, abs=1e-4)
            said = network.forward(unseen[0]).a[3].argmax(axis=1)
            assert kept[f"{labels}_unseen"][t] == pytest.approx(np.mean(said == unseen[1]), abs=0.0051)


def test_shuffling_deals_the_same_labels_and_shows_where_they_changed(spiral):
    recipe, data = spiral
    kept = plain(MEMORY.record(replace(random_run(), recipe=recipe, data=data)))
    assert 10 <= len(kept["label"]) <= 12
    assert np.all(kept["label"] != kept["shuffled_label"])
    assert sorted(kept["label"]) == sorted(kept["shuffled_label"]), "no label leaves those that are shown"
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


def test_runs_that_diverge_end_alike_and_before():
    run = random_run(kind=("identity", "identity", "quadratic"))
    kept = plain(
        MEMORY.record(
            replace(
                run,
                recipe=Recipe.from_dict(
                    {
                        "network": {"hidden": [5], "activation": "identity", "output": "identity"},
                        "training": {"eta": 40.0},
                    }
                ),
            )
        )
    )
    assert len({len(kept[f"{labels}_{what}"]) for labels in ("true", "shuffled") for what in ("cost", "right")}) == 1
    assert len(kept["epochs"]) < 5
    assert all(np.all(np.isfinite(array)) for array in kept.values())


def test_the_bundled_digits_are_learned_by_heart_whatever_their_labels():
    """What the chapter says of it: nearly all right with either labels, but unseen ones only with the true ones."""
    kept = recorded(ALWAYS)
    assert kept["memory/epochs"][-1] == 200
    assert kept["memory/true_right"][-1] == 1
    assert kept["memory/shuffled_right"][-1] > 0.9
    assert kept["memory/true_unseen"][-1] > 0.85
    assert kept["memory/shuffled_unseen"][-1] < 0.25


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("memory/classes", more(1), "memory/classes counts the classes"),
        ("memory/same", put((), 201), r"memory/same lies in 0\.\.examples"),
        ("memory/same", put((), 200), "memory/shuffled_label is another one"),
        ("memory/shuffled_label", put(0, -1), "memory/shuffled_label names classes"),
        ("memory/label", put(0, 3), "memory/label names classes"),
        ("memory/epochs", more(1), "memory/epochs count from 0"),
        ("memory/epochs", put(1, 0), "memory/epochs count from 0"),
        ("memory/examples", put((), 7), "memory/same lies in|memory/x shows at most those"),
        ("memory/true_cost", put(1, -0.1), "memory/true_cost is 0 or more"),
        ("memory/shuffled_cost", put(1, -0.1), "memory/shuffled_cost is 0 or more"),
        ("memory/true_right", put(1, 1.005), r"memory/true_right lies in 0\.\.1"),
        ("memory/shuffled_right", put(1, 0.501), "memory/shuffled_right counts examples"),
        ("memory/true_unseen", put(1, 0.501), "memory/true_unseen counts examples"),
        ("memory/shuffled_unseen", put(0, 0.0), "memory/shuffled_unseen and true_unseen begin alike"),
        ("memory/kept", put(1, 0), "memory/kept ascend"),
        ("memory/kept", put(-1, 3), "memory/kept ascend|memory/kept has the first and the last"),
        ("memory/a2", more(1e-3), r"memory/a2 = tanh\(W2 a1 \+ b2\) of memory"),
        ("memory/W1", more(0.01), r"memory/a1 = tanh\(W1 a0 \+ b1\) of memory"),
        ("memory/b3", more(0.01), r"memory/a3 = sigmoid\(W3 a2 \+ b3\) of memory"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*({said})"):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    small = {f"memory/{name}{l}" for name in "Wb" for l in (1, 2, 3)}  # in float32
    held(late_trace, MEMORY, but={"memory/x", "memory/true_cost", "memory/shuffled_cost"} | small)
