"""What a neuron makes of its sum: the sum on an axis, the bias that shifts it, the curve over it, and its light."""

from __future__ import annotations

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UP, Circle, Group, Line, VGroup

from netsim import Trace
from scenes.look.decimals import spec_that_adds
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.number_lines.value_dot import ValueDot
from scenes.mobjects.plots.plot import Curve, PlotDot, PlotFrame, extent
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

ROWS = (3, 8, 4)  # shares of the height: the neuron, its curve, the numbers
THICK = gap.small  # of the bars on the axis
OWN = -1  # in the place of a place: the neuron's own sum
LARGEST = 1 / 3  # of the height of its row: the neuron's radius


class Answering(Group):
    """A plot whose axis across is the sum, the neuron over it, and its numbers under it.

    Parameters
    ----------
    zone
        The room there is.
    span
        The range of activations from dark to bright.

    Attributes
    ----------
    axis
        The axis of the sum with the numbers at its ends.
    sum, bias
        Bars on it: all products so far, and the bias that is added to them.
    lines
        Words and numbers under it: of the products, the bias, and both.
    curve
        The function with the upright axis, and what it makes of the sums at both ends.
    dot, rise, light
        The neuron's place on the axis and on the curve, and the way between them.
    dark, called
        The neuron, large, before it answers, and what it is.
    neuron, activation
        The neuron as it answers, and what.
    """

    def __init__(self, trace: Trace, theme: Theme, words: Messages, zone: Zone, span: tuple[float, float]) -> None:
        super().__init__()
        self.trace, self.theme = trace, theme
        upper, middle, lower = zone.rows(*ROWS, gap=gap.medium)
        self.running, self.b, self.z, self.a = (trace.reading(f"neuron/{name}") for name in ("running", "b", "z", "a"))
        self.sums, self.answers = trace.reading("neuron/curve_z"), trace.reading("neuron/curve_a")
        low, high = extent(self.answers)
        room = middle.inset(bottom=gap.line)
        self.frame = PlotFrame(
            extent(self.sums), (min(0, low), high), room.width, room.height, theme, (0, max(0, min(0, high)))
        )
        self.frame.shift(room.at(DL))
        last = len(trace["neuron/curve_z"]) - 1
        ends = VGroup(*[Readout(self.sums[i], theme, spec="+.0f", role="dim") for i in (0, last)])
        for number, side in zip(ends, (LEFT, RIGHT), strict=True):
            number.next_to(self.frame.across.get_critical_point(side), DOWN, gap.small)
            number.shift((room.at(side)[0] - number.get_critical_point(side)[0], 0, 0))
        self.axis = VGroup(self.frame.across, ends)
        zero = self.frame.point(0, 0)
        scale = Scale(self.sums[last], self.frame.unit_x * float(self.sums[last]))
        self.sum = Bar(self.running[0], scale, theme, zero, THICK)
        self.bias = Bar(self.b, scale, theme, self.frame.point(float(self.running[-1]), 0), THICK / 2)
        curve = Curve(self.sums, self.answers, self.frame, theme, "ink")
        reached = VGroup()
        for i, side, way in ((0, LEFT, UP), (last, RIGHT, DOWN)):
            number = Readout(self.answers[i], theme, spec=".2f", role="dim")
            number.next_to(self.frame.point(float(self.sums[i]), float(self.answers[i])), way, gap.small)
            reached.add(number.shift((room.at(side)[0] - number.get_critical_point(side)[0], 0, 0)))
        self.curve = VGroup(self.frame.upright, curve, reached)
        self.dot = ValueDot(self.z, zero, self.frame.unit_x, theme, "focus")
        self.light = PlotDot(self.a, self.frame.point(float(self.z), float(self.a)), self.frame, theme, "focus")
        self.rise = Line(
            self.dot.get_center(), self.light.get_center(), stroke_width=stroke.thin, color=theme.of("dim")
        )
        self.neuron = Neuron(LARGEST * upper.height, span, theme).set_reading(self.a).move_to(upper.center)
        self.dark = unlit(self.neuron)
        self.called = Words(words.say("OneNeuron", {}, "neuron"), theme, size="small", role="dim")
        self.called.next_to(self.neuron, LEFT, gap.small)
        self.activation = Readout(self.a, theme, spec=".2f", role="focus")
        self.activation.next_to(self.neuron, RIGHT, gap.small)
        answering = zone.hold(VGroup(self.neuron, self.dark, self.called, self.activation))
        answering.shift((min(0, zone.right - answering.get_right()[0]), 0, 0))  # its words may reach out to the left
        spec = spec_that_adds([self.running[-1], self.b], self.z)
        self.lines = {}
        rows = lower.rows(1, 1, 1)
        for row, (name, reading, role) in zip(
            rows, (("sum", self.running[-1], "sign"), ("bias", self.b, "sign"), ("both", self.z, "focus")), strict=True
        ):
            said = Words(words.say("OneNeuron", {}, name), theme, size="small", role="dim")
            number = Readout(reading, theme, spec=spec, role=role)
            said.next_to((lower.x, 0, 0), LEFT, gap.small).stand_on(row.y)
            number.stand_on(row.y).shift((lower.x + gap.large * 2 - number.get_right()[0], 0, 0))
            self.lines[name] = VGroup(said, number)

    def set_count(self, count: int) -> None:
        """Let the sum be that of the first so many products."""
        shown = self.running[max(count, 1) - 1]
        self.sum.set_reading(shown)
        self.lines["sum"][1].set_reading(shown)

    def places_around_its_own(self) -> tuple[int, int, int]:
        """Return the place of the curve nearest to the neuron's own sum, and how far its light can follow both ways."""
        low, high = self.neuron.span
        sums, answers = self.trace["neuron/curve_z"], self.trace["neuron/curve_a"]
        inside = (low <= answers) & (answers <= high)
        own, beyond = int(np.where(inside, np.abs(sums - float(self.z)), np.inf).argmin()), np.flatnonzero(~inside)
        first, last = beyond[beyond < own], beyond[beyond > own]
        return own, int(first[-1]) + 1 if len(first) else 0, int(last[0]) - 1 if len(last) else len(answers) - 1

    def stand(self, place: int) -> None:
        """Stand at a recorded place of the curve, or at the neuron's own sum (`OWN`), and be so bright."""
        z, a = (self.z, self.a) if place == OWN else (self.sums[place], self.answers[place])
        self.dot.set_reading(z)
        self.light.set_reading(float(z), a)
        self.rise.set_points_as_corners([self.dot.get_center(), self.light.get_center()])
        self.neuron.set_reading(a)
        self.activation.set_reading(a)


def unlit(neuron: Neuron) -> Circle:
    """Return an empty rim that lies over a neuron, as long as it has not answered."""
    disc = Circle(float(neuron.width) / 2).match_style(neuron).move_to(neuron)
    return disc.set_fill(neuron.theme.of("background"), 1)
