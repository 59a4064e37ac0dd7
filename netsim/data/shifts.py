"""Moves images by a few pixels at random, so that a network sees more of them than there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from netsim.functions import Array
from netsim.recipe.training import TrainingSection


@dataclass(frozen=True)
class Shifter:
    """Moves each image by its own number of pixels; what leaves it is lost, what comes in is dark.

    Attributes
    ----------
    by
        The most pixels up, down, left or right.
    image_shape
        (height, width).
    rng
        Draws by how many.
    """

    by: int
    image_shape: tuple[int, int]
    rng: np.random.Generator

    @classmethod
    def of(cls, plan: TrainingSection, image_shape: tuple[int, int] | None) -> Self:
        """Make the one of a plan; it has a seed of its own, so that the order of the examples stays what it is.

        Raises
        ------
        ValueError
            If the plan has a shift and there are no images.
        """
        if plan.shift and image_shape is None:
            raise ValueError(f"shift = {plan.shift} needs images, but these inputs are none.")
        return cls(plan.shift, image_shape or (0, 0), np.random.default_rng([plan.seed, 1]))

    def shifted(self, x: Array) -> Array:
        """Move the images x (E, height * width), each by -by..by rows and as many columns, all equally likely."""
        if not self.by:
            return x
        down, right = self.rng.integers(0, 2 * self.by + 1, (2, len(x)))
        return moved(x.reshape(-1, *self.image_shape), self.by - down, self.by - right).reshape(x.shape)


def moved(images: Array, down: np.ndarray, right: np.ndarray) -> Array:
    """Move images (E, height, width), each by its own numbers (E,) of rows down and columns right, 0 coming in."""
    most = int(max(np.abs(down).max(), np.abs(right).max()))
    padded = np.pad(images, ((0, 0), (most, most), (most, most)))
    windows = sliding_window_view(padded, images.shape[1:], axis=(1, 2))
    there: Array = windows[np.arange(len(images)), most - down, most - right]
    return there
