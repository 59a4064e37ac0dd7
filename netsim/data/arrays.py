"""Reads labelled examples from arrays in an .npz file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from netsim.border.nearest import meant
from netsim.border.opening import Archive, Unreadable
from netsim.data.own import Rows, named
from netsim.functions import Array
from netsim.recipe.section import RecipeError

LABELS = ("label", "y")


def read_arrays(path: Path, label: str = "") -> Rows:
    """Read `x` (N, n_0), or images (N, height, width), and labels `label` or `y` (N,) from an .npz file.

    Labels are names, or numbers; with an array `classes` of names, they are indices into it. Images
    are bytes, or brightness 0..1; what lies beyond is scaled to 0..1 as a whole.

    Parameters
    ----------
    path
        The file.
    label
        The name of the labels' array; if empty, `label` or `y`.

    Raises
    ------
    RecipeError
        Naming the file and the array of the first thing that is wrong.
    """
    arrays = _load(path)
    x = _named_array(path, arrays, ("x",))
    y = _named_array(path, arrays, (label,) if label else LABELS)
    if x.ndim not in (2, 3) or not x.size or x.dtype.kind not in "iuf":
        raise RecipeError(
            f"{path}: x is an array {x.shape} of {x.dtype}, expected numbers (N, inputs) or images (N, height, width)."
        )
    if y.dtype.kind not in "biufUS":
        raise RecipeError(f"{path}: labels of {y.dtype}, expected names or whole numbers.")
    if y.shape != x.shape[:1]:
        raise RecipeError(f"{path}: labels of the shape {y.shape} for {len(x)} examples, expected ({len(x)},).")
    bad = ~np.isfinite(x.reshape(len(x), -1)).all(axis=1)
    if bad.any():
        raise RecipeError(f"{path}: x[{int(np.argmax(bad))}] has values that are not finite, expected numbers.")
    image_shape = (int(x.shape[1]), int(x.shape[2])) if x.ndim == 3 else None
    with np.errstate(over="ignore"):  # what is beyond all measure is refused with its place, later
        inputs = _brightness(x) if image_shape else x.astype(np.float64)
    classes = arrays.get("classes")
    found = named(_names(path, y)) if classes is None else _indices(path, y, [str(name) for name in classes.ravel()])
    return Rows(str(path), inputs.reshape(len(x), -1), *found, image_shape)


def _load(path: Path) -> dict[str, np.ndarray]:
    try:
        with Archive(path) as stored:
            return {name: stored.array(name) for name in stored.names}
    except Unreadable as error:
        raise RecipeError(
            f"data.path: {path} {error}; np.savez(path, x=..., label=...) writes one of plain arrays."
        ) from None


def _named_array(path: Path, arrays: Mapping[str, np.ndarray], names: tuple[str, ...]) -> np.ndarray:
    for name in names:
        if name in arrays:
            return arrays[name]
    wanted = " or ".join(map(repr, names))
    raise RecipeError(
        f"{path} has no array {wanted}{meant(names[0], arrays)}; it has {', '.join(arrays) or 'none at all'}."
    )


def _brightness(x: np.ndarray) -> Array:
    if x.dtype == np.uint8:
        return x / np.float64(255)
    low, high = min(0.0, float(x.min())), max(1.0, float(x.max()))
    scaled: Array = (x.astype(np.float64) - low) / (high - low)
    return scaled


def _names(path: Path, y: np.ndarray) -> list[str]:
    """Return the labels as text; whole numbers may be stored as floating ones."""
    if y.dtype.kind == "f":
        return [str(number) for number in _whole(path, y)]
    return [name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name) for name in y.tolist()]


def _whole(path: Path, y: np.ndarray) -> list[int]:
    if y.dtype.kind not in "iuf":
        raise RecipeError(f"{path}: labels of {y.dtype} beside an array 'classes', expected indices into it.")
    with np.errstate(invalid="ignore"):
        bad = ~np.isfinite(y) | (y != np.round(y))
    if bad.any():
        i = int(np.argmax(bad))
        raise RecipeError(f"{path}: label[{i}] = {y[i]}, expected a whole number or a name.")
    return [int(number) for number in y]


def _indices(path: Path, y: np.ndarray, classes: list[str]) -> tuple[np.ndarray, tuple[str, ...]]:
    numbers = _whole(path, y)
    for i, number in enumerate(numbers):
        if not 0 <= number < len(classes):
            raise RecipeError(
                f"{path}: label[{i}] = {number}, expected 0 to {len(classes) - 1}, an index into classes."
            )
    return np.array(numbers, dtype=np.int64), tuple(classes)
