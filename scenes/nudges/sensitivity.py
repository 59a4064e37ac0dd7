"""What a number of the gradient says: how much the cost listens to one weight, measured (N2)."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Animation, Create, Group, Mobject

from netsim import Trace
from netsim.figures.calculus.neurons import kind_of_neuron
from netsim.figures.network import weights
from netsim.figures.nudges.wiggles import first_change, first_is_lit, second_change, wiggled
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import level
from scenes.parts.nudges.beside.wiggle_panel import WigglePanel
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import network_stands
from scenes.parts.standing_network import RESTING
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import input_name

TIMES = 2  # as long as a slow move: a weight is turned up, down and back


class Sensitivity(TraceScene):
    """Two weights of the network are turned just as far, and the measured cost answers: much, and hardly."""

    chapter = "nudges"
    needs = ("sensitivity", "gradient")
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        inputs = [int(place[2]) for place in trace["sensitivity/place"]] if trace.features else []
        return {
            **super().facts(trace),
            **dict(zip(("first_input", "second_input"), [input_name(trace, k) for k in inputs], strict=False)),
            "inputs_are": kind_of_neuron(trace, 0),
            "weights": weights(trace),
            "examples": trace.reading("gradient/examples"),
            "slope": trace.reading("sensitivity/dC_dw", 0),
            "ratio": trace.reading("sensitivity/measured_ratio"),
            "first_lit": trace.reading("sensitivity/lit", 0),
            "second_lit": trace.reading("sensitivity/lit", 1),
            "wiggled": wiggled(trace),
            "whose": first_is_lit(trace),
            "first": first_change(trace),
            "second": second_change(trace),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.panel = WigglePanel(self.hero, self.phrase)
        self.added: list[Mobject] = []

    @beat("N2")
    def the_first(self) -> None:
        """Let all edges rest but two, from the very pixels; turn the first up, down and back, and the cost answers."""
        panel, every = self.panel, range(1, self.trace.L + 1)
        back = [self.hero.edges(l).animate.set_level(RESTING * level.back).build() for l in every]
        ends = [end for edge in panel.edges for end in (edge.source, edge.goal)] + panel.letters()
        lines = [edge.line for edge in panel.edges]
        self.come(*ends, others=[*back, *map(Create, lines)])
        self.added += lines
        beside = [panel.cost, panel.swing, panel.number, panel.dial, *panel.tags[: panel.many - 1]]
        self.come(*beside, others=panel.colours(0), time="fade")
        self.play(panel.wiggle(0, TIMES * self.theme.time.slow))

    @beat
    def the_second(self) -> None:
        """Turn the second just as far, on the same scale; a single one stays as it is."""
        panel = self.panel
        if panel.many == 1:
            return
        dial, panel.dial = panel.dial, panel.dial_of(1)
        self.added.remove(dial)
        self.come(panel.dial, *panel.tags[1:], others=[FadeOut(dial), *panel.colours(1)], time="fade")
        self.play(panel.wiggle(1, TIMES * self.theme.time.slow))
        if float(self.known["ratio"]):
            ratio = panel.ratio()
            self.go(panel.number, others=[FadeOut(panel.swing.let_go_of_needle()), FadeIn(ratio)])
            self.added.append(ratio)

    @beat
    def where_it_is_dark(self) -> None:
        """Let a bar grow for each: in what share of the examples its input is not 0 at all."""
        panel = self.panel
        head, rows = panel.lit()
        self.go(panel.dial, others=[FadeIn(head)])
        for i, (words, bar) in enumerate(rows):
            self.move(FadeIn(words), bar.grow(), *panel.colours(i), still=False)
        self.move(*panel.colours(*range(panel.many)), still=False)
        self.lit = Group(head, *[part for row in rows for part in row])
        self.added.append(self.lit)

    @beat
    def what_it_says(self) -> None:
        """Write what the gradient says of each under what was measured."""
        panel = self.panel
        name, rows = panel.derivatives()
        self.added.append(name)
        self.go(self.lit, others=[FadeIn(name)])
        for i, number in enumerate(rows):
            self.come(number, others=panel.colours(i))
        self.move(*panel.colours(*range(panel.many)), still=False)

    def hand_over(self) -> None:
        """Let all leave again that was added, and the edges come back."""
        back = [self.hero.edges(l).animate.set_level(RESTING) for l in range(1, self.trace.L + 1)]
        self.move(FadeOut(Group(*self.added)), *back, time="fade", still=False)

    def come(self, *mobjects: Mobject, others: Sequence[Animation] = (), time: str = "move") -> None:
        """Let things appear that will leave again at the end."""
        self.added += mobjects
        self.move(FadeIn(Group(*mobjects)), *others, time=time, still=False)

    def go(self, mobject: Mobject, others: Sequence[Animation] = ()) -> None:
        """Let something go before the end."""
        self.added.remove(mobject)
        self.move(FadeOut(mobject), *others, time="fade", still=False)
