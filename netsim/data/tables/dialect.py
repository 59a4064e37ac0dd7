"""Finds out what parts the columns of a text: a comma, a semicolon, a tab, a bar, or runs of spaces."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from netsim.data.tables.numbers import is_number
from netsim.data.tables.sheet import GAPS

SPACES = r"\s+"

#: What parts columns, in the order of preference, and what it is called.
SEPARATORS = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas", SPACES: "spaces"}

LOOKED_AT = 100  # lines


def separator_of(text: str) -> str:
    """Find what parts the columns of a text: that by which most lines are as long, and most cells are numbers.

    Each separator gets the share of the lines that have the commonest number of cells (two or more), and the share
    of those lines' cells that are numbers or gaps; the largest sum wins, on a tie the first of `SEPARATORS`. So
    "1,5;2,5;x" is parted by semicolons: its numbers have decimal commas.
    """
    lines = _first_lines(text)
    scores = {separator: _score(lines, separator) for separator in SEPARATORS}
    best = max(scores, key=lambda separator: scores[separator])
    return best if scores[best] > 0 else ","


def evened(text: str, separator: str) -> str:
    """Give the first line a cell more, if all others have one more: R writes no name over the names of rows.

    Where the others' last cell is empty, they end in a separator that the first line does not, and it gets one too.
    """
    first, *others = [_split(line, separator) for line in _first_lines(text)]
    if len(others) < 2 or any(len(row) != len(first) + 1 for row in others):
        return text
    if not any(row[-1] for row in others):
        head, end, rest = text.partition("\n")
        return f"{head}{separator}{end}{rest}"
    return f'""{" " if separator == SPACES else separator}{text}'


def _first_lines(text: str) -> list[str]:
    return [line for line in islice(text.split("\n", 4 * LOOKED_AT), 4 * LOOKED_AT) if line.strip()][:LOOKED_AT]


def _score(lines: Sequence[str], separator: str) -> float:
    rows = [_split(line, separator) for line in lines]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, many = max(widths.items(), key=lambda found: (found[1], found[0]))
    cells = [cell.strip() for row in rows if len(row) == width for cell in row]
    # beside commas as separators there are no decimal commas
    numbers = sum(cell in GAPS or is_number(cell, "." if separator == "," else ".,") for cell in cells)
    return many / len(rows) + numbers / len(cells)


def _split(line: str, separator: str) -> list[str]:
    """Part one line, heeding quotes; good enough to compare, for a cell may go over several lines."""
    if separator == SPACES:
        line, separator = " ".join(line.split()), " "
    try:
        return next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    except csv.Error:  # a cell of more than 100,000 characters
        return []
