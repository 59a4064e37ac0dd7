"""A training run, as the exhibits see it: its recipe, its data, its recorded moments, and the star."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from netsim.backprop import Backward, backprop
from netsim.data.datasets import Dataset
from netsim.functions import Array
from netsim.measure import Gradient, mean_gradient
from netsim.network import Forward, Network
from netsim.recipe.recipe import Recipe
from netsim.terrain.dial_search import Found, find_dial
from netsim.terrain.survey import surveyed
from netsim.training import Step


@dataclass(frozen=True)
class Run:
    """A training run that is over: what it was, what was recorded of it, and the example that is followed first.

    Attributes
    ----------
    recipe
        What is trained and kept.
    data
        The training examples, data.x (N, n_0), and the unseen ones.
    moments
        The recorded steps.
    star
        The first followed example, the star, as an index into data.x.
    notes, heard
        What exhibits noted while it trained, by their names; and at which update counts.
    elsewhere
        Whether another program made it.
    rule_known
        Whether it is known how its updates were made.
    """

    recipe: Recipe
    data: Dataset
    moments: Sequence[Step]
    star: int
    notes: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    heard: Mapping[str, Sequence[int]] = field(default_factory=dict)
    elsewhere: bool = False
    rule_known: bool = True

    @property
    def first(self) -> Step:
        """The first recorded step."""
        return self.moments[0]

    @property
    def last(self) -> Step:
        """The last recorded step, at which the network is trained."""
        return self.moments[-1]

    @cached_property
    def network(self) -> Network:
        """The network at the first recorded step."""
        return self.first.network.astype("float64")

    @cached_property
    def trained(self) -> Network:
        """The network at the last recorded step."""
        return self.last.network.astype("float64")

    @cached_property
    def targets(self) -> Array:
        """The wanted outputs of all training examples, (N, n_L)."""
        return self.data.targets

    @cached_property
    def x(self) -> Array:
        """The star's input, (n_0,)."""
        x: Array = self.data.x[self.star].astype(np.float64)
        return x

    @cached_property
    def y(self) -> Array:
        """The star's target, (n_L,)."""
        y: Array = self.targets[self.star]
        return y

    @property
    def label(self) -> int:
        """The star's class; 0 where answers are numbers."""
        return int(self.data.label[self.star])

    @property
    def own_output(self) -> int:
        """The output j that the star is about: its class's own; the only one; of numbers the first."""
        return self.data.answers.own_output(self.label)

    @cached_property
    def fwd(self) -> Forward:
        """The star's forward pass; each array (1, n_l)."""
        return self.network.forward(self.x)

    @cached_property
    def back(self) -> Backward:
        """The derivatives of the star's cost."""
        return backprop(self.network, self.fwd, self.y)

    @cached_property
    def gradient(self) -> Gradient:
        """The gradient of the mean cost of all training examples."""
        return mean_gradient(self.network, self.data.x, self.targets)

    @cached_property
    def surveyed(self) -> int:
        """Of how many training examples, from the first on, the cost over the weight space is the mean."""
        return surveyed(self.trained, len(self.data.x))

    @cached_property
    def clearest_dial(self) -> Found:
        """The weight of the trained network along which the cost has the clearest valley, or two of them."""
        many = self.surveyed
        return find_dial(self.trained, self.data.x[:many], self.targets[:many], self.x)
