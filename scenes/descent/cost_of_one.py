"""How wrong the network is on one example: what each output adds to its cost (D6)."""

from __future__ import annotations

from dataclasses import replace

from manim import DOWN, LEFT, Group, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.outcomes import course_of_its_cost, decimals_of_its_cost, judged_by, last_outputs
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.look.measures import gap, lag, level
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.plots.squared_gap import SquaredGap
from scenes.mobjects.type.typeset import Words
from scenes.parts.cost_table import CostTable
from scenes.parts.selection import example_grid
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

EXAMPLE, TABLE = 2, 5  # shares of the width: the example, each of the two tables
GAP, NUMBERS = 3, 1  # shares of the height: the enlarged difference, and its numbers under it
SIDES = (2, 3, 2)  # shares of the width: the enlarged difference has the middle one


class CostOfOne(TraceScene):
    """The outputs beside what was wanted, each difference squared, the sum; and the same after the training."""

    chapter = "descent"
    needs = ("terms",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "a_label": trace.reading(f"a{trace.L}", 0, 0, trace.label(0)),
            "judged": judged_by(trace),
            "course": course_of_its_cost(trace),
            "outputs": last_outputs(trace),
            "decimals": decimals_of_its_cost(trace),
            "first": trace.reading("C", 0, 0),
            "last": trace.reading("C", len(trace.steps) - 1, 0),
        }

    def setup(self) -> None:
        trace = self.trace
        self.left, self.middle, self.right = self.stage.columns(EXAMPLE, TABLE, TABLE, gap=gap.large)
        self.table = CostTable(trace, self.theme, self.words, 0, self.middle)
        x = trace.reading("x", 0)
        shape, span = example_grid(trace, x)
        self.image = self.left.fit(InputImage(x, shape, self.theme, self.left.width, span))

    @beat("D6")
    def one_output(self) -> None:
        """Show outputs and targets, and enlarge how far the label's output is off."""
        self.enter(self.image, self.table.judged)
        self.close, table = self.one_gap(), self.table
        self.resting = VGroup(*[VGroup(one, two) for one, two in zip(table.outputs, table.targets, strict=True)])
        self.resting.remove(self.resting[table.label])
        self.move(self.resting.animate.set_opacity(level.rest), FadeIn(self.close), time="slow")

    @beat
    def all_outputs(self) -> None:
        """Write what each output adds to the cost, and their sum."""
        table, theme = self.table, self.theme
        short = rule(rule_of("cost_short", self.trace), theme, size="small")
        self.rule = self.stage.hold(self.left.put(short).level_with(self.table.bottom.y))
        grown = [Group(bar, number) for bar, number in zip(table.bars, table.added, strict=True)]
        self.move(self.resting.animate.set_opacity(1), FadeIn(table.heads[2:], table.axis), still=False)
        self.move(LaggedStart(*map(FadeIn, grown), lag_ratio=lag.apart), time="slow")
        self.move(FadeOut(self.close), FadeIn(table.total, self.rule))

    @beat
    def after_training(self) -> None:
        """Set the table of the last recorded moment beside it."""
        if len(self.trace.steps) > 1:
            trained = CostTable(self.trace, self.theme, self.words, -1, self.right)
            self.move(FadeIn(trained.judged), still=False)
            self.move(FadeIn(trained.heads[2:], trained.axis, trained.bars, trained.added), still=False)
            note = Words(self.phrase("one_scale"), self.theme, size="small", role="dim")
            note.set_x((self.middle.right + self.right.left) / 2).stand_on(self.stage.note)
            self.move(FadeIn(trained.total, note))

    def one_gap(self) -> VGroup:
        """Return how wrong the output of the example's class is, enlarged: as a square, and in numbers."""
        trace, spec, label = self.trace, self.table.spec, self.trace.label(0)
        wholes = (trace.reading(f"a{trace.L}", 0, 0), trace.reading("y", 0), trace.reading("terms/C", 0))
        a, y, term = (whole[label] for whole in wholes)
        room = replace(self.right, left=self.table.lengths.left)  # the table has no bars yet
        numbers = {"a": (a, spec), "C": (term, spec)}
        added = rule_of("cost_term", trace)
        if not trace.judge.squared:
            return VGroup(room.put(twin(added, self.theme, numbers=numbers)))
        outputs = {"n_L": f"{trace.sizes[-1]}"}
        said = twin(added, self.theme, numbers=numbers | {"y": (y, ".0f")}, instead=outputs)
        picture, under = room.picture.rows(GAP, NUMBERS)
        line = picture.columns(*SIDES)[1].inset(bottom=gap.large)
        low, high = min(0, float(a)), max(1, float(a))
        unit = min(line.width / (high - low), line.height / (abs(float(a) - float(y)) or 1))
        zero, share = line.at(DOWN) + (low + high) / 2 * unit * LEFT, trace.judge.share(trace.sizes[-1])
        square = SquaredGap(a, y, term, zero, unit, self.theme, names=("a", "y"), share=share)
        return VGroup(square, under.put(said))
