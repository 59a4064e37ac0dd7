"""The same sweep on a graph that is no neural network, what it costs, and the end of the story (K16)."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UL, Animation, AnimationGroup, LaggedStart, VGroup

from netsim import Reading, Trace
from netsim.figures.calculus.sweep import passes_back, size_for_the_sweep, time_one_by_one, unit_one_by_one
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap
from scenes.mobjects.amounts.areas import CountSquare
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.small_graph import MADE, NODES, SmallGraph
from scenes.parts.selection import activations, network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

WAYS = ("one_by_one", "sweep")
TOP, SQUARES, PANEL = 2.25, 1.9, -2.2  # what is counted; upper end of the largest square; left end of what is said
HEIGHTS, SWEEP = ((1.4, 0.75), (-0.25, -0.9)), -1.2  # each way, and its numbers; the squares of the sweep
LARGEST, SMALL, APART = 4.1, 1.1, 0.04  # side of the largest square; of those of the sweep at most; between these


class ReverseMode(TraceScene):
    """A small graph: values forward, derivatives back; then the price for the network, and the network itself."""

    chapter = "calculus"
    needs = ("graph",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "passes": passes_back(trace),
            "time": time_one_by_one(trace),
            "unit": unit_one_by_one(trace),
            "size": size_for_the_sweep(trace),
        }

    def setup(self) -> None:
        self.graph = SmallGraph(self.trace, self.theme, self.words, self.stage.inset(gap.small))

    @beat("K16")
    def forward(self) -> None:
        """Draw the graph from its inputs on, with its values, then the derivative of each line."""
        graph = self.graph
        self.enter(graph.inputs())
        for name in MADE:
            self.move(FadeIn(graph.step(name)), still=name == MADE[-1])
        self.move(LaggedStart(*map(FadeIn, graph.locals), lag_ratio=0.25), time="slow")

    @beat
    def the_sweep(self) -> None:
        """Sweep back node by node, and write out how each derivative comes about."""
        shown: list[Formula] = []
        for name in sorted(NODES, reverse=True):
            said = self.graph.sums.get(name)
            self.move(*self.graph.sweep_to(name), time="move" if said else "fade", still=False)
            if said is not None:
                self.leave(*shown)
                self.move(FadeIn(said), time="fade", still=name == "s")
                shown = [said]

    @beat
    def the_price(self) -> None:
        """Show the multiplications of both ways as squares on one scale."""
        self.leave(*self.staged())
        counted = Words(self.phrase("counted"), self.theme, size="small", role="dim")
        self.enter(counted.move_to((STAGE.left, 0, 0), aligned_edge=LEFT).stand_on(TOP))
        sweep, all_passes = self.squares()
        all_passes.move_to((STAGE.left, SQUARES, 0), aligned_edge=UL)
        each = self.way(0, "<parameters> times <network_forward> = <one_by_one>", "ink")
        self.move(FadeIn(each), FadeIn(all_passes))
        both = self.way(1, "<network_forward> + <network_backward>", "focus")
        sweep.move_to((PANEL, SWEEP, 0), aligned_edge=UL)
        self.move(FadeIn(both), FadeIn(sweep))

    def squares(self) -> tuple[VGroup, CountSquare]:
        """Return the squares of one sweep, forward and back, and of a pass for each parameter, on one scale."""
        largest = Scale.fit([self.count("one_by_one")], LARGEST)
        names = ("network_forward", "network_backward")
        size = max(CountSquare(self.count(name), largest, self.theme).width for name in names)
        scale = Scale(largest.source, LARGEST * min(1.0, SMALL / size))
        both = [CountSquare(self.count(name), scale, self.theme, "focus") for name in names]
        return VGroup(*both).arrange(RIGHT, buff=APART, aligned_edge=DOWN), CountSquare(
            self.count("one_by_one"), scale, self.theme, "dim"
        )

    def way(self, i: int, source: str, role: str) -> VGroup:
        """Return how one way is called, and its multiplications, at their heights."""
        names = ("parameters", "network_forward", "network_backward", "one_by_one")
        numbers = {name: (self.count(name), ",.0f") for name in names if f"<{name}>" in source}
        lines = VGroup(
            Words(self.phrase(WAYS[i]), self.theme), Formula(source, self.theme, numbers=numbers, size="title")
        )
        for line, y in zip((lines[0], lines[1]), HEIGHTS[i], strict=True):
            line.shift((PANEL - line.get_left()[0], 0, 0)).stand_on(y)
        return lines.set_color(self.theme.of(role))

    def count(self, name: str) -> Reading:
        """Return a count of the trace's."""
        return self.trace.reading(f"graph/{name}")

    @beat
    def the_end(self) -> None:
        """Pass forward and backward through the whole network, then let it be as it is at the end."""
        last = len(self.trace.steps) - 1
        self.leave(*self.staged())
        network = NetworkDiagram(
            network_shape(self.trace, 0, 0, [last]),
            activations(self.trace, 0, 0),
            self.theme,
            self.words,
            left=STAGE.left,
            right=STAGE.right,
            bottom=STAGE.picture.bottom,
            top=STAGE.picture.top,
        ).connect(self.weights(0), later=[self.weights(last)])
        legend = network.legend().move_to((STAGE.left, STAGE.legend, 0), aligned_edge=LEFT)
        network.light_input()
        self.enter(network.light_all(), legend)
        back = [network.edges[l].pass_backward() for l in range(self.trace.L, 0, -1)]
        self.move(LaggedStart(*self.forward_passes(network, 0), lag_ratio=0.6), still=False)
        self.move(LaggedStart(*back, lag_ratio=0.6), time="slow", still=False)
        network.show_weights(self.weights(last), network.edge_scale)
        self.move(LaggedStart(*self.forward_passes(network, last), lag_ratio=0.6), time="slow")

    def forward_passes(self, network: NetworkDiagram, t: int) -> list[Animation]:
        """Return the animations in which the layers light up with a moment's activations, one after the other."""
        shown = activations(self.trace, t, 0)
        return [
            LaggedStart(
                network.edges[l].pass_forward(), AnimationGroup(*network.columns[l].light(shown[l])), lag_ratio=0.5
            )
            for l in range(1, self.trace.L + 1)
        ]

    def weights(self, t: int) -> dict[int, Reading]:
        """Return the weights of all layers at a recorded moment."""
        return {l: self.trace.reading(f"W{l}", t) for l in range(1, self.trace.L + 1)}
