"""What becomes of a network that hears one class alone: everything looks like that class (N11)."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Create, FadeIn, Group, LaggedStart, VGroup

from netsim import Trace
from scenes.beats import beat
from scenes.choices import example_grid, highest, on_stage
from scenes.mobjects.digit import InputImage
from scenes.mobjects.formula import Formula
from scenes.mobjects.number import Readout
from scenes.mobjects.plot import Curve, PlotDot, PlotFrame
from scenes.mobjects.typeset import Words
from scenes.stage import Fact, TraceScene
from scenes.words_for_gradients import heard_alone
from scenes.zones import STAGE

FIRST = STAGE.left + 2.4  # left edge of the examples; the rows' names stand before it
LARGEST, FILLED = 1.0, 0.86  # side of an example, and the part of its column that it fills at most
LETTER = 0.12  # scene units of a letter of a name
SHORT = 2  # letters of names that may be large
NAMES, IMAGES = 2.4, 1.68  # heights: line of the classes' names, middle of the examples
ROWS = {"before": 0.72, "after": -0.18}  # lines that the answers stand on
LEADING = 0.36  # from line to line
LOW, HEIGHT, WIDTH = -2.15, 0.95, 6.4  # of the plot: its lower edge, and its extent


class OnlyOneClass(TraceScene):
    """An example of each class, and what the network answers before and after it heard one class alone."""

    chapter = "nudges"
    title = "If only one class were heard"
    needs = ("only",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | heard_alone(trace)

    def setup(self) -> None:
        trace, self.star = self.trace, self.trace.label(0)
        labels = [int(label) for label in trace["only/label"]]
        self.size = "body" if max(map(len, trace.classes)) <= SHORT else "small"
        self.pitch = (STAGE.right - FIRST) / len(labels)
        self.xs = [FIRST + (i + 0.5) * self.pitch for i in range(len(labels))]
        examples = [trace.reading("only/x", i) for i in range(len(labels))]
        shape, span = example_grid(trace, *examples)
        side = min(LARGEST, FILLED * self.pitch)
        self.examples, self.names = Group(), VGroup()
        for example, label, x in zip(examples, labels, self.xs, strict=True):
            image = InputImage(example, shape, self.theme, side, span)
            image.scale(min(1.0, FILLED * self.pitch / image.width))
            self.examples.add(image.move_to((x, IMAGES, 0)))
            self.names.add(self.name_of(label, "dim").move_to((x, 0, 0)).stand_on(NAMES))

    @beat("N11")
    def before(self) -> None:
        """Suppose only {those} were ever heard. {shown}, and what the network answers before."""
        self.enter(self.examples, self.names, self.row_name(NAMES, "class"))
        self.move(FadeIn(self.row_name(ROWS["before"], "answer before,", "its output")), still=False)
        self.move(LaggedStart(*self.answers("before"), lag_ratio=0.1), time="slow")

    @beat
    def after(self) -> None:
        """Now it is trained on {those} alone, and nobody else is asked."""
        self.steps, self.said = self.trace.reading("only/steps"), self.trace.reading("only/said")
        frame = PlotFrame((0.0, max(1.0, float(self.steps[-1]))), (0.0, 1.0), WIDTH, HEIGHT, self.theme)
        frame.shift((FIRST + 0.6, LOW, 0))
        curve = Curve(self.steps, self.said, frame, self.theme, "focus")
        pairs = [(float(step), said) for step, said in zip(self.steps, self.said, strict=True)]
        dots = [PlotDot(said, frame.point(step, float(said)), frame, self.theme, "focus") for step, said in pairs]
        star = on_stage(self.trace.classes[self.star])
        name = self.row_name(LOW + 0.6 * HEIGHT, "share of the unseen", f"answered [{star}](focus)")
        self.move(FadeIn(frame, self.numbers_of(frame), name), time="fade", still=False)
        self.move(Create(curve), LaggedStart(*[FadeIn(dot) for dot in dots], lag_ratio=0.3), time="slow", still=False)
        end = Readout(self.said[-1], self.theme, role="focus").next_to(dots[-1], RIGHT, 0.15)
        self.move(FadeIn(end))

    @beat
    def everything_is_that_class(self) -> None:
        """{now}"""
        updates = self.trace.reading("only/updates")
        count = Formula(
            '<n> #h(0.35em) "updates"', self.theme, numbers={"n": (updates, ",.0f")}, role="dim", size="small"
        )
        self.move(FadeIn(self.row_name(ROWS["after"], "answer after", count)), still=False)
        self.move(LaggedStart(*self.answers("after"), lag_ratio=0.1), time="slow")

    def answers(self, when: str) -> list[FadeIn]:
        """Return how the answers appear, example by example: the class of the highest output, and that output."""
        shown = []
        for i, x in enumerate(self.xs):
            outputs = self.trace.reading(f"only/{when}", i)
            j = highest(outputs)
            name = self.name_of(j, "focus" if j == self.star else "ink").move_to((x, 0, 0)).stand_on(ROWS[when])
            value = Readout(outputs[j], self.theme, role="dim")
            shown.append(FadeIn(VGroup(name, value.move_to((x, 0, 0)).stand_on(ROWS[when] - LEADING))))
        return shown

    def numbers_of(self, frame: PlotFrame) -> VGroup:
        """Return what stands at the axes: the first share, and the first and the last count of updates."""
        share = Readout(self.said[0], self.theme, role="dim")
        share.next_to(frame.point(0.0, float(self.said[0])), LEFT, 0.2)
        first, last = (Readout(self.steps[i], self.theme, spec=",.0f", role="dim") for i in (0, len(self.steps) - 1))
        ends = zip((first, last), (self.steps[0], self.steps[-1]), strict=True)
        for number, step in ends:
            number.next_to(frame.point(float(step), 0.0), DOWN, 0.12)
        what = Words("updates", self.theme, size="small", role="dim").next_to(last, RIGHT, 0.15).stand_on(last.baseline)
        return VGroup(share, first, last, what)

    def name_of(self, j: int, role: str) -> Words:
        """Return a class's name, as long as its column is wide."""
        return Words(on_stage(self.trace.classes[j], int(self.pitch / LETTER)), self.theme, size=self.size, role=role)

    def row_name(self, y: float, *lines: str | Formula) -> VGroup:
        """Return what a row shows, in lines from height ``y`` downwards."""
        name = VGroup()
        for i, line in enumerate(lines):
            row = Words(line, self.theme, size="small", role="dim") if isinstance(line, str) else line
            name.add(row.move_to((STAGE.left, 0, 0), aligned_edge=LEFT).stand_on(y - i * LEADING))
        return name
