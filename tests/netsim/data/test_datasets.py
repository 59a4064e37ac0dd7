"""The data: bundled digits that look like ink, toy sets, and your own arrays."""

from importlib.resources import files

import numpy as np
import pytest

from netsim import Dataset, Recipe
from netsim.data.digits import enlarge, spline_matrix
from netsim.data.sources import load_dataset


def load(**keys):
    return load_dataset(Recipe.from_dict({"data": keys}).data)


@pytest.fixture(scope="module")
def digits():
    return load(name="digits")


def test_digits_are_all_there_and_split(digits):
    assert digits.x.shape == (1500, 784)
    assert digits.x_unseen.shape == (297, 784)
    assert (digits.image_shape, digits.enlarged_from) == ((28, 28), 8)
    assert digits.classes == tuple("0123456789")
    counts = np.bincount(digits.label) + np.bincount(digits.label_unseen)
    assert counts.tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]  # of the UCI test part


def test_digits_look_like_ink_on_a_black_margin(digits):
    images = digits.x.reshape(-1, 28, 28)
    assert images.min() == 0
    assert images.max() == 1
    margin = np.ones((28, 28), bool)
    margin[2:-2, 2:-2] = False
    assert images[:, margin].max() < 0.2
    assert 0.6 < np.mean(images < 0.02) < 0.9  # paper
    assert np.mean((images > 0.1) & (images < 0.9)) < 0.15  # edges are crisp


def test_digits_are_the_bundled_images_and_nothing_else(digits):
    with np.load(files("assets") / "digits.npz") as stored:
        expected = enlarge(stored["images"] / 16)
        labels = stored["labels"]
    place = {row.tobytes(): i for i, row in enumerate(expected)}
    for x, label in ((digits.x, digits.label), (digits.x_unseen, digits.label_unseen)):
        np.testing.assert_array_equal(labels[[place[row.tobytes()] for row in x]], label)


def test_the_split_depends_on_the_seed_only(digits):
    np.testing.assert_array_equal(load(name="digits").x, digits.x)
    other = load(name="digits", seed=1)
    assert not np.array_equal(other.x, digits.x)
    assert load(name="digits", unseen=1000).x.shape == (797, 784)


def test_no_unseen_image_is_trained_on(digits):
    seen = {row.tobytes() for row in digits.x}
    assert sum(row.tobytes() in seen for row in digits.x_unseen) == 0


@pytest.mark.parametrize("n", [4, 8, 10])
def test_spline_goes_through_its_pixels(n):
    """Three fine pixels a cell: the middle one lies where the cell's value was measured."""
    y = np.random.default_rng(n).standard_normal(n)
    fine = spline_matrix(n, 3 * n) @ y
    np.testing.assert_allclose(fine[1::3], y, atol=1e-12)


def test_spline_keeps_straight_lines_straight():
    fine = spline_matrix(10, 50) @ np.arange(10.0)
    inner = slice(5, -5)
    np.testing.assert_allclose(np.diff(fine[inner]), 0.2, atol=1e-12)


def test_spline_agrees_with_an_independent_one():
    """Natural cubic spline of 0, 1, 0, 0 halfway between its points: by hand, M = (0, -12/5, 18/5 - 3, 0)."""
    y = np.array([0.0, 1.0, 0.0, 0.0])
    M1, M2 = np.linalg.solve([[4, 1], [1, 4]], [-12, 6])
    middle = spline_matrix(4, 8) @ y
    u = 0.25  # fine pixel 1 stands a quarter of the way from pixel 0 to pixel 1
    by_hand = u * 1 + (u**3 - u) * M1 / 6
    assert middle[1] == pytest.approx(by_hand)
    u = 0.75  # fine pixel 4 stands three quarters of the way from pixel 1 to pixel 2
    v = 1 - u
    assert middle[4] == pytest.approx(v + ((v**3 - v) * M1 + (u**3 - u) * M2) / 6)


def test_enlarging_keeps_black_black():
    assert enlarge(np.zeros((2, 8, 8))).max() == 0


def test_most_typical_examples_point_the_way_of_their_class(digits):
    order = digits.most_typical(2)
    assert sorted(order) == np.flatnonzero(digits.label == 2).tolist()
    away = digits.x - digits.x.mean(axis=0)
    mean = away[order].mean(axis=0)
    cosine = away[order] @ mean / np.linalg.norm(away[order], axis=1)
    assert np.all(np.diff(cosine) <= 1e-12)


@pytest.mark.parametrize(("name", "classes"), [("xor", ("0", "1")), ("spiral", ("I", "II", "III"))])
def test_toy_sets(name, classes):
    data = load(name=name)
    assert data.classes == classes
    assert data.x.shape == (300, 2)
    assert set(data.label) == set(range(len(classes)))
    assert len(load(name=name, unseen=7).x_unseen) == 7
    assert not np.array_equal(load(name=name, seed=5).x, data.x)


def test_xor_is_xor():
    data = load(name="xor")
    near = np.round(data.x).astype(int)
    agree = (near[:, 0] != near[:, 1]) == data.label
    assert agree.mean() > 0.99


def test_targets_are_one_for_the_label():
    data = load(name="spiral")
    np.testing.assert_array_equal(data.target(np.array([2, 0])), [[0, 0, 1], [1, 0, 0]])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"label": np.array([0])}, "x has the shape"),
        ({"x_unseen": np.ones((1, 3))}, "x_unseen has the shape"),
        ({"label": np.array([0, 2])}, "must be 0..1"),
        ({"x": np.array([[0.0, np.nan], [0, 0]])}, "not numbers"),
        ({"x": np.zeros((0, 2)), "label": np.zeros(0, int)}, "x has no examples"),
        ({"image_shape": (3, 3)}, "does not have 2 pixels"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(changes, said):
    parts = {
        "x": np.zeros((2, 2)),
        "label": np.array([0, 1]),
        "x_unseen": np.zeros((1, 2)),
        "label_unseen": np.array([1]),
        "classes": ("no", "yes"),
    }
    with pytest.raises(ValueError, match=said):
        Dataset("mine", **(parts | changes))
