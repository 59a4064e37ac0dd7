"""Finds out whether rows of numbers are pixels of images, and turns them into brightness."""

from __future__ import annotations

from math import isqrt

import numpy as np

from netsim.functions import Array

SMALLEST = 8  # pixels of a side of an image that is known as one
TOPS = (1, 16, 255)  # what white is, in files as people have them


def square_of(inputs: int) -> tuple[int, int] | None:
    """Give height and width of the square that so many pixels make, 8x8 or larger; None if they make none."""
    side = isqrt(inputs)
    return (side, side) if side * side == inputs and side >= SMALLEST else None


def top_of(x: np.ndarray) -> int | None:
    """Tell what white is, 1, 16 or 255: the least that nothing is beyond; None if it is none of these, or some are < 0.

    Gaps (not a number) are passed over. Beyond 1 there must be whole numbers alone.
    """
    values = x[~np.isnan(x)] if x.dtype.kind == "f" and np.isnan(x).any() else x
    if not values.size or values.min() < 0:
        return None
    most = values.max()
    whole = x.dtype.kind in "biu" or bool(np.all(values == np.round(values)))
    return next((top for top in TOPS if most <= top and (whole or top == 1)), None)


def are_pixels(x: np.ndarray) -> bool:
    """Whether numbers look like pixels: all of them 0..1, whole 0..16 or whole 0..255, and some of them black, 0."""
    return top_of(x) is not None and bool(np.nanmin(x) == 0)


def brightness(x: np.ndarray) -> Array:
    """Turn pixels of any shape into brightness 0..1: by what white is, or else scaled as a whole."""
    top = top_of(x)
    if top is not None:
        return x / np.float64(top)
    low, high = min(0.0, float(np.nanmin(x))), max(1.0, float(np.nanmax(x)))
    scaled: Array = (x.astype(np.float64) - low) / (high - low)
    return scaled
