"""What claims are made with: a claim, the rounding that is allowed, and claims that many exhibits make."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array

#: (what is said, recorded, derived, size of the numbers that went in)
Claim = tuple[str, Array, Array, Array | float]

#: Rounding that two correct engines may differ by, as a part of the numbers that a sum is made of.
ROUNDING = 1e-10

#: Rounding of what is computed in float32, in units of that of float64 that is allowed everywhere.
SINGLE = 1e5


def within(numbers: Array, low: Array | float, high: Array | float) -> tuple[Array, Array, float]:
    """Claim that numbers lie in a range."""
    return numbers, np.clip(numbers, low, high), 0.0


def ascending(numbers: Array) -> tuple[Array, Array, float]:
    """Claim that each number is larger than the one before."""
    rises = np.sign(np.diff(numbers)).astype(float)
    return rises, np.ones_like(rises), 0.0


def evenly(ticks: Array) -> tuple[Array, Array, Array]:
    """Claim that numbers ascend in equal steps."""
    even = np.linspace(ticks[0], max(ticks[-1], np.nextafter(ticks[0], np.inf)), len(ticks))
    return ticks, even, np.abs(ticks).max() + np.zeros_like(ticks)


def one_number(derived: float) -> tuple[Array, float]:
    """Give a single number that was derived, and its size."""
    return np.array(derived), abs(derived)
