"""Finds the data that a recipe names."""

from __future__ import annotations

import numpy as np

from netsim.datasets import Dataset
from netsim.digits import COUNT, load_digits
from netsim.mnist import load_mnist
from netsim.recipe import DataSection, RecipeError
from netsim.toys import load_spiral, load_xor

#: How many examples are held out if the recipe does not say; of MNIST, all that are meant for it.
UNSEEN = {"digits": 297, "xor": 100, "spiral": 300}

#: The most that can be asked of a toy set, which is drawn and not stored.
MOST_UNSEEN = {"digits": COUNT - 1, "xor": 100_000, "spiral": 100_000}


def load_dataset(plan: DataSection) -> Dataset:
    """Load the data of a recipe's [data] section; its seed draws what is held out, or the toy examples.

    Raises
    ------
    RecipeError
        If files are missing or damaged, or more examples are to be held out than there are.
    """
    if plan.name == "mnist":
        return load_mnist(plan.folder, plan.unseen)
    unseen = plan.unseen or UNSEEN[plan.name]
    if unseen > MOST_UNSEEN[plan.name]:
        raise RecipeError(f"data.unseen = {unseen}: too many for {plan.name}, expected 1 to {MOST_UNSEEN[plan.name]}.")
    loaders = {"digits": load_digits, "xor": load_xor, "spiral": load_spiral}
    return loaders[plan.name](unseen, np.random.default_rng(plan.seed))
