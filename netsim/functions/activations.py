"""Activations: one record for each, with its value, its slope and what is true of it.

Every function takes and returns arrays whose last axis runs over the neurons of one layer, so that
one example and a whole batch go through the same lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np

from netsim.functions.curves import Array, gelu, gelu_slope, relu, sigmoid, softmax
from netsim.functions.traits import ActivationTraits


@dataclass(frozen=True)
class Activation:
    """An activation a = sigma(z), its derivative, and what is true of it.

    Attributes
    ----------
    traits
        Its name and what is true of it.
    value
        z -> a, same shape.
    slope
        (z, a) -> sigma'(z), same shape; None where a neuron's activation depends on its neighbours'
        sums as well (softmax).
    """

    traits: ActivationTraits
    value: Callable[[Array], Array]
    slope: Callable[[Array, Array], Array] | None

    @property
    def name(self) -> str:
        """What a recipe calls it."""
        return self.traits.name

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


#: The slope of the leaky ReLU below 0.
LEAK = 0.01


SIGMOID = Activation(
    ActivationTraits(
        name="sigmoid",
        low=0,
        high=1,
        steepest=0.25,
        steepest_at=0.0,
        bends_within=6.0,
        flat_below=True,
        flat_above=True,
        logistic=True,
        products=1,
    ),
    sigmoid,
    lambda z, a: a * (1 - a),
)

TANH = Activation(
    ActivationTraits(
        name="tanh",
        low=-1,
        high=1,
        steepest=1.0,
        steepest_at=0.0,
        bends_within=3.0,
        flat_below=True,
        flat_above=True,
        products=1,
    ),
    np.tanh,
    lambda z, a: 1 - a * a,
)

RELU = Activation(
    ActivationTraits(
        name="relu",
        low=0,
        high=inf,
        steepest=1.0,
        steepest_at=None,
        bends_within=1.0,
        flat_below=True,
        zero_below=True,
        kinks=(0.0,),
        straight=True,
    ),
    relu,
    lambda z, a: (z > 0).astype(a.dtype),
)

IDENTITY = Activation(
    ActivationTraits(
        name="identity", low=-inf, high=inf, steepest=1.0, steepest_at=None, bends_within=1.0, straight=True
    ),
    lambda z: z,
    lambda z, a: np.ones_like(a),
)

LEAKY_RELU = Activation(
    ActivationTraits(
        name="leaky_relu",
        low=-inf,
        high=inf,
        steepest=1.0,
        steepest_at=None,
        bends_within=1.0,
        leak=LEAK,
        kinks=(0.0,),
        straight=True,
    ),
    lambda z: np.where(z > 0, z, LEAK * z),
    lambda z, a: np.where(z > 0, 1, LEAK).astype(a.dtype),
)

GELU = Activation(
    ActivationTraits(
        name="gelu",
        low=-0.16997120747990369,
        high=inf,
        steepest=1.1289041451202384,
        steepest_at=sqrt(2),
        bends_within=3.0,
        flat_below=True,
        monotone=False,
        products=4,
    ),
    gelu,
    gelu_slope,
)

#: As one neuron's own sum changes, and those of the others stay.
SOFTMAX = Activation(
    ActivationTraits(
        name="softmax",
        low=0,
        high=1,
        steepest=0.25,
        steepest_at=None,
        bends_within=6.0,
        flat_below=True,
        flat_above=True,
        couples=True,
        logistic=True,
        products=1,
    ),
    softmax,
    None,
)

_ALL = (SIGMOID, TANH, RELU, LEAKY_RELU, GELU, IDENTITY, SOFTMAX)

ACTIVATIONS: dict[str, Activation] = {known.name: known for known in _ALL}

#: Those that a hidden layer may have: each of its neurons goes by its own sum.
HIDDEN = tuple(name for name, known in ACTIVATIONS.items() if not known.traits.couples)
