"""What each weight and bias should do for one example, kept by the protagonist's own edges and neurons: the answer."""

from __future__ import annotations

import numpy as np
from manim import Animation, Group, VGroup, VMobject, smooth, squish_rate_func

from netsim import Reading
from netsim.figures.nudges.nudges import ranks_of_its_largest
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.all_edges import AllEdges
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.network.rim import Rim
from scenes.mobjects.replay import Replay
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.standing_network import RESTING

TIMES = 2  # the widest nudge, as a multiple of the widest weight
HAZE = 1 / 4  # opacity of the weights of dark inputs, until they go dark
OUTLINE = 2 / 5  # opacity of a neuron's outline under its rim: a dark one can still be seen
FLARE = 4  # level of the largest: as if they were the widest
CLEAR = 1 / 4  # the power of its size with which an edge's opacity falls: small nudges can still be seen


class Nudged(Group):
    """Every edge between the neurons that are drawn, as wide as the nudge of its weight, in the colour of its sign.

    Edges begin at every pixel of an image; those whose nudge is exactly 0 are dark. Rims of neurons are the nudges of
    biases. All are on one scale.

    Parameters
    ----------
    hero
        The network that it lies over.

    Attributes
    ----------
    edges, rims
        By layer: the nudges of the weights into it, and of its biases.
    scale_of_nudges
        Width for value; its source is the largest nudge.
    """

    def __init__(self, hero: Protagonist) -> None:
        super().__init__()
        self.hero = hero
        layers = range(1, hero.L + 1)
        weights = {l: -hero.trace.reading(f"one/dC_dW{l}") for l in layers}
        biases = {l: -hero.trace.reading(f"one/dC_db{l}") for l in layers}
        found = {l: hero.network.whole_layer(l, weights[l]) for l in layers}
        drawn = [hero.column(l).indices for l in layers]
        here = [biases[l].take(indices) for l, indices in zip(layers, drawn, strict=True)]
        self.scale_of_nudges = Scale.fit([*[wanted for wanted, *_ in found.values()], *here], TIMES * WIDEST)
        self.edges = {l: AllEdges(*found[l], self.scale_of_nudges, hero.theme, CLEAR) for l in layers}
        self.rims = {
            l: VGroup(
                *[Rim(biases[l][j], self.scale_of_nudges, hero.network.neuron(l, j), hero.theme) for j in indices]
            )
            for l, indices in zip(layers, drawn, strict=True)
        }

    def arrive(self, l: int) -> list[Animation]:
        """Return the animations that let the nudges of a layer's weights and biases come, in the place of its grey."""
        return [FadeIn(self.edges[l]), FadeIn(self.rims[l]), *show_grey(self.hero, l, 0)]

    def sweep(self, l: int) -> list[Animation]:
        """Return the same as a wave that passes, from right to left."""
        return [self.edges[l].draw_backward(), FadeIn(self.rims[l]), *show_grey(self.hero, l, 0)]

    def leave(self, l: int) -> list[Animation]:
        """Return the animations that let them go again, and the layer's edges and outlines come back as they were."""
        return [FadeOut(self.edges[l]), FadeOut(self.rims[l]), *show_grey(self.hero, l, 1)]

    def arrive_backward(self) -> list[Animation]:
        """Return the animations that let all come, from the outputs back: a layer while the one after it still does."""
        animations = []
        for i, l in enumerate(range(self.hero.L, 0, -1)):
            one_layer = self.arrive(l)
            for animation in one_layer:
                animation.rate_func = squish_rate_func(smooth, i / (self.hero.L + 1), (i + 2) / (self.hero.L + 1))
            animations += one_layer
        return animations

    def widest(self) -> dict[str, Reading]:
        """Return the size of the widest edge and of the widest rim."""
        found: dict[str, list[Reading]] = {"edge": [], "rim": []}
        for l, edges in self.edges.items():
            assert edges.reading is not None
            found["edge"].append(edges.reading)
            found["rim"] += [-self.hero.trace.reading(f"one/dC_db{l}", j) for j in self.hero.column(l).indices]
        return {name: Scale.fit(readings, 1).source for name, readings in found.items()}

    def of_dark_inputs(self) -> list[AllEdges]:
        """Return the weights from pixels of exactly 0, grey: none of them should do anything; [] if there are none."""
        hero, dark = self.hero, np.flatnonzero(self.hero.trace["x"][0] == 0)
        if hero.network.image is None or not len(dark):
            return []
        weights, starts, ends = hero.network.whole_layer(1, hero.trace.reading("W1", hero.t), dark.tolist())
        edges = AllEdges(weights, starts, ends, hero.network.edge_scale, hero.theme, CLEAR, grey=True)
        return [edges.set_opacity(HAZE)]


class Largest(Group):
    """Of the nudges those that are largest, to flare up over all.

    Parameters
    ----------
    nudged
        All of them.
    """

    def __init__(self, nudged: Nudged) -> None:
        super().__init__()
        hero, ranks, self.many = (
            nudged.hero,
            ranks_of_its_largest(nudged.hero.trace),
            int(nudged.hero.trace["one/most"]),
        )
        self.ranks: list[tuple[VMobject | Edges, np.ndarray]] = []
        for l, rims in nudged.rims.items():
            weights, starts, ends = hero.network.whole_layer(l, -hero.trace.reading(f"one/dC_dW{l}"))
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


def show_grey(hero: Protagonist, l: int, there: int) -> list[Animation]:
    """Return the animations that let a layer's grey edges come (1) or go (0), and its neurons' outlines grow faint."""
    opacity = max(OUTLINE, there)
    outlines = [neuron.animate.set_stroke(opacity=opacity).build() for neuron in hero.column(l).neurons]
    return [hero.edges(l).animate.set_level(there * RESTING).build(), *outlines]
