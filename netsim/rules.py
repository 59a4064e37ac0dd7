"""Update rules: what a step makes of the gradient, and what it keeps for the next one. Plain, momentum, Adam."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self

import numpy as np

from netsim.backprop import Backward
from netsim.functions import Array
from netsim.network import Network
from netsim.recipe.training import TrainingSection


@dataclass(frozen=True)
class OfEach:
    """A number for each weight and bias of a network.

    Attributes
    ----------
    W, b
        By layer 1..L, (n_l, n_{l-1}) and (n_l,).
    """

    W: Mapping[int, Array]
    b: Mapping[int, Array]

    @classmethod
    def zero(cls, network: Network) -> Self:
        """Give 0 for each, in the network's precision."""
        return cls({l: 0 * w for l, w in network.W.items()}, {l: 0 * v for l, v in network.b.items()})

    def with_(self, other: OfEach, rule: Callable[[Array, Array], Array]) -> OfEach:
        """Combine the numbers of two, place by place."""
        W = {l: rule(w, other.W[l]) for l, w in self.W.items()}
        return OfEach(W, {l: rule(v, other.b[l]) for l, v in self.b.items()})


#: What a rule keeps from step to step, by name.
Kept = Mapping[str, OfEach]


class Rule(Protocol):
    """An update rule: W <- W - eta heading, where the heading is made of the gradient and of what is kept."""

    @property
    def keeps(self) -> tuple[str, ...]:
        """The names of what it keeps; each is 0 before the first step."""

    def after(self, kept: Kept, slopes: OfEach) -> Kept:
        """Give what is kept after a step with this gradient."""

    def heading(self, kept: Kept, slopes: OfEach, number: int) -> OfEach:
        """Give what eta is multiplied with, from what is kept after that step, the number-th, counted from 1."""


@dataclass(frozen=True)
class Plain:
    """Gradient descent: the heading is the gradient g, and nothing is kept."""

    keeps: tuple[str, ...] = ()

    def after(self, kept: Kept, slopes: OfEach) -> Kept:
        """Keep nothing."""
        return {}

    def heading(self, kept: Kept, slopes: OfEach, number: int) -> OfEach:
        """Give the gradient."""
        return slopes


@dataclass(frozen=True)
class Momentum:
    """Momentum: v <- momentum v + g is kept, a sum of gradients in which the older ones fade; the heading is v.

    Notes
    -----
    B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
    """

    momentum: float
    keeps: tuple[str, ...] = ("velocity",)

    def after(self, kept: Kept, slopes: OfEach) -> Kept:
        """Give momentum v + g."""
        return {"velocity": kept["velocity"].with_(slopes, lambda v, g: self.momentum * v + g)}

    def heading(self, kept: Kept, slopes: OfEach, number: int) -> OfEach:
        """Give v."""
        return kept["velocity"]


@dataclass(frozen=True)
class Adam:
    """Adam: means of the gradient and of its square are kept, in which older ones fade.

    ::

        m <- beta1 m + (1 - beta1) g            v <- beta2 v + (1 - beta2) g^2
        heading = m / (1 - beta1^t)  /  (sqrt(v / (1 - beta2^t)) + epsilon)        in the t-th step

    Notes
    -----
    D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1: bias-corrected.
    """

    beta1: float
    beta2: float
    epsilon: float
    keeps: tuple[str, ...] = ("first_moment", "second_moment")

    def after(self, kept: Kept, slopes: OfEach) -> Kept:
        """Give m and v, which are called first and second moment."""
        first, second = (kept[name] for name in self.keeps)
        return {
            "first_moment": first.with_(slopes, lambda m, g: self.beta1 * m + (1 - self.beta1) * g),
            "second_moment": second.with_(slopes, lambda v, g: self.beta2 * v + (1 - self.beta2) * (g * g)),
        }

    def heading(self, kept: Kept, slopes: OfEach, number: int) -> OfEach:
        """Give the corrected mean over the root of the corrected mean square."""
        first, second = (kept[name] for name in self.keeps)
        return first.with_(second, lambda m, v: self.scaled(m, v, number))

    def scaled(self, m: Array, v: Array, number: Array | int) -> Array:
        """Give the heading of some numbers from their moments after the number-th step."""
        heading: Array = (m / (1 - self.beta1**number)) / (np.sqrt(v / (1 - self.beta2**number)) + self.epsilon)
        return heading


def rule_for(plan: TrainingSection) -> Rule:
    """Give the rule by which a recipe trains."""
    return rule_from(dict(plan))


def rule_from(keys: Mapping[str, Any]) -> Rule:
    """Give the rule that the keys of a [training] section say, as a trace has them."""
    if keys.get("rule") == "adam":
        return Adam(keys.get("beta1", 0.9), keys.get("beta2", 0.999), keys.get("epsilon", 1e-8))
    return Momentum(keys["momentum"]) if keys.get("momentum") else Plain()


def at_rest(rule: Rule, network: Network) -> Kept:
    """Give what a rule has kept before the first step: 0 everywhere."""
    return {name: OfEach.zero(network) for name in rule.keeps}


def slopes_of(back: Backward) -> OfEach:
    """Give the gradient of a mini-batch, as a number for each weight and bias."""
    return OfEach(back.mean_dC_dW, back.mean_dC_db)
