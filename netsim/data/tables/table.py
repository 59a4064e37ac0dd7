"""From a table to labelled examples: which column is the label, which are inputs, and what becomes of gaps."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from netsim.data.own import Rows
from netsim.data.pixels import brightness
from netsim.data.tables.header import named_sheet
from netsim.data.tables.inputs import inputs_of
from netsim.data.tables.kinds import Used, number_to_learn
from netsim.data.tables.labels import classes_of, label_columns
from netsim.data.tables.reading import read_sheet
from netsim.data.tables.sheet import Sheet
from netsim.data.understood import Part, Understood
from netsim.recipe.data import DataSection
from netsim.recipe.section import RecipeError


def read_table(path: Path, plan: DataSection) -> Rows:
    """Read labelled examples from a table: text, a workbook or Parquet; one example a row.

    Parameters
    ----------
    path
        The file.
    plan
        Which column is the label (by default one called label, class or target, else the last, or the first if columns
        have no names and the last is always the same), which are ignored,
        what becomes of gaps, and whether the columns are pixels.

    Raises
    ------
    RecipeError
        Naming the file, the line and the column of the first thing that is wrong, and the key that mends it.
    """
    sheet = _read(path, plan)
    labels = label_columns(sheet, plan)
    labelled = _labelled(sheet, labels, plan)
    used, left_out, shape = inputs_of(labelled, labels, plan)
    gaps: np.ndarray = np.logical_or.reduce([column.gaps for column in used])
    kept = ~gaps if plan.gaps == "drop" else np.ones(len(gaps), dtype=bool)
    if not kept.any():
        raise _full_of_gaps(sheet, used)
    x = np.hstack([column.inputs for column in used])[kept]
    said = Understood(
        sheet.form,
        len(sheet.places),
        "; ".join(sheet.called(i) for i in labels),
        tuple(Part(column.name, column.how, int(column.gaps.sum())) for column in used),
        tuple(Part(column.name, column.why) for column in left_out),
        len(sheet.places) - len(x),
        0 if plan.gaps == "drop" else int(gaps.sum()),
    )
    features = () if shape else tuple(feature for column in used for feature in column.features)
    x = brightness(x) if shape else x
    if plan.target == "number":
        numbers, y = zip(*(number_to_learn(labelled, i) for i in labels), strict=True)
        nothing = np.zeros(len(x), dtype=np.int64), ()
        return Rows(sheet.where, x, *nothing, shape, features, said, numbers=numbers, y=np.column_stack(y)[kept])
    label, classes = classes_of(labelled.rows(kept), labels)
    return Rows(sheet.where, x, label, classes, shape, features, said)


def _read(path: Path, plan: DataSection) -> Sheet:
    """Read a table that has columns and rows enough to learn from."""
    sheet = named_sheet(read_sheet(path), plan.label)
    if not len(sheet.places):
        raise RecipeError(f"{path} has a header row and no examples, expected one row for each.")
    if len(sheet.places) == 1:
        raise RecipeError(f"{sheet.place(0)}: the only example, expected two or more, of different classes.")
    if len(sheet.columns) < 2:
        raise RecipeError(f"{path}, {sheet.unit} 1: one column ({sheet.names[0]!r}), expected features and a label.")
    return sheet


def _labelled(sheet: Sheet, labels: list[int], plan: DataSection) -> Sheet:
    """Return the rows that have a label."""
    gaps = np.logical_or.reduce([sheet.columns[i].gaps for i in labels])
    labelled = sheet.rows(~gaps) if gaps.any() else sheet
    if not len(labelled.places):
        called = " or ".join(repr(sheet.names[i]) for i in labels)
        raise RecipeError(f"{sheet.where}: the label ({called}) is missing in every row, expected a {plan.target}.")
    return labelled


def _full_of_gaps(sheet: Sheet, used: list[Used]) -> RecipeError:
    worst = max(used, key=lambda column: int(column.gaps.sum()))
    return RecipeError(
        f"{sheet.where}: every row has a gap, {worst.name!r} has {int(worst.gaps.sum()):,} of them; fill them with "
        f"gaps = 'mean', or leave columns out with ignore = [{worst.name!r}]."
    )
