"""Of the nudges of a network the few that matter most, and all the others."""

from __future__ import annotations

import numpy as np
from manim import Animation, Group, VMobject

from netsim.figures.descent.components import nudges_of_the_others, ranks_of
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.replay import Replay
from scenes.parts.nudged import Nudged

FLARE = 4  # level of the largest: as if they were the widest


class Largest(Group):
    """Of the nudges those that are largest, to flare up over all.

    Parameters
    ----------
    nudged
        All of them.
    """

    def __init__(self, nudged: Nudged) -> None:
        super().__init__()
        hero, exhibit = nudged.hero, nudged.exhibit
        ranks, self.many = ranks_of(exhibit, hero.trace), int(hero.trace[f"{exhibit}/most"])
        self.ranks: list[tuple[VMobject | Edges, np.ndarray]] = []
        for l, rims in nudged.rims.items():
            weights, starts, ends = hero.network.whole_layer(l, -hero.trace.reading(f"{exhibit}/dC_dW{l}"))
            some = ranks["W", l][np.ix_(*weights.picked)]
            if some.min() < self.many:
                self.ranks.append((Edges(weights, starts, ends, nudged.scale_of_nudges, hero.theme), some))
            for rim, rank in zip(rims, ranks["b", l][hero.column(l).indices], strict=True):
                if rank < self.many:
                    self.ranks.append((rim.copy(), rank))
        self.add(*[picture for picture, _ in self.ranks])

    def show_first(self, many: int) -> None:
        """Show so many of them, the largest first."""
        for picture, rank in self.ranks:
            seen = rank < min(many, self.many)
            if isinstance(picture, Edges):
                picture.set_level(FLARE * seen)
            else:
                picture.set_stroke(opacity=float(seen))

    def flare(self) -> Animation:
        """Return the animation that lets them come one after the other, the largest first."""
        return Replay(self, rows=range(self.many + 1), show=self.show_first)


def all_others(nudged: Nudged) -> Nudged:
    """Return the nudges of the gradient of all examples without the largest, whose places are empty."""
    trace = nudged.hero.trace
    others, many = Nudged(nudged.hero, nudged.exhibit), int(trace[f"{nudged.exhibit}/most"])
    ranks = ranks_of(nudged.exhibit, trace)
    for l, edges in others.edges.items():
        assert edges.reading is not None
        edges.set_weights(nudges_of_the_others(trace, l).take(*edges.reading.picked))
        others.rims[l].remove(
            *[
                rim
                for rim, j in zip(others.rims[l], nudged.hero.column(l).indices, strict=True)
                if ranks["b", l][j] < many
            ]
        )
    return others
