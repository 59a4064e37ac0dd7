"""Costs of one example: one record for each, with its value, its slope and what is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from netsim.functions.activations import ACTIVATIONS
from netsim.functions.curves import Array
from netsim.functions.traits import ActivationTraits, CostTraits

#: What is computed of outputs a, targets y, and the name of the activation that gave the outputs: the shape of a.
OfOutputs = Callable[[Array, Array, str], Array]


@dataclass(frozen=True)
class Cost:
    """The cost of one example, the sum of what its outputs add, its derivative, and what is true of it.

    Attributes
    ----------
    traits
        Its name and what is true of it, for outputs each of which goes by its own sum.
    says
        What it is, in a few words of plain text, for the reference of a lesson's keys.
    terms
        (a, y, output) -> what each output adds to C; `output` is the output activation's name.
    slope
        (a, y, output) -> dC/da.
    delta
        (a, y, output) -> dC/dz for outputs with da/dz = a (1 - a), where that cancels a denominator of the
        slope; None where nothing cancels.
    of_shares
        What is true of it for outputs that share a total of 1 (softmax), where that is something else.
    """

    traits: CostTraits
    says: str
    terms: OfOutputs
    slope: OfOutputs
    delta: OfOutputs | None = None
    of_shares: CostTraits | None = None

    @property
    def name(self) -> str:
        """What a recipe calls it."""
        return self.traits.name

    def value(self, a: Array, y: Array, output: str) -> Array:
        """Compute C of each example: the terms of its outputs, the last axis, added up."""
        C: Array = np.add.reduce(self.terms(a, y, output), axis=-1)
        return C

    def accepts(self, output: ActivationTraits) -> bool:
        """Whether the cost can judge what an output activation gives."""
        return output.probabilities or not self.traits.needs_probabilities

    def cancels(self, output: ActivationTraits) -> bool:
        """Whether the slope of an output activation cancels in dC/dz, which `delta` gives then."""
        return self.delta is not None and output.logistic

    def traits_for(self, output: ActivationTraits) -> CostTraits:
        """Give what is true of the cost of such outputs."""
        held = self.of_shares if self.of_shares and output.couples else self.traits
        return replace(held, cancels=self.cancels(output))


def inside(a: Array) -> Array:
    """Keep activations off 0 and 1 by the smallest step the precision has, so that logarithms stay finite."""
    limits = np.finfo(a.dtype)
    return np.clip(a, limits.tiny, 1 - limits.epsneg)


def _squares(a: Array, y: Array, output: str) -> Array:
    terms: Array = (a - y) ** 2
    return terms


def _cross_entropy(a: Array, y: Array, output: str) -> Array:
    a = inside(a)
    shares = ACTIVATIONS[output].traits.couples
    return -y * np.log(a) if shares else -(y * np.log(a) + (1 - y) * np.log1p(-a))


def _cross_entropy_slope(a: Array, y: Array, output: str) -> Array:
    a = inside(a)
    return -y / a if ACTIVATIONS[output].traits.couples else (a - y) / (a * (1 - a))


def _cross_entropy_delta(a: Array, y: Array, output: str) -> Array:
    total = y.sum(axis=-1, keepdims=True) if ACTIVATIONS[output].traits.couples else 1
    delta: Array = a * total - y
    return delta


QUADRATIC = Cost(
    CostTraits(name="quadratic", squared=True, weight=1.0, products=1),
    "sum of (a - y)^2",
    _squares,
    lambda a, y, output: 2 * (a - y),
)

HALF_QUADRATIC = Cost(
    CostTraits(name="half_quadratic", squared=True, weight=0.5),
    "half that sum",
    lambda a, y, output: _squares(a, y, output) / 2,
    lambda a, y, output: a - y,
)

MEAN_QUADRATIC = Cost(
    CostTraits(name="mean_quadratic", squared=True, weight=1.0, mean=True, products=1),
    "its mean over the outputs",
    lambda a, y, output: _squares(a, y, output) / a.shape[-1],
    lambda a, y, output: 2 / a.shape[-1] * (a - y),
)

CROSS_ENTROPY = Cost(
    CostTraits(name="cross_entropy", needs_probabilities=True, products=1),
    "minus the logarithms, for outputs between 0 and 1",
    _cross_entropy,
    _cross_entropy_slope,
    _cross_entropy_delta,
    CostTraits(name="cross_entropy", needs_probabilities=True, sees_only_the_label=True, products=1),
)

COSTS: dict[str, Cost] = {known.name: known for known in (QUADRATIC, HALF_QUADRATIC, MEAN_QUADRATIC, CROSS_ENTROPY)}


def squares_of(name: str) -> Cost:
    """Give the cost of what is made of squares alone: the lesson's own cost, or where it has no squares the quadratic.

    The small networks that are followed by hand have it, and neurons that are 0 or 1, of which a cross-entropy
    would make more than any number.
    """
    known = COSTS[name]
    return known if known.traits.squared else QUADRATIC
