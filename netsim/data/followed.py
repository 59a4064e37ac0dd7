"""What is kept of a run: which examples are followed through it, and which of its moments are recorded."""

from __future__ import annotations

from netsim.data.datasets import Dataset
from netsim.recipe.recipe import Recipe
from netsim.recipe.section import RecipeError


def followed_examples(recipe: Recipe, data: Dataset) -> list[int]:
    """Find the training examples that the recipe follows, as indices; the first is the star.

    Raises
    ------
    RecipeError
        If the data lacks a label, or has not so many examples of it.
    """
    pick = recipe.record.pick
    if data.numbers:
        return [_followed_number(recipe, data)]
    labels = recipe.record.follow or (("2",) if "2" in data.classes else data.answers.names[:1])
    found = []
    for label in labels:
        if label not in data.classes:
            raise RecipeError(
                f"record.follow = {label!r}: {data.name} has no such label, expected {', '.join(data.classes)}."
            )
        places = data.most_typical(data.classes.index(label))
        if pick >= len(places):
            raise RecipeError(
                f"record.pick = {pick}: {data.name} has {len(places)} training examples of {label!r}, "
                + (f"expected 0 to {len(places) - 1}." if len(places) else "so that none can be followed.")
            )
        found.append(int(places[pick]))
    return found


def _followed_number(recipe: Recipe, data: Dataset) -> int:
    """Find the training example that is followed where answers are numbers."""
    if recipe.record.follow:
        raise RecipeError(
            f"record.follow = {recipe.record.follow[0]!r}: {data.name} has numbers and no labels; leave it out, "
            "and choose the example with pick in [record]."
        )
    places = data.most_typical(0)
    if recipe.record.pick >= len(places):
        raise RecipeError(
            f"record.pick = {recipe.record.pick}: {data.name} has {len(places)} training examples, "
            f"expected 0 to {len(places) - 1}."
        )
    return int(places[recipe.record.pick])


def recorded_steps(recipe: Recipe, last: int) -> list[int]:
    """List the update counts to record, ascending: those of the recipe, or 0, 1, 2, 5, 10, ...; and the last.

    Raises
    ------
    RecipeError
        If a step lies beyond the run.
    """
    asked = set(recipe.record.steps)
    if asked and max(asked) > last:
        raise RecipeError(f"record.steps = {max(asked)}: the run has {last} updates, expected 0 to {last}.")
    if not asked:
        asked = {0} | {m * 10**p for p in range(len(str(last))) for m in (1, 2, 5) if m * 10**p <= last}
    return sorted(asked | {last})
