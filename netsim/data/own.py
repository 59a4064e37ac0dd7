"""Data of a lesson's own: from labelled rows to classes, a scale, and a held-out share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from netsim.border.class_names import LONGEST, fault_in
from netsim.data.datasets import Dataset
from netsim.data.understood import Understood
from netsim.functions import Array
from netsim.recipe.data import DataSection
from netsim.recipe.section import RecipeError
from netsim.trace.features import Feature

MOST_CLASSES = 26
MOST_NUMBERS = 3  # that are learned of an example
LARGEST = 1e30  # of an input: the sums and squares of larger ones leave the numbers that there are
MOST_INPUTS = 4096  # as many as an image of 64x64 has
HELD_OUT = 5  # of so many examples one is held out, if the lesson does not say how many


_WHOLE = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True)
class Rows:
    """Labelled examples as a file holds them.

    Attributes
    ----------
    where
        What an error calls the file.
    x
        Inputs (N, n_0), finite but for gaps that are to be filled, which are not a number.
    label
        Their classes (N,), indices into `classes`.
    image_shape
        (height, width) if an input is an image, brightness 0..1; else None.
    features
        What each input means, in its natural units (shift 0, scale 1); none if that is not known.
    understood
        How the file was understood; None if there was nothing to find out.
    held_out
        Inputs (M, n_0) and classes (M,) that the file itself keeps apart, to test with; None if it does not. Where
        answers are numbers, these stand in the place of classes, (M, n_L).
    numbers, y
        Where answers are numbers, what each is called, and their values (N, n_L) in natural units.
    """

    where: str
    x: Array
    label: np.ndarray
    classes: tuple[str, ...]
    image_shape: tuple[int, int] | None = None
    features: tuple[Feature, ...] = ()
    understood: Understood | None = None
    held_out: tuple[Array, np.ndarray] | None = None
    numbers: tuple[Feature, ...] = ()
    y: Array | None = None

    def dataset(self, plan: DataSection) -> Dataset:
        """Deal the rows into training and unseen examples, and scale what is no image by the training ones.

        Raises
        ------
        RecipeError
            If there are too few classes or rows, or too many.
        """
        self._check()
        rng = np.random.default_rng(plan.seed)
        many = self._unseen(plan)
        order = rng.permutation(len(self.x))
        x, label = self.x[order], (self.label if self.y is None else self.y)[order]
        if self.held_out is not None:
            drawn = np.sort(rng.permutation(len(self.held_out[0]))[:many])
            x, label = (np.concatenate([a, b[drawn]]) for a, b in zip((x, label), self.held_out, strict=True))
        seen = len(x) - many
        x, features = filled(x, x[:seen], self.features), self.features
        if self.image_shape is None:
            shift, scale = scaling(x[:seen], plan.scale, features)
            x = (x - shift) / scale
            features = _in_natural_units(features, shift, scale) if features else ()
        remark, where = self.understood.remark if self.understood else "", (self.image_shape, features)
        split = x[:seen], label[:seen], x[seen:], label[seen:]
        if self.y is None:
            return Dataset(plan.name, *split, self.classes, *where, remark=remark)
        shift, scale = scaling(label[:seen], plan.scale)
        y, zeros = (label - shift) / scale, np.zeros(len(x), dtype=np.int64)
        return Dataset(
            *(plan.name, x[:seen], zeros[:seen], x[seen:], zeros[seen:], (), *where),
            remark=remark,
            numbers=_in_natural_units(self.numbers, shift, scale),
            y=y[:seen],
            y_unseen=y[seen:],
        )

    def _unseen(self, plan: DataSection) -> int:
        """Count what is held out: as the plan says, else the part that the file keeps apart, or a fifth."""
        if self.held_out is not None:
            there = len(self.held_out[0])
            if (plan.unseen or 0) > there:
                raise RecipeError(f"data.unseen = {plan.unseen}: {self.where} holds out {there}, expected 0 to that.")
            return there if plan.unseen is None else plan.unseen
        many = max(1, len(self.x) // HELD_OUT) if plan.unseen is None else plan.unseen
        if many >= len(self.x):
            raise RecipeError(
                f"data.unseen = {many}: {self.where} has {len(self.x)} examples, expected 0 to {len(self.x) - 1}."
            )
        return many

    def _check(self) -> None:
        names = {**dict.fromkeys(self.classes, "class"), **{number.name: "column" for number in self.numbers}}
        for name, what in names.items():
            fault = fault_in(name)
            if fault:
                shown = name if len(name) <= LONGEST else f"{name[:20]}…"
                raise RecipeError(f"{self.where} has a {what} {shown!r} that {fault}; rename it.")
        self._check_values()
        if self.y is None:
            self._check_classes()

    def _check_values(self) -> None:
        for x in (self.x, *(self.held_out or ())[:1], *([] if self.y is None else [self.y])):
            far = np.abs(x) > LARGEST
            if far.any():
                i = int(np.argmax(far.any(axis=1)))
                raise RecipeError(
                    f"{self.where}: example {i + 1} has the value {x[i][far[i]][0]:g}, expected none beyond "
                    f"{LARGEST:g}; measure it in another unit."
                )
        if self.x.shape[1] > MOST_INPUTS:
            raise RecipeError(
                f"{self.where} has {self.x.shape[1]:,} numbers an example, expected at most {MOST_INPUTS:,} (an image "
                "of 64x64); make images smaller, or leave out what matters least."
            )

    def _check_classes(self) -> None:
        if len(self.classes) > MOST_CLASSES:
            raise RecipeError(
                f"{self.where} has {len(self.classes)} classes ({', '.join(self.classes[:3])}, ...), "
                f"expected 2 to {MOST_CLASSES}; is the label taken from the right place? "
                "If it is a number to be learned, write target = 'number' in [data]."
            )
        if len(np.unique(self.label)) < 2:
            name = self.classes[int(self.label[0])]
            raise RecipeError(f"{self.where} has only one class, {name!r}, expected two or more to tell apart.")


def named(labels: Sequence[str]) -> tuple[np.ndarray, tuple[str, ...]]:
    """Turn the labels' names into indices and the sorted names; whole numbers are sorted as numbers."""
    names = set(labels)
    numbers = all(_WHOLE.fullmatch(name) for name in names)
    classes = tuple(sorted(names, key=int) if numbers else sorted(names))
    place = {name: i for i, name in enumerate(classes)}
    return np.array([place[name] for name in labels], dtype=np.int64), classes


def _in_natural_units(features: Sequence[Feature], shift: Array, scale: Array) -> tuple[Feature, ...]:
    """Tell features the way back from their scaled values."""
    ways = zip(features, shift, scale, strict=True)
    return tuple(replace(feature, shift=float(down), scale=float(by)) for feature, down, by in ways)


def filled(x: Array, seen: Array, features: Sequence[Feature] = ()) -> Array:
    """Fill gaps (not a number) with the training examples' mean; in the 0 and 1 of a choice, with what most have."""
    gaps = np.isnan(x)
    if not gaps.any():
        return x
    there = ~np.isnan(seen)
    mean = np.where(there, seen, 0.0).sum(axis=0) / np.maximum(there.sum(axis=0), 1)
    choice = np.array([feature.kind == "choice" for feature in features] or [False] * len(mean))
    return np.where(gaps, np.where(choice, np.round(mean), mean), x)


def scaling(seen: Array, how: str, features: Sequence[Feature] = ()) -> tuple[Array, Array]:
    """Find shift and scale of each column, (n_0,) and (n_0,), by what the training examples hold: (x - shift) / scale.

    "unit" takes their smallest value to 0 and their largest to 1, "standard" their mean to 0 and their
    standard deviation to 1, "none" leaves all as it is. A column in which they are all alike becomes 0, and
    a choice stays 0 and 1.
    """
    if how == "none":
        return np.zeros(seen.shape[1]), np.ones(seen.shape[1])
    low, span = seen.min(axis=0), np.ptp(seen, axis=0)
    if how == "standard":
        low, span = np.where(span == 0, low, seen.mean(axis=0)), np.where(span == 0, 0.0, seen.std(axis=0))
    choice = np.array([feature.kind == "choice" for feature in features] or [False] * len(span))
    return np.where(choice, 0.0, low), np.where(choice | (span == 0), 1.0, span)
