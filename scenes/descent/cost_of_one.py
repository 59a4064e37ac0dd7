"""How wrong the network is on one example: what each output adds to its cost (D6)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, FadeIn, FadeOut, Group, LaggedStart, VGroup

from netsim import Trace
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import twin
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.plots.squared_gap import SquaredGap
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.typeset import Words
from scenes.parts.cost_table import CostTable
from scenes.parts.selection import example_grid
from scenes.phrases.words import cost_formula
from scenes.phrases.words_of_the_cost import cost_of_one
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TABLES = (-4.35, 1.5)  # left edges of the two tables
IMAGE, SIDE = (-5.65, 0.2), 2.0  # middle of the example, and its height
GAP = (2.9, -1.15)  # middle of the enlarged difference, and the height of its line
ROOM = (5.0, 2.9)  # its width and height at most
QUIET = 0.7  # how far that fades which is not spoken of
UNIT = 3.2  # scene units from 0 to 1 in it at most


class CostOfOne(TraceScene):
    """The outputs beside what was wanted, each difference squared, the sum; and the same after the training."""

    chapter = "descent"
    title = "How wrong is it?"
    needs = ("terms",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | cost_of_one(trace)

    def setup(self) -> None:
        trace = self.trace
        self.table = CostTable(trace, self.theme, self.words, 0, TABLES[0])
        x = trace.reading("x", 0)
        shape, span = example_grid(trace, x)
        image = InputImage(x, shape, self.theme, SIDE, span).move_to((*IMAGE, 0))
        self.image = image.scale(min(1.0, SIDE / image.width))

    @beat("D6")
    def one_output(self) -> None:
        """The [{label}](focus) gets [a](math) = {a_label:.3f}, and should get [y](math) = 1. {judged}"""
        self.enter(self.image, self.table.judged)
        self.close, table = self.one_gap(), self.table
        self.resting = VGroup(*[VGroup(one, two) for one, two in zip(table.outputs, table.targets, strict=True)])
        self.resting.remove(self.resting[table.label])
        self.move(self.resting.animate.set_opacity(1 - QUIET), FadeIn(self.close), time="slow")

    @beat
    def all_outputs(self) -> None:
        """{added}"""
        table, theme = self.table, self.theme
        rule = Formula(cost_formula(self.trace), theme, role="cost", size="small")
        self.rule = rule.move_to((IMAGE[0], 0, 0)).stand_on(STAGE.picture.bottom + 0.06)
        self.rule.shift((max(0.0, STAGE.left - self.rule.get_left()[0]), 0, 0))
        grown = [Group(bar, number) for bar, number in zip(table.bars, table.added, strict=True)]
        self.move(self.resting.animate.set_opacity(1), FadeIn(table.heads[2:], table.axis), still=False)
        self.move(LaggedStart(*map(FadeIn, grown), lag_ratio=0.3), time="slow")
        self.move(FadeOut(self.close), FadeIn(table.total, self.rule))

    @beat
    def after_training(self) -> None:
        """{later}"""
        if len(self.trace.steps) > 1:
            trained = CostTable(self.trace, self.theme, self.words, -1, TABLES[1])
            self.move(FadeIn(trained.judged), still=False)
            self.move(FadeIn(trained.heads[2:], trained.axis, trained.bars, trained.added), still=False)
            note = Words("bars of both on one scale", self.theme, size="small", role="dim")
            self.move(FadeIn(trained.total, note.move_to((TABLES[1], 0, 0)).stand_on(STAGE.picture.bottom - 0.25)))

    def one_gap(self) -> VGroup:
        """Return how wrong the output of the example's class is, enlarged: as a square, and in numbers."""
        trace, spec, label = self.trace, self.table.spec, self.trace.label(0)
        wholes = (trace.reading(f"a{trace.L}", 0, 0), trace.reading("y", 0), trace.reading("terms/C", 0))
        a, y, term = (whole[label] for whole in wholes)
        numbers = {"a": (a, spec), "C": (term, spec)}
        added = rule_of("cost_term", trace)
        if not trace.judge.squared:
            return VGroup(twin(added, self.theme, numbers=numbers).move_to((GAP[0], 0.2, 0)))
        share = trace.judge.share(trace.sizes[-1])
        outputs = {"n_L": f"{trace.sizes[-1]}"}
        said = twin(added, self.theme, numbers=numbers | {"y": (y, ".0f")}, instead=outputs)
        low, high = min(0.0, float(a)), max(1.0, float(a))
        unit = min(UNIT, ROOM[0] / (high - low), ROOM[1] / max(abs(float(a) - float(y)), 1e-9))
        zero = np.array([GAP[0] - (low + high) / 2 * unit, GAP[1], 0.0])
        gap = SquaredGap(a, y, term, zero, unit, self.theme, names=("a", "y"), share=share)
        return VGroup(gap, said.next_to(gap, DOWN, buff=0.3))
