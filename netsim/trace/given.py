"""What is plainly given of a run, before it as after it: how large the network is, and what it learns from and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Given:
    """Plain facts of a run, by which scenes know whether they can tell of it.

    Attributes
    ----------
    sizes
        Layer sizes n_0, n_1, ..., n_L.
    classes
        How many classes the outputs answer with; 0 where outputs are numbers.
    unseen
        How many examples were held out; of an old trace, which does not say it, 1 if there were any.
    updates
        How many updates the whole run makes.
    rule
        By which rule each is made: "sgd", "momentum", "adam"; "unknown" of a run that was made elsewhere.
    elsewhere
        Whether another program made the run, so that nothing can be trained just as it was.
    """

    sizes: tuple[int, ...]
    classes: int
    unseen: int
    updates: int
    rule: str
    elsewhere: bool = False


def rule_of(training: Mapping[str, Any]) -> str:
    """Name the update rule of a recipe's [training]."""
    return "momentum" if training.get("momentum") else "sgd"
