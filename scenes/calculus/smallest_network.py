"""A network of four neurons with all its numbers: what goes in, what comes out, what it costs (K1)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, UP, Mobject, VGroup

from netsim import Trace
from netsim.figures.calculus.chain import cost_of_chain, parameters_of_chain, turned_by
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.type.formula import fly
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.link.dials import SixDials
from scenes.parts.calculus.link.standing import chain_stands, smallest_network_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TURN, GUESS = 1, 2  # slow moves that a dial takes; rests in which a guess is made


class SmallestNetwork(TraceScene):
    """One neuron a layer: three weights, three biases, a number that goes in and one that comes out."""

    chapter = "calculus"
    needs = ("chain", "threads")
    opens_with = smallest_network_stands
    closes_with = chain_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "out": trace.reading("chain/a", 3),
            "y": trace.reading("chain/y"),
            "squares": cost_of_chain(trace),
            "six": parameters_of_chain(trace),
            "far": turned_by(trace),
        }

    def setup(self) -> None:
        self.chain: StandingChain = self.stands
        self.added: list[Mobject] = []

    @beat("K1")
    def forward(self) -> None:
        """Let the input pass through, neuron by neuron."""
        chain, neurons = self.chain, self.chain.neurons
        kinds = [self.word("weight", chain.weights[1], UP), self.word("bias", chain.biases[1], DOWN)]
        ends = [self.word("input", neurons[0], UP), self.word("output", neurons[-1], UP)]
        self.come(*kinds, ends[0])
        self.move(*neurons[0].light(neurons[0].get_left() - gap.large), still=False)
        for l in chain.edges:
            self.move(chain.pass_forward(l), still=False)
            self.move(*neurons[l].light(), time="fade", still=False)
        self.come(ends[1])

    @beat
    def the_cost(self) -> None:
        """Put the target beside the output, and let the cost come of both."""
        chain = self.chain
        chain.target.lit()
        self.come(self.word("target", chain.target, UP), stays=[chain.target])
        self.move(FadeIn(chain.ways), fly(chain.C, VGroup(chain.neurons[-1], chain.target)), still=False)
        self.move(FadeIn(chain.cost), time="fade")

    @beat
    def six_dials(self) -> None:
        """Turn each of the six numbers up, down and back, just as far, and let all that follows answer."""
        self.leave_words()
        self.six = SixDials(self.chain, self.stage)
        self.come(self.six.gauge, *self.six.dials)
        for i in range(len(self.six.dials)):
            self.play(self.six.turn(i, TURN * self.theme.time.slow))

    @beat
    def the_question(self) -> None:
        """Let all six be spoken of, one after the other, and leave time for a guess."""
        self.six.speak_of(*range(len(self.six.dials)))
        self.wait(GUESS * self.theme.time.still)

    def hand_over(self) -> None:
        """Let dials and gauge go."""
        self.six.speak_of()
        self.leave_words()

    def leave_words(self) -> None:
        """Let go what was added."""
        self.move(FadeOut(*self.added), time="fade", still=False)
        self.added = []

    def come(self, *parts: Mobject, stays: list[Mobject] | None = None) -> None:
        """Let parts appear that will leave again, and some that stay."""
        self.added += parts
        self.move(FadeIn(*parts, *(stays or [])), time="fade", still=False)

    def word(self, name: str, beside: Mobject, way: np.ndarray) -> Words:
        """Return the word that says what a thing is, over or under it."""
        return Words(self.phrase(name), self.theme, size="small", role="dim").next_to(beside, way, buff=gap.small)
