"""What every example wants of the same weights, and the mean of it all (N12)."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, Group, LaggedStart, Line, VGroup

from netsim import Reading, Trace
from netsim.figures.nudges.nudges import disputed_row, opposition, wanted_by_the_star
from scenes.camera.fading import FadeIn
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import FINEST, Readout, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid, on_stage
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

FIRST, WIDEST = STAGE.left + 1.3, 2.4  # left edge of the first column; how far apart columns stand at most
DOTS, MEAN = 0.9, 1.85  # room for the dots after the last example, and for the mean behind a line
SIDE, IMAGES, NAMES = 0.86, 1.95, 1.18  # of the examples: side, middle, line of their classes
TOP, BOTTOM, PITCH = 0.72, -1.88, 0.6  # heights of the first and the last row; how far apart at most
LETTER = 0.12  # scene units of a letter of a name
NOTE = STAGE.picture.bottom - 0.08  # height of what is said under the table
QUIET = 0.4  # opacity of the rows that are not spoken of


class EveryExample(TraceScene):
    """A table: a row for a parameter, a column for an example, in each cell what this wants of that; then the mean."""

    chapter = "nudges"
    needs = ("table", "gradient")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "examples": trace.reading("gradient/examples"),
            "wanted": wanted_by_the_star(trace),
            "opposition": opposition(trace),
            **_disputed(trace),
        }

    def setup(self) -> None:
        trace = self.trace
        self.wanted, self.mean = -trace.reading("table/dC_dp"), -trace.reading("table/mean")
        rows, columns = len(trace["table/place"]), len(trace["table/label"])
        pitch = min(PITCH, (TOP - BOTTOM) / max(rows - 1, 1))
        self.ys = [TOP - i * pitch for i in range(rows)]
        self.apart = min(WIDEST, (STAGE.right - MEAN - DOTS - FIRST) / columns)
        self.xs = [FIRST + (i + 0.5) * self.apart for i in range(columns)]
        self.rule = self.xs[-1] + 0.5 * self.apart + DOTS
        self.specs = [spec_for([self.wanted[i], self.mean[i]], 2, most=FINEST) for i in range(rows)]
        self.labels = VGroup(*[self.parameter(i) for i in range(rows)])
        self.columns = [self.column([self.wanted[i][c] for i in range(rows)], x) for c, x in enumerate(self.xs)]
        self.heads = self.examples()

    @beat("N12")
    def one_example(self) -> None:
        """Name the rows, and fill in the followed example's column."""
        how = Words(self.phrase("indices"), self.theme, size="small", role="dim")
        how.move_to((STAGE.left, NOTE, 0), aligned_edge=LEFT)
        self.enter(self.labels, how)
        self.move(FadeIn(self.heads[0]), still=False)
        self.move(LaggedStart(*map(FadeIn, self.columns[0]), lag_ratio=0.1))

    @beat
    def every_example(self) -> None:
        """Fill in the columns of other examples, and mark the row in which they disagree most."""
        for head, column in zip(self.heads[1:], self.columns[1:], strict=True):
            self.move(FadeIn(head), LaggedStart(*map(FadeIn, column), lag_ratio=0.05), time="fade", still=False)
            self.wait(self.theme.time.fade)
        row = disputed_row(self.trace)
        if row is not None:
            self.move(
                VGroup(
                    *[column[i] for column in self.columns for i in range(len(column)) if i != row]
                ).animate.set_opacity(QUIET),
                self.labels[row].animate.set_color(self.theme.of("focus")),
                still=False,
            )

    @beat
    def the_mean(self) -> None:
        """Behind a line, write the mean over all examples."""
        x, between = self.rule + 1.0, self.rule - DOTS / 2
        dots = VGroup(*[Formula("dots.c", self.theme, role="dim").move_to((between, y, 0)) for y in (IMAGES, *self.ys)])
        rule = Line((self.rule, IMAGES + 0.3, 0), (self.rule, self.ys[-1] - 0.15, 0), stroke_width=1.5)
        rule.set_color(self.theme.of("faint"))
        name = Formula("- nabla C", self.theme, role="cost").move_to((x, IMAGES, 0))
        many = {"n": (self.trace.reading("gradient/examples"), ",.0f")}
        head = Spoken(self.phrase("mean_of"), self.theme, role="dim", size="small")
        means = self.column(list(self.mean), x)
        self.move(
            VGroup(*self.columns).animate.set_opacity(1),
            self.labels.animate.set_color(self.theme.of("ink")),
            FadeIn(dots, rule, name, head.move_to((x, 0, 0)).stand_on(NAMES)),
        )
        self.move(LaggedStart(*map(FadeIn, means), lag_ratio=0.1), time="slow")
        formula = "{{ - nabla C : all }} = 1 / <n> inline(sum_i) ({{ - nabla C_i : each }})"
        roles = {"all": "cost", "each": "cost"}
        mean = Formula(formula, self.theme, numbers=many, roles=roles, size="small")
        mean.move_to((STAGE.right, NOTE, 0), aligned_edge=RIGHT)
        self.move(FadeIn(mean))

    def parameter(self, i: int) -> Formula:
        """Return the name of a row's weight or bias."""
        kind, l, j, k = map(int, self.trace["table/place"][i])
        name = Formula(f"b_({j})^(({l}))" if kind else f"w_({j},{k})^(({l}))", self.theme, size="small")
        return name.move_to((STAGE.left, 0, 0), aligned_edge=LEFT).level_with(self.ys[i])

    def column(self, readings: list[Reading], x: float) -> VGroup:
        """Return a number in each row."""
        cells = VGroup()
        for reading, y, spec in zip(readings, self.ys, self.specs, strict=True):
            cells.add(Readout(reading, self.theme, spec=spec, role="sign").move_to((x, y, 0)))
        right = max(float(cell.get_right()[0]) for cell in cells)
        return VGroup(*[cell.shift((right - cell.get_right()[0], 0, 0)) for cell in cells])

    def examples(self) -> list[Group]:
        """Return the examples over their columns, each with its class."""
        readings = [self.trace.reading("table/x", c) for c in range(len(self.xs))]
        shape, span = example_grid(self.trace, *readings)
        heads = []
        for c, (reading, x) in enumerate(zip(readings, self.xs, strict=True)):
            image = InputImage(reading, shape, self.theme, SIDE, span).move_to((x, IMAGES, 0))
            image.scale(min(1.0, 0.86 * self.apart / image.width))
            name = on_stage(self.trace.classes[int(self.trace["table/label"][c])], int(self.apart / LETTER))
            words = Words(name, self.theme, size="small", role="dim" if c else "focus")
            heads.append(Group(image, words.move_to((x, 0, 0)).stand_on(NAMES)))
        return heads


def _disputed(trace: Trace) -> dict[str, Fact]:
    """Return what the marked parameter is, the output it belongs to, and who wants it most up and most down."""
    row = disputed_row(trace)
    if row is None:
        return {"marked": "nothing"}
    kind, l, j, _ = map(int, trace["table/place"][row])
    labels, wanted = trace["table/label"], -trace["table/dC_dp"][row]
    return {
        "marked": f"{'bias' if kind else 'weight'}{'_of_output' if l == trace.L else ''}",
        "output": class_name(trace, j if l == trace.L else 0),
        "up": class_name(trace, int(labels[np.argmax(wanted)])),
        "down": class_name(trace, int(labels[np.argmin(wanted)])),
    }
