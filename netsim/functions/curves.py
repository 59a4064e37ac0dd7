"""Curves of activations that take more than a line: value and slope of each neuron's sum, number by number."""

from __future__ import annotations

from math import erfc, pi, sqrt

import numpy as np
from numpy.typing import NDArray

#: Numbers in float64 or, while training, float32.
Array = NDArray[np.floating]

_ERFC = np.frompyfunc(erfc, 1, 1)  # numpy has no error function


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


def gelu(z: Array) -> Array:
    """Compute z Phi(z), with the share Phi of a normal distribution that lies below z.

    Hendrycks and Gimpel, "Gaussian error linear units", 2016: the exact form, not one of its approximations.
    """
    return z * _share_below(z)


def gelu_slope(z: Array, a: Array) -> Array:
    """Phi(z) + z phi(z), with the density phi of the normal distribution; a does not say which z it comes from."""
    with np.errstate(over="ignore"):  # of the square of a number beyond its root, whose exponential is 0
        density = np.exp(-z * z / 2) / sqrt(2 * pi)
    slope: Array = _share_below(z) + z * density
    return slope


def _share_below(z: Array) -> Array:
    """Phi(z) = erfc(-z / sqrt(2)) / 2, with all digits where it is small; number by number, 50 times tanh's time."""
    share: Array = np.asarray(_ERFC(-z / sqrt(2)), dtype=float) / 2
    return share.astype(z.dtype)
