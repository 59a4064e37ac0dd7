"""Finds the data that a recipe names."""

from __future__ import annotations

import numpy as np

from netsim.datasets import Dataset
from netsim.digits import load_digits
from netsim.recipe import DataSection


def load_dataset(plan: DataSection) -> Dataset:
    """The data of a recipe's [data] section, split by its seed."""
    rng = np.random.default_rng(plan.seed)
    return load_digits(plan.unseen or 297, rng)
