"""The one dial turned from end to end, as it was recorded: its edge, its neuron, and all that follows from it."""

from __future__ import annotations

import numpy as np
from manim import Mobject

from netsim import Reading, Trace
from scenes.parts.descent.hero.learner import Learner


class Turning:
    """Shows one recorded place of the dial after the other on the network; needs the exhibit `line`.

    Brightness goes over all that the dial brings, at the first record and at the last.

    Parameters
    ----------
    hero
        The network, with its dial.
    name
        What begins the names of the arrays: "" for the trained network, "first_" for the first.
    exhibit
        Whose arrays they are: `line` or, with neurons that switch, `stairs`.

    Attributes
    ----------
    rest
        The place at which the dial stands when nothing is turned.
    last
        The place at the high end; that at the low end is 0.
    pictures
        What changes.
    """

    def __init__(self, hero: Learner, name: str = "", exhibit: str = "line") -> None:
        self.hero, trace = hero, hero.trace
        self.w = trace.reading(f"{exhibit}/{name}w")
        self.layers = {l: trace.reading(f"{exhibit}/{name}a{l}") for l in range(1, hero.L + 1)}
        for l in self.layers:
            for whose in ("", "first_"):
                hero.make_room_for(l, trace[f"line/{whose}a{l}"])
        self.rest, self.last = row_nearest(self.w, trace, 0 if name else -1), len(self.w) - 1
        self.pictures: list[Mobject] = [hero.dial, *hero.lit()]

    def set_row(self, row: int) -> None:
        """Show a place: the dial, its edge, and what the star lights up then."""
        self.hero.dial.set_reading(self.w[row])
        for l, activations in self.layers.items():
            self.hero.column(l).set_readings(activations[row])

    def come_to_rest(self) -> None:
        """Show the place at which nothing is turned."""
        self.set_row(self.rest)


def row_nearest(w: Reading, trace: Trace, t: int) -> int:
    """Return the place among values of the dial that is nearest to what it is turned to at a record."""
    l, j, k = trace["line/place"].tolist()
    return int(np.argmin(np.abs(np.asarray(w.value) - trace[f"W{l}"][t, j, k])))
