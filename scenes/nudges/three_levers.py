"""The three ways to change one output: its bias, its weights, the activations before it (N5)."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from manim import Mobject

from netsim import Reading, Trace
from netsim.figures.network import neurons_of
from netsim.figures.nudges.wishes import activations_before, darkest_before
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import level
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.replay import by_way_of
from scenes.parts.nudges.beside.lever_panel import LeverPanel
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import wishes_stand
from scenes.parts.nudges.hero.turn import BIAS, BRIGHT, DARK, HELD, Turn
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.verbs import Play
from scenes.words.numbers import Fact

M = TypeVar("M", bound=Mobject)


class ThreeLevers(TraceScene):
    """One output's levers, pulled one after the other; the output and the cost answer with what was recorded."""

    chapter = "nudges"
    asks = ("hidden",)
    needs = ("levers", "sweeps")
    opens_with = wishes_stand
    closes_with = wishes_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        L, label = trace.L, trace.own_output(0)
        bright, dark, held = (int(k) for _, _, k in trace["sweeps/place"][1:])
        return {
            **super().facts(trace),
            "before": neurons_of(trace, L - 1),
            "activations": activations_before(trace),
            "darkest": darkest_before(trace),
            "a_label": trace.reading(f"a{L}", 0, 0, label),
            "y_label": trace.reading("y", 0, label),
            "wish": -trace.reading(f"dC_da{L}", 0, 0, label),
            "by_bias": -trace.reading("levers/dC_db"),
            "by_weights": -trace.reading("levers/dC_dw"),
            "by_activations": -trace.reading("levers/dC_da"),
            "a_bright": trace.reading(f"a{L - 1}", 0, 0, bright),
            "a_dark": trace.reading(f"a{L - 1}", 0, 0, dark),
            "weight": trace.reading(f"W{L}", 0, label, held),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.into = self.hero.edges(self.trace.L)
        self.levels = {edges: edges.level for edges in (self.into, self.hero.edges(self.trace.L - 1))}
        self.panel = LeverPanel(self.hero, self.phrase)
        self.turns = [Turn(self.hero, number) for number in (BIAS, BRIGHT, DARK, HELD)]
        self.taken: list[Mobject] = [self.turns[BIAS].ring]

    @beat("N5")
    def one_output(self) -> None:
        """Let one output stand out with all that comes in, and a gauge of the cost take the place of the wishes."""
        hero = self.hero
        self.move(
            self.into.animate.set_level(hero.focus(hero.L, hero.label, rest=0)),
            hero.without("wish", hero.arrows, hero.wishes),
            hero.without("shows"),
            FadeIn(*self.taken, self.pinned(self.panel.cost)),
            still=False,
        )
        zone, zoom = self.panel.near(self.stage)
        self.look_at(zone, time="slow", zoom=zoom, still=False)
        self.move(self.into.pass_forward(), time="slow", still=False)

    @beat
    def the_bias(self) -> None:
        """Slide the bias down, up and back, and write down how fast the cost falls."""
        self.take(BIAS, "bias")
        self.pull()
        self.find("bias", -self.trace.reading("levers/dC_db"), over="nudge")

    @beat
    def a_bright_weight(self) -> None:
        """Slide the weight of the brightest neuron in the same way."""
        self.turn_weight(BRIGHT, "bright", self.viewpoint.back())

    @beat
    def a_dark_weight(self) -> None:
        """Slide the weight of the darkest neuron in the same way."""
        self.turn_weight(DARK, "dark")

    @beat
    def an_activation(self) -> None:
        """Grab a neuron before it, make it darker and brighter, and hold it."""
        outward = np.full_like(self.into.level, level.rest)
        outward[:, self.turns[HELD].place] = level.spoken
        self.take(HELD, "neuron", self.into.animate.set_level(outward))
        self.pull(self.turns[HELD].neuron, back=False)

    @beat
    def locked(self) -> None:
        """Let it go: it springs back and is locked, and light comes in from what it follows from."""
        held = self.turns[HELD]
        before, incoming = self.hero.edges(held.layer), self.hero.focus(held.layer, held.index, rest=0)
        self.let_go()
        self.move(FadeIn(self.pinned(self.panel.slider.lock())), before.animate.set_level(incoming), still=False)
        self.move(before.pass_forward(), time="slow", still=False)
        self.find("held", -self.trace.reading("levers/dC_da", held.index), held.neuron, over="wish")

    def hand_over(self) -> None:
        """Let go what is held, and let the wishes take the place of all that stands beside the network."""
        hero = self.hero
        if self.panel.held:
            self.let_go()
        hero.network.remove(*self.taken)
        self.move(
            *map(FadeOut, dict.fromkeys([*self.taken, *self.all_but(hero)])),
            *[edges.animate.set_level(levels) for edges, levels in self.levels.items()],
            self.viewpoint.back(),
            still=False,
        )
        hero.heads["shows"] = hero.head("shows")
        hero.with_parts(hero.heads["shows"]).with_wishes()
        self.move(FadeIn(*hero.heads.values(), hero.arrows, hero.wishes), time="fade", still=False)

    # --- pulling ------------------------------------------------------------------------

    def take(self, number: int, name: str, *more: Play) -> None:
        """Put a ring around what is turned, or what it leads from, and its slider beside the cost."""
        new: list[Mobject] = [self.turns[number].ring, *map(self.pinned, self.panel.take(number, name))]
        gone = [each for each in self.taken if each not in new]
        self.hero.network.remove(*gone)  # a strand stands there
        coming = [each for each in new if each not in self.taken]
        self.taken = new
        self.move(*map(FadeOut, gone), *map(FadeIn, coming), *more, still=False)

    def turn_weight(self, number: int, line: str, *more: Play) -> None:
        """Slide the weight that leads from a neuron, its edge as wide as it is; write down how fast the cost falls."""
        turn, levels = self.turns[number], self.hero.focus(self.trace.L, self.hero.label, rest=0)
        levels[turn.edge] = 0
        strand = turn.strand()
        lit = strand.animate.set_color(self.theme.of("focus"))
        self.take(number, "weight", lit, self.into.animate.set_level(levels), *more)
        self.taken.append(strand)
        self.pull(strand)
        self.find(line, -self.trace.reading("levers/dC_dw", turn.index), turn.neuron)

    def pull(self, *own: Strand | Neuron, back: bool = True) -> None:
        """Pull the lever through recorded positions, down, up and back; what is its own shows its value."""
        stops = (self.panel.rest, *self.panel.ends, *([self.panel.rest] if back else []))
        self.play(self.panel.pull(by_way_of(*stops), *own, run_time=2 * self.theme.time.slow))

    def let_go(self) -> None:
        """Let the lever spring back to where it stood."""
        self.play(self.panel.let_go(run_time=self.theme.time.move))

    def find(self, line: str, reading: Reading, neuron: Neuron | None = None, over: str = "") -> None:
        """Write down a line of what was found, with what stands over it if it is the first of its kind."""
        heads = [self.pinned(self.panel.head(over))] if over else []
        self.move(FadeIn(*heads, self.pinned(self.panel.found(line, reading, neuron))), still=False)

    def pinned(self, picture: M) -> M:
        """Let a picture stand fixed in the frame, and return it."""
        self.pin(picture)
        return picture
