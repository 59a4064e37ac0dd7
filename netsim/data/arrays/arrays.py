"""Reads labelled examples from arrays: an .npz file, or .npy files side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from netsim.border.archive import Archive, array_at
from netsim.border.nearest import meant
from netsim.border.opening import Unreadable, folder_at
from netsim.data.arrays.inputs import rows_of
from netsim.data.arrays.labels import check_length, decimals_in, labels_of, numbers_of
from netsim.data.arrays.layout import LABELS, Layout, layout_of, role_of
from netsim.data.own import Rows
from netsim.data.understood import Part, Understood
from netsim.functions import Array
from netsim.recipe.data import DataSection
from netsim.recipe.section import RecipeError
from netsim.trace.features import Feature

#: Arrays that hold the classes' names, into which labels are indices; or those of the numbers that are learned.
CLASSES = ("classes", "class_names", "target_names", "label_names")


#: The array that names the inputs, as scikit-learn calls it.
FEATURES = "feature_names"


@dataclass(frozen=True)
class Stored:
    """Arrays that lie somewhere, by name; each is read when it is asked for."""

    where: Path
    names: Collection[str]
    read: Callable[[str], np.ndarray]
    x: str = ""

    @property
    def form(self) -> str:
        """What they are."""
        many = f"{len(self.names)} arrays"
        return f"{many} side by side (.npy)" if self.where.suffix.lower() == ".npy" else f"{many} in an archive (.npz)"

    def __getitem__(self, name: str) -> np.ndarray:
        try:
            return self.read(name)
        except Unreadable as error:
            raise _unreadable(self.where, error) from None


def read_arrays(path: Path, plan: DataSection) -> Rows:
    """Read inputs and labels from an .npz file, or from an .npy file and those beside it.

    Arrays are known by their names, in either case: x and y (or label), X_train, train_images and the like, data and
    target, arr_0 and arr_1. Examples of a test part are held out; without one, those of a validation part are.
    Labels are names, numbers, or rows of one 1; with an array `classes` of names, they are indices into it.

    Parameters
    ----------
    path
        The file.
    plan
        The name of the labels' array, if it is not found out, and whether they are numbers; height and width of
        images that are stored as rows.

    Raises
    ------
    RecipeError
        Naming the file and the array of the first thing that is wrong.
    """
    if path.suffix.lower() == ".npy":
        return _rows(_beside(path), plan)
    try:
        with Archive(path) as archive:
            return _rows(Stored(path, archive.names, archive.array), plan)
    except Unreadable as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Unreadable) -> RecipeError:
    return RecipeError(f"data.path: {path} {error}; np.savez(path, x=..., label=...) writes one of plain arrays.")


def _beside(path: Path) -> Stored:
    try:
        array_at(path)
        files = {file.stem: file for file in folder_at(path.parent) if file.suffix.lower() == ".npy"}
    except Unreadable as error:
        raise RecipeError(f"data.path: {path} {error}; np.save(path, x) writes one, with y.npy beside it.") from None
    return Stored(path, files, lambda name: array_at(files[name]), "" if role_of(path.stem).kind == "y" else path.stem)


def _rows(arrays: Stored, plan: DataSection) -> Rows:
    where, found = str(arrays.where), layout_of(arrays.names, plan.label, arrays.x)
    _check_found(arrays, found, plan)
    x = _joined(where, [(name, arrays[name]) for name in (found.x, found.x_unseen) if name])
    seen = len(arrays[found.x])
    names = [(name, arrays[name]) for name in (found.y, found.y_unseen) if name]
    for (name, y), many in zip(names, (seen, len(x) - seen), strict=False):
        check_length(where, name, y, many)
    numbers: tuple[Feature, ...] = ()
    classes: tuple[str, ...] = ()
    if plan.target == "number":
        label, numbers = numbers_of(where, found.y, _joined(where, names), _called(arrays))
        how = "numbers to be learned"
    else:
        label, classes, how = labels_of(where, found.y, _joined(where, names), _called(arrays))
    rows, shape, what = rows_of(where, found.x, x, plan.image)
    gaps = np.asarray(np.isnan(rows).any(axis=1))
    kept = ~gaps if plan.gaps == "drop" else np.ones(len(rows), dtype=bool)
    if not kept[:seen].any():
        raise RecipeError(f"{where}: every row of {found.x} has a gap; fill them with gaps = 'mean'.")
    parts = [Part(found.x, what, int(gaps[:seen].sum()))]
    if found.x_unseen:
        parts.append(Part(found.x_unseen, f"{what}, held out", int(gaps[seen:].sum())))
    unread = tuple(Part(name, "a part for validation") for name in found.unread)
    dropped, filled = int((~kept).sum()), 0 if plan.gaps == "drop" else int(gaps.sum())
    said = Understood(arrays.form, len(x), f"{found.y}, {how}", tuple(parts), unread, dropped, filled)
    features = _features(arrays, rows) if shape is None else ()
    split = int(kept[:seen].sum())
    rows, label = rows[kept], label[kept]
    held_out = (rows[split:], label[split:]) if len(rows) > split else None
    if numbers:
        nothing = np.zeros(split, dtype=np.int64), ()
        return Rows(where, rows[:split], *nothing, shape, features, said, held_out, numbers, label[:split])
    return Rows(where, rows[:split], label[:split], classes, shape, features, said, held_out)


def _joined(where: str, parts: list[tuple[str, np.ndarray]]) -> np.ndarray:
    """Put the examples to learn from and those held out into one array, so that one rule holds for both."""
    (name, first), *others = parts
    for other, second in others:
        if first.shape[1:] != second.shape[1:] or first.dtype.kind != second.dtype.kind:
            raise RecipeError(
                f"{where}: {name} is an array {first.shape} of {first.dtype} and {other} {second.shape} of "
                f"{second.dtype}, expected examples of one kind."
            )
    return np.concatenate([array for _, array in parts]) if others else first


def _check_found(arrays: Stored, found: Layout, plan: DataSection) -> None:
    """Make sure that there are inputs and labels; raises RecipeError, which names what there is."""
    wanted = (plan.label,) if plan.label else LABELS[:2]
    for words, name in ((("x",), found.x), (wanted, found.y)):
        if not name or (plan.label and words is wanted and name != plan.label):
            raise RecipeError(
                f"{arrays.where} has no array {' or '.join(map(repr, words))}{meant(words[0], arrays.names)}; "
                f"it has {', '.join(arrays.names) or 'none at all'}."
            )


def _called(arrays: Stored) -> tuple[str, ...]:
    name = next((name for name in CLASSES if name in arrays.names), "")
    return tuple(str(one) for one in arrays[name].ravel()) if name else ()


def _features(arrays: Stored, rows: Array) -> tuple[Feature, ...]:
    """Say what inputs mean if an array names them, one for each."""
    if FEATURES not in arrays.names or arrays[FEATURES].shape != rows.shape[1:]:
        return ()
    return tuple(
        Feature(str(name), decimals=decimals_in(column)) for name, column in zip(arrays[FEATURES], rows.T, strict=True)
    )
