"""What becomes of a network that hears one class alone: everything looks like that class (N11)."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Create, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.nudges.nudges import all_since, answers_of_one_class, classes_shown
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap
from scenes.mobjects.plots.plot import Curve, PlotDot, PlotFrame
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.example_row import ExampleRow, row_name
from scenes.parts.selection import highest, on_stage
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact
from scenes.words.sentence import Name

FIRST = STAGE.left + 2.4  # left edge of the examples; the rows' names stand before it
NAMES = STAGE.head  # line of the classes' names
IMAGES = Zone(FIRST, STAGE.right, 1.18, 2.18)
ROWS = {"before": 0.72, "after": -0.18}  # lines that the answers stand on
LOW, HEIGHT, WIDTH = -2.15, 0.95, 6.4  # of the plot: its lower edge, and its extent


class OnlyOneClass(TraceScene):
    """An example of each class, and what the network answers before and after it heard one class alone."""

    chapter = "nudges"
    needs = ("only",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        said = trace.reading("only/said")
        return {
            **super().facts(trace),
            "shown": classes_shown(trace),
            "answers": answers_of_one_class(trace),
            "unseen": trace.reading("only/unseen"),
            "updates": trace.reading("only/updates"),
            "since": trace.reading("only/steps", all_since(trace)),
            "first": said[0],
            "last": said[len(said) - 1],
        }

    def setup(self) -> None:
        trace, self.star = self.trace, self.trace.label(0)
        labels = [int(label) for label in trace["only/label"]]
        examples = [trace.reading("only/x", i) for i in range(len(labels))]
        self.row = ExampleRow(trace, examples, self.theme, IMAGES)
        self.names = VGroup(*[self.row.stand(i, self.row.name_of(j, "dim"), NAMES) for i, j in enumerate(labels)])

    @beat("N11")
    def before(self) -> None:
        """Show an example of each class, and under it what the network answers."""
        self.enter(self.row.images, self.names, row_name(self.theme, self.stage, NAMES, self.phrase("class")))
        heads = self.phrase("answer_before"), self.phrase("its_output")
        self.move(FadeIn(row_name(self.theme, self.stage, ROWS["before"], *heads)), still=False)
        self.move(LaggedStart(*self.answers("before"), lag_ratio=0.1), time="slow")

    @beat
    def after(self) -> None:
        """Draw how the share of the one answer goes while the network is trained."""
        self.steps, self.said = self.trace.reading("only/steps"), self.trace.reading("only/said")
        frame = PlotFrame((0.0, max(1.0, float(self.steps[-1]))), (0.0, 1.0), WIDTH, HEIGHT, self.theme)
        frame.shift((FIRST + 0.6, LOW, 0))
        curve = Curve(self.steps, self.said, frame, self.theme, "focus")
        pairs = [(float(step), said) for step, said in zip(self.steps, self.said, strict=True)]
        dots = [PlotDot(said, frame.point(step, float(said)), frame, self.theme, "focus") for step, said in pairs]
        star = Name(on_stage(self.trace.classes[self.star]), self.star)
        heads = self.phrase("share"), self.phrase("answered", answer=star)
        name = row_name(self.theme, self.stage, LOW + 0.6 * HEIGHT, *heads)
        self.move(FadeIn(frame, self.numbers_of(frame), name), time="fade", still=False)
        self.move(Create(curve), LaggedStart(*[FadeIn(dot) for dot in dots], lag_ratio=0.3), time="slow", still=False)
        end = Readout(self.said[-1], self.theme, role="focus").next_to(dots[-1], RIGHT, 0.15)
        self.move(FadeIn(end))

    @beat
    def everything_is_that_class(self) -> None:
        """Write what the network answers after that."""
        count = Spoken(self.phrase("updates_made"), self.theme, role="dim", size="small")
        heads = self.phrase("answer_after"), count
        self.move(FadeIn(row_name(self.theme, self.stage, ROWS["after"], *heads)), still=False)
        self.move(LaggedStart(*self.answers("after"), lag_ratio=0.1), time="slow")

    def answers(self, when: str) -> list[FadeIn]:
        """Return how the answers appear, example by example: the class of the highest output, and that output."""
        shown = []
        for i in range(len(self.row.xs)):
            outputs = self.trace.reading(f"only/{when}", i)
            j = highest(outputs)
            name = self.row.stand(i, self.row.name_of(j, "focus" if j == self.star else "ink"), ROWS[when])
            value = self.row.stand(i, Readout(outputs[j], self.theme, role="dim"), ROWS[when] - gap.line)
            shown.append(FadeIn(VGroup(name, value)))
        return shown

    def numbers_of(self, frame: PlotFrame) -> VGroup:
        """Return what stands at the axes: the first share, and the first and the last count of updates."""
        share = Readout(self.said[0], self.theme, role="dim")
        share.next_to(frame.point(0.0, float(self.said[0])), LEFT, 0.2)
        first, last = (Readout(self.steps[i], self.theme, spec=",.0f", role="dim") for i in (0, len(self.steps) - 1))
        ends = zip((first, last), (self.steps[0], self.steps[-1]), strict=True)
        for number, step in ends:
            number.next_to(frame.point(float(step), 0.0), DOWN, 0.12)
        what = (
            Words(self.phrase("axis"), self.theme, size="small", role="dim")
            .next_to(last, RIGHT, 0.15)
            .stand_on(last.baseline)
        )
        return VGroup(share, first, last, what)
