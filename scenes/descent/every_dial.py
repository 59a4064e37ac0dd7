"""Every weight and every bias of the network: counted, drawn all at once, and one of them named (D3)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from manim import LEFT, RIGHT, FadeIn, FadeOut, VGroup

from netsim import Trace
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.network.edges import edge_legend
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape, strongest_of_lit
from scenes.parts.whole_network import WholeNetwork
from scenes.phrases.words_for_weights import parameters
from scenes.phrases.words_of_the_start import dials_of
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
    title = "Dials to turn"

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | parameters(trace) | dials_of(trace)

    def setup(self) -> None:
        trace, layers = self.trace, range(1, self.trace.L + 1)
        t = len(trace.steps) - 1
        self.weights = {l: trace.reading(f"W{l}", t) for l in layers}
        room = ROOM if trace.image_shape else replace(ROOM, left=STAGE.left + RING)
        self.network = WholeNetwork(
            network_shape(trace, t, 0), activations(trace, t, 0), self.weights, self.theme, self.words, room
        )
        self.thing = "pixel" if trace.image_shape else "input"
        self.j, self.k = strongest_of_lit(trace["W1"][t], trace["x"][0])

    @beat("D3")
    def every_weight(self) -> None:
        """{each}"""
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
        """{and_biases}"""
        network, sizes = self.network, self.trace.sizes
        biases = VGroup()
        for l, layer in enumerate(network.layers[1:], start=1):
            term = Formula(f'"+ {sizes[l]:,}"', self.theme, size="small")
            x = min(float(layer.get_x()), STAGE.right - term.width / 2)
            biases.add(term.move_to((x, 0, 0)).stand_on(BIASES))
        self.move(FadeIn(biases))
        many = parameters(self.trace)
        said = f"{many['weights']:,} weights + {many['biases']:,} biases = [{many['count']:,}](focus) dials"
        total = Words(said, self.theme).stand_on(TOTAL)
        free = self.legend.get_right()[0] + BESIDE + total.width / 2
        self.move(FadeIn(total.shift((max(ROOM.center[0], free) - total.get_x(), 0, 0))))
        self.biases, self.total = biases, total

    @beat
    def one_of_them(self) -> None:
        """{one}"""
        network = self.network
        mark = network.mark(1, self.j, self.k)
        weight = self.weights[1][self.j][self.k]
        name = Formula(
            f"w_({self.j}, thin {self.k})^((1)) = <w>",
            self.theme,
            numbers={"w": (weight, ".2f")},
            role="focus",
        )
        dial = Dial(weight, network.scale_of_width, self.theme, RADIUS, "focus")
        name.move_to((network.gap(1) + RADIUS, 0, 0)).stand_on(TERMS)
        dial.next_to(name, LEFT, 0.25).set_y(name.middle)
        said = f"from {self.thing} {self.k:,} to neuron {self.j:,} of layer 1, counted from 0"
        places = Words(said, self.theme, size="small", role="dim").next_to(name, RIGHT, BESIDE).stand_on(TERMS)
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
        """{learn}"""
        self.move(*[edges.animate.set_opacity(1.0) for edges in self.network.edges.values()], time="slow")

    def products(self) -> VGroup:
        """Return the number of weights between two layers, over each gap: with what it comes to if there is room."""
        sizes = self.trace.sizes
        for code in ('"{k:,}" times "{j:,}" = "{both:,}"', '"{k:,}" times "{j:,}"'):
            terms = VGroup()
            for l, (k, j) in enumerate(pairwise(sizes), start=1):
                term = Formula(code.format(k=k, j=j, both=k * j), self.theme, size="small")
                terms.add(term.move_to((self.network.gap(l), 0, 0)).stand_on(TERMS))
            if all(one.get_right()[0] + APART < two.get_left()[0] for one, two in pairwise(terms)):
                break
        return terms
