"""Exhibits that listen to a run while it trains: what is between the recorded steps is gone when it is over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from netsim.data.datasets import Dataset
from netsim.recipe.recipe import Recipe
from netsim.training import Step, updates_per_epoch

#: The most moments of a run that are noted, where it is to be seen as it goes on.
MOMENTS = 600


def moments(updates: int) -> np.ndarray:
    """List the update counts that are noted, ascending: the i-th at updates (i / 599)^2, each but once."""
    return np.unique(np.rint(updates * np.linspace(0, 1, MOMENTS) ** 2).astype(int))


@dataclass(frozen=True)
class Ahead:
    """A training run that is about to begin.

    Attributes
    ----------
    recipe
        What is trained and kept.
    data
        The training examples, data.x (N, n_0), and the unseen ones.
    star
        The first followed example, as an index into data.x.
    sizes
        The network's layer sizes n_0, n_1, ..., n_L.
    """

    recipe: Recipe
    data: Dataset
    star: int
    sizes: list[int]

    @property
    def updates(self) -> int:
        """How many updates the run will make."""
        plan = self.recipe.training
        return updates_per_epoch(plan, len(self.data.x)) * plan.epochs


@dataclass(frozen=True)
class Listener:
    """What an exhibit notes of a run while it trains, for its `recorded` to find in `run.notes`.

    Attributes
    ----------
    moments
        At which update counts it listens.
    note
        What it notes of such a step; called in the order of the run.
    """

    moments: Collection[int]
    note: Callable[[Step], Any]


class Notes:
    """What listeners, by the names of their exhibits, note of a run: one note for each moment."""

    def __init__(self, listeners: Mapping[str, Listener]) -> None:
        self._listeners = listeners
        self.taken: dict[str, list[Any]] = {name: [] for name in listeners}

    def take(self, step: Step) -> None:
        """Let those note a step who listen to it."""
        for name, listener in self._listeners.items():
            if step.number in listener.moments:
                with np.errstate(over="ignore", invalid="ignore"):  # a run may diverge; that is for its reader to judge
                    self.taken[name].append(listener.note(step))
