"""Turns an array of labels into classes: words, whole numbers, indices, or rows of one 1 and zeros."""

from __future__ import annotations

import numpy as np

from netsim.data.own import MOST_NUMBERS, named
from netsim.functions import Array
from netsim.recipe.section import RecipeError
from netsim.trace.features import MOST_DECIMALS, Feature


def check_length(where: str, name: str, y: np.ndarray, many: int) -> None:
    """Make sure that there is a label for each of so many examples; raises RecipeError."""
    if y.dtype.kind not in "biufUS":
        raise RecipeError(f"{where}: labels of {y.dtype}, expected names or whole numbers.")
    if y.ndim not in (1, 2) or len(y) != many or not y.size:
        raise RecipeError(f"{where}: labels of the shape {y.shape} for {many} examples, expected ({many},).")


def labels_of(
    where: str, name: str, y: np.ndarray, classes: tuple[str, ...] = ()
) -> tuple[np.ndarray, tuple[str, ...], str]:
    """Turn labels (N,), (N, 1), or rows of one 1 and zeros (N, K) into indices (N,), classes, and how they are written.

    Whole numbers are indices into `classes` if there are such; without, each number is the name of a class.

    Raises
    ------
    RecipeError
        Naming the first label that is none.
    """
    hot = y.ndim == 2 and y.shape[1] > 1
    if hot:
        y = _hot(where, name, y)
    flat = y.reshape(len(y))
    if classes or hot:
        most = classes or tuple(map(str, range(int(flat.max()) + 1)))
        how = "rows of one 1" if hot else "indices into the classes' names"
        return _indices(where, name, _whole(where, name, flat), most), most, how
    if flat.dtype.kind == "f":
        return *named([str(number) for number in _whole(where, name, flat)]), "whole numbers"
    texts = [one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one) for one in flat.tolist()]
    how = {"i": "whole numbers", "u": "whole numbers", "b": "true or false"}.get(flat.dtype.kind, "words")
    return *named([" ".join(text.split()) for text in texts]), how


def numbers_of(where: str, name: str, y: np.ndarray, called: tuple[str, ...]) -> tuple[Array, tuple[Feature, ...]]:
    """Take an array (N,) or (N, n), n at most 3, for numbers to be learned: (N, n), and what each is called.

    Raises
    ------
    RecipeError
        Naming what is no number, or a column that is always the same.
    """
    columns = y.reshape(len(y), -1)
    if columns.dtype.kind not in "biuf" or columns.shape[1] > MOST_NUMBERS or not np.isfinite(columns).all():
        raise RecipeError(
            f"{where}: {name} is an array {y.shape} of {y.dtype}, expected finite numbers, one to {MOST_NUMBERS} of an "
            "example; choose another with label in [data], or write target = 'class'."
        )
    columns, many = columns.astype(np.float64), columns.shape[1]
    fitting = called if len(called) == many else (name,) if many == 1 else tuple(f"{name} {i}" for i in range(many))
    for column, one in zip(columns.T, fitting, strict=True):
        if column.min() == column.max():
            raise RecipeError(f"{where}: {one} is always {column[0]:g}, expected numbers that differ.")
    return columns, tuple(
        Feature(one, decimals=decimals_in(column)) for one, column in zip(fitting, columns.T, strict=True)
    )


def decimals_in(column: Array) -> int:
    """Count the digits behind the point that the numbers of a column need, 0..6."""
    there = column[np.isfinite(column)]
    return next((d for d in range(MOST_DECIMALS) if np.allclose(there, np.round(there, d), 1e-7, 0)), MOST_DECIMALS)


def _whole(where: str, name: str, y: np.ndarray) -> np.ndarray:
    """Give labels (N,) as whole numbers, though they may be stored as others."""
    if y.dtype.kind not in "biuf":
        raise RecipeError(f"{where}: labels of {y.dtype} beside an array 'classes', expected indices into it.")
    if y.dtype.kind != "f":
        return y.astype(np.int64) if y.dtype.kind == "b" else y
    with np.errstate(invalid="ignore"):
        bad = ~np.isfinite(y) | (y != np.round(y)) | (np.abs(y) > 1e15)
    if bad.any():
        i = int(np.argmax(bad))
        raise RecipeError(f"{where}: {name}[{i}] = {y[i]}, expected a whole number or a name.")
    numbers: np.ndarray = y.astype(np.int64)
    return numbers


def _indices(where: str, name: str, y: np.ndarray, classes: tuple[str, ...]) -> np.ndarray:
    bad = (y < 0) | (y >= len(classes))
    if bad.any():
        i = int(np.argmax(bad))
        raise RecipeError(f"{where}: {name}[{i}] = {y[i]}, expected 0 to {len(classes) - 1}, an index into classes.")
    return y.astype(np.int64)


def _hot(where: str, name: str, y: np.ndarray) -> np.ndarray:
    """Give the place of the 1 in each row."""
    if y.dtype.kind not in "biuf":
        raise RecipeError(f"{where}: {name} is an array {y.shape} of {y.dtype}, expected one label for each example.")
    bad = ~(np.isin(y, (0, 1)).all(axis=1) & (y.sum(axis=1) == 1))
    if bad.any():
        raise RecipeError(
            f"{where}: {name}[{int(np.argmax(bad))}] is a row of {y.shape[1]} values, expected one 1 and zeros, "
            "or one label for each example."
        )
    places: np.ndarray = y.argmax(axis=1)
    return places
