"""Arrays of images: colours first or last or none, rows of pixels, and what white is."""

import numpy as np
import pytest

from netsim import RecipeError
from netsim.data.arrays.inputs import rows_of

GREY = np.random.default_rng(3).integers(0, 256, (5, 9, 8)).astype(np.uint8)
GREY[0, 0, 0] = 255


@pytest.mark.parametrize(
    "x", [GREY, GREY[:, None], GREY[..., None], GREY.astype(float), GREY / 255, np.stack([GREY] * 3, -1)]
)
def test_images_of_any_shape_become_rows_of_brightness(x):
    rows, shape, _ = rows_of("my.npz", "x", x)
    assert shape == (9, 8)
    np.testing.assert_allclose(rows, GREY.reshape(5, -1) / 255, atol=1e-12)


@pytest.mark.parametrize("axis", [1, -1])
def test_colours_become_grey_by_luma(axis):
    colours = np.random.default_rng(4).integers(0, 256, (3, 5, 9, 8)).astype(np.uint8)
    colours[0, 0, 0, 0] = 255
    rows, _, what = rows_of("my.npz", "x", np.stack(list(colours), axis))
    red, green, blue = colours.reshape(3, 5, -1) / 255
    np.testing.assert_allclose(rows, 0.299 * red + 0.587 * green + 0.114 * blue, atol=1e-12)
    assert what == "images of 9x8, their colours made grey by luma"


@pytest.mark.parametrize("top", [1, 16, 255])
def test_a_row_that_is_a_square_of_pixels_is_an_image(top):
    x = (np.arange(3 * 64).reshape(3, 64) * 5) % (top + 1)
    rows, shape, _ = rows_of("my.npz", "x", x)
    assert shape == (8, 8)
    np.testing.assert_allclose(rows, x / top)


@pytest.mark.parametrize(
    "x",
    [
        np.full((3, 64), -1),
        np.full((3, 64), 256),
        np.full((3, 64), 1.5),
        np.ones((3, 64)),
        np.ones((3, 63)),
        np.ones((3, 49)),
    ],
)
def test_other_numbers_are_no_image(x):
    assert rows_of("my.npz", "x", x)[1] is None


def test_a_lesson_says_the_shape_of_an_image_that_is_no_square():
    assert rows_of("my.npz", "x", np.ones((3, 63)), (9, 7))[1] == (9, 7)
    with pytest.raises(RecipeError, match=r"image = \[9, 8\]: my\.npz: a row of x has 63 values, expected 72 pixels"):
        rows_of("my.npz", "x", np.ones((3, 63)), (9, 8))


@pytest.mark.parametrize("shape", [(5,), (5, 8, 8, 4), (5, 2, 8, 8), (5, 1, 1, 8, 8), (0, 4)])
def test_what_is_no_image_is_refused_with_what_is_one(shape):
    with pytest.raises(RecipeError, match=r"x is an array .* expected numbers \(N, inputs\), or images"):
        rows_of("my.npz", "x", np.ones(shape))
