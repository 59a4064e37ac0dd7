"""A network of four neurons with all its numbers: what goes in, what comes out, what it costs (K1)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, RIGHT, UP, Mobject, smooth, squish_rate_func

from netsim import Trace
from netsim.figures.calculus.chain import cost_of_chain, turned_by
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.by_hand import spec_of_weighted_sum
from scenes.formulas.vocabulary import twin
from scenes.look.measures import gap
from scenes.mobjects.plots.squared_gap import SquaredGap
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.link.dials import SixDials
from scenes.parts.calculus.link.standing import chain_stands, smallest_network_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

DECIMALS = 3  # of the sums, at least
TURN, GUESS = 1, 2  # slow moves that a dial takes; rests in which a guess is made
LATE = (3 / 4, 1)  # share of the time in which the cost's number comes
SQUARE = 3 / 4  # the way from 0 to 1 under the cost, as a share of the height that there is


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
            "far": turned_by(trace),
        }

    def setup(self) -> None:
        self.chain: StandingChain = self.stands
        self.added: list[Mobject] = []
        under = self.stage.inset(top=self.stage.top - self.chain.biases[1].get_bottom()[1] + gap.line)
        self.under, self.rows = under, under.rows(*[1] * len(self.chain.edges))

    @beat("K1")
    def forward(self) -> None:
        """Let the input pass through; under each neuron stands what it adds up, and goes into it to be squashed."""
        chain, neurons = self.chain, self.chain.neurons
        kinds = [self.word("weight", chain.weights[1], UP), self.word("bias", chain.biases[1], DOWN)]
        self.come(*kinds, self.word("input", neurons[0], UP))
        self.move(*neurons[0].light(neurons[0].get_left() - gap.large), time="fade", still=False)
        for l, row in zip(chain.edges, self.rows, strict=True):
            total = self.sum_of(l, row)
            self.move(chain.pass_forward(l), FadeIn(total), still=False)
            squashed = FadeOut(total["z"].copy(), target_position=neurons[l])
            self.move(squashed, *neurons[l].light(total["z"].get_center()), still=False)
            self.added.append(total)
        self.come(self.word("output", neurons[-1], UP))

    @beat
    def the_cost(self) -> None:
        """Put the target beside the output, and let the cost come of both: the area of a square."""
        chain = self.chain
        chain.target.lit()
        self.come(self.word("target", chain.target, UP), stays=[chain.target])
        square = self.square()
        self.move(FadeIn(square.base), FadeIn(chain.ways), still=False)
        self.move(square.grow(), still=False)
        late = FadeIn(chain.cost, rate_func=squish_rate_func(smooth, *LATE))  # the name passes where it will stand
        self.move(fly(chain.C, square.area), late, still=False)
        self.added.append(square)

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
        for i in range(len(self.six.dials)):
            self.six.speak_of(*range(i + 1))
            self.wait(self.theme.time.fade / 2)
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

    def sum_of(self, l: int, row: Zone) -> Formula:
        """Return what the neuron of a layer adds up, in numbers, in a row, up to the neuron."""
        terms = {"z": ("z", l - 1), "w": ("W", l - 1), "before": ("a", l - 1), "b": ("b", l - 1)}
        readings = {part: self.trace.reading(f"chain/{name}", i) for part, (name, i) in terms.items()}
        spec = spec_of_weighted_sum(**readings, fewest=DECIMALS)
        numbers = {part: (reading, spec) for part, reading in readings.items()}
        stated = twin("weighted_sum_one", self.theme, numbers=numbers, size="small", roles={})
        return self.stage.hold(stated.move_to((self.chain.neurons[l].get_x(), row.y, 0), RIGHT))

    def square(self) -> SquaredGap:
        """Return the square on the way from the output to the target, under the cost."""
        trace, width = self.trace, self.under.height * SQUARE
        a, y, C = trace.reading("chain/a", -1), trace.reading("chain/y"), trace.reading("chain/C")
        start = np.array([self.chain.C.get_x() - width / 2, self.under.y - width / 4, 0])
        names = (f'"{self.phrase("output")}"', f'"{self.phrase("target")}"')
        said = (self.theme, names, trace.squares.share(1))
        beyond = float(SquaredGap(a, y, C, start, width, *said).get_right()[0]) - self.stage.right
        start[0] -= max(0, beyond)  # its dots know where 0 stands, so that it is not moved
        return SquaredGap(a, y, C, start, width, *said)
