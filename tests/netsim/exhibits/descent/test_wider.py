"""The wider exhibit: trained once more by hand with wider layers, and the lesson's own course gone through again."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import Dataset, Network, Recipe, TraceError, backprop, record, verify
from netsim.data.sources import load_dataset
from netsim.exhibits.descent import wider
from netsim.exhibits.descent.wider import EXHIBIT as WIDER
from netsim.exhibits.listening import moments
from netsim.training import train
from netsim.untrained import untrained
from tests.netsim.exhibits.exhibited import changed, held, more, put, random_data

OURS = ["wider", "tested"]


def by_hand(hidden, data, plan, seed):
    """The network after each update: steps of a velocity that fades by half, eta on half a wave down to 0."""
    network = Network.init([2, *hidden, 3], np.random.default_rng(seed), "tanh", "sigmoid", "quadratic", "fan_in")
    rng, x, y = np.random.default_rng(plan.seed), data.x, np.eye(3)[data.label]
    v = {(kind, l): 0.0 for kind in "Wb" for l in network.W}
    last = 30 * plan.epochs
    for number in range(last + 1):
        yield network
        if number % 30 == 0:
            order = rng.permutation(300)
        some = order[number % 30 * 10 : number % 30 * 10 + 10]
        back = backprop(network, network.forward(x[some]), y[some])
        eta = plan.eta * (1 + np.cos(np.pi * number / last)) / 2
        parts = {"W": dict(network.W), "b": dict(network.b)}
        for l in network.W:
            for kind, mean in (("W", back.mean_dC_dW[l]), ("b", back.mean_dC_db[l])):
                v[kind, l] = 0.5 * v[kind, l] + mean
                parts[kind][l] = parts[kind][l] - eta * v[kind, l]
        network = Network(parts["W"], parts["b"], "tanh", "sigmoid", "quadratic")


def right(network, data):
    """The share of the unseen examples that come out right, asked one by one."""
    said = [network.forward(x).a[network.L][0].argmax() for x in data.x_unseen]
    return np.mean(np.array(said) == data.label_unseen)


def test_it_is_trained_as_the_lesson_is_but_wider(quick):
    recipe = quick(training={"epochs": 4, "momentum": 0.5, "schedule": "cosine", "seed": 3})
    data = load_dataset(recipe.data)
    assert len(data.x) == 300
    trace = record(recipe, data, exhibits=OURS)
    verify(trace)
    steps, share = trace["wider/steps"], trace["wider/share"]
    assert steps.tolist() == list(range(121))
    assert trace["wider/sizes"].tolist() == [2, 16, 12, 3]
    assert trace["wider/times"] == 4
    wide = list(by_hand([16, 12], data, recipe.training, recipe.network.seed))
    one = 1.01 / len(data.x_unseen)  # an answer that is close may differ in float32
    for number, given in zip(steps, share, strict=True):
        assert given == pytest.approx(right(wide[number], data), abs=one)
    assert trace["wider/right"] == round(share[-1] * len(data.x_unseen))


def test_the_lessons_own_course_is_that_of_its_training_gone_through_once_more(quick):
    recipe = quick(training={"epochs": 30})
    data, trace = load_dataset(recipe.data), record(recipe, exhibits=OURS)
    networks = {
        step.number: step.network
        for step in train(untrained(recipe, data), data.x, data.target(data.label), recipe.training)
    }
    assert trace["wider/steps"].tolist() == moments(900).tolist()
    for number, given in zip(trace["wider/steps"], trace["wider/own"], strict=True):
        assert given == pytest.approx(right(networks[int(number)], data), abs=1.01 / len(data.x_unseen))
    assert trace["wider/own"][-1] == trace["accuracy"][-1]


def test_a_lesson_without_hidden_layer_gets_one(quick):
    trace = record(quick(network={"hidden": []}), exhibits=OURS)
    verify(trace)
    assert trace["wider/sizes"].tolist() == [2, 30, 3]


def test_images_that_are_moved_are_moved_for_the_wider_network_too():
    rng = np.random.default_rng(0)
    data = replace(random_data(rng, 36, 3, 60), image_shape=(6, 6))
    tables = {"network": {"hidden": [4]}, "training": {"epochs": 3, "shift": 1, "batch": 6}}
    recipe = Recipe.from_dict(tables)
    share = record(recipe, data, exhibits=OURS)["wider/share"]
    wide = recipe.network.model_copy(update={"hidden": (16,)})
    networks = train(
        untrained(recipe.model_copy(update={"network": wide}), data),
        *(data.x, data.target(data.label), recipe.training, (6, 6)),
    )
    assert share == pytest.approx(np.array([right(step.network, data) for step in networks]))


@pytest.mark.parametrize(("hidden", "times"), [([16, 16], 4), ([1000, 1000], 4), ([1000] * 4, 3), ([1000] * 6, 2)])
def test_very_large_networks_are_not_made_four_times_as_wide(hidden, times):
    data = load_dataset(Recipe().data)
    recipe = Recipe.from_dict({"network": {"hidden": hidden}})
    assert wider.times(recipe, data) == times
    assert wider.widened(recipe, data).network.hidden == tuple(times * n for n in hidden)


def test_what_would_be_much_more_work_than_the_lesson_is_trained_by_its_first_part(quick, monkeypatch):
    monkeypatch.setattr(wider, "MOST_LEARNED", 0)
    recipe = quick()
    trace = record(recipe, exhibits=OURS)
    verify(trace)
    own, wide = 3 * 4 + 5 * 3 + 4 * 3, 3 * 16 + 17 * 12 + 13 * 3
    assert len(trace["wider/share"]) == 60 * own // wide + 1
    assert len(trace["wider/own"]) == len(trace["wider/steps"]) == 61
    monkeypatch.undo()
    whole = record(recipe, exhibits=OURS)["wider/share"]
    np.testing.assert_array_equal(trace["wider/share"], whole[: len(trace["wider/share"])])


def test_many_unseen_examples_are_asked_less_often(quick, monkeypatch):
    monkeypatch.setattr(wider, "MOST_ASKED", 7 * 291 * 300)
    trace = record(quick(), exhibits=OURS)
    verify(trace)
    assert len(load_dataset(quick().data).x_unseen) == 300
    assert trace["wider/steps"].tolist() == [0, 10, 20, 30, 40, 50, 60]


def test_a_wider_network_that_diverges_ends_before():
    rng = np.random.default_rng(0)
    x, label = 3 * rng.normal(size=(40, 30)), np.arange(40) % 2
    data = Dataset("two", x, label, x[:9], label[:9], ("no", "yes"))
    tables = {"network": {"hidden": [2], "activation": "identity", "output": "identity"}}
    found = []
    for eta in (0.001, 0.1):
        recipe = Recipe.from_dict(tables | {"training": {"epochs": 60, "eta": eta}})
        steps = wider.asked_moments(recipe, data)
        found.append(len(wider.course(wider.widened(recipe, data), data, steps)) / len(steps))
    assert found[0] == 1
    assert 0 < found[-1] < 1


@pytest.fixture(scope="module")
def trace(quick):
    """The spiral with both right and wrong answers."""
    return record(quick(training={"epochs": 40}), exhibits=OURS)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("wider/steps", put(1, 0), "wider/steps ascend"),
        ("wider/steps", more(1), "wider/steps go from end to end of the run"),
        ("wider/own", put(-1, 0.0), "wider/own = accuracy at the ends of epochs"),
        ("wider/own", put(1, 0.501), "wider/own counts examples"),
        ("wider/share", put(1, 0.501), "wider/share counts examples"),
        ("wider/share", put(1, -0.2), r"wider/share lies in 0\.\.1"),
        ("wider/count", more(1), "wider/own counts examples|wider/count = tested/count"),
        ("wider/right", more(-1), "wider/right = count times the last of share"),
        ("wider/sizes", put(0, 3), "wider/sizes begin and end as the lesson's"),
        ("wider/sizes", put(1, 15), "wider/sizes are times as wide"),
        ("wider/times", more(1), "wider/sizes are times as wide"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*({said})"):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, WIDER)
