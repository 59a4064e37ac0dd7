"""The network that a recipe begins with."""

from __future__ import annotations

import numpy as np

from netsim.data.datasets import Dataset
from netsim.network import Network
from netsim.recipe.recipe import Recipe


def untrained(recipe: Recipe, data: Dataset) -> Network:
    """Draw the network that a recipe trains on its data, before the first update."""
    plan = recipe.network
    rng = np.random.default_rng(plan.seed)
    return Network.init(sizes_of(recipe, data), rng, plan.activation, plan.output, plan.cost, plan.init)


def sizes_of(recipe: Recipe, data: Dataset) -> list[int]:
    """List the layer sizes of a recipe's network: as many inputs and outputs as the data ask for."""
    return [data.x.shape[1], *recipe.network.hidden, len(data.classes)]
