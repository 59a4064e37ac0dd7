"""The wishes of a layer on their way to the one before it: comets along the edges, and the sums that they leave.

It is one thing for all layers: the outputs ask the last hidden layer, this asks the one before it, and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from manim import Animation, Scene, VMobject

from netsim import Reading, Trace
from scenes.look.measures import level
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.network.comets import Comets
from scenes.parts.asking import OnTheWay, comets_from, heads_of
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.standing_network import RESTING

WAVES = 8  # of the time of a move: how long all waves take to set out, at most
CLOSEST = 3 / 4  # of the time of a move: from one wave to the next, at most


class Wishes:
    """What all neurons of a layer ask of the layer before it.

    Parameters
    ----------
    hero
        The network on whose edges they travel.
    l
        Whose wishes: 2 to L; the trace has recorded them (:meth:`recorded`).

    Attributes
    ----------
    table, running
        What neuron j asks of activation k, (n_l, n_{l-1}), and the sums of what neurons 0 to j ask.
    comets
        Neuron by neuron what it asks, on its way.
    heads, scale
        The scale of the comets, and of all bars beside the layer before.
    total
        The bars beside the layer before: nothing at first, then what has been added up.
    """

    def __init__(self, hero: Protagonist, l: int) -> None:
        trace = hero.trace
        self.hero, self.l = hero, l
        self.table, self.running = trace.reading(f"wishes/table{l}"), trace.reading(f"wishes/running{l}")
        self.asked = -trace.reading(f"dC_da{l - 1}", 0, 0)
        self.effects = -trace.reading(f"delta{l - 1}", 0, 0)
        self.scale = hero.scale_of_sums(l - 1)
        self.heads = heads_of(hero, l - 1, self.table)
        self.comets = [comets_from(hero, l, j, self.table[j], self.heads) for j in range(trace.sizes[l])]
        self.total = self.bars(self.running[0])

    @staticmethod
    def recorded(trace: Trace, l: int) -> bool:
        """Whether a trace holds what the neurons of a layer ask of hidden neurons before them."""
        return l > 1 and trace.has(f"wishes/table{l}")

    def bars(self, readings: Reading, lane: int = 0, lanes: int = 1) -> BarColumn:
        """Return bars beside the neurons that are asked, (n_{l-1},), on the one scale; nothing is seen of them yet."""
        bars = self.hero.bars(self.l - 1, readings, self.scale, lane, lanes)
        for bar in bars.bars:
            bar.glide(0, 0)
        return bars

    def one(self, j: int, bars: BarColumn, only: int | None = None) -> Animation:
        """Let what neuron j asks, of all or of one neuron only, travel, and become bars where it arrives.

        The bars are those of its row of the table; those that stand already stay.
        """
        indices = self.hero.column(self.l - 1).indices
        growing = [bar for bar, k in zip(bars.bars, indices, strict=True) if only in (None, k) and not bar.shown()]

        def arrive(_: int, share: float) -> None:
            for bar in growing:
                bar.glide(0, share)

        move = self.hero.theme.time.move
        comets = (
            self.comets[j] if only is None else comets_from(self.hero, self.l, j, self.table[j], self.heads, (only,))
        )
        return Waves(self, [j], [comets], arrive, way=2 * move, between=CLOSEST * move, resting=None)

    def all(self, beside: Iterable[VMobject] = ()) -> Animation:
        """Let the wishes of all neurons travel, one neuron after the other, and add up in the bars of the total.

        What stands beside each neuron that is drawn, and rests, comes to the front as it speaks.
        """
        move, voices = self.hero.theme.time.move, range(len(self.comets))
        between = min(CLOSEST, WAVES / len(voices)) * move
        return Waves(
            self, voices, self.comets, self.add_up, way=self.hero.theme.time.slow, between=between, beside=beside
        )

    def add_up(self, j: int, share: float) -> None:
        """Show the sums when a share of neuron j's wishes has been added to those of the neurons before it."""
        for bar, k in zip(self.total.bars, self.hero.column(self.l - 1).indices, strict=True):
            bar.reading = self.running[j][k]
            bar.glide(self.running[j - 1][k] if j else 0, share)

    def take_total(self) -> Wishes:
        """Let the bars be what the layer before is asked for in all, and return this: the sums have become wishes."""
        for bar, k in zip(self.total.bars, self.hero.column(self.l - 1).indices, strict=True):
            bar.set_reading(self.asked[k])
        return self

    def through_the_slopes(self, **kwargs: Any) -> list[Animation]:
        """Return the animations that narrow each total by the slope of its neuron's own curve: to its effect."""
        indices = self.hero.column(self.l - 1).indices
        return [bar.change(self.effects[k], **kwargs) for bar, k in zip(self.total.bars, indices, strict=True)]


class Waves(OnTheWay):
    """Let the wishes of some neurons set out, one neuron after the other; as they arrive, something grows by them.

    Parameters
    ----------
    wishes
        Whose comets travel.
    voices, comets
        The neurons that ask, in their order, and what each asks.
    arrive
        Called with a neuron and the share of its wishes that has arrived, up to 1 for each of them.
    way, between
        Seconds that a wish is on its way, and from one neuron to the next: so long it is added, too.
    resting
        Level of the edges of those who do not speak just then; None leaves all edges as they are.
    beside
        What rests beside each neuron that is drawn until it speaks; or nothing.
    """

    def __init__(
        self,
        wishes: Wishes,
        voices: Sequence[int],
        comets: Sequence[Comets],
        arrive: Callable[[int, float], None],
        *,
        way: float,
        between: float,
        resting: float | None = RESTING,
        beside: Iterable[VMobject] = (),
    ) -> None:
        self.edges, self.resting = wishes.hero.edges(wishes.l), resting
        self.indices = wishes.hero.column(wishes.l).indices
        self.beside = dict(zip(self.indices, beside, strict=False))
        self.voices, self.arrive, self.arrived = list(voices), arrive, 0
        super().__init__(wishes.hero, comets, way=way, between=between)

    def _setup_scene(self, scene: Scene) -> None:
        """Let the comets stand on the edges; the network is one picture again, whatever was faded in of it."""
        super()._setup_scene(scene)
        scene.add(self.hero)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show a moment: where all wishes are, who speaks, and what has been added."""
        on_the_way = self.travel(alpha)
        if self.resting is not None:
            speaking = {j for j, at in zip(self.voices, on_the_way, strict=True) if 0 <= at < 1}
            levels = [level.spoken if j in speaking else self.resting for j in self.indices]
            self.edges.set_level(np.array(levels)[:, None])
        for j, at in zip(self.voices, on_the_way, strict=True):
            if j in self.beside and at >= 0:
                self.beside[j].set_opacity(1)
        added = max(0, (alpha * self.duration - self.way) / self.between)
        first, self.arrived = self.arrived, min(int(added), len(self.voices) - 1)
        for i in range(first, self.arrived + 1):
            self.arrive(self.voices[i], min(1, added - i))
