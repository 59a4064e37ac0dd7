"""What travels back along the edges of a standing network: what a neuron asks of those before it, as comets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import Scene, linear

from netsim import Reading
from scenes.camera.in_place import InPlace
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import BEFORE, Comets
from scenes.parts.standing_network import StandingNetwork

HEAD = 2 / 5  # radius of the largest comet's head, as a share of the room from neuron to neuron


def comets_from(hero: StandingNetwork, l: int, j: int, asked: Reading, heads: Scale, of: Sequence[int] = ()) -> Comets:
    """Return what neuron j of layer l asks of the layer before it, (n_{l-1},), on its way: of all, or of some.

    One that is not drawn asks from the line that says how many are not.
    """
    column, here, edges = hero.column(l), hero.column(l - 1).indices, hero.edges(l)
    if j in column.indices:
        start = edges.end_points(column.indices.index(j), 0)[1]
    else:
        assert column.more is not None
        start = column.more.get_left()
    asked_of = list(of or here)
    ends = np.array([edges.end_points(0, here.index(k))[0] for k in asked_of])
    return Comets(asked.take(asked_of), start, ends, heads, hero.theme)


def heads_of(hero: StandingNetwork, l: int, table: Reading) -> Scale:
    """Return the scale of the comets that travel to a layer."""
    return Scale.fit([table], HEAD * hero.column(l).pitch)


class OnTheWay(InPlace):
    """Let comets travel along the edges of a standing network, one neuron's after the other's.

    While it plays they are parts of the network, over its edges and under its neurons.

    Parameters
    ----------
    hero
        The network.
    comets
        Those of each neuron that asks, in the order in which they set out.
    way, between
        Seconds on the way, and from one neuron to the next: so long each is added at its end, too.

    Attributes
    ----------
    duration
        Seconds until all have been added.
    """

    def __init__(
        self, hero: StandingNetwork, comets: Sequence[Comets], *, way: float, between: float, **kwargs: Any
    ) -> None:
        self.hero, self.comets, self.way, self.between = hero, list(comets), way, between
        self.duration = way + len(self.comets) * between
        super().__init__(hero, run_time=self.duration, rate_func=linear, **kwargs)

    def _setup_scene(self, scene: Scene) -> None:
        """Let the comets stand on the edges; the network stands on the scene."""
        self.hero.over_the_edges(*self.comets)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Take the comets away."""
        self.interpolate_mobject(1)
        self.hero.network.remove(*self.comets)
        for comets in self.comets:
            comets.at = BEFORE

    def travel(self, alpha: float) -> list[float]:
        """Let all comets be where they are at a share of the time; return the share of its way that each has gone."""
        time = alpha * self.duration
        gone = [(time - i * self.between) / self.way for i in range(len(self.comets))]
        for comets, at in zip(self.comets, gone, strict=True):
            comets.at = at
        return gone
