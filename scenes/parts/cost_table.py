"""Outputs against what was wanted of them: a row for each, with what it adds to the cost, and the sum."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, Line, VGroup

from netsim import Reading, Trace
from netsim.figures.descent.training import moment
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import source_of
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.neuron import Column
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import network_shape, on_stage, spoken_of
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

HEADS, ROWS, SUM = 1, 10, 2  # shares of the height: heads of the columns, rows, sum
NAMES, NEURONS, A, Y, ADDED = 7, 8, 7, 4, 26  # shares of the width
BARS, NUMBERS = 5, 3  # shares of the last column: what is added as bars, and as numbers
LETTERS = 7  # of a class's name


class CostTable(VGroup):
    """The outputs for the followed example at the first or the last recorded moment.

    Parameters
    ----------
    moment
        0 for the first recorded step, -1 for the last.
    room
        Where it stands: over the picture it says when this is, under it the sum.

    Attributes
    ----------
    names, neurons, outputs, targets, bars, added
        Its columns: the classes' names, the outputs as neurons and as numbers, what was wanted, and what
        each adds to the cost, as a bar and as a number; all are lists by row.
    total
        The line of the sum, and the sum.
    """

    def __init__(self, trace: Trace, theme: Theme, words: Messages, moment: int, room: Zone) -> None:
        super().__init__()
        self.trace, self.theme, self.words, self.room = trace, theme, words, room
        self.top, rows, self.bottom = room.picture.rows(HEADS, ROWS, SUM)
        names, neurons, a_column, y_column, added = rows.columns(NAMES, NEURONS, A, Y, ADDED)
        self.lengths, _ = added.inset(left=gap.medium).columns(BARS, NUMBERS)
        t = moment % len(trace.steps)
        terms = trace.reading("terms/C")
        a, wanted = trace.reading(f"a{trace.L}", t, 0), trace.reading("y", 0)
        span = network_shape(trace, 0, 0, range(len(trace.steps))).spans[-1]
        column = Column(
            trace.sizes[-1],
            rows.height,
            theme,
            words,
            matter=np.asarray(terms[0].value),
            span=span,
            keep=spoken_of(trace, 0, 0),
        ).set_readings(a)
        column.shift((neurons.x - column.neurons.get_x(), rows.y - column.get_y(), 0))
        self.rows = column.indices
        self.heights = [float(column.neuron(j).get_y()) for j in self.rows]
        self.scale_of_length = Scale.fit([terms], self.lengths.width)
        mine = terms[moment % len(terms)]
        self.neurons = column
        self.names = VGroup(*[self._name(j, names, y) for j, y in zip(self.rows, self.heights, strict=True)])
        self.outputs = self._numbers(a, a_column.right, spec_for([a], 3, sign="", most=3))
        self.targets = self._numbers(wanted, y_column.right, ".0f", "dim")
        self.bars = VGroup(*[self._bar(mine[j], height) for j, height in zip(self.rows, self.heights, strict=True)])
        zero, (first, last) = self.lengths.left, (self.heights[0], self.heights[-1])
        self.axis = Line((zero, first + gap.medium, 0), (zero, last - gap.medium, 0))
        self.axis.set_stroke(theme.of("faint"), stroke.thin)
        self.spec = spec_for([terms, trace.reading("C", t, 0)], 3, sign="", most=3)
        self.added = self._numbers(mine, room.right, self.spec, "cost")
        self.total = self._total(trace.reading("C", t, 0))
        self.heads = VGroup(*[self._head(code, part) for code, part in self._codes()])
        self.state = self._state(t)
        self.label = self.rows.index(trace.label(0))
        self.names[self.label].set_color(theme.of("focus"))
        self.targets[self.label].set_color(theme.of("focus"))

    @property
    def judged(self) -> VGroup:
        """What is seen before anything is added up: names, outputs and targets, with their heads."""
        return VGroup(self.state, self.heads[:2], self.names, self.neurons, self.outputs, self.targets)

    @property
    def whole(self) -> VGroup:
        """The whole table."""
        return VGroup(self.judged, self.heads[2:], self.axis, self.bars, self.added, self.total)

    def _codes(self) -> list[tuple[str, VGroup]]:
        adds = source_of(rule_of("cost_term", self.trace)) if self.trace.judge.squared else "<adds>"
        return [("a", self.outputs), ("y", self.targets), (adds, self.added)]

    def _head(self, code: str, column: VGroup) -> Formula:
        """Return a column's name over it; numbers that stand right of bars share their right edge with it."""
        head = Formula(
            code,
            self.theme,
            words={"adds": self.words.say("cost-table", {}, "adds")},
            role="cost" if column is self.added else "dim",
            size="small",
        )
        x = column.get_right()[0] - head.width / 2 if column is self.added else column.get_x()
        return head.move_to((x, 0, 0)).stand_on(self.top.bottom + gap.medium)

    def _state(self, t: int) -> Words:
        """Return the line that says at which moment of the training this is."""
        said = self.words.say("cost-table", {"moment": moment(self.trace, t)}, "state")
        words = Words(said, self.theme, size="small").stand_on(self.room.head)
        return words.align_to(self.neurons, LEFT)

    def _name(self, j: int, column: Zone, height: float) -> Words:
        name = Words(on_stage(self.trace.classes[j], LETTERS), self.theme, size="small", role="dim")
        return column.put(name, RIGHT).level_with(height)

    def _numbers(self, readings: Reading, right: float, spec: str, role: str = "ink") -> VGroup:
        some = [readings[j] for j in self.rows]
        return number_column(some, self.heights, right, self.theme, spec=spec, role=role)

    def _bar(self, term: Reading, height: float) -> Bar:
        base = np.array([self.lengths.left, height, 0])
        return Bar(term, self.scale_of_length, self.theme, base, self.neurons.pitch / 2, role="cost")

    def _total(self, C: Reading) -> VGroup:
        """Return the line under what is added, and the sum."""
        total = Formula("C_0 = <C>", self.theme, numbers={"C": (C, self.spec)}, role="cost")
        self.bottom.put(total, RIGHT).level_with(self.bottom.y)
        ends = (self.lengths.left, 0, 0), (self.room.right, 0, 0)
        line = Line(*ends, stroke_width=stroke.thin, color=self.theme.of("dim"))
        return VGroup(line.set_y(total.get_top()[1] + gap.small), total)
