"""Finds out whether a table's first row names its columns, and what they are called."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from netsim.border.nearest import meant
from netsim.data.tables.numbers import is_number
from netsim.data.tables.sheet import GAPS, Column, Sheet, cut
from netsim.recipe.section import RecipeError

COUNTING = 5  # or more names that are numbers and count, 0, 1, 2, ..., are names and no values
WHOLE = 12  # columns that an error lists


def named_sheet(sheet: Sheet, label: str = "") -> Sheet:
    """Return a table whose columns have names, from its first row if that names them.

    The first row names the columns if one of them is called as the lesson says of the label; or if none of the
    columns that hold numbers has one there; or if its numbers only count, 0, 1, 2, ...; or if its words stand in
    their columns once, and all others there several times. Where no column holds numbers, it does if its words are
    all different and none stands in its own column again. Otherwise it is an example, and columns are called
    column 1, column 2, ...

    Raises
    ------
    RecipeError
        If the first row is half a row of names, or two columns have one name.
    """
    if sheet.names:
        return _called(sheet, list(sheet.names), 0)
    first = [column[0] for column in sheet.columns]
    rest = sheet.rows(slice(1, None))
    if _names_columns(sheet, first, rest, label):
        return _called(rest, first, int(sheet.places[0]))
    return _called(sheet, ["" for _ in first], 0)


def _names_columns(sheet: Sheet, first: list[str], rest: Sheet, label: str) -> bool:
    if label and not is_number(label) and label in first:
        return True
    numbers = [i for i, column in enumerate(rest.columns) if _holds_numbers(column)]
    if not numbers:
        again = any(text in column.values for text, column in zip(first, rest.columns, strict=True) if text)
        return len(set(first)) == len(first) and not again
    here = [i for i in numbers if is_number(first[i])]
    if not here or _counts([first[i] for i in here]):
        return True
    words = [i for i in numbers if not is_number(first[i]) and first[i] not in GAPS]
    if here and words:
        raise RecipeError(
            f"{sheet.place(0)}: {cut(first[words[0]])} stands over numbers and {cut(first[here[0]])} is one itself, "
            "expected a row of names, or of an example."
        )
    choices = [i for i, column in enumerate(rest.columns) if i not in numbers and _repeats(column)]
    return bool(choices) and not any(first[i] in rest.columns[i].values for i in choices)


def _holds_numbers(column: Column) -> bool:
    words = column.words
    return bool(words) and sum(map(is_number, words)) > len(words) / 2


def _repeats(column: Column) -> bool:
    """Whether each of a column's texts, of which there are several, stands in it several times."""
    many = np.bincount(column.codes)
    return len(many) > 1 and bool(many.min() > 1)


def _counts(texts: list[str]) -> bool:
    """Whether texts are 0, 1, 2, ... or 1, 2, 3, ..., and many enough to be no accident."""
    return len(texts) >= COUNTING and any(texts == [str(start + i) for i in range(len(texts))] for start in (0, 1))


def _called(sheet: Sheet, names: list[str], line: int) -> Sheet:
    """Give the columns their names; an empty one is called by its number, from 1."""
    given = [name or f"column {i + 1}" for i, name in enumerate(names)]
    twice = next((i for i, name in enumerate(given) if name in given[:i]), None)
    if twice is not None:
        where = f"{sheet.where}, {sheet.unit} {line}" if line else sheet.where
        raise RecipeError(
            f"{where}: two columns are called {cut(given[twice])} (columns {given.index(given[twice]) + 1} and "
            f"{twice + 1}), expected a name for each."
        )
    return replace(sheet, names=tuple(given))


def column_called(sheet: Sheet, name: str, key: str) -> int:
    """Find a column by its name or, if none is called so, by its number: 1 is the first, -1 the last.

    Raises
    ------
    RecipeError
        If there is none; with the nearest name.
    """
    if name in sheet.names:
        return sheet.names.index(name)
    many = len(sheet.names)
    if name.removeprefix("-").isdecimal() and 1 <= abs(int(name)) <= many:
        return int(name) - 1 if int(name) > 0 else many + int(name)
    raise RecipeError(
        f"data.{key} = {name!r}: {sheet.where} has no such column{meant(name, sheet.names)}; the columns are "
        f"{', '.join(sheet.names[:WHOLE])}{', ...' if many > WHOLE else ''}; a number counts them, 1 to {many}."
    )
