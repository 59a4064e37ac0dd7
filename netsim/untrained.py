"""The network that a recipe begins with."""

from __future__ import annotations

import numpy as np

from netsim.data.datasets import Dataset, Outline
from netsim.network import Network
from netsim.recipe.recipe import Recipe


def untrained(recipe: Recipe, data: Dataset) -> Network:
    """Draw the network that a recipe trains on its data, before the first update."""
    plan = recipe.network
    rng = np.random.default_rng(plan.seed)
    return Network.init(sizes_of(recipe, data), rng, plan.activation, plan.output, plan.cost, plan.init)


def sizes_of(recipe: Recipe, data: Dataset | Outline) -> list[int]:
    """List the layer sizes of a recipe's network: as many inputs and outputs as the data ask for."""
    of = data if isinstance(data, Outline) else data.outline
    return [of.inputs, *recipe.network.hidden, of.classes]
