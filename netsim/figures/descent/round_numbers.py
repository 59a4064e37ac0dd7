"""Round numbers along an axis: whole multiples of 1, 2 or 5 times a power of ten."""

from __future__ import annotations

from itertools import count

import numpy as np

MOST, LEADS = 5, (1, 2, 5)  # numbers along an axis; what a step begins with


def round_numbers(low: float, high: float, finest: float) -> np.ndarray:
    """Give the most round numbers from low to high, five at most, as multiples of one step.

    The step is ``finest`` at least, unless no multiple of that lies between the two; low < high.
    """
    for n in count(3 * (int(np.floor(np.log10(high - low))) - 1)):
        step = LEADS[n % 3] * 10.0 ** (n // 3)
        first, last = int(np.ceil(low / step)), int(np.floor(high / step))
        if step >= finest * (1 - 1e-9) and last - first < MOST:
            break
    if last < first:
        return round_numbers(low, high, 0.0)
    return np.asarray(np.arange(first, last + 1) * step)
