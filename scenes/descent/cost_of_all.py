"""The cost of the network: the average of what its examples cost, one after the other (D7)."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, DashedLine, Group, VGroup, rate_functions

from netsim import Trace
from netsim.figures.descent.training import moment
from netsim.figures.examples import costs_shown
from scenes.camera.fading import FadeIn
from scenes.formulas.vocabulary import rule
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.plots.plot import PlotDot, PlotFrame, extent
from scenes.mobjects.plots.stream import Stream
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid, on_stage
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

CARD, SPACE = 0.78, 0.3  # height of an example, and room beside it
LEFT_END = STAGE.left + 0.3  # of what stands at the left: examples leave a little farther
GATE = 1.5  # height of the examples' middles
PLOT = (-2.7, STAGE.picture.bottom + 0.2, 6.9, 2.6)  # left, lower end, width and height
NUMBERS = (0.28, -0.55, 0.42)  # heights of the two numbers' names, and from a name down to its number
TITLE_OF_PLOT = PLOT[1] + PLOT[3] + 0.12  # height that the plot's title stands on
MOVES = 0.1  # room before a number that changes, whose right edge stays
FIRST = 3  # so many examples are asked slowly
ALL = 0.35  # how far right of the plot the mean of all stands
STREAMING = 3.5  # how many slow moves the stream of all takes
DECIMALS = 3  # of costs, and of their averages


class CostOfAll(TraceScene):
    """A stream of examples, the cost of each as a dot, the running mean of the costs, and the mean over all."""

    chapter = "descent"
    needs = ("data",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "examples": trace.reading("data/examples"),
            "shown": costs_shown(trace),
            "costs": trace.reading("data/C"),
            "so_far": trace.reading("data/running", len(trace["data/running"]) - 1),
            "mean": trace.reading("data/mean"),
            "moment": moment(trace, 0),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        costs, means = trace.reading("data/C"), trace.reading("data/running")
        self.spec = spec_for([costs], DECIMALS, sign="", most=DECIMALS)
        self.plot = PlotFrame((0.0, float(len(costs))), (0.0, extent(costs)[1] or 1.0), PLOT[2], PLOT[3], theme)
        self.plot.shift((PLOT[0], PLOT[1], 0))
        cards = self.cards()
        pitch = max(float(card.width) for card in cards) + SPACE
        self.stream = Stream(
            cards,
            costs,
            means,
            self.plot,
            theme,
            gate=(LEFT_END + pitch / 2, GATE),
            pitch=pitch,
            end=STAGE.right,
            spec=self.spec,
            averaged=False,
        )
        self.labels = self.named()

    @beat("D7")
    def each_its_own(self) -> None:
        """Let some examples come to the gate one by one, each with its cost."""
        self.enter(self.plot, self.around(), self.labels[0], self.stream)
        for i in range(1, min(FIRST, len(self.stream.cards))):
            self.wait(self.theme.time.fade)
            self.play(self.stream.pass_by(i), run_time=self.theme.time.fade)

    @beat
    def they_stream_by(self) -> None:
        """Let all pass by, the mean of their costs with them."""
        last = len(self.stream.cards) - 1
        self.enter(self.labels[1], self.stream.line, self.stream.mean)
        self.remove(self.stream.line, self.stream.mean)
        self.add(self.stream.average())
        flow = self.stream.pass_by(last, rate_func=rate_functions.ease_in_sine)
        self.play(flow, run_time=STREAMING * self.theme.time.slow)

    @beat
    def over_all(self) -> None:
        """Write the mean over all examples, and what it is the mean of."""
        theme, mean = self.theme, self.trace.reading("data/mean")
        x = self.plot.xs[1] + ALL / self.plot.unit_x
        start, at = self.plot.point(0.0, float(mean)), self.plot.point(x, float(mean))
        line = DashedLine(start, at, dash_length=0.08, stroke_width=2, color=theme.of("focus"))
        dot = PlotDot(mean, at, self.plot, theme, "cost", 0.1)
        total = Formula("C = <C>", theme, numbers={"C": (mean, self.spec)}, role="cost")
        total.next_to(dot, RIGHT, buff=0.15)
        whom = Spoken(self.phrase("all"), theme, size="small", role="dim")
        whom.next_to(total, DOWN, buff=0.15)
        self.move(FadeIn(line, dot, total, whom))
        average = rule("average_cost", theme, size="small", words=self.words)
        average.next_to(total, UP, buff=0.3).shift((min(0.0, STAGE.right - average.get_right()[0]), 0, 0))
        self.move(FadeIn(average))

    def cards(self) -> list[Group]:
        """Return the examples, each over its label."""
        examples, labels = self.trace.reading("data/x"), self.trace["data/label"]
        shape, span = example_grid(self.trace, examples)
        cards = []
        for example, label in zip(examples, labels, strict=True):
            image = InputImage(example, shape, self.theme, CARD, span)
            name = Words(on_stage(self.trace.classes[int(label)]), self.theme, size="small")
            cards.append(Group(image, name.stand_on(image.get_bottom()[1] - 0.26)))
        return cards

    def named(self) -> VGroup:
        """Return what the stream's two numbers are called, and put these in their places."""
        names, (*heights, below) = VGroup(), NUMBERS
        numbers = (self.stream.cost, self.stream.mean)
        for said, number, y in zip(("its_cost", "average"), numbers, heights, strict=True):
            name = Words(self.phrase(said), self.theme, size="small", role="dim")
            names.add(name.move_to((LEFT_END, 0, 0), aligned_edge=LEFT).stand_on(y))
            number.shift((LEFT_END + MOVES - number.get_left()[0], 0, 0)).stand_on(y - below)
        return names

    def around(self) -> VGroup:
        """Return what stands at the axes: how many examples, and how large the costs are."""
        plot, theme = self.plot, self.theme
        costs = self.trace.reading("data/C")
        largest = max(costs, key=float)
        top = Readout(largest, theme, spec=self.spec, role="cost")
        top.next_to(plot.point(0.0, float(largest)), LEFT, buff=0.12)
        name = Formula("C_i", theme, role="cost", size="small").next_to(top, LEFT, buff=0.25)
        last = Spoken(self.phrase("shown"), theme, size="small", role="dim")
        last.next_to(plot.point(plot.xs[1], 0.0), DOWN, buff=0.12)
        zero = Words("0", theme, size="small", role="dim").next_to(plot.point(0.0, 0.0), LEFT, buff=0.12)
        when = Words(self.phrase("network"), theme, size="small", role="dim")
        when.move_to(((plot.point(0.0, 0.0) + plot.point(plot.xs[1], 0.0))[0] / 2, 0, 0)).stand_on(TITLE_OF_PLOT)
        return VGroup(*([top] if float(largest) else []), name, last, zero, when)
