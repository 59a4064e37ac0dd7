"""A network of four neurons with all its numbers: what goes in, what comes out, what it costs (K1)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, UP, Create, FadeIn, LaggedStart, Mobject, VGroup

from netsim import Trace
from scenes.beats import beat
from scenes.mobjects.chain import ChainDiagram, ValuedNeuron, into
from scenes.mobjects.formula import Formula, fly
from scenes.mobjects.typeset import Words
from scenes.stage import Fact, TraceScene
from scenes.zones import FLOOR

XS, MIDDLE = (-6.1, -3.1, -0.1, 2.9), 0.65  # the neurons
TARGET = 5.9  # where the target stands
COST = -1.35  # height of the cost


def chain_of(trace: Trace, scene: TraceScene, y: float = MIDDLE) -> ChainDiagram:
    """Return the network's picture, in the place that it has in both scenes."""
    a, W, b = (trace.reading(f"chain/{name}") for name in ("a", "W", "b"))
    return ChainDiagram(a, W, b, scene.theme, xs=XS, y=y)


def target_of(trace: Trace, scene: TraceScene, y: float = MIDDLE) -> ValuedNeuron:
    """Return the target as a neuron that is as it should be, beside the last one."""
    target = ValuedNeuron(trace.reading("chain/y"), 0.55, scene.theme, ".0f")
    return target.move_to((TARGET, y, 0)).lit()


class SmallestNetwork(TraceScene):
    """One neuron a layer: three weights, three biases, a number that goes in and one that comes out."""

    chapter = "calculus"
    title = "The smallest network"
    needs = ("chain",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "x": trace.reading("chain/x"),
            "out": trace.reading("chain/a", 3),
            "y": trace.reading("chain/y"),
        }

    def setup(self) -> None:
        self.chain = chain_of(self.trace, self)
        self.kinds = {
            l: (self.word("weight", self.chain.weights[l], UP), self.word("bias", self.chain.biases[l], DOWN))
            for l in self.chain.edges
        }

    @beat("K1")
    def one_neuron_a_layer(self) -> None:
        """The smallest network that has it all: one neuron in each layer.
        Three weights and three biases, and each of them is a number."""
        chain = self.chain
        self.enter(*[neuron.outline for neuron in chain.neurons])
        for l, edge in chain.edges.items():
            weight, _ = self.kinds[l]
            self.move(Create(edge), FadeIn(chain.weights[l], weight), time="fade", still=False)
        self.wait(self.theme.time.still)
        biases = [FadeIn(chain.biases[l], bias) for l, (_, bias) in self.kinds.items()]
        legend = chain.legend().move_to((0, FLOOR - 0.2, 0))
        self.move(LaggedStart(*biases, lag_ratio=0.5), FadeIn(legend))

    @beat
    def forward(self) -> None:
        """A number goes in. Each neuron multiplies what comes by the weight, adds its bias,
        and squashes the sum to between 0 and 1. Out comes {out:.3f}."""
        chain, neurons = self.chain, self.chain.neurons
        self.add(*neurons)
        self.ends = VGroup(self.word("input", neurons[0], UP), self.word("output", neurons[-1], UP))
        self.move(*neurons[0].light(neurons[0].get_left() - 0.6), FadeIn(self.ends[0]))
        for l, edge in chain.edges.items():
            self.move(edge.pass_forward(), still=False)
            self.move(*neurons[l].light(), time="fade", still=False)
        self.move(FadeIn(self.ends[1]), time="fade")

    @beat
    def the_cost(self) -> None:
        """It should have been {y:.0f}. The difference, squared, is the [cost](cost)."""
        theme, output = self.theme, self.chain.neurons[-1]
        target = target_of(self.trace, self)
        self.move(FadeIn(target, self.word("target", target, UP)))
        C = self.trace.reading("chain/C")
        self.C = Formula("C_0 = <C>", theme, numbers={"C": (C, ".3f")}, role="cost", size="title")
        self.C.move_to(((output.get_x() + TARGET) / 2, COST, 0))
        lines = [into(self.C, source, theme) for source in (output, target)]
        self.move(*map(Create, lines), fly(self.C, VGroup(output, target)))

    @beat
    def the_question(self) -> None:
        """How strongly does the [cost](cost) answer if one of these [six numbers](focus) is changed a little?
        That is all that this chapter asks."""
        chain = self.chain
        numbers = [number for l in chain.edges for number in (chain.weights[l], chain.biases[l])]
        lit = [number.animate.set_color(self.theme.of("focus")).build() for number in numbers]
        self.move(LaggedStart(*lit, lag_ratio=0.5), time="slow")

    def word(self, sentence: str, beside: Mobject, way: np.ndarray) -> Words:
        """Return the word that says what a thing is, over or under it."""
        return Words(sentence, self.theme, size="small", role="dim").next_to(beside, way, buff=0.12)
