"""All dials at once: their column, minus the gradient beside it, and the step; then sorted by size (D12)."""

from __future__ import annotations

from manim import LEFT, RIGHT, Create, LaggedStart, VGroup

from netsim import Reading, Trace
from netsim.figures.descent import components
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.plots.sorted_sizes import CountStrip, SortedSizes
from scenes.mobjects.type.brackets import brackets
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import number_column, spec_of_digits
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

LARGEST, LEAST = 3, 2  # rows of the largest components, of the least: between them and the rest stand dots
TOP, PITCH, HEAD = 1.5, 0.4, 2.02  # height of the first row, from row to row, line of the columns' heads
NAME, VALUE, STEP, AXIS, AFTER = -5.1, -3.45, -0.4, 1.35, 5.0  # right edges; the bars' axis
PLUS, GIVES = -2.6, 2.85  # middles of the signs between the columns
VALUES = "+.4f"  # format of the dials' numbers
LONGEST = 0.85  # scene units of the longest bar
NOTE = 2.62  # height of the line that says how weights are named
PLOT = (-5.2, -0.62, 11.3, 2.6)  # left, lower end, width and height of the sorted sizes
AXIS_NAME = 0.68  # from its lower end down to what its axis is called
STRIP = (-2.02, 0.28)  # middle and thickness of the strip of all
RANKS, UNDER = -1.66, STAGE.picture.bottom - 0.12  # lines over and under the strip


class EveryComponent(TraceScene):
    """Some of the parameters, their components of minus the gradient, and the step; all components by size."""

    chapter = "descent"
    needs = ("components", "gradient", "data")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "count": parameters(trace),
            "updates": trace.reading("steps", 0),
            "eta": trace.reading("components/eta"),
            "most": trace.reading("components/most"),
            "others": components.other_components(trace),
            "brought": components.brought_by_the_largest(trace),
            "share": components.share_of_the_largest(trace),
            "zeros": components.zero_components(trace),
            "zero": trace.reading("components/zero"),
            "dark": components.weights_of_dark_inputs(trace),
        }

    def setup(self) -> None:
        self.places = [[int(i) for i in place] for place in self.trace["components/place"]]
        rows, whole = len(self.places), int(self.trace["components/all"]) > len(self.places)
        gaps = {LARGEST, rows - LEAST} if whole else set()
        self.gaps = sorted(gap for gap in gaps if 0 < gap < rows)
        slots = [i + sum(gap <= i for gap in self.gaps) for i in range(rows)]
        self.ys = [TOP - PITCH * slot for slot in slots]
        self.between = [(self.ys[gap - 1] + self.ys[gap]) / 2 for gap in self.gaps]

    @beat("D12")
    def two_columns(self) -> None:
        """Set some of the dials in a column, and minus the gradient's components beside it."""
        names = VGroup(*[self.parameter(place, y) for place, y in zip(self.places, self.ys, strict=True)])
        how = self.noted("indices")
        how.move_to((STAGE.right, NOTE, 0), aligned_edge=RIGHT)
        values, steps = self.reading("value"), self.reading("step")
        self.values = self.column(values, VALUE, VALUES, self.noted("dials"))
        gradient = Formula("- nabla C", self.theme, role="cost", size="small")
        self.steps = self.column(steps, STEP, f"+{spec_of_digits([steps], 4)}", gradient, role="sign")
        when = Spoken(self.phrase("moment"), self.theme, size="small", role="dim")
        when.move_to((STAGE.left, STAGE.legend, 0), aligned_edge=LEFT)
        self.enter(names, how, when, self.values)
        self.move(FadeIn(self.steps))

    @beat
    def sign_and_size(self) -> None:
        """Let a bar grow for each component."""
        scale = Scale.fit([self.reading("step")], LONGEST)
        bars = BarColumn(list(self.reading("step")), self.ys, AXIS, scale, self.theme, 0.5 * PITCH)
        note = scale_note(scale, self.theme, self.phrase("longest"), decimals=4).move_to((AXIS, STAGE.legend, 0))
        self.move(FadeIn(bars.axis, note), LaggedStart(*bars.grow(), lag_ratio=0.15), time="slow")

    @beat
    def one_step(self) -> None:
        """Add the step to the dials: their column after it."""
        after, middle, theme = self.reading("after"), (self.ys[0] + self.ys[-1]) / 2, self.theme
        plus = Formula("+ med eta", theme).move_to((PLUS, middle, 0))
        gives = Formula("arrow.r", theme).move_to((GIVES, middle, 0))
        column = self.column(after, AFTER, VALUES, self.noted("after"))
        sides, dots, numbers = column[0], column[1], column[2]
        self.move(FadeIn(plus), still=False)
        self.move(FadeIn(gives, sides, dots, column[3]), LaggedStart(*map(FadeIn, numbers), lag_ratio=0.2), time="slow")

    @beat
    def sorted_by_size(self) -> None:
        """Draw the sizes of all components, largest first, and mark the largest."""
        theme, (left, bottom, width, height) = self.theme, PLOT
        self.leave(*self.staged())
        ranks, sizes, most = self.reading("rank"), self.reading("size"), self.reading("most")
        self.sorted = SortedSizes(ranks, sizes, width, height, theme).shift((left, bottom, 0))
        frame = self.sorted.frame
        said = self.noted("across")
        said.move_to((left + width, 0, 0), aligned_edge=RIGHT).stand_on(bottom - AXIS_NAME)
        head = self.noted("upward")
        head.move_to((left, 0, 0), aligned_edge=LEFT).stand_on(bottom + height + 0.12)
        self.enter(frame, self.sorted.numbers, head, said)
        self.move(Create(self.sorted.curve), time="slow", still=False)
        if float(most):
            line = self.sorted.mark(most)
            label = self.counted("largest", line.get_x() + 0.14, line.get_top()[1] - 0.25)
            label.shift((min(0.0, STAGE.right - label.get_right()[0]), 0, 0))
            self.move(FadeIn(line, label))

    @beat
    def how_many_are_nothing(self) -> None:
        """Set all side by side in a strip: the largest at one end, those that are 0 at the other."""
        theme, (y, thickness) = self.theme, STRIP
        count, most, zero = (self.reading(name) for name in ("all", "most", "zero"))
        strip = CountStrip(count, most, zero, PLOT[2], thickness, theme).shift((PLOT[0], y, 0))
        whole = self.counted("all", strip.get_left()[0], RANKS)
        self.move(FadeIn(strip.whole, strip.first, whole), still=False)
        if float(zero):
            under = self.counted("zero", 0.0, UNDER)
            under.shift((strip.get_right()[0] - under.get_right()[0], 0, 0))
            self.move(FadeIn(strip.last, under), still=False)
        if float(zero) < float(count):
            self.move(FadeIn(self.counted("largest", strip.get_left()[0], UNDER)))

    def noted(self, what: str) -> Words:
        """Return one of the scene's labels, small."""
        return Words(self.phrase(what), self.theme, size="small", role="dim")

    def counted(self, what: str, left: float, y: float) -> Spoken:
        """Return a line that says how many, with its left end and its baseline at a place."""
        line = Spoken(self.phrase(what), self.theme, role="dim", size="small")
        return line.move_to((left, 0, 0), aligned_edge=LEFT).stand_on(y)

    def reading(self, name: str) -> Reading:
        """Return one of the exhibit's arrays."""
        return self.trace.reading(f"components/{name}")

    def parameter(self, place: list[int], y: float) -> Formula:
        """Return the name of a row's weight or bias."""
        kind, l, j, k = place
        code = f"b_({j})^(({l}))" if kind else f"w_({j}, thin {k})^(({l}))"
        name = Formula(code, self.theme, role="dim", size="small").set_y(y)
        return name.shift((NAME - name.get_right()[0], 0, 0))

    def column(self, readings: Reading, right: float, spec: str, name: Words | Formula, role: str = "ink") -> VGroup:
        """Return a column of numbers: its brackets, the dots for those left out, the numbers, its name."""
        numbers = number_column(readings, self.ys, right, self.theme, spec=spec, role=role)
        dots = VGroup(*[Formula("dots.v", self.theme, role="dim", size="small") for _ in self.between])
        for dot, y in zip(dots, self.between, strict=True):
            dot.move_to((numbers.get_x(), y, 0))
        sides = brackets(numbers, self.theme)
        name.move_to((sides.get_x(), 0, 0)).stand_on(HEAD)
        return VGroup(sides, dots, numbers, name)
