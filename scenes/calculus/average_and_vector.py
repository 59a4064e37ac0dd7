"""Six examples as threads, while the chain is trained on them; the mean of their derivatives, and the gradient (K7)."""

from __future__ import annotations

from manim import LaggedStart

from netsim import Trace
from netsim.figures.calculus.chain import examples_through_chain, parameters_of_chain
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import lag
from scenes.mobjects.type.formula import fly
from scenes.parts.calculus.derivatives.averages import Averages, Means
from scenes.parts.calculus.link.examples import SixExamples
from scenes.parts.calculus.link.row import LinkRow
from scenes.parts.calculus.link.standing import threads_stand
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

PASSING, TRAINING = 3, 3  # slow moves


class AverageAndVector(TraceScene):
    """A thread for each of six examples; they part as the chain learns, and each has a derivative of its own."""

    chapter = "calculus"
    needs = ("several", "chain", "threads")
    opens_with = threads_stand
    closes_with = threads_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "examples": examples_through_chain(trace),
            "here": parameters_of_chain(trace),
            "count": parameters(trace),
            "updates": trace.reading("several/steps", int(trace["several/at"])),
            "out": trace.reading("several/a", 0, 0, 3),
        }

    def setup(self) -> None:
        self.row: LinkRow = self.stands
        self.six = SixExamples(self.row, self.phrase("updates"), self.phrase("mean_cost"))

    @beat("K7")
    def all_alike(self) -> None:
        """Let each example be a thread; the line of its own activation before takes the place of the weight's."""
        row, six = self.row, self.six
        gone = [row.many, row.band, row.thread, row.lines["w3"], *[row.symbols[name] for name in ("w3", "a2", "C")]]
        self.move(*map(FadeOut, gone), FadeIn(six.before, six.symbols), time="fade", still=False)
        row.remove(*gone)
        row.under.remove(*gone)
        self.remove(six.before)
        row.add(six.before)  # over its threads, as the other lines are
        passing = six.pass_through(PASSING * self.theme.time.slow)
        row.under.add(six.ones, six.zeros)
        self.play(passing)
        self.targets = six.targets(self.phrase("ones"), self.phrase("zeros"))
        self.move(FadeIn(self.targets, six.counts), time="fade")

    @beat
    def the_training(self) -> None:
        """Train the chain on all six: threads part, on a longer line for z."""
        six, slow = self.six, self.theme.time.slow
        self.play(six.lengthen(), run_time=self.theme.time.move)
        self.play(six.train(0, six.at, TRAINING * slow))

    @beat
    def the_mean(self) -> None:
        """Let a pulse go back along each thread; what arrives is gathered in its mean."""
        six = self.six
        table = self.table = Averages(six, self.phrase("mean"))
        pulses, amounts = six.pulses(), six.derivatives()
        self.move(*[pulse.bar.grow() for pulse in pulses], time="fade", still=False)
        for step, i in enumerate((2, 1, 0)):
            travels = [pulse.travel(six.thread(e, i)[::-1], amounts[e][step]) for e, pulse in enumerate(pulses)]
            self.play(LaggedStart(*travels, lag_ratio=lag.apart), run_time=self.theme.time.slow)
        coming = [FadeIn(table.name, table.bars.axis, table.ways), *table.bars.grow()]
        flown = [fly(number, pulses[e]) for e, number in zip(table.order, table.numbers, strict=True)]
        self.move(*coming, *flown, FadeOut(*pulses), still=False)
        gathered = [FadeOut(number.copy(), target_position=table.mean.get_center()) for number in table.numbers]
        self.move(FadeIn(table.line, table.mean, table.word), table.mean_bar.grow(), *gathered)

    @beat
    def the_vector(self) -> None:
        """Let the one mean take its place in the column of all six."""
        six, table = self.six, self.table
        means = self.means = Means(six, self.phrase("gradient"), self.phrase("elsewhere"))
        gone = [six.ones, six.zeros, self.targets, table.name, table.bars, table.numbers, table.ways]
        self.move(*map(FadeOut, [*gone, table.line, *six.lines.values()]), time="fade", still=False)
        self.row.under.remove(six.ones, six.zeros)
        i = means.of_last
        first = [FadeIn(means.names[i]), means.bars.bars[i].grow(), fly(means.numbers[i], table.mean)]
        self.move(*first, FadeOut(table.mean, table.word, table.mean_bar), still=False)
        others = [j for j in range(len(means.numbers)) if j != i]
        named = [FadeIn(means.names[j], means.numbers[j]) for j in others]
        self.move(
            FadeIn(means.bars.axis), *[means.bars.bars[j].grow() for j in others], *named, time="slow", still=False
        )
        self.move(FadeIn(means.brackets, means.name, means.cost), still=False)
        self.move(FadeIn(means.elsewhere), time="fade")

    def hand_over(self) -> None:
        """Take the training back: the chain, its threads and its ribbon are as they were."""
        self.move(*map(FadeOut, self.staged()), time="fade", still=False)
        self.move(FadeIn(threads_stand(self)), time="fade", still=False)
