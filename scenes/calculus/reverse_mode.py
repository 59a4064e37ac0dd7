"""The same sweep on a graph that is no neural network, and what it costs (K16)."""

from __future__ import annotations

from manim import LEFT, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.calculus.sweep import (
    one_sweep,
    passes_back,
    size_for_the_sweep,
    time_one_by_one,
    unit_one_by_one,
    work_one_by_one,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag, level
from scenes.mobjects.number_lines.pulse import Pulse
from scenes.mobjects.resting import wake
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.standing import chain_stands
from scenes.parts.calculus.small_graph import MADE, SmallGraph, graph_stands
from scenes.parts.calculus.wall import Wall
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

WALL, SAID = 3, 4  # shares of the width: the squares, what they are
LINES = 8  # rows of what is said
#: The pulses go back in this order; those of one step at the same time.
SWEEP = ((("u", "v"), ("s", "v")), (("t", "u"),), (("s", "t"), ("r", "t")), (("p", "s"), ("q", "s")))


class ReverseMode(TraceScene):
    """A small graph: values forward, derivatives back as pulses; then the price for the lesson's network."""

    chapter = "calculus"
    needs = ("graph", "chain")
    opens_with = graph_stands
    closes_with = chain_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "passes": passes_back(trace),
            "time": time_one_by_one(trace),
            "unit": unit_one_by_one(trace),
            "size": size_for_the_sweep(trace),
        }

    def setup(self) -> None:
        self.graph: SmallGraph = self.stands

    @beat("K16")
    def forward(self) -> None:
        """Draw the graph from its inputs on, with its values, then the derivative of each stroke."""
        graph = self.graph
        for name in MADE:
            self.move(FadeIn(graph.step(name)), still=False)
        self.move(LaggedStart(*map(FadeIn, graph.locals), lag_ratio=lag.apart), time="slow", still=False)

    @beat
    def the_sweep(self) -> None:
        """Send pulses back along the strokes: each is multiplied on its way, and where two meet they add."""
        graph = self.graph
        self.move(FadeIn(graph.adjoints["v"]), time="fade", still=False)
        waiting: dict[str, Pulse] = {}
        for step in SWEEP:
            pulses = {link: graph.pulse(*link) for link in step}
            self.play(*[graph.travel(pulse, *link) for link, pulse in pulses.items()], run_time=self.theme.time.move)
            for (start, end), pulse in pulses.items():
                if (start, end) == ("s", "v"):
                    waiting[start] = pulse
                    continue
                if start in waiting:
                    first = waiting.pop(start)
                    adding = [graph.add_up(first, start), FadeOut(pulse), FadeIn(graph.sum)]
                    self.move(*adding, still=False)
                    pulse = first
                self.move(FadeOut(pulse), FadeIn(graph.adjoints[start]), time="fade", still=False)

    @beat
    def the_price(self) -> None:
        """Show the work of one sweep as a square, then pull back: how many of them a pass for each parameter is."""
        self.leave(*self.staged())
        left, right = self.stage.columns(WALL, SAID, gap=gap.large)
        wall = Wall(self.trace, self.theme, left.inset(gap.small))
        lines = right.rows(*[1] * LINES)
        sweep = self.way("sweep", "<network_forward> + <network_backward> = <both>", "focus")
        each = self.way("one_by_one", "<parameters> times <network_forward> = <one_by_one>", "ink")
        counted = Words(self.phrase("counted"), self.theme, size="small", role="dim")
        names = VGroup(sweep[0], each[0])
        names.scale(min(1, right.width / float(names.width)))
        divided = self.count("<one_by_one> div <both> approx <times>")
        for i, line in zip((0, 1, 3, 4, 6, 7), [*each, *sweep, divided, counted], strict=True):
            lines[i].put(line, LEFT)
        wall.all.fade(1 - level.ground)
        self.add(wall.all, wall.lines, wall.sweep)
        self.look_at(wall.corner, time="fade", still=False)
        self.pin(sweep)
        self.enter(sweep)
        self.wait(self.theme.time.still)
        self.move(FadeOut(sweep), wake(wall.all, level.ground), still=False)
        self.look_back(time="slow", still=False)
        self.move(FadeIn(each, sweep, divided, counted), time="fade")

    def hand_over(self) -> None:
        """Let the chain of the beginning stand again."""
        self.move(*map(FadeOut, self.staged()), FadeIn(chain_stands(self)), time="fade", still=False)

    def way(self, name: str, source: str, role: str) -> VGroup:
        """Return how one way is called, and its multiplications."""
        return VGroup(Words(self.phrase(name), self.theme), self.count(source)).set_color(self.theme.of(role))

    def count(self, source: str) -> Formula:
        """Return a line of the trace's counts, and of what is made of them."""
        names = ("parameters", "network_forward", "network_backward", "one_by_one")
        counts = {name: self.trace.reading(f"graph/{name}") for name in names}
        counts |= {"both": one_sweep(self.trace), "times": work_one_by_one(self.trace)}
        tenths = size_for_the_sweep(self.trace) == "small"
        specs = dict.fromkeys(counts, ",.0f") | {"times": ".1f" if tenths else ",.0f"}
        numbers = {name: (value, specs[name]) for name, value in counts.items() if f"<{name}>" in source}
        return Formula(source, self.theme, numbers=numbers, size="title")
