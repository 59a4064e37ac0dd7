"""The deltas of all layers beside their neurons, where the sums stand, and how they go back from layer to layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import VGroup

from netsim import Reading
from netsim.figures.calculus.deltas import drawn_larger
from scenes.look.measures import gap, level
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import Comets
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.asking import HEAD, OnTheWay
from scenes.parts.calculus.columns.hero import Columns

BARS = 1 / 3  # the longest bar at each side of its axis, as a share of the gap before its layer
LONGEST = gap.large  # the same at most, in scene units
THICK, THICKEST = 3 / 5, gap.medium  # a bar, as a share of the room from neuron to neuron; at most
ALONE = gap.medium  # radius of the largest comet's head, where only some neurons are asked


class Deltas:
    """What stands beside the layers of a network, all of it on one scale.

    Parameters
    ----------
    hero
        The network.

    Attributes
    ----------
    bars, heads
        By layer: a bar left of each neuron that is drawn, and the symbol over them; those that have come.
    scale
        The one of all bars, until another is asked for.
    """

    def __init__(self, hero: Columns) -> None:
        self.hero, self.trace, L = hero, hero.trace, hero.L
        asked = [self.trace.reading(f"dC_da{l}", hero.t, 0) for l in range(1, L)]
        before = [self.delta(l) for l in range(1, L + 1)]
        running = [self.trace.reading(f"wishes/running{L}")]
        self.scale = Scale.fit([*before, *asked[-1:], *running], self.longest)
        self.bars: dict[int, BarColumn] = {}
        self.heads: dict[int, VGroup] = {}

    @property
    def longest(self) -> float:
        """How long a bar is at most, in scene units."""
        return min(LONGEST, BARS * min(self.hero.before(l) for l in range(1, self.hero.L + 1)))

    def delta(self, l: int) -> Reading:
        """Return the deltas of a layer, (n_l,)."""
        return self.trace.reading(f"delta{l}", self.hero.t, 0)

    def axis(self, l: int) -> float:
        """Return where the axis of the bars beside a layer stands, across."""
        return float(self.hero.column(l).neurons.get_left()[0]) - gap.small - self.longest

    def column(self, l: int, readings: Reading, scale: Scale | None = None) -> BarColumn:
        """Return bars beside the neurons of a layer that are drawn."""
        column = self.hero.column(l)
        shown, thickness = [readings[j] for j in column.indices], min(THICKEST, THICK * column.pitch)
        return BarColumn(shown, self.hero.rows(l), self.axis(l), scale or self.scale, self.hero.theme, thickness)

    def larger(self) -> dict[int, tuple[BarColumn, Spoken]]:
        """Return by layer the bars that are drawn larger, on a scale of their own, and what is written under them.

        Layers are left out in which that is not needed, or what is written has no room.
        """
        hero, found = self.hero, {}
        for l in range(1, hero.L + 1):
            times, largest = drawn_larger(self.trace, l), Scale.fit([self.delta(l)], 1)
            said = Spoken(hero.words.say("deltas", {"times": times}, "larger"), hero.theme, role="dim", size="small")
            said.move_to((self.axis(l), 0, 0)).stand_on(hero.note)
            said.shift((max(0, hero.room.left - float(said.get_left()[0])), 0, 0))
            if float(times) > 1 and said.width < 2 * hero.before(l):
                scale = Scale(largest.source, self.scale.unit * float(times) * largest.longest)
                found[l] = self.column(l, self.delta(l), scale), said
        return found

    def head(self, l: int) -> VGroup:
        """Return the symbol over the bars beside a layer; nothing where it has no room beside its neighbours'."""
        back = self.hero.L - l
        said = ["delta_j^((L))", "delta_k^((L-1))", f"delta^((L-{back}))"][min(back, len("jk"))]
        symbol = Formula(said, self.hero.theme, role="cost", size="small")
        symbol.move_to((self.axis(l), 0, 0)).stand_on(self.hero.heading - gap.hair)
        return VGroup(symbol) if not back or symbol.width < self.hero.before(l) else VGroup()

    def comets(self, l: int, j: int, of: Sequence[int] | None = None) -> Comets:
        """Return what neuron j of layer l sends back to the layer before it, of all or of some: w_jk delta_j."""
        hero, products = self.hero, -self.trace.reading(f"wishes/table{l}", j)
        here, edges, column = hero.column(l - 1).indices, hero.edges(l), hero.column(l)
        to = list(here if of is None else of)
        start = edges.end_points(column.indices.index(j), 0)[1]
        ends = np.array([edges.end_points(0, here.index(k))[0] for k in to])
        largest = HEAD * hero.column(l - 1).pitch if of is None else ALONE
        scale = Scale.fit([self.trace.reading(f"wishes/table{l}")], largest)
        return Comets(products.take(to), start, ends, scale, hero.theme)

    def from_cost(self) -> Comets:
        """Return what comes back from the cost to each output that is drawn, dC/da, on its way."""
        hero = self.hero
        drawn = hero.outputs.indices
        asked = self.trace.reading(f"dC_da{hero.L}", hero.t, 0)
        scale = Scale.fit([asked], HEAD * hero.outputs.pitch)
        return Comets(
            asked.take(drawn), hero.at_cost(), np.array([hero.at_a(hero.L, j) for j in drawn]), scale, hero.theme
        )

    def adding(self, l: int, total: BarColumn, of: Sequence[int] | None = None) -> Callable[[int, float], None]:
        """Return what lets the bars of a layer, or some of them, grow by what a neuron after it sends, by a share."""
        running = -self.trace.reading(f"wishes/running{l + 1}")
        drawn, here = self.hero.column(l + 1).indices, self.hero.column(l).indices
        growing = [(bar, k) for bar, k in zip(total.bars, here, strict=True) if of is None or k in of]

        def arrive(j: int, share: float) -> None:
            place = drawn.index(j)
            for bar, k in growing:
                bar.reading = running[j][k]
                bar.glide(running[drawn[place - 1]][k] if place else 0, share)

        return arrive


class SendBack(OnTheWay):
    """Let all that neurons of a layer send back travel, one neuron after the other; as each arrives, something grows.

    Parameters
    ----------
    deltas
        What stands beside the layers.
    l
        The layer that sends; its neurons that are drawn do.
    arrive
        Called with a neuron of it and the share of what it sends that has arrived, up to 1 for each of them.
    of
        The neurons that are asked; by default all that are drawn.
    way, between
        Seconds on the way, and from one neuron to the next.
    """

    def __init__(
        self,
        deltas: Deltas,
        l: int,
        arrive: Callable[[int, float], None],
        of: Sequence[int] | None = None,
        *,
        way: float,
        between: float,
        **kwargs: Any,
    ) -> None:
        hero = deltas.hero
        self.edges, self.arrive, self.of = hero.edges(l), arrive, of
        self.voices, self.resting = hero.column(l).indices, hero.resting
        self.asked = [of is None or k in of for k in hero.column(l - 1).indices]
        comets = [deltas.comets(l, j, of) for j in self.voices]
        super().__init__(hero, comets, way=way, between=between, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show a moment: where all are, which edges speak, and what has been added."""
        levels = np.full(self.edges.value.shape, level.rest if self.of is not None else self.resting)
        for i, (j, at) in enumerate(zip(self.voices, self.travel(alpha), strict=True)):
            if 0 <= at < 1:
                levels[i, self.asked] = level.spoken
            added = (at - 1) * self.way / self.between
            if added > 0:
                self.arrive(j, min(1, added))
        self.edges.set_level(levels)
