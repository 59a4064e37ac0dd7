"""Every weight and every bias of the network: counted, drawn all at once, and one of them named (D3)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from manim import LEFT, RIGHT, VGroup

from netsim import Trace
from netsim.figures.network import (
    biases,
    hidden_layers,
    neurons_of,
    parameters,
    strongest_of_lit,
    weights,
    weights_between,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.network.edges import edge_legend
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.selection import activations, network_shape
from scenes.parts.whole_network import WholeNetwork
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

ROOM = Zone(STAGE.left, STAGE.right, -1.95, 2.07)
TERMS, BIASES, TOTAL = 2.36, -2.3, STAGE.note  # lines that the terms over gaps, under layers, and their sum stand on
DIM, RADIUS = 0.12, 0.28  # opacity of the edges while one of them is spoken of; radius of its dial
RING = 0.3  # room left of the first neurons for a ring
APART, BESIDE = 0.2, 0.45  # room between two terms; between things that stand on one line
QUICK = 4  # from so many layers on each is quicker


class EveryDial(TraceScene):
    """The whole network with all its edges, each term of the count beside the gap or layer that it counts."""

    chapter = "descent"

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "hidden": hidden_layers(trace),
            "weights": weights(trace),
            "biases": biases(trace),
            "count": parameters(trace),
        }

    def setup(self) -> None:
        trace, layers = self.trace, range(1, self.trace.L + 1)
        t = len(trace.steps) - 1
        self.weights = {l: trace.reading(f"W{l}", t) for l in layers}
        room = ROOM if trace.image_shape else replace(ROOM, left=STAGE.left + RING)
        self.network = WholeNetwork(
            network_shape(trace, t, 0), activations(trace, t, 0), self.weights, self.theme, self.words, room
        )
        self.place = strongest_of_lit(trace)

    @beat("D3")
    def every_weight(self) -> None:
        """Draw all edges, and write over each gap how many there are."""
        network = self.network
        self.enter(*network.layers, network.names)
        self.terms = self.products()
        for edges, term in zip(network.edges.values(), self.terms, strict=True):
            quick = self.trace.L > QUICK
            self.move(edges.draw_forward(), FadeIn(term), time="fade" if quick else "slow", still=False)
        self.legend = edge_legend(network.scale_of_width, self.theme, self.words, TOTAL)
        self.legend.shift((STAGE.left - self.legend.get_left()[0], 0, 0))
        self.move(FadeIn(self.legend), time="fade")

    @beat
    def every_bias(self) -> None:
        """Write the number of biases under each layer, and the sum of all."""
        network = self.network
        terms = VGroup()
        for l, layer in enumerate(network.layers[1:], start=1):
            term = Formula('"+ " <n>', self.theme, numbers={"n": (neurons_of(self.trace, l), ",.0f")}, size="small")
            x = min(float(layer.get_x()), STAGE.right - term.width / 2)
            terms.add(term.move_to((x, 0, 0)).stand_on(BIASES))
        self.move(FadeIn(terms))
        total = Spoken(self.phrase("total"), self.theme).stand_on(TOTAL)
        free = self.legend.get_right()[0] + BESIDE + total.width / 2
        self.move(FadeIn(total.shift((max(ROOM.center[0], free) - total.get_x(), 0, 0))))
        self.biases, self.total = terms, total

    @beat
    def one_of_them(self) -> None:
        """Mark one edge, and set beside it its dial, its name and its value."""
        network, (j, k) = self.network, (int(float(one)) for one in self.place)
        mark = network.mark(1, j, k)
        weight = self.weights[1][j][k]
        name = Formula(
            f"w_({j}, thin {k})^((1)) = <w>",
            self.theme,
            numbers={"w": (weight, ".2f")},
            role="focus",
        )
        dial = Dial(weight, network.scale_of_width, self.theme, RADIUS, "focus")
        name.move_to((network.gap(1) + RADIUS, 0, 0)).stand_on(TERMS)
        dial.next_to(name, LEFT, 0.25).set_y(name.middle)
        said = self.phrase("places", j=self.place[0], k=self.place[1])
        places = Spoken(said, self.theme, size="small", role="dim").next_to(name, RIGHT, BESIDE).stand_on(TERMS)
        both = VGroup(dial, name, places)
        both.shift((min(0.0, STAGE.right - both.get_right()[0]), 0, 0))
        both.shift((max(0.0, STAGE.left - both.get_left()[0]), 0, 0))
        self.move(
            *[edges.animate.set_opacity(DIM) for edges in network.edges.values()],
            FadeOut(self.terms, self.biases),
            still=False,
        )
        self.move(FadeIn(mark), FadeIn(both))

    @beat
    def to_learn(self) -> None:
        """Let all edges stand out again."""
        self.move(*[edges.animate.set_opacity(1.0) for edges in self.network.edges.values()], time="slow")

    def products(self) -> VGroup:
        """Return the number of weights between two layers, over each gap: with what it comes to if there is room."""
        for code in ("<k> times <j> = <both>", "<k> times <j>"):
            terms = VGroup()
            for l in range(1, self.trace.L + 1):
                many = (neurons_of(self.trace, l - 1), neurons_of(self.trace, l), weights_between(self.trace, l))
                numbers = {name: (count, ",.0f") for name, count in zip(("k", "j", "both"), many, strict=True)}
                term = Formula(code, self.theme, numbers=numbers, size="small")
                terms.add(term.move_to((self.network.gap(l), 0, 0)).stand_on(TERMS))
            if all(one.get_right()[0] + APART < two.get_left()[0] for one, two in pairwise(terms)):
                break
        return terms
