"""A run with unseen examples, for the exhibits that ask the trained network about them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from netsim import Network
from netsim.exhibits.run import Run
from netsim.recipe.training import TrainingSection
from netsim.training import train
from tests.netsim.exhibits.exhibited import KINDS, random_data, random_run

SIZES = (6, 7, 4)


def one_by_one(network: Network, x: np.ndarray) -> np.ndarray:
    """Give the outputs for x, each example alone."""
    return np.array([network.forward(one).a[network.L][0] for one in x])


def run_with(kind: tuple[str, str, str] = KINDS[0], unseen: int = 150, seed: int = 0) -> Run:
    """Make a random network that is trained a little, and so many unseen examples."""
    run = random_run(SIZES, kind, many=60, seed=seed)
    new = random_data(np.random.default_rng(seed + 1), SIZES[0], SIZES[-1], unseen)
    data = replace(run.data, x_unseen=new.x, label_unseen=new.label)
    steps = train(run.network, data.x, run.targets, TrainingSection(epochs=5, eta=0.1))
    return replace(run, data=data, moments=list(steps))
