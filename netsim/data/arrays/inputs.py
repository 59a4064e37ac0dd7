"""Turns an array of inputs into rows: of pixels with their brightness, or of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netsim.data.pixels import are_pixels, brightness, square_of
from netsim.functions import Array
from netsim.recipe.section import RecipeError

LUMA = np.array([0.299, 0.587, 0.114])  # of red, green and blue: ITU-R BT.601

EXPECTED = "expected numbers (N, inputs), or images (N, height, width), with one or three colours first or last"


def rows_of(
    where: str, name: str, x: np.ndarray, image: Sequence[int] = ()
) -> tuple[Array, tuple[int, int] | None, str]:
    """Turn inputs into rows (N, n_0), with the shape of an image if they are such, and say what they are.

    Rows are images if they have two dimensions each, one of colours aside; or if the lesson says so; or if they
    are squares of 8x8 or more that hold 0..1, 0..16 or 0..255 alone and somewhere a 0.
    Three colours become grey by their luma.

    Raises
    ------
    RecipeError
        If they are none of these.
    """
    if x.ndim not in (2, 3, 4) or not x.size or x.dtype.kind not in "biuf":
        raise RecipeError(f"{where}: {name} is an array {x.shape} of {x.dtype}, {EXPECTED}.")
    if np.isinf(x).any():
        bad = np.isinf(x.reshape(len(x), -1)).any(axis=1)
        raise RecipeError(f"{where}: {name}[{int(np.argmax(bad))}] has values that are not finite, expected numbers.")
    with np.errstate(over="ignore"):  # what is beyond all measure is refused with its place, later
        x = x.astype(np.float64) if x.dtype.itemsize > 4 or x.dtype.kind == "b" else x
    colours = ""
    if x.ndim == 4:
        x, colours = _grey(where, name, x)
    if x.ndim == 3 and 1 in x.shape[1:]:
        x = x.reshape(len(x), -1)
    shape = x.shape[1:] if x.ndim == 3 else _shape(where, name, x, image)
    if shape is None:
        return x.astype(np.float64), None, "numbers"
    height, width = (int(n) for n in shape)
    return brightness(x).reshape(len(x), -1), (height, width), f"images of {height}x{width}{colours}"


def _grey(where: str, name: str, x: np.ndarray) -> tuple[np.ndarray, str]:
    """Take the dimension of colours from images, first or last."""
    last = x.shape[-1] in (1, 3)
    if not last and x.shape[1] not in (1, 3):
        raise RecipeError(f"{where}: {name} is an array {x.shape} of {x.dtype}, {EXPECTED}.")
    x = x if last else np.moveaxis(x, 1, -1)
    return (x[..., 0], "") if x.shape[-1] == 1 else (brightness(x) @ LUMA, ", their colours made grey by luma")


def _shape(where: str, name: str, x: np.ndarray, image: Sequence[int]) -> tuple[int, int] | None:
    if not image:
        return square_of(x.shape[1]) if are_pixels(x) else None
    if image[0] * image[1] != x.shape[1]:
        raise RecipeError(
            f"data.image = [{image[0]}, {image[1]}]: {where}: a row of {name} has {x.shape[1]} values, "
            f"expected {image[0] * image[1]} pixels."
        )
    return image[0], image[1]
