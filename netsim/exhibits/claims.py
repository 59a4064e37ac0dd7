"""What identities are claimed with: the rounding that is allowed, ranges and order."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array

#: Rounding that two correct engines may differ by, as a part of the numbers that a sum is made of.
ROUNDING = 1e-10


def within(numbers: Array, low: float, high: float) -> tuple[Array, Array, float]:
    """Claim that numbers lie in a range."""
    return numbers, np.clip(numbers, low, high), 0.0


def ascending(numbers: Array) -> tuple[Array, Array, float]:
    """Claim that each number is larger than the one before."""
    rises = np.sign(np.diff(numbers)).astype(float)
    return rises, np.ones_like(rises), 0.0
