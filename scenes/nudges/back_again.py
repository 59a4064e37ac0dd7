"""The wishes go on to the layer before, and to the one before that, back to the first weights (N10)."""

from __future__ import annotations

from manim import Animation, Group, LaggedStart

from netsim import Trace
from netsim.figures.network import hidden_layers, neurons_of
from netsim.figures.nudges.nudges import inputs_of_the_star
from netsim.figures.nudges.wishes import wishes_in_the_first_layer
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.marks import rim
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.nudges.beside.first_weights import FirstWeights
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import all_sums_stand, first_sums_stand
from scenes.parts.nudges.hero.wishes import Wishes
from scenes.parts.selection import most_moved, ranked
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.viewpoint import Look
from scenes.words.numbers import Fact

SLOWLY = 2  # so many layers are asked slowly, then the rest
ARRIVING = 9 / 10  # share of the way of nudges after which what they leave begins to be seen
NEAR = 2  # how many times as large the first layer is seen at most, where the outputs are far enough to be left out


class BackAgain(TraceScene):
    """The wishes of each layer for the one before it, and what they want of the first weights."""

    chapter = "nudges"
    asks = ("hidden",)
    needs = ("one", "wishes")
    opens_with = first_sums_stand
    closes_with = all_sums_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        there, here = (trace.reading(f"dC_da{l}", 0, 0) for l in (trace.L, 1))
        return {
            **super().facts(trace),
            "hidden": hidden_layers(trace),
            "before": neurons_of(trace, trace.L - 1),
            "neurons": neurons_of(trace, 1),
            "fading": wishes_in_the_first_layer(trace),
            "there": there[ranked(there)[0]],
            "here": here[ranked(here)[0]],
            "inputs_are": inputs_of_the_star(trace),
            "inputs": neurons_of(trace, 0),
            "effect": -trace.reading("delta1", 0, 0, most_moved(trace)),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.one_scale, self.lines = Group(), Group()

    @beat("N10")
    def each_turns(self) -> None:
        """Let each layer's neurons ask those before it, the first two slowly."""
        time = self.theme.time
        layers = range(self.trace.L - 1, 1, -1)
        for i, l in enumerate(layers):
            self.hand_back(l, None if i < SLOWLY else time.slow)
        if not layers:
            self.move(self.hero.edges(1).pass_backward(), time="slow", still=False)

    @beat
    def backpropagation(self) -> None:
        """Let the whole way back be seen in one breath, from the outputs to the first layer."""
        time, layers = self.theme.time, range(self.trace.L, 1, -1)
        leaving = [self.hero.without_sums(*range(1, self.trace.L))]
        for i, l in enumerate(layers):
            self.hand_back(l, time.slow if i < SLOWLY else time.move, *leaving)
            leaving = []

    @beat
    def on_one_scale(self) -> None:
        """Show the wishes of all layers on one scale, from the outputs to the first layer."""
        hero, layers = self.hero, range(self.trace.L, 0, -1)
        wishes = {l: -self.trace.reading(f"dC_da{l}", 0, 0) for l in layers}
        shown = [wishes[l].take(hero.column(l).indices) for l in layers]
        one = Scale.fit(shown, min(hero.longest(l) for l in layers))
        leaving = [hero.without_sums(*layers[1:]), hero.without("effect", hero.effects)]
        for l in layers:
            bars = hero.bars(l, wishes[l], one)
            said = hero.over_bars(l, "wish"), *hero.under_bars(l, hero.among(l, wishes[l], one))
            time = "slow" if l > self.trace.L - SLOWLY or l == 1 else "fade"
            self.move(FadeIn(*said, bars.axis), *bars.grow(), *leaving, time=time, still=False)
            self.one_scale.add(bars, *said)
            leaving = []

    @beat
    def the_first_weights(self) -> None:
        """Let the neuron of the first layer that is moved most say what its weights should do, then all others."""
        j, time = most_moved(self.trace), self.theme.time
        first, mark = FirstWeights(self.hero, j), rim(self.hero.network, 1, j).set_color(self.theme.of("focus"))
        leaving = [FadeOut(*self.one_scale)] if len(self.one_scale) else []
        self.move(
            self.nearer(first),
            FadeIn(mark),
            *leaving,
            *self.back_to_sums(),
            still=False,
        )
        note = Spoken(self.phrase("strongest", strongest=first.strongest), self.theme, role="dim", size="small")
        first.under(note, self.viewpoint.zoom)
        way = first.comets.travel(run_time=2 * time.slow)
        self.play(LaggedStart(way, FadeIn(first.left, note, run_time=time.fade), lag_ratio=ARRIVING))
        if first.others:
            self.play(*[nudges.travel() for nudges in first.others], run_time=time.slow)

    def nearer(self, first: FirstWeights) -> Look:
        """Return how the camera goes nearer to the first layer, where no name or number of the outputs is cut by it."""
        near, names = self.viewpoint.on(first.zone, NEAR), self.hero.network.names
        apart = self.hero.L > 2 or self.hero.network.image is not None
        beyond = near.view.pixels_of(names.get_left())[0] > near.view.width
        return near if apart and beyond else self.viewpoint.on(first.zone, 1)

    def hand_over(self) -> None:
        """Let the camera go back and all leave, until each layer's effects stand on its own scale."""
        sums, hero = self.back_to_sums(), self.hero
        beside = map(FadeOut, self.all_but(hero))
        back = [self.viewpoint.back()] if self.viewpoint.zoom > 1 else []
        self.move(*back, *beside, *sums, *map(FadeIn, self.lines), still=False)
        self.add(hero.with_parts(*self.lines))

    def back_to_sums(self) -> list[Animation]:
        """Return how each layer's effects come, not yet their lines, if the wishes stand on one scale."""
        hero = self.hero
        coming: list[Animation] = []
        if len(self.one_scale):
            hero.with_effects()
            coming.append(FadeIn(hero.heads["effect"], hero.effects))
        for l in range(1, self.trace.L if len(self.one_scale) else 1):
            bars, *lines = hero.with_sums(l).parts_of_sums(l)
            hero.remove(*lines)
            self.lines.add(*lines)
            coming.append(FadeIn(bars))
        self.one_scale.remove(*self.one_scale)
        return coming

    def hand_back(self, l: int, seconds: float | None, *gone: Animation) -> None:
        """Let the neurons of layer l ask those before it; what they ask adds up, and is narrowed by the slopes.

        Parameters
        ----------
        seconds
            How long the wishes take; None for as long as each needs to be seen.
        gone
            How something leaves before.
        """
        hero, before = self.hero, l - 1
        if not Wishes.recorded(self.trace, l):
            hero.with_sums(before)
            self.move(hero.edges(l).pass_backward(), FadeIn(*hero.parts_of_sums(before)), *gone, still=False)
            return
        wishes, asked = Wishes(hero, l), hero.over_bars(before, "wish")
        hero.with_parts(wishes.total, asked)
        self.move(FadeIn(asked, wishes.total.axis), *gone, time="fade", still=False)
        waves = wishes.all()
        self.play(waves, run_time=seconds or waves.run_time)
        narrowed = wishes.take_total().through_the_slopes()
        hero.remove(wishes.total, asked)
        hero.with_sums(before)
        said = FadeIn(*hero.parts_of_sums(before)[1:])
        self.move(*narrowed, FadeOut(asked), said, time="fade" if seconds else "move", still=False)
        self.remove(wishes.total, *wishes.total.bars)
        self.add(hero)
