"""Reads a table from text by pandas, and says in which line it is broken."""

from __future__ import annotations

import io
import re

import numpy as np

from netsim.data.tables.dialect import SEPARATORS, SPACES, dialect_of
from netsim.data.tables.sheet import Column, Sheet
from netsim.recipe.section import RecipeError

EMPTY = "is empty, expected rows of examples, under one with the columns' names."

_TOO_LONG = re.compile(r"Expected (\d+) fields in line (\d+), saw (\d+)")
_OPEN = re.compile(r"EOF inside string starting at row (\d+)")


def sheet_of_text(where: str, text: str, encoding: str) -> Sheet:
    """Part a text into rows and cells.

    Raises
    ------
    RecipeError
        If it is empty, its rows differ in length, or a quotation mark is never closed; with the line.
    """
    blank = re.match(r"(?:[^\S\n]*\n)*", text)
    skipped = blank.group().count("\n") if blank else 0
    body = text[blank.end() if blank else 0 :]
    if not body:
        raise RecipeError(f"{where} {EMPTY}")
    separator, body, above = dialect_of(body)
    skipped += above
    columns, breaks = _columns(where, body, separator, skipped)
    places = skipped + 1 + np.arange(len(breaks)) + np.cumsum(breaks) - breaks
    form = f"{encoding} text, columns parted by {SEPARATORS[separator]}"
    sheet = Sheet(where, form, columns, places, by_commas=separator == ",").without_blank_rows()
    if not len(sheet.places):
        raise RecipeError(f"{where} {EMPTY}")
    _check_short(sheet, body.split("\n"), skipped, separator)
    return sheet.without_blank_end()


def _columns(where: str, text: str, separator: str, skipped: int) -> tuple[tuple[Column, ...], np.ndarray]:
    """Read the columns of a text, and how many line breaks are within each row's cells, (N,)."""
    from pandas.errors import EmptyDataError, ParserError

    try:
        return _parsed(text, separator)
    except EmptyDataError:
        return (), np.zeros(0, dtype=np.int64)
    except ParserError as error:
        said = str(error)
    long, opened = _TOO_LONG.search(said), _OPEN.search(said)
    if long is None and opened is None:
        raise RecipeError(f"{where}: {' '.join(said.split())}, expected a table.")
    row = int(long[2]) - 1 if long else int(opened[1]) if opened else 0
    line = skipped + row + 1 + (int(_parsed(text, separator, row)[1].sum()) if row else 0)
    if long:
        title = "; delete what stands above the table" if long[1] == "1" else ""
        raise RecipeError(f"{where}, line {line}: {long[3]} values, expected {long[1]} as the first row has{title}.")
    raise RecipeError(f'{where}, line {line}: a quotation mark (") is opened and never closed, expected another.')


def _parsed(text: str, separator: str, rows: int | None = None) -> tuple[tuple[Column, ...], np.ndarray]:
    """Let pandas part a text; all cells stay text, since what they mean is decided later, by rules of ours."""
    import pandas

    frame = pandas.read_csv(
        io.StringIO(text),
        sep=separator,
        header=None,
        dtype=object,
        na_filter=False,
        skip_blank_lines=False,
        skipinitialspace=True,
        low_memory=False,
        nrows=rows,
    )
    columns, breaks = [], np.zeros(len(frame), dtype=np.int64)
    for name in frame:
        codes, texts = pandas.factorize(frame[name].to_numpy())
        columns.append(Column.of(texts, codes))
        if any("\n" in text for text in texts):
            breaks += np.array([text.count("\n") for text in texts])[codes]
    return tuple(columns), breaks


def _check_short(sheet: Sheet, lines: list[str], skipped: int, separator: str) -> None:
    """Refuse a row that ends too early: pandas fills it up, and its values would be lost or taken for gaps."""
    width = len(sheet.columns)
    for row in np.flatnonzero(sheet.columns[-1].where({""})):
        place = int(sheet.places[row])
        line = lines[place - skipped - 1]
        many = len(line.split()) if separator == SPACES else line.count(separator) + 1
        if many < width and line.count('"') % 2 == 0:
            raise RecipeError(f"{sheet.place(int(row))}: {many} values, expected {width} as the first row has.")
