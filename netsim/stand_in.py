"""A stand-in: a run of the same network on a few examples and updates, whose pictures have the same layout.

It has the recipe's sizes, functions, classes and exhibits, and numbers that mean nothing. It takes a second or a few,
so that scenes can be looked at before anything is trained.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from netsim.data.datasets import Dataset
from netsim.data.followed import followed_examples, recorded_steps
from netsim.recipe.recipe import Recipe
from netsim.record import record
from netsim.trace.trace import Trace
from netsim.training import updates_per_epoch

#: So many examples are learned from, and held out, at most; and so many updates are made, or a few more.
EXAMPLES, UNSEEN, UPDATES = 200, 100, 40


def record_stand_in(
    recipe: Recipe, data: Dataset, beside: Path | None = None, exhibits: Iterable[str] | None = None
) -> Trace:
    """Record a stand-in for the run of a recipe; the parameters are those of `record`.

    Raises
    ------
    RecipeError
        If the recipe asks for something that the data or the whole run does not have.
    """
    recorded_steps(recipe, updates_per_epoch(recipe.training, len(data.x)) * recipe.training.epochs)
    few = _few(data, followed_examples(recipe, data))
    return record(_shortened(recipe, few), few, None, beside, exhibits)


def _few(data: Dataset, followed: list[int]) -> Dataset:
    """Return some of the examples: those that are followed, one of each class, and the first ones."""
    firsts = np.unique(data.label, return_index=True)[1]
    rows = np.sort(
        list(dict.fromkeys([*followed, *firsts, *range(len(data.x))]))[: max(EXAMPLES, len(firsts) + len(followed))]
    )
    seen, unseen = (None if y is None else y[part] for y, part in ((data.y, rows), (data.y_unseen, slice(UNSEEN))))
    return replace(
        data,
        x=data.x[rows],
        label=data.label[rows],
        y=seen,
        x_unseen=data.x_unseen[:UNSEEN],
        label_unseen=data.label_unseen[:UNSEEN],
        y_unseen=unseen,
    )


def _shortened(recipe: Recipe, data: Dataset) -> Recipe:
    """Return the recipe of a run with few updates, whose recorded steps are as far apart, as parts of the run."""
    training, kept = recipe.training, recipe.record
    each = updates_per_epoch(training, len(data.x))
    epochs = min(training.epochs, -(-UPDATES // each))
    last, longest = each * epochs, max(kept.steps, default=0)
    if longest > last:
        steps = tuple(dict.fromkeys(max(1, step * last // longest) if step else 0 for step in kept.steps))
        kept = kept.model_copy(update={"steps": steps})
    kept = kept.model_copy(update={"pick": 0})
    return recipe.model_copy(update={"training": training.model_copy(update={"epochs": epochs}), "record": kept})
