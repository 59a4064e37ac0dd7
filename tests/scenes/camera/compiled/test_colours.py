"""A film's colours are those of BT.709, rounded, for every colour that there is."""

import numpy as np
import pytest

from scenes.camera.boxes import Box
from scenes.camera.compiled.colours import to_bt709

# A step of 255 is cut in 2^20 parts, so that what lies almost in the middle may be rounded either way.
HALF = 0.501


def converted(pixels):
    """Convert into planes whose lines are longer than the frame's, as an encoder's are."""
    height, width = pixels.shape[:2]
    planes = [np.zeros((height, width + 24), np.uint8), *np.zeros((2, height // 2, width // 2 + 8), np.uint8)]
    to_bt709(pixels, *planes)
    sizes = (width, width // 2, width // 2)
    assert not any(plane[:, size:].any() for plane, size in zip(planes, sizes, strict=True))
    return [plane[:, :size] for plane, size in zip(planes, sizes, strict=True)]


def exact(pixels):
    """Y, Cb and Cr by the formulas of the recommendation, in steps of 8 bits; the sums are whole numbers."""
    r, g, b = np.moveaxis(pixels[..., :3].astype(np.int64), -1, 0)
    light = 2126 * r + 7152 * g + 722 * b
    y = 16 + 219 * light / 2_550_000
    cb = 128 + 224 * (10000 * b - light) / (2_550_000 * 1.8556)
    cr = 128 + 224 * (10000 * r - light) / (2_550_000 * 1.5748)
    return y, cb, cr


@pytest.mark.parametrize("red", [*range(0, 256, 15), 227])
def test_every_colour_is_rounded_to_the_nearest(red):
    green, blue = np.meshgrid(np.arange(256), np.arange(256))
    each = np.stack([np.full_like(green, red), green, blue, np.full_like(green, 7)], axis=-1).astype(np.uint8)
    y, cb, cr = converted(each.repeat(2, 0).repeat(2, 1))
    assert np.array_equal(y, y[::2, ::2].repeat(2, 0).repeat(2, 1))
    for plane, right in zip((y[::2, ::2], cb, cr), exact(each), strict=True):
        assert np.abs(plane - right).max() < HALF


def test_four_pixels_share_the_colour_of_their_mean():
    pixels = np.random.default_rng(4).integers(0, 256, (90, 160, 4), np.uint8)
    y, cb, cr = converted(pixels)
    right_y, every_cb, every_cr = exact(pixels)
    assert np.abs(y - right_y).max() < HALF
    for plane, every in ((cb, every_cb), (cr, every_cr)):
        assert np.abs(plane - every.reshape(45, 2, 80, 2).mean(axis=(1, 3))).max() < HALF


@pytest.mark.parametrize("box", [Box(0, 0, 160, 90), Box(11, 4, 31, 23), Box(158, 88, 160, 90), Box(20, 20, 20, 20)])
def test_of_a_box_all_is_written_and_only_that(box):
    pixels = np.random.default_rng(5).integers(0, 256, (90, 160, 4), np.uint8)
    whole = converted(pixels)
    planes = [np.zeros_like(plane) for plane in whole]
    to_bt709(pixels, *planes, box)
    for scale, plane, right in zip((1, 2, 2), planes, whole, strict=True):
        inside = np.zeros(plane.shape, bool)
        left, top, end, bottom = box.left // 2, box.top // 2, (box.right + 1) // 2, (box.bottom + 1) // 2
        inside[top * 2 // scale : bottom * 2 // scale, left * 2 // scale : end * 2 // scale] = True
        assert np.array_equal(plane, np.where(inside, right, 0))
