"""Shifted images: against np.roll without what comes round, how often which shift is drawn, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, Recipe, RecipeError, record, verify
from netsim.data.shifts import Shifter, moved
from netsim.data.sources import load_dataset
from netsim.recipe.training import TrainingSection
from netsim.training import train


def rolled(image, down, right):
    """Roll an image and darken what has come round."""
    image = np.roll(image, (down, right), (0, 1))
    image[: max(down, 0)] = image[len(image) + min(down, 0) :] = 0
    image[:, : max(right, 0)] = image[:, image.shape[1] + min(right, 0) :] = 0
    return image


@given(
    shape=st.tuples(st.integers(1, 9), st.integers(4, 9), st.integers(4, 9)),
    most=st.integers(0, 3),
    seed=st.integers(0, 2**32),
    kind=st.sampled_from(["float32", "float64"]),
)
def test_moving_is_rolling_without_what_comes_round(shape, most, seed, kind):
    rng = np.random.default_rng(seed)
    images = rng.random(shape).astype(kind)
    down, right = rng.integers(-most, most + 1, (2, shape[0]))
    expected = [rolled(image, *by) for image, by in zip(images, zip(down, right, strict=True), strict=True)]
    got = moved(images, down, right)
    assert got.dtype == images.dtype
    np.testing.assert_array_equal(got, expected)


def shifter(by, shape, seed=0):
    return Shifter.of(TrainingSection(shift=by, seed=seed), shape)


def test_all_shifts_are_drawn_equally_often():
    """A single bright pixel in the middle tells where it went: each of the 25 places a 25th of the time."""
    image = np.zeros((7, 9))
    image[3, 4] = 1
    many = 25 * 400
    there = shifter(2, (7, 9)).shifted(np.tile(image.ravel(), (many, 1))).reshape(-1, 7, 9)
    counts = there.sum(axis=0)
    assert counts[1:6, 2:7].sum() == counts.sum() == many
    assert np.all(np.abs(counts[1:6, 2:7] - 400) < 5 * 20), "five standard deviations"


def test_each_time_is_another_and_each_run_the_same():
    x = np.random.default_rng(0).random((50, 20))
    one, same, other = shifter(1, (4, 5)), shifter(1, (4, 5)), shifter(1, (4, 5), seed=1)
    first = one.shifted(x)
    np.testing.assert_array_equal(same.shifted(x), first)
    assert not np.array_equal(one.shifted(x), first)
    assert not np.array_equal(other.shifted(x), first)


def test_no_shift_is_the_very_same():
    x = np.ones((3, 4))
    assert shifter(0, None).shifted(x) is x


def test_training_sees_shifted_images_in_the_order_of_a_run_without():
    """With the identity as its only layer, the gradient of b is the mean of the images that were dealt."""
    x = np.random.default_rng(0).random((6, 20))
    network = Network({1: np.eye(20)}, {1: np.zeros(20)}, output="identity")
    plan = TrainingSection(epochs=3, batch=1, eta=1e-12, shift=1, seed=4)
    shown = [step.back.mean_dC_db[1] / 2 for step in train(network, x, np.zeros((6, 20)), plan, (4, 5))]
    rng = np.random.default_rng(4)
    order = [i for _ in range(3) for i in rng.permutation(6)]
    by = shifter(1, (4, 5), seed=4)
    for dealt, i in zip(shown[:-1], order, strict=True):
        np.testing.assert_allclose(dealt, by.shifted(x[i : i + 1])[0], atol=1e-9)


def test_a_recording_with_shifted_images_holds_and_measures_them_where_they_are(quick):
    keys = {"epochs": 1, "batch": 50, "eta": 0.1}
    sections = {"data": {"name": "digits"}, "record": {"steps": [0, 1], "follow": ["2"]}}
    plain, moved_ = (record(quick(training=keys | {"shift": by}, **sections)) for by in (0, 1))
    verify(moved_)
    for key in ("x", "W1", "a3", "C"):
        np.testing.assert_array_equal(moved_[key][0], plain[key][0])
    assert moved_["cost"][0] == plain["cost"][0]
    assert not np.array_equal(moved_["mean_dC_dW1"][0], plain["mean_dC_dW1"][0])


def test_the_full_batch_may_be_shifted_too(quick):
    keys = {"method": "full_batch", "epochs": 2, "shift": 2, "eta": 0.1}
    verify(record(quick(training=keys, data={"name": "digits"}), exhibits=["gradient", "batches"]))


@pytest.mark.parametrize("name", ["xor", "spiral"])
def test_what_is_no_image_is_not_shifted(quick, name):
    said = f"training.shift = 1: {name} has no images that can be moved, expected 0."
    with pytest.raises(RecipeError, match=said):
        record(quick(training={"shift": 1}, data={"name": name}))
    with pytest.raises(ValueError, match="shift = 1 needs images, but these inputs are none"):
        next(
            train(Network.init([2, 2], np.random.default_rng(0)), np.ones((2, 2)), np.eye(2), TrainingSection(shift=1))
        )


def test_an_image_is_not_shifted_out_of_sight(quick):
    digits = load_dataset(Recipe().data)
    small = replace(digits, x=digits.x[:, :20], x_unseen=digits.x_unseen[:, :20], image_shape=(4, 5))
    record(quick(training={"shift": 3}), small, exhibits=[])
    with pytest.raises(
        RecipeError, match=r"training.shift = 4: the images of digits have 4x5 pixels, expected 0 to 3\."
    ):
        record(quick(training={"shift": 4}), small, exhibits=[])
