"""Activations and costs: the value and the derivative of each, in one table.

Every function takes and returns arrays whose last axis runs over the neurons of one layer, so that
one example and a whole batch go through the same lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Numbers in float64 or, while training, float32.
Array = NDArray[np.floating]


@dataclass(frozen=True)
class Activation:
    """An activation a = sigma(z) and its derivative.

    Attributes
    ----------
    name
        What a recipe calls it.
    value
        z -> a, same shape.
    slope
        (z, a) -> sigma'(z), same shape; None where a neuron's activation depends on its neighbours'
        sums as well (softmax).
    """

    name: str
    value: Callable[[Array], Array]
    slope: Callable[[Array, Array], Array] | None

    def jacobian(self, z: Array, a: Array) -> Array:
        """Compute the full table da_i/dz_j of one layer, shape (..., n, n): i first, j last.

        Diagonal for every activation but softmax, where it is a_i (1[i=j] - a_j).
        """
        eye = np.eye(a.shape[-1], dtype=a.dtype)
        if self.slope is not None:
            return self.slope(z, a)[..., :, None] * eye
        table: Array = a[..., :, None] * (eye - a[..., None, :])
        return table

    def pull(self, z: Array, a: Array, dC_da: Array) -> Array:
        """Turn the derivative by a into the derivative by z: delta_j = sum_i dC/da_i da_i/dz_j."""
        if self.slope is not None:
            return self.slope(z, a) * dC_da
        delta: Array = a * (dC_da - np.sum(a * dC_da, axis=-1, keepdims=True))
        return delta


@dataclass(frozen=True)
class Cost:
    """The cost of one example, C = cost(a, y), and its derivative.

    Attributes
    ----------
    name
        What a recipe calls it.
    value
        (a, y, output) -> C, the last axis summed away; `output` is the output activation's name.
    slope
        (a, y, output) -> dC/da, the shape of a.
    """

    name: str
    value: Callable[[Array, Array, str], Array]
    slope: Callable[[Array, Array, str], Array]


def sigmoid(z: Array) -> Array:
    """1 / (1 + exp(-z)); where exp(-z) is beyond all numbers, that is 0."""
    with np.errstate(over="ignore"):
        a: Array = 1 / (1 + np.exp(-z))
    return a


def softmax(z: Array) -> Array:
    """exp(z_j) / sum_i exp(z_i), along the last axis."""
    powers = np.exp(z - np.max(z, axis=-1, keepdims=True))
    a: Array = powers / np.sum(powers, axis=-1, keepdims=True)
    return a


def relu(z: Array) -> Array:
    """max(z, 0); its slope at exactly 0 is taken as 0."""
    return np.maximum(z, 0)


def inside(a: Array) -> Array:
    """Keep activations off 0 and 1 by the smallest step the precision has, so that logarithms stay finite."""
    limits = np.finfo(a.dtype)
    return np.clip(a, limits.tiny, 1 - limits.epsneg)


def _quadratic(a: Array, y: Array, output: str) -> Array:
    C: Array = np.sum((a - y) ** 2, axis=-1)
    return C


def _quadratic_slope(a: Array, y: Array, output: str) -> Array:
    return 2 * (a - y)


def _cross_entropy(a: Array, y: Array, output: str) -> Array:
    a = inside(a)
    likelihood = y * np.log(a) if output == "softmax" else y * np.log(a) + (1 - y) * np.log1p(-a)
    C: Array = -np.sum(likelihood, axis=-1)
    return C


def _cross_entropy_slope(a: Array, y: Array, output: str) -> Array:
    a = inside(a)
    return -y / a if output == "softmax" else (a - y) / (a * (1 - a))


ACTIVATIONS: dict[str, Activation] = {
    known.name: known
    for known in (
        Activation("sigmoid", sigmoid, lambda z, a: a * (1 - a)),
        Activation("tanh", np.tanh, lambda z, a: 1 - a * a),
        Activation("relu", relu, lambda z, a: (z > 0).astype(a.dtype)),
        Activation("identity", lambda z: z, lambda z, a: np.ones_like(a)),
        Activation("softmax", softmax, None),
    )
}

COSTS: dict[str, Cost] = {
    known.name: known
    for known in (
        Cost("quadratic", _quadratic, _quadratic_slope),
        Cost("cross_entropy", _cross_entropy, _cross_entropy_slope),
    )
}

#: Outputs that lie between 0 and 1, as the cross-entropy needs them.
PROBABILITIES = ("sigmoid", "softmax")
