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


def dialect_of(text: str) -> tuple[str, str, int]:
    """Find what parts the columns of a text, and give its rows, and how many lines of remarks stand above them.

    Remarks are lines that begin with # above the rows; the last of them names the columns, if it has as many cells.
    Where the first line has one cell less than all others, it gets one: R writes no name over the names of rows; and
    if the others end in a separator, it does not always.
    """
    lines = text.split("\n", 4 * LOOKED_AT)
    above = next((i for i, line in enumerate(lines) if not line.startswith("#")), 0)
    separator = _separator([line for line in lines[above : 4 * LOOKED_AT] if line.strip()][:LOOKED_AT])
    if above:
        names = lines[above - 1].lstrip("# ")
        if len(_split(names, separator)) == len(_split(lines[above], separator)):
            lines[above - 1], above = names, above - 1
    rows = "\n".join(lines[above:])
    return separator, _evened(rows, separator), above


def _separator(lines: Sequence[str]) -> str:
    """Choose the separator by which most lines are as long, and most cells are numbers.

    Each gets the share of the lines that have the commonest number of cells (two or more), and the share of those
    lines' cells that are numbers or gaps; the largest sum wins, on a tie the first of `SEPARATORS`. So "1,5;2,5;x"
    is parted by semicolons: its numbers have decimal commas.
    """
    scores = {separator: _score(lines, separator) for separator in SEPARATORS}
    best = max(scores, key=lambda separator: scores[separator])
    return best if scores[best] > 0 else ","


def _evened(text: str, separator: str) -> str:
    """Give the first line a cell more, if all others have one more: in front, or behind if theirs is empty there."""
    first, *others = [_split(line, separator) for line in _first_lines(text)] or [[]]
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
