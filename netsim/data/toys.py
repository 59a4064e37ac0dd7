"""Two toy sets that small networks learn in a moment: xor and three spiral arms."""

from __future__ import annotations

import numpy as np

from netsim.data.datasets import Dataset
from netsim.functions import Array
from netsim.trace.features import Feature

SEEN = 300  # training examples of a toy set
COORDINATES = (Feature("x₀"), Feature("x₁"))


def load_xor(unseen: int, rng: np.random.Generator) -> Dataset:
    """Points around the corners of the unit square; the class is 1 where just one coordinate is near 1.

    The simplest classes that no single layer can tell apart. Two inputs near 0 or 1 (standard deviation
    0.1), classes "0" and "1", 300 training examples.
    """
    many = SEEN + unseen
    corners = rng.integers(0, 2, size=(many, 2))
    x = corners + 0.1 * rng.standard_normal((many, 2))
    return _split("xor", x, corners[:, 0] ^ corners[:, 1], unseen, ("0", "1"))


def load_spiral(unseen: int, rng: np.random.Generator) -> Dataset:
    """Points along three spiral arms that wind round one another, one class each: "I", "II", "III".

    Two inputs within about -1..1, three quarters of a turn, 300 training examples.
    """
    many = SEEN + unseen
    arm = rng.integers(0, 3, size=many)
    radius = rng.uniform(0.1, 1, size=many)
    angle = 2 * np.pi * (0.75 * radius + arm / 3) + 0.1 * rng.standard_normal(many)
    x = radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return _split("spiral", x, arm, unseen, ("I", "II", "III"))


def _split(name: str, x: Array, label: np.ndarray, unseen: int, classes: tuple[str, ...]) -> Dataset:
    split = x[unseen:], label[unseen:], x[:unseen], label[:unseen]
    return Dataset(name, *split, classes, features=COORDINATES)
