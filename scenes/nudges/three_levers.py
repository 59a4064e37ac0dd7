"""The three ways to change one output: its bias, its weights, the activations before it (N5)."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Group, Mobject, VMobject

from netsim import Reading, Trace
from netsim.figures.network import neurons_of
from netsim.figures.nudges.wishes import activations_before
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.network.marks import ring
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.replay import Replay, by_way_of, there_and_back
from scenes.parts.nudges.lever_panel import LeverPanel
from scenes.parts.nudges.standing import wishes_stand
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

BIAS, BRIGHT, DARK, HELD = range(4)  # the recorded turns
LONG = 4  # of the theme's slow moves: a turn up, down and back


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
        bright, dark, held = (int(k) for _, _, k in trace["sweeps/place"][1:])
        return {
            **super().facts(trace),
            "before": neurons_of(trace, L - 1),
            "activations": activations_before(trace),
            "a_label": trace.reading(f"a{L}", 0, 0, label),
            "y_label": trace.reading("y", 0, label),
            "wish": -trace.reading(f"dC_da{L}", 0, 0, label),
            "by_bias": -trace.reading("levers/dC_db"),
            "by_weights": -trace.reading("levers/dC_dw"),
            "by_held": -trace.reading("levers/dC_da", held),
            "a_bright": trace.reading(f"a{L - 1}", 0, 0, bright),
            "a_dark": trace.reading(f"a{L - 1}", 0, 0, dark),
        }

    def setup(self) -> None:
        trace, self.hero = self.trace, self.stands
        self.L, self.label = trace.L, trace.label(0)
        self.into, self.before = self.hero.edges(self.L), self.hero.edges(self.L - 1)
        self.levels = [edges.level for edges in (self.into, self.before)]
        self.panel = LeverPanel(self.hero, self.phrase)
        self.neurons = [self.label, *(int(k) for _, _, k in trace["sweeps/place"][1:])]
        self.nudges = -trace.reading("levers/dC_dw")
        self.slider = self.name = self.ring = Group()

    @beat("N5")
    def one_output(self) -> None:
        """Let one output stand out with all that comes in, and a gauge of the cost take the place of the wishes."""
        hero = self.hero
        there = self.ring_of(BIAS)
        self.move(self.into.animate.set_level(hero.focus(self.L, self.label)), FadeIn(there))
        self.ring = there
        self.move(hero.without("wish", hero.arrows, hero.wishes), still=False)
        self.cost = self.panel.cost()
        self.move(FadeIn(self.cost))

    @beat(picture=3 / 10)
    def the_bias(self) -> None:
        """Slide the bias up, down and back."""
        self.take(BIAS, "bias")
        self.slide(BIAS)

    @beat
    def its_nudge(self) -> None:
        """Write down how fast the cost falls as the bias is raised."""
        self.found = [self.panel.head(), self.panel.found("bias", -self.trace.reading("levers/dC_db"))]
        self.move(FadeIn(*self.found))

    @beat(picture=3 / 10)
    def a_bright_weight(self) -> None:
        """Slide the weight of the brightest neuron in the same way."""
        self.turn_weight(BRIGHT, "bright")

    @beat(picture=3 / 10)
    def a_dark_weight(self) -> None:
        """Slide the weight of the darkest neuron in the same way."""
        self.turn_weight(DARK, "dark")

    @beat
    def an_activation(self) -> None:
        """Grab a neuron before it, make it brighter and darker, and hold it."""
        self.take(HELD, "neuron")
        rest, last = self.panel.rest(HELD), len(self.slider.values) - 1
        self.slide(HELD, self.neuron_of(HELD), rows=by_way_of(rest, last, 0, last))

    @beat(picture=3 / 5)
    def locked(self) -> None:
        """Let it go: it springs back and is locked, and light comes from what it follows from; then all is as before."""
        self.slide(
            HELD, self.neuron_of(HELD), rows=by_way_of(len(self.slider.values) - 1, self.panel.rest(HELD)), time="fade"
        )
        lock = self.slider.lock()
        self.move(FadeIn(lock))
        self.move(self.before.animate.set_level(self.hero.focus(self.L - 1, self.neurons[HELD])), still=False)
        self.move(self.before.pass_forward(), time="slow", still=False)
        self.find("wish", -self.trace.reading("levers/dC_da", self.neurons[HELD]))
        levels = zip((self.into, self.before), self.levels, strict=True)
        self.move(
            FadeOut(self.cost, self.slider, self.name, self.ring, lock, *self.found),
            *[edges.animate.set_level(level) for edges, level in levels],
        )
        hero = self.hero.with_wishes()
        self.move(FadeIn(hero.heads["wish"], hero.arrows, hero.wishes))

    # --- pulling ------------------------------------------------------------------------

    def turn_weight(self, turn: int, line: str) -> None:
        """Slide the weight that leads from a neuron, its edge as wide as it is; write down how fast the cost falls."""
        self.take(turn, "weight")
        k = self.neurons[turn]
        places = (self.hero.outputs.indices.index(self.label), self.hero.column(self.L - 1).indices.index(k))
        strand = Strand(self.into, *places, self.slider.values[self.panel.rest(turn)], self.theme)
        level = self.into.level.copy()
        self.move(FadeIn(strand), time="fade", still=False)
        self.into.level[places] = 0
        self.slide(turn, strand)
        self.into.set_level(level)
        self.move(FadeOut(strand), time="fade", still=False)
        self.find(line, self.nudges[k], self.neuron_of(turn))

    def take(self, turn: int, name: str) -> None:
        """Put a ring around what is turned, or what it leads from, and its slider beside the cost."""
        gone, there = [self.ring, self.slider, self.name], self.ring_of(turn)
        self.slider, self.name = self.panel.slider(turn, name)
        self.panel.gauge.follow(self.trace.reading("sweeps/C", turn))
        self.move(*map(FadeOut, gone), FadeIn(there, self.slider, self.name), still=False)
        self.ring = there

    def slide(self, turn: int, *own: Mobject, rows: Sequence[int] = (), time: str = "") -> None:
        """Pull the lever through recorded positions, by default up, down and back; what is its own shows its value."""
        rest, last = self.panel.rest(turn), len(self.slider.values) - 1

        def show(row: int) -> None:
            self.panel.show(turn, self.slider, row)
            for picture in own:
                picture.set_reading(self.slider.values[row])

        pulled = Replay(*own, *self.panel.shows(self.slider), rows=rows or there_and_back(rest, 0, last), show=show)
        seconds = getattr(self.theme.time, time) if time else LONG * self.theme.time.slow
        self.play(pulled, run_time=seconds)
        self.wait(self.theme.time.still)

    def find(self, line: str, reading: Reading, neuron: Neuron | None = None) -> None:
        """Write down a line of what was found."""
        self.found.append(self.panel.found(line, reading, neuron))
        self.move(FadeIn(self.found[-1]))

    def neuron_of(self, turn: int) -> Neuron:
        """Return the neuron of a turn: the output itself, the one that a weight leads from, or the one that is turned."""
        return self.hero.network.neuron(self.layer_of(turn), self.neurons[turn])

    def ring_of(self, turn: int) -> VMobject:
        """Return a ring around the neuron of a turn."""
        return ring(self.hero.network, self.layer_of(turn), self.neurons[turn]).set_color(self.theme.of("focus"))

    def layer_of(self, turn: int) -> int:
        """Return the layer of the neuron of a turn."""
        return self.L if turn == BIAS else self.L - 1
