"""From a table to labelled examples: which column is the label, which are inputs, and what becomes of gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

import numpy as np

from netsim.data.own import MOST_CLASSES, MOST_INPUTS, MOST_NUMBERS, Rows, named
from netsim.data.pixels import brightness, square_of, top_of
from netsim.data.tables.header import column_called, named_sheet
from netsim.data.tables.kinds import LeftOut, Used, number_to_learn, numbers_of, understood
from netsim.data.tables.numbers import mark_of, plain_whole
from netsim.data.tables.reading import read_sheet
from netsim.data.tables.sheet import Sheet
from netsim.data.understood import Part, Understood
from netsim.recipe.data import DataSection
from netsim.recipe.section import RecipeError

#: Columns that hold the label where a lesson does not say which, if they are there.
LABELS = ("label", "class", "target")


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
    sheet = named_sheet(read_sheet(path), plan.label)
    if not len(sheet.places):
        raise RecipeError(f"{path} has a header row and no examples, expected one row for each.")
    if len(sheet.places) == 1:
        raise RecipeError(f"{sheet.place(0)}: the only example, expected two or more, of different classes.")
    if len(sheet.columns) < 2:
        raise RecipeError(f"{path}, {sheet.unit} 1: one column ({sheet.names[0]!r}), expected features and a label.")
    labels = label_columns(sheet, plan)
    labelled = sheet.rows(~np.any([sheet.columns[i].gaps for i in labels], axis=0))
    if not len(labelled.places):
        called = " or ".join(repr(sheet.names[i]) for i in labels)
        raise RecipeError(f"{path}: the label ({called}) is missing in every row, expected a {plan.target}.")
    ignored = _ignored(sheet, plan.ignore)
    others = [i for i in range(len(sheet.names)) if i not in labels and i not in ignored]
    used, left_out, shape = _inputs(labelled, others, plan)
    left_out = [LeftOut(sheet.names[i], "the lesson ignores it") for i in sorted(ignored)] + left_out
    gaps = np.any([column.gaps for column in used], axis=0)
    kept = ~gaps if plan.gaps == "drop" else np.ones(len(gaps), dtype=bool)
    if not kept.any():
        worst = max(used, key=lambda column: int(column.gaps.sum()))
        raise RecipeError(
            f"{path}: every row has a gap, {worst.name!r} has {int(worst.gaps.sum()):,} of them; fill them with "
            f"gaps = 'mean', or leave columns out with ignore = [{worst.name!r}]."
        )
    x = np.hstack([column.inputs for column in used])[kept]
    said = Understood(
        sheet.form,
        len(sheet.places),
        "; ".join(f"{sheet.names[i]}, column {i + 1}" for i in labels),
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
        return Rows(str(path), x, *nothing, shape, features, said, numbers=numbers, y=np.column_stack(y)[kept])
    names = labelled.columns[labels[0]].rows(kept)
    classes = named([plain_whole(names[row]) for row in range(len(names))])
    _check_classes(sheet, labels[0], classes[1])
    return Rows(str(path), x, *classes, shape, features, said)


def label_columns(sheet: Sheet, plan: DataSection) -> list[int]:
    """Find the columns of what is learned: the label's, or of up to three numbers, with commas between their names.

    Raises
    ------
    RecipeError
        If there is none of such a name, or one twice, or too many.
    """
    if plan.target == "class" or plan.label in sheet.names:
        return [label_column(sheet, plan.label)]
    found = [label_column(sheet, name.strip()) for name in plan.label.split(",")]
    if len(found) > MOST_NUMBERS or len(set(found)) < len(found):
        raise RecipeError(
            f"data.label = {plan.label!r}: {len(found)} columns, expected one to {MOST_NUMBERS} different ones, "
            "with commas between them."
        )
    return found


def label_column(sheet: Sheet, label: str) -> int:
    """Find the label's column; raises RecipeError if there is none of that name."""
    if label:
        return column_called(sheet, label, "label")
    # MNIST as a table begins with the label, and its last pixel is always black
    called = {name.lower(): i for i, name in enumerate(sheet.names)}
    first, *_, last = range(len(sheet.names))
    alike = len(sheet.columns[last].words) < 2 and sheet.names[last] == f"column {last + 1}"
    return next((called[name] for name in LABELS if name in called), first if alike else last)


def _check_classes(sheet: Sheet, label: int, classes: tuple[str, ...]) -> None:
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


def _ignored(sheet: Sheet, patterns: Iterable[str]) -> set[int]:
    """Find the columns that a lesson leaves out, by name, number, or a name with * for any letters."""
    found: set[int] = set()
    for pattern in patterns:
        alike = {i for i, name in enumerate(sheet.names) if "*" in pattern and fnmatchcase(name, pattern)}
        found |= alike or {column_called(sheet, pattern, "ignore")}
    return found


def _inputs(
    sheet: Sheet, columns: list[int], plan: DataSection
) -> tuple[list[Used], list[LeftOut], tuple[int, int] | None]:
    """Decide what the columns are: pixels all together, or each by itself."""
    pixels = _pixels(sheet, columns, plan)
    if pixels is not None:
        return pixels
    decided = [understood(sheet, i) for i in columns]
    used = [column for column in decided if isinstance(column, Used)]
    left_out = [column for column in decided if isinstance(column, LeftOut)]
    if not used:
        why = "; ".join(f"{column.name}: {column.why}" for column in left_out[:3])
        raise RecipeError(f"{sheet.where} has no column to learn from{f' ({why})' if why else ''}, expected features.")
    inputs = sum(column.inputs.shape[1] for column in used)
    if inputs > MOST_INPUTS:
        raise RecipeError(
            f"{sheet.where} makes {inputs:,} inputs of {len(used):,} columns, expected at most {MOST_INPUTS:,}; leave "
            f"columns out with ignore = [{used[-1].name!r}, ...], where a * stands for any letters."
        )
    return used, left_out, None


def _pixels(
    sheet: Sheet, columns: list[int], plan: DataSection
) -> tuple[list[Used], list[LeftOut], tuple[int, int] | None] | None:
    """Take the columns for pixels if the lesson says so, or they look it: None if they do not.

    They look it if those whose names differ only in their numbers (all of them, in a table without names) are a
    square of 8x8 or more, hold 0..1, 0..16 or 0..255 alone, and all the others would be left out.
    """
    groups: dict[str, list[int]] = {}
    for i in columns:
        groups.setdefault(re.sub(r"\d+", "#", sheet.names[i]), []).append(i)
    alike = max(groups.values(), key=len, default=[])
    if plan.image:
        numeric = [i for i in columns if mark_of(sheet.columns[i].words)]
        h, w = plan.image
        chosen = next((some for some in (alike, numeric) if len(some) == h * w), None)
        if chosen is None:
            raise RecipeError(
                f"data.image = [{h}, {w}]: {sheet.where} has {len(numeric)} columns of numbers beside the label, "
                f"expected {h * w} pixels; others are left out with ignore = [...]."
            )
        shape: tuple[int, int] | None = (h, w)
    else:
        chosen, shape = alike, square_of(len(alike))
    if shape is None or not all(mark_of(sheet.columns[i].words) for i in chosen):
        return None
    x = np.column_stack([numbers_of(sheet, i) for i in chosen])
    if not plan.image and top_of(x) is None:
        return None
    others = [understood(sheet, i) for i in columns if i not in set(chosen)]
    if not plan.image and any(isinstance(column, Used) for column in others):
        return None
    rest = [LeftOut(c.name, "it is no pixel") if isinstance(c, Used) else c for c in others]
    gaps = np.any([sheet.columns[i].gaps for i in chosen], axis=0)
    return [Used("pixels", x, (), f"images of {shape[0]}x{shape[1]}", gaps)], rest, shape
