"""One weight and what it should do: what its neuron asks, times what it carries."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import Animation, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.network.marks import rim
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.largest import FLARE
from scenes.parts.nudged import Nudged
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.selection import activations, ranked
from scenes.words.sentence import Sentence


class OneWeight(VGroup):
    """Marks at the ends of an edge into the last layer; the edge in the width and colour of its nudge.

    Parameters
    ----------
    hero, nudged
        The network and its nudges. The edge leads to the label's output, or the loudest, from the brightest neuron.

    Attributes
    ----------
    effect, carried, nudge
        What its output asks of its sum, what the neuron before gives, and what that makes.
    edge
        The edge.
    """

    def __init__(self, hero: Protagonist, nudged: Nudged) -> None:
        super().__init__()
        self.hero, trace, l = hero, hero.trace, hero.L
        network, (j, k) = hero.network, _ends(hero)
        self.j = j
        nudges, starts, ends = network.whole_layer(l, -trace.reading(f"one/dC_dW{l}"))
        rows, places = nudges.picked
        shape, at = np.shape(nudges.value), (rows.index(j), places.index(k))
        start, end = (np.broadcast_to(points, (*shape, 3))[at] for points in (starts, ends))
        self.effect, self.carried = -trace.reading(f"delta{l}", 0, 0, j), activations(trace, 0, 0)[l - 1][k]
        self.nudge = -trace.reading(f"one/dC_dW{l}", j, k)
        weight = (-trace.reading(f"one/dC_dW{l}")).take([j], [k])
        self.edge = Edges(weight, start[None, None], end[None, None], nudged.scale_of_nudges, self.hero.theme)
        self.edge.set_level(FLARE)
        self.source, self.target = rim(network, l - 1, k), rim(network, l, j)
        self.add(*[mark.set_color(self.hero.theme.of("focus")) for mark in (self.source, self.target)])

    def say(self, words: Mapping[str, Sentence]) -> None:
        """Set what stands under the network: words for `effect`, `carried` and `nudge`, one after the other."""
        self.said = {name: Spoken(said, self.hero.theme, size="small") for name, said in words.items()}
        line, base = VGroup(*self.said.values()), self.hero.note
        x = self.hero.beside.right - sum(part.width + gap.small for part in line) + gap.small
        for part in line:
            part.stand_on(base).shift((x - part.get_left()[0], 0, 0))
            x += part.width + gap.small
        self.add(line)
        self.line = line

    def factors(self) -> list[Animation]:
        """Return how the two factors come: the one from what the output asks, the other from the neuron before it."""
        outputs = self.hero.outputs.indices
        asks = self.hero.effects[outputs.index(self.j)] if self.j in outputs and len(self.hero.effects) else self.target
        return [
            FadeIn(self.said["effect"], target_position=asks),
            FadeIn(self.said["carried"], target_position=self.source),
        ]

    def leaves(self) -> list[Animation]:
        """Return how the wish passes, from right to left, and what it leaves."""
        return [self.edge.draw_backward(), FadeIn(self.said["nudge"])]


def _ends(hero: Protagonist) -> tuple[int, int]:
    """Return (j, k) of a drawn edge: to the label's output, or the loudest, from the brightest neuron."""
    effects, before = hero.trace.reading(f"delta{hero.L}", 0, 0), activations(hero.trace, 0, 0)[hero.L - 1]
    j = hero.label if float(effects[hero.label]) else _drawn(effects, hero.outputs.indices)[0]
    columns = hero.network.columns
    k = _drawn(before, columns[hero.L - 1].indices if hero.L - 1 in columns else range(len(before)))[0]
    return j, k


def _drawn(reading: Reading, drawn: list[int] | range) -> list[int]:
    """Return neurons that are drawn, largest absolute value first."""
    return [i for i in ranked(reading) if i in drawn]
