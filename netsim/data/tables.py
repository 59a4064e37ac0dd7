"""Reads labelled examples from a table in a text file: CSV, with or without a header row."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from netsim.border.nearest import meant
from netsim.border.opening import Unreadable, text_of
from netsim.data.own import Rows, named
from netsim.recipe.section import RecipeError
from netsim.trace.features import MOST_DECIMALS, Feature

LARGEST_TABLE = 512 * 2**20  # bytes
LOOKED_AT = 100  # rows that tell whether the first one names the columns

DELIMITERS = ",;\t|"

Row = tuple[int, list[str]]


def read_table(path: Path, label: str = "") -> Rows:
    """Read a CSV file: one example a row, one column holds the labels; a first row of names is known as such.

    The delimiter (comma, semicolon, tab or bar) is the one that the first row has most of. Labels may
    be any text; all other columns are numbers with a decimal point. The first row names the columns if none of
    those that hold numbers has one there; if all have, it is an example, and columns are called column 1, column 2...

    Parameters
    ----------
    path
        The file, UTF-8.
    label
        The name of the labels' column; if empty, the last one.

    Raises
    ------
    RecipeError
        Naming the file and the line of the first thing that is wrong.
    """
    rows = list(_lines(path))
    if not rows:
        raise RecipeError(f"{path} is empty, expected rows of examples, under one with the columns' names.")
    line, first = rows[0]
    if _names_columns(path, line, first, [row for _, row in rows[1 : 1 + LOOKED_AT]]):
        names, rows = first, rows[1:]
        _check_names(path, line, names)
    else:
        names = [f"column {i + 1}" for i in range(len(first))]
    if len(names) < 2:
        raise RecipeError(f"{path}, line {line}: one column ({first[0][:40]!r}), expected features and a label.")
    column = _column(path, line, names, label)
    features, labels = [], []
    for line, row in rows:
        if len(row) != len(names):
            raise RecipeError(f"{path}, line {line}: {len(row)} values, expected {len(names)} as the first row has.")
        if not row[column]:
            raise RecipeError(f"{path}, line {line}: the label ({names[column]!r}) is missing, expected a class.")
        features.append([_number(path, line, names[i], cell) for i, cell in enumerate(row) if i != column])
        labels.append(row[column])
    if not features:
        raise RecipeError(f"{path} has a header row and no examples, expected one row for each.")
    cells = zip(*(row for _, row in rows), strict=True)
    meant = [Feature(name, decimals=max(map(_decimals, column_))) for name, column_ in zip(names, cells, strict=True)]
    del meant[column]
    return Rows(str(path), np.array(features), *named(labels), features=tuple(meant))


def _lines(path: Path) -> Iterator[Row]:
    """Yield the rows that are not empty, each with its line number."""
    try:
        text = text_of(path, LARGEST_TABLE)
    except Unreadable as error:
        raise RecipeError(
            f"data.path: {path} {error}; it names a table (CSV), as seen from the lesson's folder."
        ) from None
    header = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise RecipeError(f"{path}, line {rows.line_num}: {error}, expected CSV.") from None
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield rows.line_num, [cell.strip() for cell in row]


def _names_columns(path: Path, line: int, first: list[str], others: list[list[str]]) -> bool:
    """Tell whether the first row names the columns: by those that hold numbers in the rows after it."""
    columns = [i for i in range(len(first)) if others and all(i < len(row) and _is_number(row[i]) for row in others)]
    numbers = [i for i in columns if _is_number(first[i])]
    if numbers and len(numbers) < len(columns):
        odd = next(i for i in columns if i not in numbers)
        raise RecipeError(
            f"{path}, line {line}: {first[odd][:40]!r} stands over numbers and {first[numbers[0]]!r} is one itself, "
            "expected a row of names, or of an example."
        )
    return not numbers


def _check_names(path: Path, line: int, names: list[str]) -> None:
    twice = next((name for i, name in enumerate(names) if name in names[:i]), None)
    if twice is not None:
        raise RecipeError(f"{path}, line {line}: two columns are called {twice!r}, expected a name for each.")


def _column(path: Path, line: int, names: list[str], label: str) -> int:
    if not label:
        return len(names) - 1
    if label not in names:
        raise RecipeError(
            f"data.label = {label!r}: {path}, line {line}, has no such column{meant(label, names)}; "
            f"the columns are {', '.join(names[:12])}{', ...' if len(names) > 12 else ''}."
        )
    return names.index(label)


def _number(path: Path, line: int, name: str, cell: str) -> float:
    if not cell:
        raise RecipeError(f"{path}, line {line}: {name!r} is empty, expected a number.")
    if not _is_number(cell):
        hint = " with a decimal point" if _is_number(cell.replace(",", ".")) else ""
        raise RecipeError(f"{path}, line {line}: {name} = {cell[:40]!r}, expected a number{hint}.")
    number = float(cell)
    if not math.isfinite(number):
        raise RecipeError(f"{path}, line {line}: {name} = {cell}, expected a finite number.")
    return number


def _decimals(cell: str) -> int:
    """Count the digits behind the point of a number as it is written."""
    mantissa, _, power = cell.lower().partition("e")
    behind = len(mantissa.partition(".")[2])
    return min(max(behind - (int(power) if power.lstrip("+-").isdecimal() else 0), 0), MOST_DECIMALS)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
