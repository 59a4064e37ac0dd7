"""Finds the columns of a table that hold the label, and turns them into classes."""

from __future__ import annotations

import numpy as np

from netsim.data.own import MOST_CLASSES, MOST_NUMBERS, named
from netsim.data.tables.header import column_called
from netsim.data.tables.numbers import mark_of, plain_whole
from netsim.data.tables.sheet import Sheet
from netsim.recipe.data import DataSection
from netsim.recipe.section import RecipeError

#: Columns that hold the label where a lesson does not say which, if they are there.
LABELS = ("label", "class", "target")


def label_columns(sheet: Sheet, plan: DataSection) -> list[int]:
    """Find the columns of what is learned: the label's; or several, with commas between their names.

    Several are up to three numbers, or the 0 and 1 of a class each.

    Raises
    ------
    RecipeError
        If there is none of such a name, or one twice, or too many.
    """
    if plan.label in sheet.names:
        return [sheet.names.index(plan.label)]
    found = [_label_column(sheet, name.strip()) for name in plan.label.split(",")]
    most = MOST_NUMBERS if plan.target == "number" else MOST_CLASSES
    if len(found) > most or len(set(found)) < len(found):
        raise RecipeError(
            f"data.label = {plan.label!r}: {len(found)} columns, expected one to {most} different ones, "
            "with commas between them."
        )
    return found


def _label_column(sheet: Sheet, label: str) -> int:
    """Find the label's column; raises RecipeError if there is none of that name."""
    if label:
        return column_called(sheet, label, "label")
    # MNIST as a table begins with the label, and its last pixel is always black
    called = {name.lower(): i for i, name in enumerate(sheet.names)}
    first, *_, last = range(len(sheet.names))
    alike = len(sheet.columns[last].words) < 2 and sheet.names[last] == f"column {last + 1}"
    return next((called[name] for name in LABELS if name in called), first if alike else last)


def classes_of(sheet: Sheet, labels: list[int]) -> tuple[np.ndarray, tuple[str, ...]]:
    """Turn the label's column into indices (N,) and classes; or several, of which one has a 1 in each row.

    Raises
    ------
    RecipeError
        If there are too many classes, or a row has not just one 1.
    """
    if len(labels) > 1:
        return _hot(sheet, labels)
    column = sheet.columns[labels[0]]
    found, classes = named([plain_whole(text) for text in column.values])
    _check_many(sheet, labels[0], classes)
    indices: np.ndarray = found[column.codes]
    return indices, classes


def _hot(sheet: Sheet, labels: list[int]) -> tuple[np.ndarray, tuple[str, ...]]:
    """Take columns of 0 and 1 for a class each, which is called as its column."""
    columns = [sheet.columns[i] for i in labels]
    zeros, ones = (
        np.column_stack(
            [column.where(text for text in column.words if plain_whole(text) == digit) for column in columns]
        )
        for digit in "01"
    )
    bad = ~(ones | zeros).all(axis=1) | (ones.sum(axis=1) != 1)
    names = tuple(sheet.names[i] for i in labels)
    if bad.any():
        row = int(np.argmax(bad))
        cells = ", ".join(sheet.columns[i][row] for i in labels)
        raise RecipeError(
            f"{sheet.place(row)}: {', '.join(names)} = {cells}, expected one 1 and zeros of a label in several "
            "columns; name one column with label, or write target = 'number' in [data]."
        )
    return ones.argmax(axis=1), names


def _check_many(sheet: Sheet, label: int, classes: tuple[str, ...]) -> None:
    """Refuse a label of too many classes, and name a column that could be meant."""
    if len(classes) <= MOST_CLASSES:
        return
    others = [
        f"label = {name!r} has {len(column.words)}"
        for i, (name, column) in enumerate(zip(sheet.names, sheet.columns, strict=True))
        if i != label and 2 <= len(column.words) <= MOST_CLASSES
    ]
    number = "; if it is a number to be learned, write target = 'number' in [data]"
    raise RecipeError(
        f"{sheet.where}: the label {sheet.names[label]!r} has {len(classes)} classes ({', '.join(classes[:3])}, ...), "
        f"expected 2 to {MOST_CLASSES}{f'; {others[0]}' if others else ''}"
        f"{number if mark_of(sheet.columns[label].words) else ''}."
    )
