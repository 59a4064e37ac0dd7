"""The only exhibit: training on the star's class alone."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Dataset, Network, Recipe, TraceError, record, verify
from netsim.exhibits.nudges.only import EXHIBIT as ONLY
from netsim.exhibits.nudges.only import MOST_UPDATES, all_answered, one_class_run, one_of_each
from netsim.recipe.training import TrainingSection
from netsim.trace.answers import Answers
from netsim.training import train
from tests.netsim.exhibits.exhibited import changed, held, more, plain, put, random_run


def rerun(quick, trace):
    """The same run by hand: train on the one class, count the answers after every update."""
    from netsim.data.sources import load_dataset

    recipe = quick()
    data = load_dataset(recipe.data)
    heard = data.label == 1
    W, b = ({l: trace[f"{kind}{l}"][0] for l in (1, 2, 3)} for kind in "Wb")
    plan = recipe.training.model_copy(update={"epochs": 100})
    network = Network(W, b, trace.hidden, trace.output, trace.cost_name)
    for step in train(network, data.x[heard], data.target(data.label[heard]), plan):
        answers = step.network.forward(data.x_unseen).a[3].argmax(axis=1)
        yield step, float(np.mean(answers == 1)), -(-heard.sum() // 10), data


@pytest.fixture(scope="module")
def spirals(quick):
    """A lesson of three classes, the star an "II"."""
    return record(quick(record={"follow": ["II"]}), exhibits=["only"])


def run_on(network, x, y, done, **training):
    return one_class_run(network, x, y, TrainingSection(**training), done)


def classes_of(seen, unseen, classes):
    """Examples whose second input tells them apart."""
    x, x_unseen = (np.column_stack([labels, np.arange(len(labels))]).astype(float) for labels in (seen, unseen))
    names = tuple(str(i) for i in range(classes))
    return Dataset("mine", x, np.array(seen), x_unseen, np.array(unseen), names)


def test_it_is_training_on_the_stars_class_alone(quick, spirals):
    kept = plain({key: spirals[key] for key in spirals if key.startswith("only/")})
    for step, said, per_epoch, data in rerun(quick, spirals):
        if step.number in kept["steps"]:
            moment = list(kept["steps"]).index(step.number)
            assert kept["said"][moment] == said
            given = step.network.forward(kept["x"]).a
            for l in (1, 2, 3):
                np.testing.assert_array_equal(kept[f"a{l}"][moment], given[l])
        done = said == 1 and step.number >= per_epoch
        assert done == (step.number == kept["updates"])
        if done:
            assert kept["unseen"] == len(data.x_unseen)
            break
    assert kept["said"][-1] == 1
    assert np.all(kept["a3"][-1].argmax(axis=1) == 1)
    verify(spirals)


def test_moments_begin_at_0_grow_apart_and_end_with_the_run(spirals):
    steps = spirals["only/steps"].tolist()
    assert steps[:51] == list(range(51))[: len(steps)]
    assert set(steps[51:-1]) <= {70, 100, 200, 300, 500, 700}


def test_it_gives_up_after_a_thousand_updates():
    run = random_run()
    heard = run_on(run.network, run.data.x, run.targets, lambda network: False)
    assert max(heard) == MOST_UPDATES
    assert sorted(heard)[-4:] == [300, 500, 700, 1000]


def test_every_example_is_heard_once_before_it_may_stop():
    run = random_run(many=23)
    x, y = run.data.x, run.targets
    assert max(run_on(run.network, x, y, lambda network: True, batch=5)) == 5
    assert max(run_on(run.network, x, y, lambda network: True, batch=50)) == 1
    assert max(run_on(run.network, x, y, lambda network: True, method="full_batch")) == 1


def test_the_rate_stays_where_the_lesson_has_it_at_first():
    run = random_run(many=23)
    runs = [
        run_on(run.network, run.data.x, run.targets, lambda network: True, schedule=schedule, eta=0.3)
        for schedule in ("constant", "cosine")
    ]
    np.testing.assert_array_equal(runs[0][max(runs[0])].W[1], runs[1][max(runs[1])].W[1])


def test_it_ends_before_it_diverges():
    run = random_run(kind=("identity", "identity", "quadratic"))
    heard = run_on(run.network, run.data.x, run.targets, lambda network: False, eta=10.0)
    assert max(heard) < 50
    for network in heard.values():
        assert all(np.all(np.isfinite(w)) for w in network.W.values())
    kept = ONLY.record(replace(run, recipe=Recipe.from_dict({"training": {"eta": 10.0}})))
    assert all(np.all(np.isfinite(array)) for array in kept.values())


@given(many=st.integers(1, 300), seed=st.integers(0, 2**32), spread=st.floats(0, 4))
def test_asking_the_doubters_first_changes_no_answer(many, seed, spread):
    rng = np.random.default_rng(seed)
    x = rng.random((many, 3)).astype(np.float32)
    ask = all_answered(x, 1, Answers(("no", "yes")))
    for bias in rng.normal(0, spread, 6):
        network = Network({1: rng.standard_normal((2, 3))}, {1: np.array([0, bias])})
        expected = np.all(network.astype("float32").forward(x).a[1].argmax(axis=1) == 1)
        assert ask(network) == expected


def test_one_of_each_class_is_shown_unseen_where_there_is_one():
    x, label = one_of_each(classes_of([0, 1, 2, 0, 1, 2], [0, 0, 0, 2], 4), star=1)
    assert label.tolist() == [0, 1, 2]
    assert x[:, 0].tolist() == [0, 1, 2]
    assert x[2, 1] == 3, "the only unseen one of the last class"
    assert x[1, 1] in (1, 4), "none of that class is unseen"


@pytest.mark.parametrize("star", [0, 7, 12, 25])
def test_of_many_classes_twelve_are_shown_and_the_stars_among_them(star):
    labels = list(range(26))
    _, label = one_of_each(classes_of(labels, labels, 26), star)
    assert len(label) == 12
    assert star in label
    assert np.all(np.diff(label) > 0)
    assert label[0] <= 1 < 24 <= label[-1]


def test_the_most_typical_unseen_one_is_shown():
    data = classes_of([0, 1], [0, 0, 0, 1], 2)
    x = np.array([[0.0, 0.0], [9.0, 1.0], [4.0, 2.0], [-9.0, -2.0]])
    shown, _ = one_of_each(replace(data, x_unseen=x), star=0)
    away, whole = x[:3] - x.mean(axis=0), x[:3].mean(axis=0) - x.mean(axis=0)
    assert shown[0].tolist() == x[(away @ whole / np.linalg.norm(away, axis=1)).argmax()].tolist()


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("only/x", more(0.1), "only/a1 = activations of only/x before the run"),
        ("only/a2", more(1e-6, 0), "only/a2 = activations of only/x before the run"),
        ("only/a3", more(1e-6, -1), "only/a3 = activations of only/x after it"),
        ("only/label", put(0, 2), "only/label in the order of classes"),
        ("only/label", put(-1, 3), "only/label names classes"),
        ("only/label", more(-1), "only/label names classes"),
        ("only/steps", more(1), "only/steps begin at 0"),
        ("only/steps", put(2, 1), "only/steps ascend"),
        ("only/updates", more(1), "only/updates = the last of only/steps"),
        ("only/said", put(0, -0.1), "only/said lies in 0..1"),
        ("only/said", put(0, 1.1), "only/said lies in 0..1"),
        ("only/said", put(0, 1 / 7), "only/said counts only/unseen"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*{said}"):
        verify(changed(trace, key, change))


def test_labels_without_the_stars_are_found_out(trace):
    labels = [label for label in range(3) if label != trace.label(0)]
    shorter = trace
    for key in ("only/x", "only/label"):
        shorter = changed(shorter, key, lambda array: array[labels])
    for l in (1, 2, 3):
        shorter = changed(shorter, f"only/a{l}", lambda array: array[:, labels])
    with pytest.raises(TraceError, match="only/label has the star's class"):
        verify(shorter)


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, ONLY)
