"""The training as the star's network goes through it: lights and edges at every moment that was recorded."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
from manim import Mobject

from netsim import Reading
from scenes.parts.standing_network import StandingNetwork


class Course:
    """Shows one recorded moment of a run after the other on the network.

    Brightness goes over all that the training brings. The widest edge is always the largest weight of its moment.

    Parameters
    ----------
    hero
        The network.
    of
        The exhibit that has the run: what the star, or another example, lights up at each moment, and weights.

    Attributes
    ----------
    rows
        How many moments there are.
    pictures
        What changes, from the lowest up.
    """

    def __init__(self, hero: StandingNetwork, of: str = "course") -> None:
        self.hero, self.of, trace = hero, of, hero.trace
        self.rows = len(trace[f"{of}/a1"])
        self.kept = [int(row) for row in trace[f"{of}/kept"]]
        self.layers = range(1, hero.L + 1)
        self.pictures: list[Mobject] = [*hero.network.edges.values(), *hero.lit(), *hero.shows]
        for l in self.layers:
            hero.make_room_for(l, trace[f"{of}/a{l}"])
        self._weights_of: int | None = None

    def set_row(self, row: int) -> None:
        """Show a moment: what the star lights up, and the weights that were kept last."""
        hero = self.hero
        *hidden, outputs = self.lights(row)
        for l, a in enumerate(hidden, 1):
            hero.column(l).set_readings(a)
        hero.show_outputs(outputs)
        self.show_weights(row)

    def show_weights(self, row: int) -> None:
        """Show the weights that were kept last at a moment, and nothing else of it."""
        weights = bisect_right(self.kept, range(self.rows)[row]) - 1
        if weights != self._weights_of:
            self._weights_of = weights
            shown = {l: self.hero.trace.reading(f"{self.of}/W{l}", weights) for l in self.layers}
            self.hero.network.show_weights(shown)

    def lights(self, row: int) -> list[Reading]:
        """Return what the star gives in each layer from 1 on at a moment."""
        return [self.hero.trace.reading(f"{self.of}/a{l}", range(self.rows)[row]) for l in self.layers]

    def row_after(self, updates: int) -> int:
        """Return the first moment of the training at which so many updates were made, or the last there is."""
        return min(int(np.searchsorted(self.hero.trace["course/steps"], updates)), self.rows - 1)
