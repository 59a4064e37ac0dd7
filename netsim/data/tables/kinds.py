"""Decides what each column of a table is: numbers, a choice of words, or nothing that a network can learn from."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from netsim.data.tables.numbers import decimals_of, is_number, mark_of, number
from netsim.data.tables.sheet import GAPS, SHOWN, Column, Sheet
from netsim.data.tables.slips import refused, refused_target, strange_in, thousands_in
from netsim.functions import Array
from netsim.trace.features import Feature

MOST_WORDS = 50  # that a choice is between
MOST_LISTED = 8  # words that are told one by one
YES = ("yes", "y", "true", "t", "ja", "oui", "si")  # of two words, those that are the 1

_DATE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?:[ T].*)?|\d{4}/\d{1,2}/\d{1,2}(?: .*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?: .*)?"
    r"|\d{1,2}:\d{2}(?::\d{2}.*)?|\d{1,2}[ -][A-Za-z]{3,9}\.?[ -]\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2}, \d{4}",
    re.ASCII,
)
_OWN = re.compile(
    r"(?:.*[\W_])?(?:id|idx|index|uuid|guid|row|rownames|nr|no|num|number|key|case|obs|observation|sample|record|instance)"
    r"|#|n|(?-i:.*[a-z]I[dD])|unnamed: ?\d+|column \d+",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Used:
    """A column that the network learns from.

    Attributes
    ----------
    name
        What it is called.
    inputs
        (N, m): what it becomes, not a number where it has a gap; one column of numbers, or of 0 and 1 for each word.
    features
        What each of these means, m of them.
    how
        How it was understood: "numbers 32.1 to 59.6", "a choice of Biscoe, Dream, Torgersen".
    gaps
        (N,) of truth.
    """

    name: str
    inputs: Array
    features: tuple[Feature, ...]
    how: str
    gaps: np.ndarray


@dataclass(frozen=True)
class LeftOut:
    """A column that the network does not learn from, and why."""

    name: str
    why: str


def understood(sheet: Sheet, i: int) -> Used | LeftOut:
    """Decide what column i of a table with names is, by rules in this order.

    1. More than half of it are gaps: it is left out.
    2. All of it is one value: it is left out.
    3. All are numbers: they are numbers, however few. But whole ones that are all different, in a column without a
       name, or called id, index, row, no, nr, key or the like (alone or at its name's end), name the rows if they
       count them from 0 or 1, or if the column has such a name: it is left out.
    4. Half or more are dates or times: it is refused.
    5. All are written like numbers (12%, $5, 1,234.5), or all but a few are numbers (all but one, or nine in ten):
       the first that is none is refused. But up to ten words, each of which stands in several rows, are a choice.
    6. All words differ, or there are more than 50 and they are more than half as many as the rows: they name the
       rows, and are left out. If there are more than 50 otherwise, it is refused.
    7. It is a choice of words: of two, one column, 1 for yes, true, or the later in the alphabet; else one for each.

    Raises
    ------
    RecipeError
        Naming the line, the column, and the key that leaves it out.
    """
    column, name = sheet.columns[i], sheet.names[i]
    words, gaps = column.words, int(column.gaps.sum())
    if 2 * gaps > len(column):
        return LeftOut(name, "it is empty" if gaps == len(column) else f"{gaps:,} of {len(column):,} rows have a gap")
    if mark_of(words):
        thousands = thousands_in(column) if sheet.by_commas else None
        if thousands is not None:
            raise refused(sheet, i, *thousands)
        return _numbers(sheet, i)
    if len(words) == 1:
        return LeftOut(name, f"it is always {words[0][:SHOWN]}")
    there = len(column) - gaps
    dates = [word for word in words if _DATE.fullmatch(word)]
    if 2 * len(dates) >= len(words):
        raise refused(sheet, i, column.where(dates), "a date or time, expected a number or a word")
    strange = strange_in(column)
    if strange is not None:
        raise refused(sheet, i, *strange)
    if len(words) == there:
        return LeftOut(name, "it names the rows")
    if len(words) > MOST_WORDS and 2 * len(words) > there:
        return LeftOut(name, f"it has {len(words):,} different words")
    if len(words) > MOST_WORDS:
        raise refused(sheet, i, ~column.gaps, f"one of {len(words):,} words, expected at most {MOST_WORDS}")
    return _choice(name, column, words)


def numbers_of(sheet: Sheet, i: int) -> Array:
    """Give the numbers of a column whose words are all such, (N,); gaps are not a number.

    Raises
    ------
    RecipeError
        If one is not finite.
    """
    column = sheet.columns[i]
    values = np.array([np.nan if text in GAPS else number(text) for text in column.values])
    x: Array = values[column.codes]
    if np.isinf(x).any():
        raise refused(sheet, i, np.isinf(x), "expected a finite number")
    return x


def number_to_learn(sheet: Sheet, i: int) -> tuple[Feature, Array]:
    """Read a column of numbers that are to be learned: what it means, and its values (N,).

    Raises
    ------
    RecipeError
        If it holds anything else, or is always the same.
    """
    column, name = sheet.columns[i], sheet.names[i]
    words = column.words
    if not mark_of(words):
        rows, why = strange_in(column) or (~column.where(filter(is_number, words)), "expected a number")
        raise refused_target(sheet, i, rows, why)
    y = numbers_of(sheet, i)
    if y.min() == y.max():
        raise refused_target(sheet, i, ~column.gaps, "as in every row, expected numbers that differ")
    return Feature(name, decimals=max(map(decimals_of, words))), y


def _numbers(sheet: Sheet, i: int) -> Used | LeftOut:
    x, column, name = numbers_of(sheet, i), sheet.columns[i], sheet.names[i]
    words = column.words
    if np.nanmin(x) == np.nanmax(x):
        return LeftOut(name, f"it is always {words[0]}")
    if len(set(x)) == len(x) > 2 and np.all(x == np.round(x)) and _OWN.fullmatch(name):
        if x[0] in (0, 1) and np.all(np.diff(x) == 1):
            return LeftOut(name, "it counts the rows")
        if not name.startswith("column "):
            return LeftOut(name, "it is a number of each row's own")
    feature = Feature(name, decimals=max(map(decimals_of, words)))
    return Used(name, x[:, None], (feature,), f"numbers {np.nanmin(x):.7g} to {np.nanmax(x):.7g}", column.gaps)


def listed(words: list[str]) -> str:
    """List some words, or the first and the last and how many there are."""
    return ", ".join(words) if len(words) <= MOST_LISTED else f"{len(words)} words, {words[0]} to {words[-1]}"


def _choice(name: str, column: Column, words: list[str]) -> Used:
    shown = words
    if len(words) == 2:
        one = next((word for word in words if word.lower() in YES), words[1])
        shown = [one]
    x = np.array([[float(text == word) for word in shown] for text in column.values])[column.codes]
    x[column.gaps] = np.nan
    features = tuple(Feature(f"{name}={word}", kind="choice", decimals=0) for word in shown)
    return Used(name, x, features, f"a choice of {listed(words)}", column.gaps)
