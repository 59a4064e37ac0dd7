"""What networks learn from: the bundled digits, MNIST, two toy sets, or your own arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netsim.functions import Array
from netsim.trace.answers import Answers
from netsim.trace.features import Feature


@dataclass(frozen=True)
class Outline:
    """How large data are, which may be known before they are read.

    Attributes
    ----------
    inputs, outputs
        Numbers of an example, and outputs that it takes to answer.
    classes
        Classes that it can be of; 0 where answers are numbers.
    seen, unseen
        Examples that are learned from, and that are held out.
    """

    inputs: int
    outputs: int
    classes: int
    seen: int
    unseen: int


@dataclass(frozen=True)
class Dataset:
    """Examples with their answers to train on, and unseen ones to test with, if there are any.

    Attributes
    ----------
    name
        What a recipe calls it.
    x, label
        Training inputs (N, n_0), and their classes (N,), indices into `classes`; all 0 where answers are numbers.
    x_unseen, label_unseen
        The same for the examples that training never sees; there may be none.
    classes
        The names of the classes; none where answers are numbers.
    image_shape
        (height, width) if an input is an image with brightness 0..1, row by row; else None.
    features
        What each input means, and the way back to its natural units; none if inputs are pixels or not known.
    enlarged_from
        Pixels a side that the images had before they were enlarged to that; 0 if they were not, or are no images.
    remark
        What a person should know of how a file was read, in one line: rows and columns that are left out.
    ends
        What is wanted of a single output for each of two classes; None if each class has its own: see `answering`.
    numbers
        Where answers are numbers, what each is called, and the way back to its natural units.
    y, y_unseen
        These numbers of the training examples, (N, n_L), and of the unseen ones; None for classes.

    Raises
    ------
    ValueError
        If the arrays do not fit one another.
    """

    name: str
    x: Array
    label: np.ndarray
    x_unseen: Array
    label_unseen: np.ndarray
    classes: tuple[str, ...]
    image_shape: tuple[int, int] | None = None
    features: tuple[Feature, ...] = ()
    enlarged_from: int = 0
    remark: str = ""
    ends: tuple[float, float] | None = None
    numbers: tuple[Feature, ...] = ()
    y: Array | None = None
    y_unseen: Array | None = None

    def __post_init__(self) -> None:
        for what, x, label in (("x", self.x, self.label), ("x_unseen", self.x_unseen, self.label_unseen)):
            if x.ndim != 2 or label.shape != x.shape[:1] or x.shape[1] != self.x.shape[1]:
                raise ValueError(
                    f"{what} has the shape {x.shape} and its labels {label.shape}; expected (N, n_0) and (N,)."
                )
            if not label.size:
                if what == "x":
                    raise ValueError("x has no examples, expected one or more.")
                continue
            if self.classes and not 0 <= label.min() <= label.max() < len(self.classes):
                raise ValueError(f"The labels of {what} must be 0..{len(self.classes) - 1}, indices into classes.")
            if not np.all(np.isfinite(x)):
                raise ValueError(f"{what} has values that are not numbers.")
        if self.image_shape is not None and np.prod(self.image_shape) != self.x.shape[1]:
            raise ValueError(f"image_shape {self.image_shape} does not have {self.x.shape[1]} pixels.")
        if len(self.features) not in (0, self.x.shape[1]):
            raise ValueError(f"{len(self.features)} features for {self.x.shape[1]} inputs, expected one for each.")
        self._check_answers()

    def _check_answers(self) -> None:
        if not self.numbers and not self.classes:
            raise ValueError("There are neither classes nor numbers to answer with, expected one of both.")
        if self.numbers:
            for what, y, x in (("y", self.y, self.x), ("y_unseen", self.y_unseen, self.x_unseen)):
                expected = (len(x), len(self.numbers))
                if y is None or y.shape != expected or not np.all(np.isfinite(y)):
                    raise ValueError(f"{what} must be finite numbers in the shape {expected}, one column a number.")

    @property
    def answers(self) -> Answers:
        """What outputs mean that answer for the examples."""
        return Answers(self.classes, self.ends, self.numbers)

    @property
    def outline(self) -> Outline:
        """How large the data are."""
        return Outline(self.x.shape[1], self.answers.many, len(self.classes), len(self.x), len(self.x_unseen))

    @property
    def targets(self) -> Array:
        """The wanted outputs of the training examples, (N, n_L)."""
        return self.target(self.label) if self.y is None else self.y

    def target(self, label: np.ndarray) -> Array:
        """Give the outputs that are wanted for labels (N,), indices into classes, (N, n_L)."""
        return self.answers.target(label)

    def most_typical(self, label: int) -> np.ndarray:
        """Order the training examples of a class, the most typical first, as indices into x.

        Where answers are numbers all have the label 0, and the order is that of how near the mean they are.

        Typical is what points the way in which the class differs from all the rest: the order is that
        of the cosine between x - mean(x) and mean(x of the class) - mean(x).
        """
        places = np.flatnonzero(self.label == label)
        centre = self.x.mean(axis=0)
        away = self.x[places] - centre
        if self.numbers:
            return places[np.argsort(np.linalg.norm(away, axis=1), kind="stable")]
        likeness = away @ away.sum(axis=0) / np.maximum(np.linalg.norm(away, axis=1), np.finfo(float).tiny)
        return places[np.argsort(-likeness, kind="stable")]
