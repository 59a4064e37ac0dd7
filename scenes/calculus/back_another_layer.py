"""The pulse goes back through more layers, to the first weight; and which of six numbers the cost answers to (K9)."""

from __future__ import annotations

from manim import Create, FadeTransform, Mobject

from netsim import Trace
from netsim.figures.calculus.chain import answers_least, answers_most, further_back, layers_of_chain
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.number_lines.pulse import Pulse
from scenes.mobjects.type.formula import Formula, fly
from scenes.parts.calculus.derivatives.going_back import GoingBack
from scenes.parts.calculus.derivatives.slopes import Slopes
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.link.opening import closed
from scenes.parts.calculus.link.pulling import pulled
from scenes.parts.calculus.link.row import LAST, LinkRow
from scenes.parts.calculus.link.standing import chain_stands, threads_stand
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact


class BackAnotherLayer(TraceScene):
    """The opened chain is pulled back from, layer by layer, and the pulse goes on to each weight in turn."""

    chapter = "calculus"
    needs = ("chain", "threads", "links")
    opens_with = threads_stand
    closes_with = chain_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "layers": layers_of_chain(trace),
            "most": answers_most(trace),
            "least": answers_least(trace),
            "back": further_back(trace),
        }

    def setup(self) -> None:
        self.row: LinkRow = self.stands
        self.of_it: list[Mobject] = []  # of the weight before

    @beat("K9")
    def to_the_weight_before(self) -> None:
        """Pull back by a layer; the pulse goes on where it last stood, to the weight before."""
        self.pull_back(LAST - 1)
        self.go_on(f"a{LAST - 1}")

    @beat
    def to_the_first_weight(self) -> None:
        """Pull back once more, to the input; the pulse goes on to the first weight."""
        self.pull_back(1)
        equated = Formula("a^((0)) = x", self.theme, size="small").move_to(self.row.symbols["a0"])
        equated.stand_on(self.row.places.symbols)
        self.move(FadeTransform(self.row.symbols["a0"], equated), time="fade", still=False)
        self.of_it.append(equated)
        self.go_on("a1")

    @beat
    def the_answer(self) -> None:
        """Let the row close to the chain; under each of the six numbers a bar grows, all on one scale."""
        row, time = self.row, self.theme.time
        chain: StandingChain = type(self).closes_with(self)
        self.move(*closed(row, chain), *map(FadeOut, self.of_it), time="slow", still=False)
        self.remove(row, *row.get_family(), *chain.get_family())
        self.add(chain)
        slopes = Slopes(chain, self.stage)
        for l in range(LAST, 0, -1):
            self.play(*slopes.leave(l), run_time=time.fade)
        epsilon = self.trace.reading("chain/epsilon", int(self.trace["chain/at"]))
        measured = slopes.measured(self.phrase("nudge", epsilon=epsilon), self.phrase("measured"))
        self.move(FadeIn(measured), time="fade", still=False)
        most, least = slopes.mark(answers_most(self.trace)), slopes.mark(answers_least(self.trace), "dim")
        self.move(Create(most), Create(least))
        self.left = [mobject for mobject in self.staged() if mobject is not chain]

    def hand_over(self) -> None:
        """Let the chain stand alone."""
        self.move(*map(FadeOut, self.left), time="fade", still=False)

    def pull_back(self, first: int) -> None:
        """Let one more layer come into view, with the threads of its weight, and what is known of it."""
        row, other = self.row, LinkRow(self.trace, self.theme, self.stage, first, numbered=True).with_threads()
        self.back = GoingBack(other, self.phrase("measured"))
        gone = map(FadeOut, self.of_it)
        self.move(*pulled(row, other), *gone, time="slow", still=False)
        self.remove(row, *row.get_family())
        self.add(other)
        self.row = other
        known = self.back.known(f"a{first}")
        self.of_it = known[:]
        self.move(FadeIn(*known), time="fade", still=False)

    def go_on(self, start: str) -> None:
        """Let the pulse go on from a line to the first, multiplied at every gap, and leave there what it has become."""
        row, back, names = self.row, self.back, self.row.names
        pulse: Pulse = back.pulse(start)
        self.step()
        self.move(pulse.bar.grow(), time="fade", still=False)
        for i in range(names.index(start) - 1, -1, -1):
            name, factor = names[i], back.factors[i]
            self.move(FadeIn(factor), time="fade", still=False)
            self.play(pulse.travel(row.thread.gap(i)[::-1], back.amounts[name]), run_time=self.theme.time.slow)
            self.move(fly(back.products[name], pulse.bar), time="fade", still=False)
            self.of_it += [factor, back.products[name]]
        self.move(FadeIn(back.name, back.measured), time="fade")
        self.of_it += [back.name, back.measured, pulse.bar]
