"""Whose weights matter: those of neurons that carry much (N6)."""

from __future__ import annotations

from typing import TypeVar

from manim import Create, Group, LaggedStart, VGroup, linear

from netsim import Trace
from netsim.figures.functions import coupling
from netsim.figures.network import neurons_of
from netsim.figures.nudges.wishes import activations_before
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag, level
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.network.rim import Rim
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.asking import comets_from, heads_of
from scenes.parts.nudges.beside.brightness_plot import BrightnessPlot
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import wishes_stand
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

L = TypeVar("L", Words, Spoken)

TIMES = 4  # the widest nudge, as a multiple of the widest weight


class BangForTheBuck(TraceScene):
    """All nudges of one output's weights, each as large as its neuron is bright: on the edges, and in a plot."""

    chapter = "nudges"
    asks = ("hidden",)
    needs = ("levers",)
    opens_with = wishes_stand
    closes_with = wishes_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "before": neurons_of(trace, trace.L - 1),
            "activations": activations_before(trace),
            "coupling": coupling(trace),
            "effect": -trace.reading("levers/dC_db"),
            "by_weights": -trace.reading("levers/dC_dw"),
            "by_activations": -trace.reading("levers/dC_da"),
            "wish": -trace.reading(f"dC_da{trace.L}", 0, 0, trace.own_output(0)),
        }

    def setup(self) -> None:
        hero: Protagonist = self.stands
        self.hero, L = hero, self.trace.L
        self.into, self.row = hero.edges(L), hero.outputs.indices.index(hero.label)
        self.nudges, self.bias = -self.trace.reading("levers/dC_dw"), -self.trace.reading("levers/dC_db")
        self.scale = Scale.fit([self.nudges, self.bias], TIMES * WIDEST)
        self.levels, here = self.into.level, self.nudges.take(hero.column(L - 1).indices)
        ends = self.into.starts[[self.row]], self.into.ends[[self.row]]
        self.wanted = Edges(here, *ends, self.scale, self.theme)
        self.plainly = 1 / self.wanted.alphas  # the level at which their width alone tells them apart
        self.wanted.set_level(self.plainly)
        self.rim = Rim(self.bias, self.scale, hero.network.neuron(L, hero.label), self.theme)
        self.comets = comets_from(hero, L, hero.label, self.nudges, heads_of(hero, L - 1, self.nudges))
        column = hero.column(L - 1)
        zone = hero.room.inset(right=hero.room.right - float(column.get_left()[0]) + gap.large)
        self.plot = BrightnessPlot(hero, self.nudges, self.bias, zone, self.phrase)
        self.far = Group(*hero.left_of(L - 1))
        widest = self.phrase("widest", widest=self.scale.among([here]).source)
        note = self.under(Spoken(widest, self.theme, size="small", role="dim"))
        self.note = VGroup(note) if float(self.bias) else VGroup()

    @beat("N6")
    def all_at_once(self) -> None:
        """Let the nudge of the bias run back along all edges, and leave each as wide as its own nudge."""
        hero, levels = self.hero, self.hero.focus(self.hero.L, self.hero.label, rest=0)
        self.move(self.into.animate.set_level(levels), FadeIn(self.rim), still=False)
        hero.over_the_edges(self.wanted, self.comets)
        levels = levels.copy()
        levels[self.row] = 0
        self.play(
            self.wanted.draw_backward(),
            self.comets.travel(),
            self.into.animate.set_level(levels),
            run_time=2 * self.theme.time.slow,
            rate_func=linear,
        )
        hero.network.remove(self.comets)
        self.add(hero, self.rim)
        self.move(FadeIn(self.note), time="fade", still=False)

    @beat
    def one_line(self) -> None:
        """Let the neurons fly to their places in a plot, and draw the line on which they stand."""
        plot = self.plot
        self.move(FadeOut(self.far), FadeIn(plot.frame, plot.names), still=False)
        self.move(LaggedStart(*plot.fly(), lag_ratio=lag.close), time="slow", still=False)
        self.move(Create(plot.line), still=False)
        self.bring_to_front(*plot.marks.values())
        self.move(FadeIn(plot.brightest), time="fade", still=False)

    @beat
    def fire_together(self) -> None:
        """Let the neurons fly back and light pass from them along what is to grow most, with the small print."""
        self.take_back()
        words = Words(self.phrase("likeness"), self.theme, size="small", role="dim")
        small = [self.under(words)] if float(self.bias) else []
        resting = self.wanted.animate.set_level(level.back * self.plainly)
        self.move(FadeOut(self.note), *map(FadeIn, small), resting, still=False)
        for _ in range(2):
            self.move(self.wanted.pass_forward(), time="slow", still=False)
        self.move(self.wanted.animate.set_level(self.plainly), time="fade", still=False)

    def hand_over(self) -> None:
        """Let the nudges go, and the edges come back as they were."""
        if self.plot.frame in self.get_mobject_family_members():
            self.take_back()
        self.move(FadeOut(self.wanted, *self.all_but(self.hero)), self.into.animate.set_level(self.levels), still=False)
        self.hero.network.remove(self.wanted)
        self.add(self.hero)

    def take_back(self) -> None:
        """Let the neurons fly back from the plot, and what lies before them stand there again."""
        hero, plot = self.hero, self.plot
        leaving = FadeOut(plot.brightest, plot.line, plot.frame, plot.names)
        self.move(*plot.fly_back(), leaving, FadeIn(self.far), still=False)
        self.remove(*plot.marks.values())
        self.add(hero, self.rim)

    def under(self, line: L) -> L:
        """Put a line under the edges that are spoken of, and return it."""
        hero = self.hero
        line.move_to(((hero.column(hero.L - 1).get_x() + hero.outputs.get_x()) / 2, 0, 0))
        return self.stage.hold(line).stand_on(self.stage.bottom + gap.small)
