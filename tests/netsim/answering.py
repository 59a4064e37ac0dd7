"""Small data that a single output answers for, or outputs that are numbers, for tests of both."""

from __future__ import annotations

import numpy as np

from netsim.data.datasets import Dataset
from netsim.recipe.recipe import Recipe
from netsim.trace.features import Feature

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
INPUTS = tuple(Feature(name) for name in ("x_0", "x_1"))
HOUSES = (Feature("area", 20.0, 280.0, decimals=0), Feature("rooms", 1.0, 7.0, decimals=0))
HOUSES += (Feature("age", 0.0, 90.0, decimals=0), Feature("garden", kind="choice", decimals=0))
WORTH = (Feature("price", 90.0, 710.0, decimals=0), Feature("heating", 0.4, 5.2, decimals=1))


def four_rows() -> Dataset:
    """The exclusive or: four rows to learn from, nothing held out."""
    nothing = CORNERS[:0], np.zeros(0, np.int64)
    return Dataset("xor", CORNERS, np.array([0, 1, 1, 0]), *nothing, ("0", "1"), features=INPUTS)


def houses(unseen: int = 8) -> Dataset:
    """Two numbers of a house by four of its features, all scaled to 0..1."""
    rng = np.random.default_rng(3)
    x = rng.uniform(size=(48, 4))
    x[:, 3] = x[:, 3] > 0.5
    y = np.column_stack([0.7 * x[:, 0] + 0.2 * x[:, 1] * (1 - x[:, 2]) + 0.1 * x[:, 3], 0.5 * x[:, 0] + 0.5 * x[:, 2]])
    none = np.zeros(40 + 8 - unseen, np.int64)
    return Dataset(
        *("houses", x[unseen:], none, x[:unseen], none[:unseen], ()),
        features=HOUSES,
        numbers=WORTH,
        y=y[unseen:],
        y_unseen=y[:unseen],
    )


def recipe(epochs: int = 1, eta: float = 0.5, **network: object) -> Recipe:
    """A short run in mini-batches of five."""
    return Recipe.from_dict({"network": network, "training": {"epochs": epochs, "eta": eta}})
