"""The three ways to change one output: its bias, its weights, the activations before it (N5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from manim import Mobject, VMobject

from netsim import Reading, Trace
from netsim.figures.network import neurons_of
from netsim.figures.nudges.wishes import activations_before
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import level
from scenes.mobjects.network.marks import ring
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.replay import by_way_of
from scenes.parts.nudges.lever_panel import LeverPanel
from scenes.parts.nudges.protagonist import Protagonist
from scenes.parts.nudges.standing import wishes_stand
from scenes.stage.beats import beat
from scenes.stage.stage import Play, TraceScene
from scenes.words.numbers import Fact

M = TypeVar("M", bound=Mobject)

BIAS, BRIGHT, DARK, HELD = range(4)  # the recorded turns
LONG = 4  # of the theme's slow moves: a turn down and up
LITTLE = 5  # a little is such a part of the way up


class ThreeLevers(TraceScene):
    """One output's levers, pulled one after the other; the output and the cost answer with what was recorded."""

    chapter = "nudges"
    needs_hidden = True
    needs = ("levers", "sweeps")
    opens_with = wishes_stand
    closes_with = wishes_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        L, label = trace.L, trace.label(0)
        bright, dark, _ = (int(k) for _, _, k in trace["sweeps/place"][1:])
        return {
            **super().facts(trace),
            "before": neurons_of(trace, L - 1),
            "activations": activations_before(trace),
            "a_label": trace.reading(f"a{L}", 0, 0, label),
            "y_label": trace.reading("y", 0, label),
            "wish": -trace.reading(f"dC_da{L}", 0, 0, label),
            "by_bias": -trace.reading("levers/dC_db"),
            "by_weights": -trace.reading("levers/dC_dw"),
            "by_activations": -trace.reading("levers/dC_da"),
            "a_bright": trace.reading(f"a{L - 1}", 0, 0, bright),
            "a_dark": trace.reading(f"a{L - 1}", 0, 0, dark),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.L, self.label = self.trace.L, self.trace.label(0)
        self.into, self.before = self.hero.edges(self.L), self.hero.edges(self.L - 1)
        self.levels = {edges: edges.level for edges in (self.into, self.before)}
        self.panel = LeverPanel(self.hero, self.phrase)
        self.neurons = [self.label, *(int(k) for _, _, k in self.trace["sweeps/place"][1:])]
        self.nudges = -self.trace.reading("levers/dC_dw")
        self.found: list[Mobject] = []

    @beat("N5")
    def one_output(self) -> None:
        """Let one output stand out with all that comes in, and a gauge of the cost take the place of the wishes."""
        hero = self.hero
        self.ring = self.ring_of(BIAS)
        self.move(self.into.animate.set_level(hero.focus(self.L, self.label, rest=0)), FadeIn(self.ring), still=False)
        self.pin(self.panel.cost)
        self.move(
            hero.without("wish", hero.arrows, hero.wishes), hero.without("shows"), FadeIn(self.panel.cost), still=False
        )
        zone, zoom = self.panel.near(self.stage)
        self.look_at(zone, time="slow", zoom=zoom, still=False)
        self.move(self.into.pass_forward(), time="slow")

    @beat
    def the_bias(self) -> None:
        """Slide the bias down and up, and hold it."""
        self.take(BIAS, "bias")
        self.pull()

    @beat
    def its_nudge(self) -> None:
        """Let the bias go, raise it a little, and write down how fast the cost falls."""
        self.let_go()
        rest, (_, high) = self.panel.rest, self.panel.ends
        self.pull(rows=by_way_of(rest, rest + (high - rest) // LITTLE, rest), time=2 * self.theme.time.slow)
        self.found.append(self.pinned(self.panel.head()))
        self.find("bias", -self.trace.reading("levers/dC_db"))

    @beat
    def a_bright_weight(self) -> None:
        """Slide the weight of the brightest neuron in the same way."""
        self.look_back(still=False)
        self.turn_weight(BRIGHT, "bright")

    @beat
    def a_dark_weight(self) -> None:
        """Slide the weight of the darkest neuron in the same way."""
        self.let_go()
        self.turn_weight(DARK, "dark")

    @beat
    def an_activation(self) -> None:
        """Grab a neuron before it, make it darker and brighter, and hold it."""
        self.let_go()
        outward = np.full_like(self.into.level, level.rest)
        outward[:, self.place_of(HELD)] = level.spoken
        self.take(HELD, "neuron", self.into.animate.set_level(outward))
        self.pull(self.neuron_of(HELD))

    @beat
    def locked(self) -> None:
        """Let it go: it springs back and is locked, and light comes in from what it follows from."""
        before = self.before
        self.let_go(time="fade")
        lock = self.pinned(self.panel.slider.lock())
        incoming = self.hero.focus(self.L - 1, self.neurons[HELD], rest=0)
        self.move(FadeIn(lock), before.animate.set_level(incoming), still=False)
        self.move(before.pass_forward(), time="slow", still=False)
        self.find("wish", -self.trace.reading("levers/dC_da", self.neurons[HELD]))

    def hand_over(self) -> None:
        """Let go what is held, come back, and let the wishes take the place of all that stands beside the network."""
        hero = self.hero
        if self.panel.held:
            self.let_go()
        if self.viewpoint.zoom > 1:
            self.look_back(still=False)
        self.move(
            *[FadeOut(mobject) for mobject in self.staged() if mobject is not hero],
            *[edges.animate.set_level(levels) for edges, levels in self.levels.items()],
            still=False,
        )
        hero.heads["shows"] = hero.head("shows")
        hero.with_parts(hero.heads["shows"]).with_wishes()
        self.move(FadeIn(*hero.heads.values(), hero.arrows, hero.wishes))

    # --- pulling ------------------------------------------------------------------------

    def turn_weight(self, turn: int, line: str) -> None:
        """Slide the weight that leads from a neuron, its edge as wide as it is; write down how fast the cost falls."""
        self.take(turn, "weight")
        place = self.place_of(BIAS), self.place_of(turn)
        self.strand = Strand.along(self.into, *place, self.panel.slider.values[self.panel.rest], self.theme)
        self.strand.set_color(self.theme.of("dim"))
        self.into.set_level(self.into.level).level[place] = 0
        self.hero.over_the_edges(self.strand)
        self.move(self.strand.animate.set_color(self.theme.of("focus")), time="fade", still=False)
        self.pull(self.strand)
        self.find(line, self.nudges[self.neurons[turn]], self.neuron_of(turn))

    def let_go(self, time: str = "move") -> None:
        """Let the lever go back to where it stood; a weight's edge is one among others again."""
        self.play(self.panel.let_go(run_time=getattr(self.theme.time, time)))
        if self.panel.turn in (BRIGHT, DARK):
            self.move(self.strand.animate.set_color(self.theme.of("dim")), time="fade", still=False)
            self.hero.network.remove(self.strand)
            self.into.set_level(self.hero.focus(self.L, self.label, rest=0))

    def take(self, turn: int, name: str, *more: Play) -> None:
        """Put a ring around what is turned, or what it leads from, and its slider beside the cost."""
        gone = [self.ring] if turn == BIAS else [self.ring, self.panel.slider, self.panel.name]
        self.ring = self.ring_of(turn)
        new = map(self.pinned, self.panel.take(turn, name))
        self.move(FadeOut(*gone), FadeIn(self.ring), FadeIn(*new), *more, still=False)

    def pull(self, *own: Strand | Neuron, rows: Sequence[int] = (), time: float = 0) -> None:
        """Pull the lever through recorded positions, by default down and up; what is its own shows its value."""
        way = rows or by_way_of(self.panel.rest, *self.panel.ends)
        self.play(self.panel.pull(way, *own, run_time=time or LONG * self.theme.time.slow))
        self.wait(self.theme.time.still)

    def find(self, line: str, reading: Reading, neuron: Neuron | None = None) -> None:
        """Write down a line of what was found, with what stands over it if it is the first."""
        over = self.found if len(self.found) == 1 else []
        new = self.pinned(self.panel.found(line, reading, neuron))
        self.move(FadeIn(*over, new))
        self.found.append(new)

    def neuron_of(self, turn: int) -> Neuron:
        """Return the neuron of a turn: the output, the one that a weight leads from, or that which is turned."""
        return self.hero.network.neuron(self.layer_of(turn), self.neurons[turn])

    def place_of(self, turn: int) -> int:
        """Return the place of a turn's neuron among those of its layer that are drawn."""
        return self.hero.column(self.layer_of(turn)).indices.index(self.neurons[turn])

    def ring_of(self, turn: int) -> VMobject:
        """Return a ring around the neuron of a turn."""
        return ring(self.hero.network, self.layer_of(turn), self.neurons[turn]).set_color(self.theme.of("focus"))

    def layer_of(self, turn: int) -> int:
        """Return the layer of the neuron of a turn."""
        return self.L if turn == BIAS else self.L - 1

    def pinned(self, picture: M) -> M:
        """Let a picture stand fixed in the frame, and return it."""
        self.pin(picture)
        return picture
