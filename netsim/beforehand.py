"""What is found out before a training: what is given, whether there is what it asks for, how long it will take."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from netsim.anatomy.worked_rates import rates_as_planned
from netsim.data.answering import answering, outline_answering
from netsim.data.datasets import Dataset, Outline
from netsim.recipe.recipe import Recipe
from netsim.recipe.section import RecipeError
from netsim.recipe.training import TrainingSection
from netsim.trace.given import Given, rule_of
from netsim.training import batch_size, updates_per_epoch
from netsim.untrained import sizes_of
from netsim.weight_names import weight_in

#: What an update takes on a common processor of 2020, one core, in seconds: for each layer, for each weight, and
#: for each weight and example; measured from 2-3-2 to 784-1000-1000-10, where they are right to about a factor 3.
LAYER, WEIGHT, SUM = 35e-6, 15e-9, 0.5e-9
#: A run that is to take longer than this, in seconds, is asked about.
LONGEST = 3600.0
SHORTER = "take fewer epochs or a smaller network."


def given_of(recipe: Recipe, data: Dataset | Outline) -> Given:
    """Say what will plainly be given of a run, which its trace says too.

    Raises
    ------
    RecipeError
        If the network cannot answer for the data.
    """
    plan = recipe.training
    if isinstance(data, Outline):
        of = outline_answering(data, recipe.network)
    else:
        of = answering(data, recipe.network).outline
    return Given(
        sizes=tuple(sizes_of(recipe, of)),
        classes=of.classes,
        unseen=of.unseen,
        updates=updates_per_epoch(plan, of.seen) * plan.epochs,
        rule=rule_of(plan.model_dump()),
        drawn=not recipe.network.weights,
        dealt=batch_size(plan, of.seen) < of.seen,
        rates=len(rates_as_planned(recipe.worked, recipe.network.cost)["eta"]),
    )


def check_weight(recipe: Recipe, data: Dataset) -> None:
    """Find out whether there is the weight that is to be taken apart; raises RecipeError."""
    if recipe.record.weight:
        try:
            weight_in(recipe.record.weight, sizes_of(recipe, data))
        except ValueError as error:
            raise RecipeError(f"record.weight = {error}.") from None


def check_shift(recipe: Recipe, data: Dataset) -> None:
    """Find out whether there are images to move, large enough to stay in sight; raises RecipeError."""
    shift, shape = recipe.training.shift, data.image_shape
    if shift and shape is None:
        raise RecipeError(f"training.shift = {shift}: {data.name} has no images that can be moved, expected 0.")
    if shape is not None and shift >= min(shape):
        raise RecipeError(
            f"training.shift = {shift}: the images of {data.name} have {shape[0]}x{shape[1]} pixels, "
            f"expected 0 to {min(shape) - 1}."
        )


def check_length(recipe: Recipe, data: Dataset, longest: float | None) -> None:
    """Find out whether a training would take longer than so many seconds; raises RecipeError, which says how long."""
    plan, examples = recipe.training, len(data.x)
    seconds = seconds_of(plan, sizes_of(recipe, data), examples)
    if longest is not None and seconds > longest:
        raise RecipeError(
            f"training.epochs = {plan.epochs}: to train on {examples:,} examples so many times would take about "
            f"{in_words(seconds)}, expected at most {in_words(longest)}; {SHORTER}"
        )


def seconds_of(plan: TrainingSection, sizes: Sequence[int], examples: int) -> float:
    """Estimate how long a training takes, in seconds: updates x (layers, weights, and weights x batch), as measured."""
    updates = updates_per_epoch(plan, examples) * plan.epochs
    weights = sum(n * m for n, m in pairwise(sizes))
    return updates * (LAYER * (len(sizes) - 1) + WEIGHT * weights) + SUM * weights * examples * plan.epochs


def in_words(seconds: float) -> str:
    """Say a long time in its largest unit: 3 hours."""
    for unit, length in (("year", 365 * 86400.0), ("day", 86400.0), ("hour", 3600.0), ("minute", 60.0)):
        if seconds >= length:
            count = round(seconds / length)
            return f"{count:,} {unit}{'' if count == 1 else 's'}"
    return "less than a minute"
