"""The training as the star's network goes through it: lights and edges at every moment that was recorded."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
from manim import Mobject

from netsim import Reading
from scenes.parts.standing_network import StandingNetwork


class Course:
    """Shows one recorded moment of the training after the other on the network; needs the exhibit `course`.

    Brightness goes over all that the training brings. The widest edge is always the largest weight of its moment.

    Attributes
    ----------
    rows
        How many moments there are.
    pictures
        What changes, from the lowest up.
    """

    def __init__(self, hero: StandingNetwork) -> None:
        self.hero, trace = hero, hero.trace
        self.steps = trace["course/steps"]
        self.rows = len(self.steps)
        self.kept = [int(row) for row in trace["course/kept"]]
        self.layers = range(1, hero.L + 1)
        self.pictures: list[Mobject] = [*hero.network.edges.values(), *hero.lit(), *hero.shows]
        for l in self.layers:
            hero.make_room_for(l, trace[f"course/a{l}"])
        self._weights_of: int | None = None

    def set_row(self, row: int) -> None:
        """Show a moment: what the star lights up, and the weights that were kept last."""
        row, trace, hero = range(self.rows)[row], self.hero.trace, self.hero
        *hidden, outputs = self.lights(row)
        for l, a in enumerate(hidden, 1):
            hero.column(l).set_readings(a)
        hero.show_outputs(outputs)
        weights = bisect_right(self.kept, row) - 1
        if weights != self._weights_of:
            self._weights_of = weights
            hero.network.show_weights({l: trace.reading(f"course/W{l}", weights) for l in self.layers})

    def lights(self, row: int) -> list[Reading]:
        """Return what the star gives in each layer from 1 on at a moment."""
        return [self.hero.trace.reading(f"course/a{l}", range(self.rows)[row]) for l in self.layers]

    def row_after(self, updates: int) -> int:
        """Return the first moment at which so many updates were made, or the last there is."""
        return min(int(np.searchsorted(self.steps, updates)), self.rows - 1)
