"""What is true of an activation or a cost, as plain data: no mathematics, so that pictures and sentences may have it.

Captions and pictures choose by these traits, never by a name: `trace.activation(l)` and `trace.judge` give them.
Tests measure every trait on the function itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite


@dataclass(frozen=True, kw_only=True)
class ActivationTraits:
    """What is true of an activation a = sigma(z).

    Attributes
    ----------
    name
        What a recipe calls it.
    low, high
        The bounds of a, reached or only approached; infinite where there is none.
    steepest
        The largest slope.
    steepest_at
        The sum z where the slope is largest; None where that is a whole stretch, or depends on other sums.
    bends_within
        How far from 0 the sums of a picture reach at least, so that one sees how the curve bends.
    flat_below, flat_above
        Whether the slope goes to 0 for ever smaller, for ever larger sums.
    zero_below
        Whether a is exactly 0 for all sums below 0: there a neuron is dead.
    leak
        The slope below 0 of a function that is straight there and steeper above; 0 for all others.
    kinks
        The sums at which the slope jumps.
    straight
        Whether the curve is made of straight pieces.
    monotone
        Whether a never falls as z grows.
    couples
        Whether a neuron's activation depends on the sums of its neighbours too, so that all share a total of 1.
    logistic
        Whether da/dz = a (1 - a), which the cross-entropy's denominator cancels.
    products
        How many multiplications the slope takes, beyond those that the value was made of.
    """

    name: str
    low: float
    high: float
    steepest: float
    steepest_at: float | None
    bends_within: float
    flat_below: bool = False
    flat_above: bool = False
    zero_below: bool = False
    leak: float = 0.0
    kinks: tuple[float, ...] = ()
    straight: bool = False
    monotone: bool = True
    couples: bool = False
    logistic: bool = False
    products: int = 0

    @property
    def bounded(self) -> bool:
        """Whether a has a bound on both sides."""
        return isfinite(self.low) and isfinite(self.high)

    @property
    def saturating(self) -> bool:
        """Whether the curve gets flat on both sides."""
        return self.flat_below and self.flat_above

    @property
    def kinked(self) -> bool:
        """Whether the curve has a kink."""
        return bool(self.kinks)

    @property
    def linear(self) -> bool:
        """Whether the curve is one straight line."""
        return self.straight and not self.kinked

    @property
    def probabilities(self) -> bool:
        """Whether a lies between 0 and 1."""
        return self.low >= 0 and self.high <= 1


@dataclass(frozen=True, kw_only=True)
class CostTraits:
    """What is true of a cost C of one example, for the outputs that a lesson has.

    Attributes
    ----------
    name
        What a recipe calls it.
    squared
        Whether C is a sum of squares (a - y)^2, times a weight that is the same for all.
    weight
        What each square is multiplied by, before the mean is taken: 1, or 1/2; 0 without squares.
    mean
        Whether the sum over the outputs is divided by their number n_L.
    needs_probabilities
        Whether the outputs must lie between 0 and 1.
    sees_only_the_label
        Whether the cost looks at the labelled output alone.
    cancels
        Whether sigma' cancels in delta = dC/dz of an output, which is a - y then.
    products
        How many multiplications dC/da of one output takes.
    """

    name: str
    squared: bool = False
    weight: float = 0.0
    mean: bool = False
    needs_probabilities: bool = False
    sees_only_the_label: bool = False
    cancels: bool = False
    products: int = 0

    def share(self, outputs: int) -> float:
        """Give what each square is multiplied by in C: 1, 1/2, or 1/n_L; 0 without squares."""
        return self.weight / (outputs if self.mean else 1)

    def factor(self, outputs: int) -> float:
        """Give the number in dC/da = factor (a - y): 2, 1, or 2/n_L; 0 without squares."""
        return 2 * self.share(outputs)
