"""Examples that pass through a network that stands, one after the other, in the place of its star."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Animation, AnimationGroup, LaggedStart

from netsim import Reading
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.neuron import Column
from scenes.parts.selection import wider
from scenes.parts.standing_network import StandingNetwork

APART = 1 / 2  # of the time that light takes along the edges into a layer: when it sets out into the next


class Visitors:
    """What a network shows while examples visit it: dark and bright are such that all of them have room.

    Parameters
    ----------
    hero
        The network.
    shown
        All that visitors give in each layer, from the input on.
    star
        What the star gives there; by default before the training.
    """

    def __init__(
        self, hero: StandingNetwork, shown: Sequence[np.ndarray], star: Sequence[Reading] | None = None
    ) -> None:
        self.hero, self.star = hero, list(star or hero.network.activations)
        self._spans = [_span(hero.network.layer(l)) for l in range(hero.L + 1)]
        self._wider = [wider(span, values) for span, values in zip(self._spans, shown, strict=True)]

    def take_in(self, example: Reading) -> None:
        """Let the input be an example, (n_0,)."""
        self.hero.network.set_spans(self._wider).show_activations([example])

    def show(self, given: Sequence[Reading]) -> None:
        """Let the network show at once what an example gives in each layer from 1 on."""
        for l, a in enumerate(given, 1):
            self.hero.column(l).set_readings(a)

    def pass_through(self, given: Sequence[Reading]) -> Animation:
        """Return the animation that lets light run through the network, and light it with what an example gives."""
        hero = self.hero
        layers = [
            AnimationGroup(hero.edges(l).pass_forward(), *hero.column(l).light(a)) for l, a in enumerate(given, 1)
        ]
        return LaggedStart(*layers, lag_ratio=APART)

    def take_the_star(self) -> None:
        """Let the input be the star again, and dark and bright what they were."""
        self.hero.network.set_spans(self._spans).show_activations(self.star[:1])

    def pass_the_star(self) -> Animation:
        """Return the animation in which it runs through the network."""
        return self.pass_through(self.star[1:])


def _span(layer: InputImage | Column) -> tuple[float, float]:
    """Return what goes from dark to bright in a layer."""
    return (layer if isinstance(layer, InputImage) else layer.neuron(layer.indices[0])).span
