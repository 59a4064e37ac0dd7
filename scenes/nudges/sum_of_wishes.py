"""Every output's wishes for the layer before it, added up column by column (N9)."""

from __future__ import annotations

import numpy as np
from manim import DL, FadeIn, FadeOut, LaggedStart, Transform, VGroup

from netsim import Reading, Trace
from scenes.beats import beat
from scenes.choices import activations, network_shape, ranked
from scenes.mobjects.bars import BarColumn
from scenes.mobjects.formula import Formula, scale_note
from scenes.mobjects.neuron import Column, Neuron
from scenes.mobjects.number import number_column
from scenes.mobjects.quantity import Scale
from scenes.mobjects.typeset import Words
from scenes.stage import Fact, TraceScene
from scenes.zones import FLOOR, STAGE

TOP = 1.62  # of the first row
HEADS, NAMES = 1.98, 2.4  # heights of the outputs and of their names
TABLE = (STAGE.left + 1.2, 2.9)  # left and right edge of the columns
TOTAL, NUMBERS = 4.75, STAGE.right  # axis of the total, right edge of its numbers


class SumOfWishes(TraceScene):
    """The table of all wishes and its running sum: the nudges of the layer before."""

    chapter = "nudges"
    title = "Everyone’s wishes, added up"
    needs_hidden = True
    needs = ("wishes",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        effects = -trace.reading(f"delta{trace.L}", 0, 0)
        order = ranked(effects)
        return super().facts(trace) | {
            "neurons": trace.sizes[-2],
            "loudest": trace.classes[order[0]],
            "quietest": trace.classes[order[-1]],
        }

    def setup(self) -> None:
        trace, theme, last = self.trace, self.theme, self.trace.L
        self.label = trace.label(0)
        self.table = trace.reading("wishes/table")
        self.running = trace.reading("wishes/running")
        self.total_wish = -trace.reading(f"dC_da{last - 1}", 0, 0)
        layers, shape = activations(trace, 0, 0), network_shape(trace, 0, 0)
        self.column = Column(
            shape.sizes[last - 1],
            TOP - FLOOR,
            theme,
            matter=np.abs(self.total_wish.value),
            span=shape.spans[last - 1],
        ).set_readings(layers[last - 1])
        self.column.move_to((STAGE.left + 0.3, 0, 0)).align_to((0, TOP, 0), (0, 1, 0))
        self.rows = [float(neuron.get_y()) for neuron in self.column.neurons]
        pitch = (TABLE[1] - TABLE[0]) / shape.sizes[last]
        self.xs = [TABLE[0] + (j + 0.5) * pitch for j in range(shape.sizes[last])]
        widest = Scale.fit([self.table], 0.44 * pitch)
        total = Scale.fit([self.running], 0.8)
        unit = min(widest.unit, total.unit)
        self.scale = Scale(widest.source, widest.longest * unit)
        self.outputs, self.names, self.bars = VGroup(), VGroup(), []
        for j, x in enumerate(self.xs):
            neuron = Neuron(min(0.2, 0.4 * pitch), shape.spans[last], theme)
            self.outputs.add(neuron.set_reading(layers[last][j]).move_to((x, HEADS, 0)))
            role = "focus" if j == self.label else "dim"
            name = Words(trace.classes[j], theme, size="small", role=role)
            self.names.add(name.move_to((x, NAMES, 0)))
            self.bars.append(self.bar_column([self.table[j][k] for k in self.column.indices], x))

    @beat("N9")
    def one_opinion(self) -> None:
        """Here are the {neurons} neurons again, and what the [{label}](focus) wants of each:
        to the right is [brighter](up), to the left [darker](down)."""
        before = Formula("a^((L-1))", self.theme, role="dim", size="small")
        before.move_to((self.column.get_x(), NAMES, 0))
        self.enter(before, self.column, self.outputs[self.label], self.names[self.label])
        self.move(FadeIn(self.bars[self.label].axis), still=False)
        self.move(LaggedStart(*self.bars[self.label].grow(), lag_ratio=0.05))

    @beat
    def all_opinions(self) -> None:
        """Every other output has wishes too. The {loudest} speaks loudest;
        the {quietest} barely speaks."""
        others = [j for j in reversed(range(len(self.bars))) if j != self.label]
        self.move(
            FadeIn(VGroup(*[VGroup(self.outputs[j], self.names[j], self.bars[j].axis) for j in others])),
            still=False,
        )
        columns = [LaggedStart(*self.bars[j].grow(), lag_ratio=0.02) for j in others]
        self.move(LaggedStart(*columns, lag_ratio=0.15), time="slow")
        note = scale_note(self.scale, self.theme, "longest wish")
        note.move_to((STAGE.left, FLOOR - 0.3, 0), aligned_edge=DL)
        self.move(FadeIn(note))

    @beat
    def the_sum(self) -> None:
        """Column by column the wishes add up: each bar starts where the last one ended."""
        self.total = self.bar_column([self.running[0][k] for k in self.column.indices], TOTAL)
        self.sum_name = Words("sum so far", self.theme, size="small", role="dim")
        self.sum_name.move_to((TOTAL, NAMES, 0))
        self.move(FadeIn(self.total.axis, self.sum_name), time="fade", still=False)
        for j, column in enumerate(self.bars):
            self.add_column(j, column)

    @beat
    def the_total(self) -> None:
        """The total is what this one example wants of the whole layer, neuron by neuron."""
        head = Formula("-(partial C_0) / (partial a_k^((L-1)))", self.theme, size="small")
        head.move_to((TOTAL, 0, 0)).stand_on(2.2)
        wishes = [self.total_wish[k] for k in self.column.indices]
        for bar, wish in zip(self.total.bars, wishes, strict=True):
            bar.set_reading(wish)
        numbers = number_column(wishes, self.rows, NUMBERS, self.theme)
        self.move(FadeOut(self.sum_name), FadeIn(head, numbers))

    def bar_column(self, readings: list[Reading], x: float) -> BarColumn:
        """Return a column of bars beside the rows."""
        return BarColumn(readings, self.rows, x, self.scale, self.theme, 0.6 * self.column.pitch)

    def add_column(self, j: int, column: BarColumn) -> None:
        """Let an output's bars fly to the ends of the running total, which then grows by them."""
        moves = []
        for bar, sum_so_far in zip(column.bars, self.total.bars, strict=True):
            flying = bar.copy()
            end = sum_so_far.tip() if j else sum_so_far.base
            moves.append(Transform(flying, bar.copy().shift(end - bar.base), remover=True))
        slow = self.theme.time.move if j < 2 else self.theme.time.fade
        self.play(
            *moves, column.animate.fade(0.65), VGroup(self.outputs[j], self.names[j]).animate.fade(0.4), run_time=slow
        )
        for sum_so_far, k in zip(self.total.bars, self.column.indices, strict=True):
            sum_so_far.set_reading(self.running[j][k])
        self.add(self.total)
        self.wait(self.theme.time.fade / 4)
