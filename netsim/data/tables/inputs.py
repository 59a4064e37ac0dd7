"""Decides what a table's columns beside the label are: pixels all together, or inputs each by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

import numpy as np

from netsim.data.own import MOST_INPUTS
from netsim.data.pixels import are_pixels, square_of
from netsim.data.tables.header import column_called
from netsim.data.tables.kinds import LeftOut, Used, numbers_of, understood
from netsim.data.tables.numbers import mark_of
from netsim.data.tables.sheet import Sheet
from netsim.recipe.data import DataSection
from netsim.recipe.section import RecipeError

#: What is learned from, what is not, and the shape of an image if all together is one.
Inputs = tuple[list[Used], list[LeftOut], tuple[int, int] | None]


def inputs_of(sheet: Sheet, labels: list[int], plan: DataSection) -> Inputs:
    """Decide what the columns beside those of the label are.

    Raises
    ------
    RecipeError
        If there is none to learn from, or too many, or one that a lesson ignores is not there.
    """
    ignored = sorted(_ignored(sheet, plan.ignore) - set(labels))
    others = [i for i in range(len(sheet.names)) if i not in labels and i not in ignored]
    used, left_out, shape = _pixels(sheet, others, plan) or _each(sheet, others)
    return used, [LeftOut(sheet.names[i], "the lesson ignores it") for i in ignored] + left_out, shape


def _ignored(sheet: Sheet, patterns: Iterable[str]) -> set[int]:
    """Find the columns that a lesson leaves out, by name, number, or a name with * for any letters."""
    found: set[int] = set()
    for pattern in patterns:
        alike = {i for i, name in enumerate(sheet.names) if "*" in pattern and fnmatchcase(name, pattern)}
        found |= alike or {column_called(sheet, pattern, "ignore")}
    return found


def _each(sheet: Sheet, columns: list[int]) -> Inputs:
    """Decide what each column is by itself."""
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


def _pixels(sheet: Sheet, columns: list[int], plan: DataSection) -> Inputs | None:
    """Take the columns for pixels if the lesson says so, or they look it: None if they do not.

    They look it if those whose names differ only in their numbers (all of them, in a table without names) are a
    square of 8x8 or more, hold 0..1, 0..16 or 0..255 alone and somewhere a 0, and all the others would be left out.
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
    if not plan.image and not are_pixels(x):
        return None
    others = [understood(sheet, i) for i in columns if i not in set(chosen)]
    if not plan.image and any(isinstance(column, Used) for column in others):
        return None
    rest = [LeftOut(c.name, "it is no pixel") if isinstance(c, Used) else c for c in others]
    gaps = np.any([sheet.columns[i].gaps for i in chosen], axis=0)
    return [Used("pixels", x, (), f"images of {shape[0]}x{shape[1]}", gaps)], rest, shape
