"""The network that a recipe begins with: drawn, or brought from elsewhere."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from netsim.data.datasets import Dataset, Outline
from netsim.network import Network
from netsim.recipe.recipe import Recipe
from netsim.weights.brought import Brought, brought


def with_weights(recipe: Recipe, beside: Path | None = None) -> Recipe:
    """Give a recipe with what the file of its weights says of the network: its hidden layers and functions.

    Raises
    ------
    RecipeError
        If it names a file of which no network can be made; see `brought`.
    """
    if not recipe.network.weights:
        return recipe
    return recipe.model_copy(update={"network": brought(recipe.network, beside).plan})


def brought_for(recipe: Recipe, data: Dataset, beside: Path | None = None) -> Brought | None:
    """Read the network that a recipe brings to its data from elsewhere; None where it is drawn."""
    first, *_, last = sizes_of(recipe, data)
    return brought(recipe.network, beside, first, last) if recipe.network.weights else None


def untrained(recipe: Recipe, data: Dataset) -> Network:
    """Draw a network as a recipe says: what it trains on its data, before the first update, or a fresh one beside."""
    plan = recipe.network
    rng = np.random.default_rng(plan.seed)
    return Network.init(sizes_of(recipe, data), rng, plan.activation, plan.output, plan.cost, plan.init)


def sizes_of(recipe: Recipe, data: Dataset | Outline) -> list[int]:
    """List the layer sizes of a recipe's network: as many inputs and outputs as the data ask for."""
    of = data if isinstance(data, Outline) else data.outline
    return [of.inputs, *recipe.network.hidden, of.outputs]
