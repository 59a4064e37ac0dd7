"""What a program tells of its run before it begins: its examples and what they are, checked as they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from netsim.border.class_names import fault_in
from netsim.data.datasets import Dataset
from netsim.data.own import MOST_CLASSES, MOST_INPUTS, MOST_NUMBERS, named
from netsim.functions import Array
from netsim.recipe.section import RecipeError
from netsim.recorder.gradients import no_finite
from netsim.recorder.layers import plain
from netsim.trace.features import Feature

#: What the data of a run from elsewhere are called.
NAME = "your own"


def dataset_of(
    x: Any,
    y: Any,
    x_unseen: Any = None,
    y_unseen: Any = None,
    classes: Sequence[Any] = (),
    image_shape: tuple[int, int] | None = None,
    features: Sequence[str | Feature] = (),
    numbers: Sequence[str | Feature] = (),
) -> Dataset:
    """Make a data set of arrays: inputs (N, n_0) or images (N, height, width), labels (N,) or one-hot rows (N, n).

    Raises
    ------
    RecipeError
        Naming the first that does not fit, or is no finite number.
    """
    if (x_unseen is None) != (y_unseen is None):
        raise RecipeError("Recorder: x_unseen and y_unseen belong together, expected both or neither.")
    x, shape = _inputs(x, "x")
    if numbers or _are_numbers(plain(y)):
        return _numbered(x, y, x_unseen, y_unseen, _meant(features), _meant(numbers))
    names, label = _labels(y, "y", tuple(map(str, classes)), indices=len(classes) > 0)
    _check_classes(names)
    seen, unseen = (x, label), (x[:0], label[:0])
    if x_unseen is not None:
        unseen = _inputs(x_unseen, "x_unseen")[0], _labels(y_unseen, "y_unseen", names, len(classes) > 0)[1]
    for what, (inputs, labels) in (("", seen), ("_unseen", unseen)):
        if len(inputs) != len(labels) or inputs.shape[1] != x.shape[1]:
            raise RecipeError(
                f"Recorder: x{what} has the shape {inputs.shape} and y{what} {len(labels)} rows, expected "
                f"(N, {x.shape[1]}) and as many rows."
            )
    try:
        return Dataset(NAME, *seen, *unseen, names, _image(image_shape, x) or shape, _meant(features))
    except ValueError as error:
        raise RecipeError(f"Recorder: {str(error)[:1].lower()}{str(error)[1:]}") from None


def _check_names(names: Sequence[str], what: str, most: int) -> None:
    """Make sure that there are not more names than can be shown, and that each can be."""
    if len(names) > most:
        raise RecipeError(f"Recorder: there are {len(names)} {what}, expected at most {most} to be shown.")
    for name in names:
        if fault := fault_in(name):
            raise RecipeError(f"Recorder: the name {name[:20]!r} {fault}; use another.")


def _check_classes(names: Sequence[str]) -> None:
    """Make sure that there are two classes or more, each with a name of its own."""
    _check_names(names, "classes", MOST_CLASSES)
    if len(names) < 2:
        raise RecipeError(
            f"Recorder: y has the label {names[0]!r} alone, expected two or more; or name all in classes."
        )
    if twice := [name for name in names if list(names).count(name) > 1]:
        raise RecipeError(f"Recorder: {twice[0]!r} is among classes twice, expected a name for each.")


def _image(given: Any, x: Array) -> tuple[int, int] | None:
    """Read the shape of an image, which has as many pixels as an example has numbers; None if none is told."""
    if given is None:
        return None
    sides = plain(given)
    if sides.shape != (2,) or sides.dtype.kind not in "iu":
        raise RecipeError(f"Recorder: image_shape = {given!r}, expected (height, width) in pixels.")
    height, width = map(int, sides)
    if height * width != x.shape[1]:
        raise RecipeError(f"Recorder: image_shape = {(height, width)} does not have {x.shape[1]} pixels, as x has.")
    return height, width


def labels_in(follow: Iterable[Any]) -> tuple[str, ...]:
    """Read the labels that are followed; raises RecipeError if it is a single one, and no list."""
    if isinstance(follow, str) or not isinstance(follow, Iterable):
        raise RecipeError(f"Recorder: follow = {follow!r}, expected a list of labels, such as [{str(follow)!r}].")
    return tuple(map(str, follow))


def check_followed(labels: Sequence[str], data: Dataset) -> None:
    """Make sure that there are training examples of the labels that are to be followed; raises RecipeError."""
    there = {data.classes[i] for i in np.unique(data.label)} if data.classes else set()
    for label in labels:
        if label not in there:
            known = ", ".join(name for name in data.classes if name in there)
            said = f"expected one of {known}" if known else "and answers are numbers; leave it out"
            raise RecipeError(f"Recorder: follow = {label!r}: no example of x has that label, {said}.")


def _are_numbers(y: np.ndarray) -> bool:
    """Whether answers are numbers and no labels: some of them are not whole."""
    return y.dtype.kind == "f" and not np.array_equal(y, np.rint(y))


def _meant(names: Sequence[str | Feature]) -> tuple[Feature, ...]:
    return tuple(one if isinstance(one, Feature) else Feature(str(one)) for one in names)


def _numbered(
    x: Array, y: Any, x_unseen: Any, y_unseen: Any, features: tuple[Feature, ...], numbers: tuple[Feature, ...]
) -> Dataset:
    """Make a data set whose answers are numbers, (N,) or (N, n)."""
    unseen = x[:0] if x_unseen is None else _inputs(x_unseen, "x_unseen")[0]
    answers = [
        some.astype(np.float64).reshape(-1, some.shape[1] if some.ndim > 1 else 1)
        for some in (plain(y), plain(y)[:0] if y_unseen is None else plain(y_unseen))
    ]
    many = answers[0].shape[1]
    numbers = numbers or tuple(Feature(f"y_{i}" if many > 1 else "y") for i in range(many))
    _check_names([number.name for number in numbers], "numbers to answer with", MOST_NUMBERS)
    label, none = (np.zeros(len(some), np.int64) for some in (x, unseen))
    try:
        return Dataset(
            NAME, x, label, unseen, none, (), None, features, numbers=numbers, y=answers[0], y_unseen=answers[1]
        )
    except ValueError as error:
        raise RecipeError(f"Recorder: {str(error)[:1].lower()}{str(error)[1:]}") from None


def _inputs(given: Any, what: str) -> tuple[Array, tuple[int, int] | None]:
    """Read inputs, (N, n_0), and of images (N, height, width) their shape."""
    x = plain(given)
    if x.dtype.kind not in "fiub" or x.ndim not in (2, 3) or not x.size:
        raise RecipeError(f"Recorder: {what} is of {x.dtype} and has the shape {x.shape}, expected numbers (N, n_0).")
    shape = (x.shape[1], x.shape[2]) if x.ndim == 3 else None
    x = x.astype(np.float64).reshape(len(x), -1)
    if x.shape[1] > MOST_INPUTS:
        raise RecipeError(f"Recorder: {what} has {x.shape[1]:,} numbers an example, expected at most {MOST_INPUTS:,}.")
    if wrong := no_finite({what: x}):
        name, place, value = wrong
        raise RecipeError(f"Recorder: {name} at {place} is {value}, expected finite numbers; fill or drop that row.")
    return x, shape


def _labels(given: Any, what: str, classes: tuple[str, ...], indices: bool) -> tuple[tuple[str, ...], np.ndarray]:
    """Read labels: names, indices, or one-hot rows; give the names of the classes, and indices into these (N,)."""
    y = plain(given)
    y = y[:, 0] if y.ndim == 2 and y.shape[1] == 1 else y
    if y.ndim == 2:
        if not (np.isin(y, (0, 1)).all() and (y.sum(axis=1) == 1).all()):
            raise RecipeError(f"Recorder: {what} has rows that are not one 1 and else 0, expected a 1 at each label.")
        return _within(what, classes or tuple(map(str, range(y.shape[1]))), y.argmax(axis=1))
    if y.ndim != 1 or not y.size:
        raise RecipeError(f"Recorder: {what} has the shape {y.shape}, expected labels (N,) or one-hot rows (N, n).")
    whole = y.dtype.kind in "iub" or (y.dtype.kind == "f" and np.array_equal(y, np.rint(y)))
    if whole and indices:
        return _within(what, classes, y.astype(np.int64))
    texts = [str(int(one)) if whole else str(one) for one in y]
    names = classes or named(texts)[1]
    if strange := sorted(set(texts) - set(names)):
        raise RecipeError(f"Recorder: {what} has the label {strange[0]!r}, expected one of {', '.join(names[:12])}.")
    places = {name: i for i, name in enumerate(names)}
    return names, np.array([places[one] for one in texts])


def _within(what: str, names: tuple[str, ...], label: np.ndarray) -> tuple[tuple[str, ...], np.ndarray]:
    """Give names and labels whose indices are all places among the names."""
    strange = [one for one in (label.min(), label.max()) if not 0 <= one < len(names)]
    if strange:
        raise RecipeError(
            f"Recorder: {what} has the label {strange[0]}, expected 0 to {len(names) - 1}, "
            f"places in classes ({', '.join(names[:12])})."
        )
    return names, label
