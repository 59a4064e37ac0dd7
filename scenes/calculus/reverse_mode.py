"""The same sweep on a graph that is no neural network, what it costs, and the end of the story (K16)."""

from __future__ import annotations

from manim import LEFT, Animation, AnimationGroup, FadeIn, LaggedStart, VGroup

from netsim import Reading, Trace
from scenes.beats import beat
from scenes.choices import activations, network_shape
from scenes.mobjects.formula import Formula
from scenes.mobjects.network import NetworkDiagram
from scenes.mobjects.typeset import Words
from scenes.parts.small_graph import MADE, NODES, SmallGraph
from scenes.stage import Fact, TraceScene
from scenes.words_of_the_sweep import price_of
from scenes.zones import FLOOR, STAGE

COUNTED = "multiplications for every derivative of one example"
WAYS = ("one by one: a forward pass for each parameter", "the sweep: one pass forward, one pass back")
TOP, HEIGHTS = 2.1, ((1.0, 0.3), (-0.9, -1.6))  # what is counted; each way, and its numbers


class ReverseMode(TraceScene):
    """A small graph: values forward, derivatives back; then the price for the network, and the network itself."""

    chapter = "calculus"
    title = "One sweep back, on any graph"
    needs = ("graph",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {**super().facts(trace), **price_of(trace)}

    def setup(self) -> None:
        self.graph = SmallGraph(self.trace, self.theme)

    @beat("K16")
    def forward(self) -> None:
        """Here is another calculation, without neurons:
        from [p](math), [q](math) and [r](math), in four steps, to [v](math)."""
        graph = self.graph
        self.enter(graph.inputs())
        for name in MADE:
            self.move(FadeIn(graph.step(name)), still=name == MADE[-1])

    @beat
    def every_link(self) -> None:
        """Each line has a small derivative of its own: by how much its end moves with its start."""
        self.move(LaggedStart(*map(FadeIn, self.graph.locals), lag_ratio=0.25), time="slow")

    @beat
    def the_sweep(self) -> None:
        """Then one sweep back from [v](math): multiply along each line, and where two paths meet, add."""
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
        """The sweep back costs {price}.
        If the two took a second, a forward pass for each parameter {as_long}."""
        self.leave(*self.staged())
        count = {name: self.trace.reading(f"graph/{name}") for name in ("parameters", "network_forward", "one_by_one")}
        back = self.trace.reading("graph/network_backward")
        each = Formula(
            "<parameters> times <network_forward> = <one_by_one>",
            self.theme,
            numbers={name: (reading, ",.0f") for name, reading in count.items()},
            size="title",
        )
        both = Formula(
            "<forward> + <back>",
            self.theme,
            numbers={"forward": (count["network_forward"], ",.0f"), "back": (back, ",.0f")},
            size="title",
        )
        counted = Words(COUNTED, self.theme, size="small", role="dim").move_to((0, TOP, 0))
        self.enter(counted)
        self.ways = [VGroup(Words(way, self.theme), line) for way, line in zip(WAYS, (each, both), strict=True)]
        for way, heights in zip(self.ways, HEIGHTS, strict=True):
            for line, y in zip(way, heights, strict=True):
                line.stand_on(y)
            self.move(FadeIn(way))
        self.move(self.ways[1].animate.set_color(self.theme.of("focus")), time="fade", still=False)

    @beat
    def the_end(self) -> None:
        """Forward to see what comes out, backward to see how the cost answers to each weight,
        a small step, and again: that is how a network learns."""
        last = len(self.trace.steps) - 1
        self.leave(*self.staged())
        network = NetworkDiagram(
            network_shape(self.trace, 0, 0, [last]),
            activations(self.trace, 0, 0),
            self.theme,
            left=STAGE.left,
            right=STAGE.right,
            bottom=FLOOR,
            top=2.1,
        ).connect(self.weights(0), later=[self.weights(last)])
        legend = network.legend().move_to((STAGE.left, FLOOR - 0.2, 0), aligned_edge=LEFT)
        network.light_input()
        self.enter(network.light_all(), legend)
        back = [network.edges[l].pass_backward() for l in range(self.trace.L, 0, -1)]
        self.move(LaggedStart(*self.forward_passes(network, 0), lag_ratio=0.6), still=False)
        self.move(LaggedStart(*back, lag_ratio=0.6), time="slow", still=False)
        self.remove(*network.take_weights(self.weights(last)))
        self.add(*network.edges.values(), *network.columns.values())
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
