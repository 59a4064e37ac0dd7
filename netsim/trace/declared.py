"""What an array of a trace is: its named dimensions, what it means, its unit and range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf, isinf


@dataclass(frozen=True)
class Unit:
    """What the numbers of an array are, and the range that they keep to.

    Attributes
    ----------
    name
        Such as "cost", "degrees" or "weight".
    low, high
        The least and the largest that they can be.
    clocked
        Whether a clock measures them, so that they differ from one recording to the next.
    """

    name: str
    low: float = -inf
    high: float = inf
    clocked: bool = False

    def __str__(self) -> str:
        if isinf(self.low):
            return self.name
        span = f"{self.low:g} or more" if isinf(self.high) else f"{self.low:g}..{self.high:g}"
        return f"{self.name}, {span}"


NUMBER = Unit("number")
ACTIVATION = Unit("activation")
SUM = Unit("weighted sum")
WEIGHT = Unit("weight")
BIAS = Unit("bias")
INPUT = Unit("input")
TARGET = Unit("target")
COST = Unit("cost", 0)
CHANGE_OF_COST = Unit("change of the cost")
DERIVATIVE = Unit("derivative of the cost")
SLOPE = Unit("derivative of an activation")
RATE = Unit("learning rate", 0)
SHARE = Unit("share", 0, 1)
COUNT = Unit("count", 0)
UPDATES = Unit("updates made", 0)
LENGTH = Unit("length", 0)
COORDINATE = Unit("coordinate, in weights")
RATIO = Unit("ratio")
DEGREES = Unit("degrees", 0, 180)
SECONDS = Unit("seconds by this computer's clock", 0, clocked=True)
CLASS = Unit("class", 0)
PLACE = Unit("place", 0)


@dataclass(frozen=True)
class Declared:
    """An array as it is declared; names and dimensions may have {l}, {l-1}, {L} and {L-1} in them.

    Attributes
    ----------
    dims
        Names of its dimensions, with blanks between; "" for a single number.
    meaning
        What it is, in half a sentence.
    unit
        What its numbers are.
    optional
        Whether a trace may lack it though it has others of its group: where it would be large, or means nothing.
    """

    dims: str
    meaning: str
    unit: Unit = NUMBER
    optional: bool = False


@dataclass(frozen=True)
class Dimension:
    """What a dimension runs over.

    Attributes
    ----------
    meaning
        In half a sentence.
    length
        If it is the same in every trace.
    may_be_empty
        Whether there may be nothing to run over.
    """

    meaning: str
    length: int | None = None
    may_be_empty: bool = False


def expanded(arrays: Mapping[str, Declared], L: int) -> dict[str, Declared]:
    """Declare the arrays of a network of L layers: one for each layer 1..L where a name has {l} in it."""
    table = {}
    for name, array in arrays.items():
        for l in range(1, L + 1) if "{l}" in name else (0,):
            table[_filled(name, l, L)] = replace(
                array, dims=_filled(array.dims, l, L), meaning=_filled(array.meaning, l, L)
            )
    return table


def _filled(text: str, l: int, L: int) -> str:
    for letter, number in (("l", l), ("L", L)):
        text = text.replace(f"{{{letter}}}", str(number)).replace(f"{{{letter}-1}}", str(number - 1))
    return text
