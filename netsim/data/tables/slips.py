"""Cells that are no numbers where numbers are wanted, and the sentence that says which, and what mends it."""

from __future__ import annotations

import re

import numpy as np

from netsim.data.tables.numbers import MARKS, is_number
from netsim.data.tables.sheet import Column, Sheet, cut
from netsim.recipe.section import RecipeError

FEW_WORDS = 10  # so many that each stand in several rows are no slips

_LIKE_A_NUMBER = re.compile(r"[-+]?[$€£¥]? ?\d[\d.,' ]*(?:[eE][-+]?\d+)? ?[%$€£¥]?")
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}")


def strange_in(column: Column) -> tuple[np.ndarray, str] | None:
    """Find the rows of a column of numbers that hold none, (N,) of truth, and say what was expected there.

    None if it is no column of numbers.
    """
    words = column.words
    points, commas = (column.where(word for word in words if is_number(word, mark)) for mark in MARKS)
    comma = bool(commas.sum() > points.sum())
    strange = ~((commas if comma else points) | column.gaps)
    there, odd = int((~column.gaps).sum()), int(strange.sum())
    written = all(_LIKE_A_NUMBER.fullmatch(word) for word in words)
    few = max(1, there // 10) >= odd and 2 * odd <= there
    often = np.bincount(column.codes)[np.unique(column.codes[strange])].min()
    if not written and (not few or (len(words) <= FEW_WORDS and often > 1)):
        return None
    mark = " with a decimal comma" if comma else " with a decimal point" if (commas & ~points).any() else ""
    return strange, f"expected a number{mark}{' as in most rows' if few else ' such as 1234.5'}"


def thousands_in(column: Column) -> tuple[np.ndarray, str] | None:
    """Find the first number that may have a comma between thousands or before decimals, its rows (N,), and say so.

    None if there is none, or others tell: 1,5 has decimals.
    """
    grouped = [word for word in column.words if _THOUSANDS.fullmatch(word)]
    if not grouped or len(grouped) < sum("," in word for word in column.words):
        return None
    word = grouped[0]
    return column.where([word]), f"which may be {word.replace(',', '')} or {word.replace(',', '.')}"


def refused(sheet: Sheet, i: int, rows: np.ndarray, why: str) -> RecipeError:
    """Make the error of the first of some rows."""
    row, name = int(np.argmax(rows)), sheet.names[i]
    return RecipeError(
        f"{sheet.place(row)}: {name} = {cut(sheet.columns[i][row])}, {why}; "
        f"correct it, or leave the column out with ignore = [{name!r}]."
    )


def refused_target(sheet: Sheet, i: int, rows: np.ndarray, why: str) -> RecipeError:
    """Make the error of the first of some rows, in a column of numbers that are to be learned."""
    row, name = int(np.argmax(rows)), sheet.names[i]
    return RecipeError(
        f"{sheet.place(row)}: {name} = {cut(sheet.columns[i][row])}, {why}; "
        "choose columns of numbers with label in [data], or write target = 'class'."
    )
