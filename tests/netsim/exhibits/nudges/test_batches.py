"""The batches exhibit: angles and lengths are those of the examples one by one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, Recipe, TraceError, backprop, record, verify
from netsim.exhibits.nudges.batches import EXHIBIT as BATCHES
from netsim.exhibits.nudges.batches import growing_sizes
from netsim.recipe.training import TrainingSection
from netsim.terrain.landscape import angle, vector
from netsim.training import batch_size, shuffled, train
from tests.netsim.exhibits.exhibited import changed, held, more, plain, put, random_run, trained_run


def one_by_one(run, places, network=None):
    """The mean of the gradients of single examples."""
    network, each = network or run.network, []
    for i in places:
        back = backprop(network, network.forward(run.data.x[i]), run.targets[i])
        each.append(vector(back.mean_dC_dW, back.mean_dC_db))
    return np.mean(each, axis=0)


def planned(run, **training):
    return replace(run, recipe=Recipe.from_dict({"training": training}))


@pytest.mark.parametrize("batch", [1, 4, 10, 23, 50])
def test_angles_and_lengths_are_those_of_the_examples_one_by_one(batch):
    run = planned(random_run(many=23), batch=batch, seed=3)
    kept, order = plain(BATCHES.record(run)), np.random.default_rng(3).permutation(23)
    full = one_by_one(run, range(23))
    size = min(batch, 23)
    assert (kept["size"], kept["count"]) == (size, -(-23 // size))
    assert len(kept["angle"]) == len(kept["length"]) == min(12, kept["count"])
    groups = [(order[i * size : (i + 1) * size], "", i) for i in range(len(kept["angle"]))]
    groups += [(order[:n], "_of_size", i) for i, n in enumerate(kept["sizes"])]
    for places, end, i in groups:
        gradient = one_by_one(run, places)
        assert kept[f"angle{end}"][i] == pytest.approx(angle(gradient, full), abs=1e-6)
        assert kept[f"length{end}"][i] == pytest.approx(np.linalg.norm(gradient) / np.linalg.norm(full))
    assert (kept["angle_of_size"][-1], kept["length_of_size"][-1]) == (0, 1)


def test_over_the_training_the_same_batches_are_held_against_all():
    run = planned(trained_run(), batch=4, seed=3)
    kept, order = plain(BATCHES.record(run)), np.random.default_rng(3).permutation(23)
    assert (kept["at"].tolist(), kept["updates"].tolist()) == ([0, 1], [0, 1])
    for t, moment in enumerate(run.moments):
        full = one_by_one(run, range(23), moment.network)
        each = [one_by_one(run, order[4 * i : 4 * i + 4], moment.network) for i in range(6)]
        np.testing.assert_allclose(kept["angle_at"][t], [angle(gradient, full) for gradient in each], atol=1e-6)
        np.testing.assert_allclose(
            kept["length_at"][t], [np.linalg.norm(gradient) / np.linalg.norm(full) for gradient in each]
        )
        assert kept["middle"][t] == pytest.approx(np.mean(sorted(kept["angle_at"][t])[2:4]))


@pytest.mark.parametrize(("moments", "kept"), [(1, [0]), (3, [0, 1, 2]), (16, list(range(16))), (46, range(0, 46, 3))])
def test_of_many_moments_some_are_taken_evenly_the_first_and_the_last_among_them(moments, kept):
    run = random_run([2, 2], many=4)
    run = replace(run, moments=[replace(run.first, number=7 * t) for t in range(moments)])
    at = plain(BATCHES.record(run))
    assert at["at"].tolist() == list(kept)
    assert at["updates"].tolist() == [7 * t for t in kept]


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
    run = planned(random_run(many=150), seed=8)
    kept, order = plain(BATCHES.record(run)), np.random.default_rng(8).permutation(150)[:120]
    np.testing.assert_array_equal(kept["x"], run.data.x[order])
    np.testing.assert_array_equal(kept["label"], run.data.label[order])
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
    run = random_run([4, 3, 3], kind=("relu", "relu", "quadratic"))
    dead = Network(run.network.W, {1: -9 * np.ones(3), 2: -9 * np.ones(3)}, "relu", "relu", "quadratic")
    kept = plain(BATCHES.record(replace(run, moments=[replace(run.first, network=dead)])))
    for end in ("", "_of_size"):
        assert np.all(kept[f"angle{end}"] == 90)
        assert np.all(kept[f"length{end}"] == 0)


def test_the_first_batch_is_the_one_of_the_first_record(quick):
    trace = record(quick(), exhibits=["batches", "gradient"])
    verify(trace)
    mean = [trace[f"mean_dC_d{kind}{l}"][0].ravel() for l in (1, 2, 3) for kind in "Wb"]
    full = [trace[f"gradient/dC_d{kind}{l}"].ravel() for l in (1, 2, 3) for kind in "Wb"]
    assert trace["batches/angle"][0] == pytest.approx(angle(np.concatenate(mean), np.concatenate(full)))
    assert trace["batches/size"] == 10


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("batches/count", more(1), "batches/count = the last of sizes / size, rounded up"),
        ("batches/size", more(20), "batches/count = the last of sizes / size, rounded up"),
        ("batches/size", more(-1), "batches/"),
        ("batches/sizes", put(0, 10), "batches/sizes ascend"),
        ("batches/sizes", put(-1, 299), "the last of batches/sizes = gradient/examples"),
        ("batches/sizes", put(1, 11), "batches/sizes has size"),
        ("batches/angle", put(3, 181), r"batches/angle lies in 0\.\.180"),
        ("batches/angle_of_size", put(0, -1), r"batches/angle_of_size lies in 0\.\.180"),
        ("batches/length", put(3, -1), "batches/length is 0 or more"),
        ("batches/length_of_size", put(0, -1), "batches/length_of_size is 0 or more"),
        ("batches/angle_of_size", put(-1, 1), "the last of batches/sizes has the full gradient"),
        ("batches/length_of_size", put(-1, 1.5), "the last of batches/sizes has the full gradient"),
        ("batches/angle_of_size", more(1, 1), "batches/angle_of_size of size = the first batches/angle"),
        ("batches/length_of_size", more(1, 1), "batches/length_of_size of size = the first batches/length"),
        ("batches/at", put(0, 1), "batches/at begins with the first recorded step"),
        ("batches/at", put(-1, 1), "batches/at ends with the last recorded step"),
        ("batches/at", put(1, 2), "batches/at ascends"),
        ("batches/updates", more(1, 2), "batches/updates = steps of batches/at"),
        ("batches/angle_at", more(1, (0, 3)), "batches/angle_at begins with batches/angle"),
        ("batches/length_at", more(1, (0, 3)), "batches/length_at begins with batches/length"),
        ("batches/angle_at", put((2, 3), 181), "batches/angle_at lies in its range"),
        ("batches/length_at", put((2, 3), -1), "batches/length_at lies in its range"),
        ("batches/angle_at", put((2, ...), 3), "batches/middle = median of batches/angle_at"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*{said}"):
        verify(changed(trace, key, change))


@pytest.mark.parametrize("name", ["angle", "length"])
def test_the_first_batch_is_held_against_the_first_update(trace, name):
    both = changed(trace, f"batches/{name}", more(0.01, 0))
    both = changed(both, f"batches/{name}_of_size", more(0.01, 1))
    with pytest.raises(TraceError, match=f"the first batches/{name} = that of mean_dC_dW"):
        verify(both)


def test_only_a_gradient_of_zeros_has_no_length(trace):
    none = changed(trace, "batches/length_of_size", put(-1, 0.0))
    with pytest.raises(TraceError, match="the last of batches/sizes has the full gradient"):
        verify(none)


def test_every_array_is_held_by_some_identity(late_trace):
    of_moments = {"batches/angle_at", "batches/length_at"}
    held(late_trace, BATCHES, but={"batches/x", "batches/angle", "batches/length"} | of_moments)
