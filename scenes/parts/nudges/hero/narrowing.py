"""Wishes that go into their neurons and come out at the other side narrowed: as effects on the weighted sums."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

import numpy as np
from manim import Animation, Scene, linear

from netsim import Reading
from scenes.camera.fading import FadeOut
from scenes.camera.in_place import InPlace
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import BEFORE, GONE, Comets
from scenes.parts.asking import HEAD
from scenes.parts.nudges.hero.protagonist import Protagonist

LARGEST = 2 / 3  # radius of a bead at most, as a share of the room from output to output, where it goes alone
STOPS = 3 / 4  # of its way out of the neuron: there a bead stays


class Narrowing(InPlace):
    """Let the wishes of some outputs go into their neurons, all at once, and what their curves let through come out.

    What comes out stays before the neurons, over the edges: the beads' areas are the values, before and after.

    Parameters
    ----------
    hero
        The network; the wishes come from the column of their arrows.
    voices
        The outputs.
    wishes, effects
        What goes in and what comes out, (n_L,).
    scale
        Radius of a bead; areas are in proportion.
    """

    def __init__(
        self, hero: Protagonist, voices: Sequence[int], wishes: Reading, effects: Reading, scale: Scale, **kwargs: Any
    ) -> None:
        self.hero, theme, far = hero, hero.theme, hero.table["arrow"].x
        self.before, self.after = [], []
        for j in voices:
            neuron = hero.network.neuron(hero.L, j)
            left, right = neuron.get_left(), neuron.get_right()
            out = left - (2 * gap.large, 0, 0)
            self.before.append(Comets(wishes.take([j]), np.array([far, neuron.get_y(), 0]), right[None], scale, theme))
            self.after.append(Comets(effects.take([j]), left, out[None], scale, theme))
        super().__init__(hero, rate_func=linear, **kwargs)

    def _setup_scene(self, scene: Scene) -> None:
        """Let the beads stand over the edges and under the neurons."""
        self.hero.over_the_edges(*self.before, *self.after)
        scene.add(self.hero)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Leave what came out."""
        self.interpolate_mobject(1)
        self.hero.network.remove(*self.before)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show a moment: on the way in, or on the way out."""
        for comets in self.before:
            comets.at = 2 * alpha if alpha < 1 / 2 else GONE
        for comets in self.after:
            comets.at = BEFORE if alpha < 1 / 2 else STOPS * (2 * alpha - 1)

    def take_away(self) -> Animation:
        """Return the animation that takes away what came out."""
        self.hero.network.remove(*self.after)
        return FadeOut(*self.after)


def beads(hero: Protagonist, wishes: Reading) -> Scale:
    """Return the scale of beads that go into all the outputs at once."""
    return Scale.fit([wishes], HEAD * hero.outputs.pitch)


def bead_alone(hero: Protagonist, wish: Reading, heads: Scale) -> Scale:
    """Return the scale of a bead that goes into one output: that of the comets that come of it, if it has room."""
    size = Scale.fit([wish], 1).source
    radius = heads.length * sqrt(float(size) / heads.longest)
    return Scale(size, min(radius, LARGEST * hero.outputs.pitch) or 1)
