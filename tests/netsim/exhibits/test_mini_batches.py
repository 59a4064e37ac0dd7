"""Batches: the ones that training takes, and gradients that are those of their examples one by one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, Recipe, backprop, record, verify
from netsim.exhibits.nudges.batches import EXHIBIT as BATCHES
from netsim.exhibits.nudges.batches import growing_sizes
from netsim.recipe.recipe import TrainingSection
from netsim.terrain.landscape import angle, vector
from netsim.training import batch_size, shuffled, train
from tests.netsim.exhibits.exhibited import random_run


def planned(subject, **training):
    return replace(subject, recipe=Recipe.from_dict({"training": training}))


def plain(arrays):
    return {key.removeprefix("batches/"): array for key, array in arrays.items()}


def one_by_one(subject, places):
    """The mean of the gradients of single examples."""
    each = []
    for i in places:
        back = backprop(subject.network, subject.network.forward(subject.data.x[i]), subject.targets[i])
        each.append(vector(back.mean_dC_dW, back.mean_dC_db))
    return np.mean(each, axis=0)


@pytest.mark.parametrize("batch", [1, 4, 10, 23, 50])
def test_angles_and_lengths_are_those_of_the_examples_one_by_one(batch):
    subject = planned(random_run(many=23), batch=batch, seed=3)
    kept, order = plain(BATCHES.record(subject)), np.random.default_rng(3).permutation(23)
    full = one_by_one(subject, range(23))
    size = min(batch, 23)
    assert (kept["size"], kept["count"]) == (size, -(-23 // size))
    assert len(kept["angle"]) == len(kept["length"]) == min(12, kept["count"])
    groups = [(order[i * size : (i + 1) * size], "", i) for i in range(len(kept["angle"]))]
    groups += [(order[:n], "_of_size", i) for i, n in enumerate(kept["sizes"])]
    for places, end, i in groups:
        gradient = one_by_one(subject, places)
        assert kept[f"angle{end}"][i] == pytest.approx(angle(gradient, full), abs=1e-6)
        assert kept[f"length{end}"][i] == pytest.approx(np.linalg.norm(gradient) / np.linalg.norm(full))
    assert kept["changed"] == np.count_nonzero(one_by_one(subject, order[:size]))
    assert kept["components"] == full.size
    assert (kept["angle_of_size"][-1], kept["length_of_size"][-1]) == (0, 1)


@given(batch=st.integers(1, 40), many=st.integers(1, 40), seed=st.integers(0, 2**32))
def test_the_batches_are_those_that_training_takes(batch, many, seed):
    plan = TrainingSection(batch=batch, seed=seed)
    network = Network.init([many, 2], np.random.default_rng(0))
    size, order = batch_size(plan, many), shuffled(plan, many)
    for i, step in zip(
        range(-(-many // size)), train(network, np.eye(many), np.eye(2)[[0] * many], plan), strict=False
    ):
        (heard,) = np.nonzero(step.back.mean_dC_dW[1].any(axis=0))  # example i lights only input i
        assert set(heard) == set(order[i * size : (i + 1) * size])


def test_the_examples_are_those_that_are_dealt(quick):
    subject = planned(random_run(many=150), seed=8)
    kept, order = plain(BATCHES.record(subject)), np.random.default_rng(8).permutation(150)[:120]
    np.testing.assert_array_equal(kept["x"], subject.data.x[order])
    np.testing.assert_array_equal(kept["label"], subject.data.label[order])
    assert len(plain(BATCHES.record(random_run(many=7)))["x"]) == 7


def test_a_lesson_that_takes_all_examples_at_once_is_dealt_out_in_hundreds():
    plan = TrainingSection(method="full_batch", batch=5)
    assert [batch_size(plan, n) for n in (7, 100, 1500)] == [7, 100, 100]


@pytest.mark.parametrize(
    ("size", "many", "expected"),
    [
        (5, 1500, [1, 5, 10, 100, 1000, 1500]),
        (100, 60_000, [1, 10, 100, 1000, 10_000, 60_000]),
        (4, 4, [1, 4]),
        (1, 1, [1]),
        (7, 10, [1, 7, 10]),
        (100, 100, [1, 10, 100]),
    ],
)
def test_sizes_grow_tenfold(size, many, expected):
    assert growing_sizes(size, many) == expected


def test_a_network_without_any_gradient_has_no_angle_and_no_length():
    subject = random_run([4, 3, 3], kind=("relu", "relu", "quadratic"))
    dead = Network(subject.network.W, {1: -9 * np.ones(3), 2: -9 * np.ones(3)}, "relu", "relu", "quadratic")
    kept = plain(BATCHES.record(replace(subject, moments=[replace(subject.first, network=dead)])))
    for end in ("", "_of_size"):
        assert np.all(kept[f"angle{end}"] == 90)
        assert np.all(kept[f"length{end}"] == 0)
    assert kept["changed"] == 0


def test_the_first_batch_is_the_one_of_the_first_record(quick):
    trace = record(quick(), exhibits=["batches", "gradient"])
    verify(trace)
    mean = [trace[f"mean_dC_d{kind}{l}"][0].ravel() for l in (1, 2, 3) for kind in "Wb"]
    full = [trace[f"gradient/dC_d{kind}{l}"].ravel() for l in (1, 2, 3) for kind in "Wb"]
    assert trace["batches/angle"][0] == pytest.approx(angle(np.concatenate(mean), np.concatenate(full)))
    assert trace["batches/size"] == 10
