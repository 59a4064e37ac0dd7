"""Reads labelled examples from a table in a text file: CSV, with a header row."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from netsim.data.own import Rows, named
from netsim.nearest import meant
from netsim.recipe.recipe import RecipeError

DELIMITERS = ",;\t|"

Row = tuple[int, list[str]]


def read_table(path: Path, label: str = "") -> Rows:
    """Read a CSV file: a header row with names, then one example a row; one column holds the labels.

    The delimiter (comma, semicolon, tab or bar) is the one that the header row has most of. Labels may
    be any text; all other columns are numbers with a decimal point.

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
    rows = _lines(path)
    line, names = next(rows, (1, []))
    if not names:
        raise RecipeError(f"{path} is empty, expected a row of column names and rows of examples.")
    _check_names(path, line, names)
    column = _column(path, line, names, label)
    features, labels = [], []
    for line, row in rows:
        if len(row) != len(names):
            raise RecipeError(
                f"{path}, line {line}: {len(row)} values, expected {len(names)} as the header row names them."
            )
        if not row[column]:
            raise RecipeError(f"{path}, line {line}: the label ({names[column]!r}) is missing, expected a class.")
        features.append([_number(path, line, names[i], cell) for i, cell in enumerate(row) if i != column])
        labels.append(row[column])
    if not features:
        raise RecipeError(f"{path} has a header row and no examples, expected one row for each.")
    return Rows(str(path), np.array(features), *named(labels))


def _lines(path: Path) -> Iterator[Row]:
    """Yield the rows that are not empty, each with its line number."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise RecipeError(f"data.path: {path} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise RecipeError(f"{path}, line {line}: not UTF-8 text; save the table as CSV in UTF-8.") from None
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


def _check_names(path: Path, line: int, names: list[str]) -> None:
    if all(_is_number(name) for name in names):
        raise RecipeError(f"{path}, line {line}: only numbers, expected a header row with the names of the columns.")
    if len(names) < 2:
        raise RecipeError(f"{path}, line {line}: one column ({names[0]!r}), expected features and a label.")
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


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
