"""How many decimals a number is written with: formats of columns, of pairs, and of numbers that stand alone."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from netsim import Reading

MOST_DECIMALS = 5
FINEST = 8  # decimals of a number that stands alone
TINIEST = 12  # and of one that shows a few digits however small it is
MINUS = "\N{MINUS SIGN}"


def spec_for(
    readings: Iterable[Reading], decimals: int, sign: str = "+", most: int = MOST_DECIMALS, digits: int = 2
) -> str:
    """Return the format of a column of numbers: more decimals where all are small, fewer where one is large.

    The largest keeps so many ``digits`` that say something, as far as ``most`` decimals go, and the column its width.
    """
    largest = max(float(np.max(np.abs(np.asarray(reading.value)))) for reading in readings)
    power = int(np.floor(np.log10(largest))) if largest > 0 else 0
    places = max(0, decimals - power) if power > 0 else max(decimals, digits - 1 - power)
    return f"{sign}.{min(places, most)}f"


def spec_of_digits(readings: Iterable[Reading], digits: int = 3) -> str:
    """Return the format in which the largest of some numbers shows so many digits that say something; 0 is 0."""
    largest = max(float(np.max(np.abs(np.asarray(reading.value)))) for reading in readings)
    places = digits - 1 - int(np.floor(np.log10(largest))) if largest > 0 else 0
    return f".{min(max(places, 0), TINIEST)}f"


def fine_spec(readings: Iterable[Reading], sign: str = "+", digits: int = 2) -> str:
    """Return the format of a few numbers that are compared: the smallest that is not 0 keeps so many digits."""
    sizes = [size for reading in readings if (size := float(np.min(np.abs(np.asarray(reading.value))))) > 0]
    power = int(np.floor(np.log10(min(sizes)))) if sizes else 0
    return f"{sign}.{min(max(digits, digits - 1 - power), FINEST)}f"


def spec_apart(one: Reading, other: Reading, decimals: int = 3, sign: str = "") -> str:
    """Return the format in which two numbers that differ can be told apart: more decimals if these are too few."""
    specs = [f"{sign}.{places}f" for places in range(decimals, max(decimals, FINEST) + 1)]
    return next((spec for spec in specs if format(one, spec) != format(other, spec)), specs[0])


def spec_that_adds(terms: Iterable[Reading], total: Reading, decimals: int = 2, sign: str = "+") -> str:
    """Return the format in which terms, as they are written, add up to their total as it is written."""
    values = [float(term) for term in terms]
    for places in range(decimals, FINEST):
        if round(sum(round(value, places) for value in values) - round(float(total), places), places) == 0:
            return f"{sign}.{places}f"
    return f"{sign}.{FINEST}f"
