"""The wishes go on to the layer before, and to the one before that, back to the first weights (N10)."""

from __future__ import annotations

from manim import LaggedStart, ReplacementTransform, VGroup

from netsim import Trace
from netsim.figures.network import hidden_layers, neurons_of
from netsim.figures.nudges.nudges import inputs_of_the_star
from netsim.figures.nudges.wishes import wishes_in_the_first_layer
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.marks import rim
from scenes.mobjects.type.formula import scale_note
from scenes.parts.nudges.first_weights import FirstWeights
from scenes.parts.nudges.protagonist import Protagonist
from scenes.parts.nudges.standing import all_sums_stand, first_sums_stand
from scenes.parts.nudges.wishes import Wishes
from scenes.parts.selection import most_moved, ranked
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

SLOWLY = 2  # so many layers are asked slowly, then the rest
ARRIVING = 9 / 10  # share of the way of nudges after which what they leave begins to be seen
NEAR = 2  # how many times as large the first layer is seen at most


class BackAgain(TraceScene):
    """The wishes of each layer for the one before it, and what they want of the first weights."""

    chapter = "nudges"
    needs_hidden = True
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
            "effect": -trace.reading("delta1", 0, 0, most_moved(trace)),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands

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
        time = self.theme.time
        self.move(self.hero.without_sums(*range(1, self.trace.L)), time="fade", still=False)
        for l in range(self.trace.L, 1, -1):
            self.hand_back(l, 2 * time.move if l > self.trace.L - SLOWLY else time.move)

    @beat(picture=1 / 2)
    def on_one_scale(self) -> None:
        """Show the wishes of all layers on one scale, then each layer's on its own, and what its slopes leave of it."""
        hero, layers = self.hero, range(self.trace.L, 0, -1)
        wishes = {l: -self.trace.reading(f"dC_da{l}", 0, 0) for l in layers}
        shown = [wishes[l].take(hero.column(l).indices) for l in layers]
        one = Scale.fit(shown, min(hero.longest(l) for l in layers))
        self.move(hero.without_sums(*layers[1:]), time="fade", still=False)
        bars, said = {l: hero.bars(l, wishes[l], one) for l in layers}, VGroup()
        for l in layers:
            new = hero.over_bars(l, "wish"), *hero.under_bars(l, hero.among(l, wishes[l], one))
            said.add(*new)
            time = "move" if l > self.trace.L - SLOWLY else "fade"
            self.move(FadeIn(*new, bars[l].axis), *bars[l].grow(), time=time, still=False)
        self.wait(self.theme.time.slow)
        own = {l: hero.bars(l, wishes[l], hero.scale_of_sums(l)) for l in layers}
        self.move(*[ReplacementTransform(bars[l], own[l]) for l in layers])
        for l in layers[1:]:
            hero.with_sums(l)
        effects = [
            bar.change(new.reading) for l in layers[1:] for bar, new in zip(own[l].bars, hero.sums[l].bars, strict=True)
        ]
        lines = [part for l in layers[1:] for part in hero.parts_of_sums(l)[1:]]
        self.move(*effects, FadeOut(said, own[self.trace.L]), FadeIn(*lines))
        self.remove(*own.values(), *[bar for column in own.values() for bar in column.bars])
        self.add(hero)

    @beat
    def the_first_weights(self) -> None:
        """Let the neuron of the first layer that is moved most say what its weights should do, then all others."""
        j = most_moved(self.trace)
        first, mark = FirstWeights(self.hero, j), rim(self.hero.network, 1, j).set_color(self.theme.of("focus"))
        self.lines = [part for l in range(1, self.trace.L) for part in self.hero.parts_of_sums(l)[1:]]
        self.move(self.viewpoint.on(first.zone, NEAR), FadeIn(mark), FadeOut(*self.lines))
        note = scale_note(first.scale_of_nudges, self.theme, self.phrase("strongest"), 3)
        first.under(note)
        way = first.comets.travel(run_time=2 * self.theme.time.slow)
        self.play(LaggedStart(way, FadeIn(first.left, note, run_time=self.theme.time.fade), lag_ratio=ARRIVING))
        if first.others:
            self.play(*[nudges.travel() for nudges in first.others], run_time=2 * self.theme.time.slow)
        self.told_of = first.left, note, mark

    def hand_over(self) -> None:
        """Let the camera go back, and what was said of the first weights leave."""
        self.move(self.viewpoint.back(), FadeOut(*self.told_of), FadeIn(*self.lines), still=False)
        self.add(self.hero)

    def hand_back(self, l: int, seconds: float | None) -> None:
        """Let the neurons of layer l ask those before it; what they ask adds up, and is narrowed by the slopes.

        Parameters
        ----------
        seconds
            How long the wishes take; None for as long as each needs to be seen.
        """
        hero, before = self.hero, l - 1
        if not Wishes.recorded(self.trace, l):
            hero.with_sums(before)
            self.move(hero.edges(l).pass_backward(), FadeIn(*hero.parts_of_sums(before)), still=False)
            return
        wishes, asked = Wishes(hero, l), hero.over_bars(before, "wish")
        hero.with_parts(wishes.total, asked)
        self.move(FadeIn(asked, wishes.total.axis), time="fade", still=False)
        waves = wishes.all()
        self.play(waves, run_time=seconds or waves.run_time)
        narrowed = wishes.take_total().through_the_slopes()
        hero.remove(wishes.total, asked)
        hero.with_sums(before)
        said = FadeIn(*hero.parts_of_sums(before)[1:])
        self.move(*narrowed, FadeOut(asked), said, time="fade" if seconds else "move", still=False)
        self.remove(wishes.total, *wishes.total.bars)
        self.add(hero)
