"""Exhibits that listen to a run while it trains: what is between the recorded steps is gone when it is over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence, Set
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
    kept
        Of a run that was made elsewhere: the update counts at which its network was kept, ascending.
    """

    recipe: Recipe
    data: Dataset
    star: int
    sizes: list[int]
    kept: Sequence[int] = ()

    @property
    def updates(self) -> int:
        """How many updates the run will make."""
        plan = self.recipe.training
        return updates_per_epoch(plan, len(self.data.x)) * plan.epochs

    @property
    def moments(self) -> np.ndarray:
        """The update counts that are noted, ascending: of what was kept of a run elsewhere, all or evenly some."""
        if not self.kept:
            return moments(self.updates)
        places = np.linspace(0, len(self.kept) - 1, min(len(self.kept), MOMENTS)).round().astype(int)
        kept: np.ndarray = np.array(self.kept)[places]
        return kept


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
    """What listeners, by the names of their exhibits, note of a run: one note for each moment; and which these are."""

    def __init__(self, listeners: Mapping[str, Listener]) -> None:
        self._by_moment: dict[int, list[str]] = {}
        for name, listener in listeners.items():
            for moment in listener.moments:
                self._by_moment.setdefault(moment, []).append(name)
        self._listeners = listeners
        self.taken: dict[str, list[Any]] = {name: [] for name in listeners}
        self.heard: dict[str, list[int]] = {name: [] for name in listeners}

    @property
    def moments(self) -> Set[int]:
        """At which update counts anybody listens."""
        return self._by_moment.keys()

    def take(self, step: Step) -> None:
        """Let those note a step who listen to it."""
        for name in self._by_moment.get(step.number, ()):
            self.heard[name].append(step.number)
            with np.errstate(over="ignore", invalid="ignore"):  # a run may diverge; that is for its reader to judge
                self.taken[name].append(self._listeners[name].note(step))
