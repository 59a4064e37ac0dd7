"""What networks learn from: the bundled digits, MNIST, two toy sets, or your own arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netsim.functions import Array
from netsim.trace.features import Feature


@dataclass(frozen=True)
class Outline:
    """How large data are, which may be known before they are read.

    Attributes
    ----------
    inputs, classes
        Numbers of an example, and classes that it can be of.
    seen, unseen
        Examples that are learned from, and that are held out.
    """

    inputs: int
    classes: int
    seen: int
    unseen: int


@dataclass(frozen=True)
class Dataset:
    """Labelled examples to train on, and unseen ones to test with.

    Attributes
    ----------
    name
        What a recipe calls it.
    x, label
        Training inputs (N, n_0), and their classes (N,), indices into `classes`.
    x_unseen, label_unseen
        The same for the examples that training never sees.
    classes
        The names of the classes, one for each output neuron.
    image_shape
        (height, width) if an input is an image with brightness 0..1, row by row; else None.
    features
        What each input means, and the way back to its natural units; none if inputs are pixels or not known.
    enlarged_from
        Pixels a side that the images had before they were enlarged to that; 0 if they were not, or are no images.
    remark
        What a person should know of how a file was read, in one line: rows and columns that are left out.

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

    def __post_init__(self) -> None:
        for what, x, label in (("x", self.x, self.label), ("x_unseen", self.x_unseen, self.label_unseen)):
            if x.ndim != 2 or label.shape != x.shape[:1] or x.shape[1] != self.x.shape[1]:
                raise ValueError(
                    f"{what} has the shape {x.shape} and its labels {label.shape}; expected (N, n_0) and (N,)."
                )
            if not label.size:
                raise ValueError(f"{what} has no examples, expected one or more.")
            if not 0 <= label.min() <= label.max() < len(self.classes):
                raise ValueError(f"The labels of {what} must be 0..{len(self.classes) - 1}, indices into classes.")
            if not np.all(np.isfinite(x)):
                raise ValueError(f"{what} has values that are not numbers.")
        if self.image_shape is not None and np.prod(self.image_shape) != self.x.shape[1]:
            raise ValueError(f"image_shape {self.image_shape} does not have {self.x.shape[1]} pixels.")
        if len(self.features) not in (0, self.x.shape[1]):
            raise ValueError(f"{len(self.features)} features for {self.x.shape[1]} inputs, expected one for each.")

    @property
    def outline(self) -> Outline:
        """How large the data are."""
        return Outline(self.x.shape[1], len(self.classes), len(self.x), len(self.x_unseen))

    def target(self, label: np.ndarray) -> Array:
        """Give the outputs that are wanted: 1 for the label, 0 for the others, (N, n_L)."""
        y: Array = np.eye(len(self.classes))[label]
        return y

    def most_typical(self, label: int) -> np.ndarray:
        """Order the training examples of a class, the most typical first, as indices into x.

        Typical is what points the way in which the class differs from all the rest: the order is that
        of the cosine between x - mean(x) and mean(x of the class) - mean(x).
        """
        places = np.flatnonzero(self.label == label)
        centre = self.x.mean(axis=0)
        away = self.x[places] - centre
        likeness = away @ away.sum(axis=0) / np.maximum(np.linalg.norm(away, axis=1), np.finfo(float).tiny)
        return places[np.argsort(-likeness, kind="stable")]
