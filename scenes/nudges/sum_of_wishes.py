"""Every output's wishes for the layer before it, added up column by column (N9)."""

from __future__ import annotations

import numpy as np
from manim import DL, LEFT, PI, Animation, LaggedStart, Transform, VGroup

from netsim import Reading, Trace
from netsim.figures.network import neurons_of
from netsim.figures.nudges.wishes import softest_voice
from scenes.camera.fading import FadeIn
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.network import Shape
from scenes.mobjects.network.neuron import Column, Neuron
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import Readout, number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape, ranked
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

NAMES = 2.55  # height of the outputs' names, in their middle
HEADS, EFFECTS = 0.36, 0.71  # how far under the names the outputs stand, and their effects
ROWS = {True: 0.92, False: 0.66}  # how far under the names the first row begins, with effects and without
TABLE = (STAGE.left + 1.2, 2.9)  # left and right edge of the columns
SLOWLY = 3  # so many columns are added slowly, then the rest
TOTAL, NUMBERS = 4.75, STAGE.right  # axis of the total, right edge of its numbers


class SumOfWishes(TraceScene):
    """The table of all wishes and its running sum: the nudges of the layer before."""

    chapter = "nudges"
    needs_hidden = True
    needs = ("wishes",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        effects = -trace.reading(f"delta{trace.L}", 0, 0)
        return {
            **super().facts(trace),
            "before": neurons_of(trace, trace.L - 1),
            "effect": effects[trace.label(0)],
            "voices": softest_voice(trace),
            "least": class_name(trace, ranked(effects)[-1]),
        }

    def setup(self) -> None:
        trace, theme, last = self.trace, self.theme, self.trace.L
        self.label, self.effects = trace.label(0), -trace.reading(f"delta{last}", 0, 0)
        self.table = trace.reading("wishes/table")
        self.running = trace.reading("wishes/running")
        self.total_wish = -trace.reading(f"dC_da{last - 1}", 0, 0)
        layers, shape = activations(trace, 0, 0), network_shape(trace, 0, 0)
        self.name_outputs(shape)
        pitch = (TABLE[1] - TABLE[0]) / shape.sizes[last]
        self.effect_name, self.asking = self.asking_with(0.95 * pitch)
        top = self.heads - ROWS[bool(self.effect_name)]
        self.column = Column(
            shape.sizes[last - 1],
            top - STAGE.picture.bottom,
            theme,
            self.words,
            matter=np.abs(self.total_wish.value),
            span=shape.spans[last - 1],
        ).set_readings(layers[last - 1])
        self.column.stand(STAGE.left + 0.3, top, STAGE.left)
        self.rows = [float(neuron.get_y()) for neuron in self.column.neurons]
        widest = Scale.fit([self.table], 0.44 * pitch)
        total = Scale.fit([self.running], 0.8)
        unit = min(widest.unit, total.unit)
        self.scale = Scale(widest.source, widest.longest * unit)
        self.outputs, self.bars = VGroup(), []
        for j, x in enumerate(self.xs):
            neuron = Neuron(min(0.17, 0.4 * pitch), shape.spans[last], theme)
            self.outputs.add(neuron.set_reading(layers[last][j]).move_to((x, self.heads - HEADS, 0)))
            self.bars.append(self.bar_column([self.table[j][k] for k in self.column.indices], x))

    @beat("N9")
    def one_opinion(self) -> None:
        """Show the label's output over its column of wishes."""
        before = Formula("a^((L-1))", self.theme, role="dim", size="small")
        before.move_to((self.column.neurons.get_x(), self.heads, 0))
        self.enter(before, self.column, self.outputs[self.label], self.names[self.label])
        self.move(FadeIn(self.effect_name, self.asking[self.label]), still=False)
        self.move(FadeIn(self.bars[self.label].axis), still=False)
        self.move(LaggedStart(*self.bars[self.label].grow(), lag_ratio=0.05))

    @beat
    def all_opinions(self) -> None:
        """Let the columns of all the other outputs appear."""
        others = [j for j in reversed(range(len(self.bars))) if j != self.label]
        self.move(
            FadeIn(*[VGroup(self.outputs[j], self.names[j], self.asking[j], self.bars[j].axis) for j in others]),
            still=False,
        )
        columns = [LaggedStart(*self.bars[j].grow(), lag_ratio=0.02) for j in others]
        self.move(LaggedStart(*columns, lag_ratio=0.15), time="slow")
        if float(self.scale.source):
            note = scale_note(self.scale, self.theme, self.phrase("longest"), decimals=3)
            self.move(FadeIn(note.move_to((STAGE.left, STAGE.note, 0), aligned_edge=DL)))

    @beat
    def the_sum(self) -> None:
        """Add the columns up, each bar to the end of the sum so far."""
        self.total = self.bar_column([self.running[0][k] for k in self.column.indices], TOTAL)
        self.sum_name = Words(self.phrase("so_far"), self.theme, size="small", role="dim")
        self.sum_name.move_to((TOTAL, self.heads, 0))
        equals = Formula("=", self.theme, size="title")
        equals.move_to(((TABLE[1] + TOTAL) / 2 - 0.25, self.column.neurons.get_y(), 0))
        resting = VGroup(*self.bars).animate.fade(0.65)
        self.move(resting, FadeIn(self.total.axis, self.sum_name), still=False)
        for j, column in enumerate(self.bars):
            self.add_column(j, column, *([] if j else [FadeIn(equals)]))

    @beat
    def the_total(self) -> None:
        """Name the total, and write its numbers."""
        head = Formula("-(partial C_0) / (partial a_k^((L-1)))", self.theme, role="cost", size="small")
        head.move_to((TOTAL, 0, 0)).stand_on(2.2)
        wishes = [self.total_wish[k] for k in self.column.indices]
        for bar, wish in zip(self.total.bars, wishes, strict=True):
            bar.set_reading(wish)
        numbers = number_column(wishes, self.rows, NUMBERS, self.theme, spec=spec_for([self.total_wish], 3))
        self.leave(self.sum_name)
        self.move(FadeIn(head, numbers))

    def name_outputs(self, shape: Shape) -> None:
        """Set the outputs' names over the columns; upright, and all under them lower, where they are too long."""
        pitch = (TABLE[1] - TABLE[0]) / shape.sizes[-1]
        self.xs = [TABLE[0] + (j + 0.5) * pitch for j in range(shape.sizes[-1])]
        roles = ["focus" if j == self.label else "dim" for j in range(len(self.xs))]
        named = zip(shape.classes, roles, strict=True)
        self.names = VGroup(*[Words(name, self.theme, size="small", role=role) for name, role in named])
        longest = max(name.width for name in self.names)
        self.heads, lowest = NAMES, 0.0
        if longest > 0.9 * pitch:
            self.names.submobjects = [name.rotate(PI / 2) for name in self.names]
            lowest = STAGE.top - longest
            self.heads = lowest - HEADS / 3
        for name, x in zip(self.names, self.xs, strict=True):
            name.move_to((x, NAMES if not lowest else lowest + name.height / 2, 0))

    def bar_column(self, readings: list[Reading], x: float) -> BarColumn:
        """Return a column of bars beside the rows."""
        return BarColumn(readings, self.rows, x, self.scale, self.theme, 0.6 * self.column.pitch)

    def asking_with(self, room: float) -> tuple[VGroup, VGroup]:
        """Return the word for what stands under the outputs, and there the effect of each, if there is room for it."""
        height, spec = self.heads - EFFECTS, spec_for([self.effects], 2)
        name = Words(self.phrase("effect"), self.theme, size="small", role="dim")
        name.move_to((STAGE.left, height, 0), aligned_edge=LEFT)
        numbers = VGroup(*[Readout(effect, self.theme, spec=spec, role="sign") for effect in self.effects])
        for number, x in zip(numbers, self.xs, strict=True):
            number.move_to((x, height, 0))
        if max(float(number.width) for number in numbers) > room:
            return VGroup(), VGroup(*[VGroup() for _ in numbers])
        return VGroup(name), numbers

    def add_column(self, j: int, column: BarColumn, *moves: Animation) -> None:
        """Let an output's bars fly to the ends of the running total, which then grows by them."""
        flights = [*moves]
        for bar, sum_so_far in zip(column.bars, self.total.bars, strict=True):
            flying = bar.copy().set_fill(opacity=1)
            end = sum_so_far.tip() if j else sum_so_far.base
            flights.append(Transform(flying, flying.copy().shift(end - bar.base), remover=True))
        time = self.theme.time
        speaker = VGroup(self.outputs[j], self.names[j], self.asking[j])
        self.play(*flights, speaker.animate.fade(0.4), run_time=time.move if j < SLOWLY else time.move / 2)
        for sum_so_far, k in zip(self.total.bars, self.column.indices, strict=True):
            sum_so_far.set_reading(self.running[j][k])
        self.add(self.total)
        self.wait(time.fade if j < SLOWLY else time.fade / 4)
