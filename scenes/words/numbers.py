"""How numbers stand in sentences: the functions that messages may call, in the manner of a language.

``{ $n }`` is a whole number, ``{ NUM($C, decimals: 3) }`` has fixed decimals, ``{ PCT($share, decimals: 1) }``
is a percentage, ``{ INDEX($j) }`` has no separators. Further readings decide with the first how many decimals all
of them need: ``{ NUM($before, $after, apart: 3) }``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from babel import Locale
from fluent.runtime.types import FluentType

from netsim import Reading
from scenes.look.decimals import MINUS, fine_spec, spec_apart, spec_for, spec_of_digits
from scenes.look.manner import Manner
from scenes.words.sentence import Name, Sentence, Sources

#: The key of a plain number: it counts what a picture draws, which labels may say and beats may not.
DRAWN = "drawn"
Fact = Reading | Name | Sentence | str | int


class Told(FluentType):
    """What a placeable shows: its text, and its source."""

    def __init__(self, source: Reading | Name, sources: Sources, fact: str, text: str) -> None:
        self.source, self.sources, self.fact, self.text = source, sources, fact, text

    def format(self, locale: Locale) -> str:
        """Return the text, marked with its source."""
        return self.sources.mark(self.text, self.source, self.fact)


class _Number(FluentType):
    """A number given to a message: selectors compare it, functions write it."""

    reading: Reading
    sources: Sources
    fact: str

    def format(self, locale: Locale) -> str:
        """Return a whole number in groups of thousands, and any other as short as six digits say it."""
        value = float(self.reading) + 0.0
        text = f"{value:,.0f}" if value == round(value) else f"{value:.6g}"
        return self.sources.mark(self.sources.manner.number(text), self.reading, self.fact)


class _Whole(_Number, int):
    """A whole number: plural rules apply."""


class _Real(_Number, float):
    """Any other number."""


class _Several(FluentType):
    """Several numbers: they decide with others how many decimals a column has, and are never written themselves."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def format(self, locale: Locale) -> str:
        """Refuse: a message writes one number at a time."""
        raise ValueError(f"{self.reading.key} is several numbers, expected one of them")


class _Within(FluentType):
    """A finished sentence within another."""

    def __init__(self, sentence: Sentence, sources: Sources, fact: str) -> None:
        self.sentence, self.sources, self.fact = sentence, sources, fact

    def format(self, locale: Locale) -> str:
        """Return it with the marks of what it shows."""
        return self.sources.mark_all(self.sentence, self.fact)


def argument(name: str, fact: Fact, sources: Sources) -> Any:
    """Return a fact as a message takes it; a plain text is the name of a state, for selectors alone."""
    if isinstance(fact, Name):
        return Told(fact, sources, name, str(fact))
    if isinstance(fact, Sentence):
        return _Within(fact, sources, name)
    if isinstance(fact, str):
        return fact
    if isinstance(fact, int):
        fact = Reading(float(fact), DRAWN)
    if np.ndim(fact.value):
        return _Several(fact)
    value = float(fact)
    number: _Number = _Whole(round(value)) if value == round(value) else _Real(value)
    number.reading, number.sources, number.fact = fact, sources, name
    return number


def num(
    one: _Number,
    *others: _Number | _Several,
    decimals: int | None = None,
    figures: int | None = None,
    like: int | None = None,
    apart: int | None = None,
    fine: int | None = None,
    short: int | None = None,
    sign: str = "minus",
) -> Told:
    """Write a number.

    Parameters
    ----------
    decimals
        So many.
    like
        So many where the largest of all given numbers is between 1 and 10, more where all are small, fewer where
        one is large.
    figures
        As many as the largest of all given numbers needs to show so many digits that say something.
    apart
        So many, or more if the two numbers given could not be told apart.
    fine
        As many as the smallest of all given numbers needs to show so many digits that say something.
    short
        As few as show so many digits, without zeros at the end.
    sign
        ``minus``: where it is negative; ``always``; or ``never``: its absolute value.
    """
    readings = [number.reading for number in (one, *others)]
    spec = f".{int(short)}g" if short else _spec(readings, decimals, figures, like, apart, fine)
    value = abs(float(one.reading)) if sign == "never" else float(one.reading) + 0.0
    text = format(value, f"{'+' if sign == 'always' else ''},{spec}")
    return Told(one.reading, one.sources, one.fact, one.sources.manner.number(text))


def _spec(
    readings: list[Reading],
    decimals: int | None,
    figures: int | None,
    like: int | None,
    apart: int | None,
    fine: int | None,
) -> str:
    if like is not None:
        return spec_for(readings, int(like), sign="")
    if figures is not None:
        return spec_of_digits(readings, int(figures))
    if apart is not None:
        return spec_apart(readings[0], readings[1], int(apart))
    if fine is not None:
        return fine_spec(readings, sign="", digits=int(fine))
    return f".{int(decimals or 0)}f"


def pct(one: _Number, decimals: int = 0) -> Told:
    """Write a share, 0 to 1, as a percentage with so many decimals."""
    value = 100 * float(one.reading) + 0.0
    return Told(one.reading, one.sources, one.fact, one.sources.manner.number(f"{value:,.{int(decimals)}f}%"))


def index(one: _Number) -> Told:
    """Write a place, such as a neuron's number: no separators."""
    return Told(one.reading, one.sources, one.fact, f"{int(float(one.reading))}")


def rounded(text: str, reading: Reading, manner: Manner) -> bool:
    """Whether a text in a sentence is the reading's number to the text's own decimals: the audit's question."""
    said, value, step = manner.value(text), float(reading), manner.rounding(text)
    unsigned = not text.startswith((MINUS, "+"))
    return bool(abs(said - value) <= step or (unsigned and abs(said - abs(value)) <= step))


def sign(one: float) -> str:
    """Tell a selector whether a number is positive, negative or zero."""
    return "positive" if one > 0 else "negative" if one < 0 else "zero"


def compare(one: float, other: float) -> str:
    """Tell a selector whether the first number is more than the second, less, or the same."""
    return "more" if one > other else "less" if one < other else "same"


#: What messages may call.
FUNCTIONS: dict[str, Callable[..., Any]] = {"NUM": num, "PCT": pct, "INDEX": index, "SIGN": sign, "COMPARE": compare}
