"""The neurons of the chain become many: each circle spreads into its layer's column, each edge into a fan."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from manim import Line, Mobject, Scene, VMobject

from scenes.camera.in_place import InPlace
from scenes.mobjects.network.edges import Edges
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.link.chain import StandingChain

HIDDEN = 2  # neurons of the chain between its first and its last
FROM = 1 / 1000  # of its size: so large an image begins


class Multiplying(InPlace):
    """Let the columns come out of the places of the chain's circles, all neurons of a layer out of one.

    Parameters
    ----------
    chain
        Where they come from; nothing of it is changed.
    hero
        The network; at the end it stands as ever.

    Attributes
    ----------
    left_behind
        Circles of the chain that no column comes out of: that of an image, and what is too many.
    """

    def __init__(self, chain: StandingChain, hero: Columns, **kwargs: Any) -> None:
        self.hero, self.chain = hero, chain
        used = sources(hero.L)
        self.circles = [chain.neurons[i].outline for i in used]
        columns = used[1:] if hero.network.image else used
        self.left_behind = [neuron.outline for i, neuron in enumerate(chain.neurons) if i not in columns]
        self.parts = [(part, before, part.points.copy()) for part, before in self._parts()]
        self.fans = [(edges, self._folded(l, edges), (edges.starts, edges.ends)) for l, edges in self._edges()]
        super().__init__(hero, introducer=True, **kwargs)

    def _setup_scene(self, scene: Scene) -> None:
        """Let the network stand where the chain stood."""
        scene.add(self.hero)

    def interpolate_mobject(self, alpha: float) -> None:
        """Put all parts as far on their way as the time has come."""
        share = self.rate_func(alpha)
        for part, before, home in self.parts:
            part.points = home.copy() if share == 1 else between(before, home, share)
        for edges, folded, spread in self.fans:
            ends = spread if share == 1 else [between(*both, share) for both in zip(folded, spread, strict=True)]
            edges.lay(*ends)
        for column in self.hero.network.columns.values():
            self._show_rims(list(column.neurons))

    def _show_rims(self, neurons: list[Any]) -> None:
        """Let the rims in a column be seen as far as they have come apart; the last one lies on top of all."""
        for neuron, after in pairwise(neurons):
            neuron.set_stroke(opacity=min(1, float(neuron.get_y() - after.get_y()) / float(neuron.width)))

    def _parts(self) -> list[tuple[Mobject, np.ndarray]]:
        """Return all that moves, but for edges, with its points before it does."""
        hero, chain = self.hero, self.chain
        found: list[tuple[Mobject, np.ndarray]] = []
        for l, circle in enumerate(self.circles):
            if l == 0 and hero.network.image is not None:
                found += shrunk(hero.network.image, circle.get_center(), FROM)
                continue
            for neuron in hero.column(l).neurons:
                found += shrunk(neuron, circle.get_center(), float(circle.width / neuron.width))
        found += shrunk(hero.cost, chain.C.get_center(), float(chain.C.height / hero.cost.height))
        way: VMobject = chain.ways[0]
        return found + [(stroke, Line(*way.get_start_and_end()).points.copy()) for stroke in hero.strokes]

    def _edges(self) -> list[tuple[int, Edges]]:
        return list(self.hero.network.edges.items())

    def _folded(self, l: int, edges: Edges) -> tuple[np.ndarray, np.ndarray]:
        """Return where the edges into a layer start and end as long as they are one."""
        ends = self.circles[l - 1].get_right(), self.circles[l].get_left()
        start, end = (np.broadcast_to(point, edges.starts.shape) for point in ends)
        return start, end


def sources(L: int) -> list[int]:
    """Return for each layer 0..L of a network the neuron of the chain that it comes out of."""
    hidden = [1 + HIDDEN * i // max(1, L - 1) for i in range(L - 1)]
    return [0, *hidden, HIDDEN + 1]


def shrunk(picture: Mobject, at: np.ndarray, ratio: float) -> list[tuple[Mobject, np.ndarray]]:
    """Return the parts of a picture, with their points as they are when it stands elsewhere, so many times as large."""
    middle = picture.get_center()
    return [(part, at + ratio * (part.points - middle)) for part in picture.family_members_with_points()]


def between(start: np.ndarray, end: np.ndarray, share: float) -> np.ndarray:
    """Return points that are a share of the way from one place to another."""
    return (1 - share) * start + share * end
