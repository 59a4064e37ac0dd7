"""What each weight and bias should do, kept by a network's own edges and neurons: for one example, or for all."""

from __future__ import annotations

import numpy as np
from manim import Animation, Mobject, VGroup, smooth, squish_rate_func

from netsim import Reading, Trace
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.all_edges import AllEdges
from scenes.mobjects.network.edges import WIDEST
from scenes.mobjects.network.rim import Rim
from scenes.parts.standing_network import StandingNetwork

TIMES = 2  # the widest nudge, as a multiple of the widest weight
HAZE = 1 / 4  # opacity of the weights of dark inputs, until they go dark
OUTLINE = 2 / 5  # opacity of a neuron's outline under its rim: a dark one can still be seen
CLEAR = 1 / 4  # the power of its size with which an edge's opacity falls: small nudges can still be seen


class Nudged:
    """Every edge between the neurons that are drawn, as wide as the nudge of its weight, in the colour of its sign.

    Edges begin at every pixel of an image; those whose nudge is exactly 0 are dark. Rims of neurons are the nudges of
    biases. All are on one scale.

    Parameters
    ----------
    hero
        The network that it lies over.
    exhibit
        Whose gradient the nudges are minus: "one", of the star's own cost, or "gradient", of the mean of all examples.
    derivatives
        Whether the gradient itself is shown: what the nudges are minus.

    Attributes
    ----------
    edges, rims
        By layer: the nudges of the weights into it, and of its biases.
    scale_of_nudges
        Width for value; its source is the largest nudge.
    """

    def __init__(self, hero: StandingNetwork, exhibit: str = "one", derivatives: bool = False) -> None:
        self.hero, self.exhibit, self.derivatives = hero, exhibit, derivatives
        layers = range(1, hero.L + 1)
        weights, biases = ({l: self._shown(f"{name}{l}") for l in layers} for name in ("dC_dW", "dC_db"))
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

    def _shown(self, name: str) -> Reading:
        derivative = self.hero.trace.reading(f"{self.exhibit}/{name}")
        return derivative if self.derivatives else -derivative

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

    @property
    def parts(self) -> list[Mobject]:
        """All edges and rims, that are seen each for itself."""
        return [*self.edges.values(), *self.rims.values()]

    def dim_to(self, opacity: float) -> list[Animation]:
        """Return the animations that take all of them to an opacity."""
        edges = [some.animate.set_opacity(opacity).build() for some in self.edges.values()]
        return [*edges, *[rims.animate.set_stroke(opacity=opacity).build() for rims in self.rims.values()]]

    def spend(self, share: float) -> None:
        """Show how much is left of them when a share of a step is made; the grey edges and outlines come back by it."""
        for l, edges in self.edges.items():
            edges.set_opacity(1 - share)
            self.rims[l].set_stroke(opacity=1 - share)
            self.hero.edges(l).set_level(share * self.hero.resting)
            for neuron in self.hero.column(l).neurons:
                neuron.set_stroke(opacity=OUTLINE + share * (1 - OUTLINE))

    def widest(self) -> dict[str, Reading]:
        """Return the size of the widest edge and of the widest rim."""
        found: dict[str, list[Reading]] = {"edge": [], "rim": []}
        for l, edges in self.edges.items():
            assert edges.reading is not None
            found["edge"].append(edges.reading)
            found["rim"] += [self._shown(f"dC_db{l}")[j] for j in self.hero.column(l).indices]
        return {name: Scale.fit(readings, 1).source for name, readings in found.items()}

    def of_dark_inputs(self) -> list[AllEdges]:
        """Return the weights from pixels of exactly 0, grey: none of them should do anything; [] if there are none."""
        hero, dark = self.hero, dark_inputs(self.hero.trace, self.exhibit)
        if hero.network.image is None or not dark:
            return []
        weights, starts, ends = hero.network.whole_layer(1, hero.trace.reading("W1", hero.t), dark)
        edges = AllEdges(weights, starts, ends, hero.network.edge_scale, hero.theme, CLEAR, grey=True)
        return [edges.set_opacity(HAZE)]


def dark_inputs(trace: Trace, exhibit: str) -> list[int]:
    """Return the inputs that are 0 in the star, or for the gradient of all examples in every one of them."""
    dark = trace["x"][0] == 0 if exhibit == "one" else trace["lit/count"] == 0
    return [int(k) for k in np.flatnonzero(dark)]


def show_grey(hero: StandingNetwork, l: int, there: int) -> list[Animation]:
    """Return the animations that let a layer's grey edges come (1) or go (0), and its neurons' outlines grow faint."""
    opacity = max(OUTLINE, there)
    outlines = [neuron.animate.set_stroke(opacity=opacity).build() for neuron in hero.column(l).neurons]
    return [hero.edges(l).animate.set_level(there * hero.resting).build(), *outlines]
