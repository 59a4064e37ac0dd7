"""A network of four neurons with all its numbers: what goes in, what comes out, what it costs (K1)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, UP, Create, LaggedStart, Mobject, VGroup

from netsim import Trace
from netsim.figures.calculus.chain import cost_of_chain
from scenes.camera.fading import FadeIn
from scenes.mobjects.network.chain import into
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.smallest_chain import chain_of, target_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

COST = -1.35  # height of the cost


class SmallestNetwork(TraceScene):
    """One neuron a layer: three weights, three biases, a number that goes in and one that comes out."""

    chapter = "calculus"
    needs = ("chain",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "out": trace.reading("chain/a", 3),
            "y": trace.reading("chain/y"),
            "squares": cost_of_chain(trace),
        }

    def setup(self) -> None:
        self.chain = chain_of(self.trace, self.theme, self.stage)
        self.kinds = {
            l: (self.word("weight", self.chain.weights[l], UP), self.word("bias", self.chain.biases[l], DOWN))
            for l in self.chain.edges
        }

    @beat("K1")
    def one_neuron_a_layer(self) -> None:
        """Let the network appear, each edge with its weight, then the biases."""
        chain = self.chain
        self.enter(*[neuron.outline for neuron in chain.neurons])
        for l, edge in chain.edges.items():
            weight, _ = self.kinds[l]
            self.move(Create(edge), FadeIn(chain.weights[l], weight), time="fade", still=False)
        self.wait(self.theme.time.still)
        biases = [FadeIn(chain.biases[l], bias) for l, (_, bias) in self.kinds.items()]
        legend = chain.legend(self.words).move_to((0, STAGE.legend, 0))
        self.move(LaggedStart(*biases, lag_ratio=0.5), FadeIn(legend))

    @beat
    def forward(self) -> None:
        """Let the input pass through, neuron by neuron."""
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
        """Put the target beside the output, and let the cost come of both."""
        theme, output = self.theme, self.chain.neurons[-1]
        target = target_of(self.trace, self.theme, self.stage)
        self.move(FadeIn(target, self.word("target", target, UP)))
        C = self.trace.reading("chain/C")
        self.C = Formula("C_0 = <C>", theme, numbers={"C": (C, ".4f")}, role="cost", size="title")
        self.C.move_to(((output.get_x() + target.get_x()) / 2, COST, 0))
        lines = [into(self.C, source, theme) for source in (output, target)]
        self.move(*map(Create, lines), fly(self.C, VGroup(output, target)))

    @beat
    def the_question(self) -> None:
        """Light up all weights and biases."""
        chain = self.chain
        numbers = [number for l in chain.edges for number in (chain.weights[l], chain.biases[l])]
        lit = [number.animate.set_color(self.theme.of("focus")).build() for number in numbers]
        self.move(LaggedStart(*lit, lag_ratio=0.5), time="slow")

    def word(self, name: str, beside: Mobject, way: np.ndarray) -> Words:
        """Return the word that says what a thing is, over or under it."""
        return Words(self.phrase(name), self.theme, size="small", role="dim").next_to(beside, way, buff=0.12)
