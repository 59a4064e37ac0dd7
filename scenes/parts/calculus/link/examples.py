"""Six examples as threads over the last link of the chain, while it is trained on them."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import LEFT, RIGHT, UP, Animation, Line, Mobject, VGroup, VMobject

from netsim import Reading
from scenes.camera.in_place import InPlace
from scenes.look.measures import gap, stroke
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.chain import WIDEST
from scenes.mobjects.number_lines.courses import Course
from scenes.mobjects.number_lines.pulse import Pulse
from scenes.mobjects.number_lines.threads import Threads
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.row import LAST, LinkRow, symbol_of
from scenes.parts.calculus.link.turned import Turned

BEFORE, BIAS, SUM, OUTPUT = f"a{LAST - 1}", f"b{LAST}", f"z{LAST}", f"a{LAST}"
KEY = gap.large  # scene units of a piece of thread before what such threads are
THICK = 3  # times as wide as the widest edge of the chain its trained weight is drawn at most


class SixExamples:
    """Each example is a thread over a^(L-1), z, a and its cost; bright if it should be 1. Needs `several`.

    Parameters
    ----------
    row
        The opened link; the line of a^(L-1) takes the place of its first.

    Attributes
    ----------
    lines
        By name; dots and numbers show the first example, which is the chain's own.
    ones, zeros
        The threads of those that should be 1, and of those that should be 0.
    counts
        How many updates were made, and the mean cost, under the lines.
    last, at
        The last moment, and that of the derivatives.
    """

    def __init__(self, row: LinkRow, updates: str, mean: str) -> None:
        self.row, trace, theme = row, row.trace, row.theme
        self.before = row.line(BEFORE, Turned(trace, BEFORE))
        self.lines = {BEFORE: self.before, **{name: row.lines[name] for name in row.names[1:]}}
        self.last, self.at = len(trace["several/steps"]) - 1, int(trace["several/at"])
        y = trace["several/y"]
        self.ones, self.zeros = (
            Threads(
                list(self.lines.values()),
                self.courses(0),
                np.flatnonzero(y == target).tolist(),
                theme,
                role=role,
                width=stroke.mark,
                opacity=1,
            )
            for target, role in ((1, "ink"), (0, "dim"))
        )
        z, line, zone = trace["several/z"][..., -1], self.lines[SUM], row.places.lines
        low, high = min(0, float(z.min())), max(1, float(z.max()))
        unit = min(row.unit, zone.height / (high - low))
        self._long = (zone.bottom - low * unit, unit, low, high)
        self._short = (line.zero, line.unit, line.low, line.high)
        self.edge = row.things.edges[LAST]
        self._width = self.edge.scale_of_width
        thick = Scale.fit([trace.reading("several/W")], THICK * WIDEST)
        self._widths = (self._width.unit, min(thick.unit, self._width.unit))
        self.updates = Readout(trace.reading("several/steps", self.last), theme, spec=",.0f", size="body")
        self.mean = Readout(trace.reading("several/mean_C", 0), theme, spec=".4f", size="body", role="cost")
        self.counts = VGroup(self._count(1, self.updates, updates), self._count(3, self.mean, mean))
        self.updates.set_reading(trace.reading("several/steps", 0))
        self.weight = Readout(trace.reading("several/W", 0, LAST - 1), theme, spec=".3f")
        self.symbols = self._symbols()

    def courses(self, moment: int) -> list[Course]:
        """Return what stands on the lines at a moment, example by example."""
        a, z, C = (self.row.trace.reading(f"several/{name}", moment) for name in "azC")
        return [Course(a, LAST - 1), Course(z, LAST - 1), Course(a, LAST), Course(C)]

    @property
    def pictures(self) -> list[Mobject]:
        """What changes from moment to moment."""
        things = self.row.things
        moving = [self.ones, self.zeros, *self.lines.values(), self.updates, self.mean, self.edge, self.weight]
        moving.append(self.row.symbols[BIAS])
        return [*moving, things.neurons[BEFORE], things.neurons[OUTPUT], things.biases[LAST]]

    def set_example(self, example: int, moment: int = 0) -> None:
        """Show an example by the dots, their numbers and the things of the row."""
        values = [course.at(example) for course in self.courses(moment)]
        for line, value in zip(self.lines.values(), values, strict=True):
            line.set_reading(value)
        target = self.row.trace.reading("several/y", example)
        self.row.things.set_values(dict(zip(self.lines, values, strict=True)) | {"y": target})

    def set_moment(self, moment: int) -> None:
        """Show a moment of the training: all threads, and of the first example the numbers and the things."""
        trace = self.row.trace
        self.set_example(0, moment)
        for threads in (self.ones, self.zeros):
            threads.follow(self.courses(moment))
        weight, bias = (trace.reading(f"several/{name}", moment, LAST - 1) for name in "Wb")
        self.row.things.set_values({f"w{LAST}": weight})
        self.weight.set_reading(weight).next_to(self.of_weight, RIGHT, gap.small)
        self.weight.stand_on(self.of_weight.baseline)
        self.row.things.biases[LAST].set_reading(bias)
        self.row.things.put_bias(BIAS, self.row.symbols[BIAS])
        self.updates.set_reading(trace.reading("several/steps", moment))
        self.mean.set_reading(trace.reading("several/mean_C", moment))

    def pass_through(self, run_time: float) -> Replay:
        """Return the animation in which each example passes, the first one last, and leaves its thread."""
        order = [*range(1, len(self.row.trace["several/x"])), 0]
        things = self.row.things
        pictures = [*self.lines.values(), *[things.neurons[name] for name in (BEFORE, OUTPUT, "y")]]
        for threads in (self.ones, self.zeros):
            threads.set_stroke(opacity=0)

        def show(place: int) -> None:
            self.set_example(order[place])
            for example in order[: place + 1]:
                self._each(example).set_stroke(opacity=1)

        return Replay(self.ones, self.zeros, *pictures, rows=range(len(order)), show=show, run_time=run_time)

    def train(self, first: int, last: int, run_time: float) -> Replay:
        """Return the animation in which the training goes from one recorded moment to another."""
        return Replay(*self.pictures, rows=range(first, last + 1), show=self.set_moment, run_time=run_time)

    def lengthen(self, back: bool = False, **kwargs: Any) -> Animation:
        """Return the animation that takes the line of z, and all on it, to a scale on which all of them have room."""
        return _Lengthen(self, back, **kwargs)

    def set_length(self, share: float) -> None:
        """Be a share of the way from the one scale of z to the longer, and of the edge to its thinner one."""
        near, far = self._short, self._long
        zero, unit = (1 - share) * near[0] + share * far[0], near[1] * (far[1] / near[1]) ** share
        ends = [
            (1 - share) * (near[0] + near[1] * one) + share * (far[0] + far[1] * two)
            for one, two in zip(near[2:], far[2:], strict=True)
        ]
        self.lines[SUM].set_scale(zero, unit, *[(end - zero) / unit for end in ends])
        for threads in (self.ones, self.zeros):
            threads.set_rows(threads.rows)
        width = (1 - share) * self._widths[0] + share * self._widths[1]
        self.edge.scale_of_width = Scale(self._width.source, self._width.longest * width)
        self.edge.set_reading(self.edge.reading)

    def thread(self, example: int, i: int) -> np.ndarray:
        """Return the curve of an example's thread from line i to the next, as four points of Bezier's."""
        return np.asarray(self._each(example).points[4 * i : 4 * i + 4])

    def derivatives(self) -> list[list[Reading]]:
        """Return dC/da, dC/dz and dC/dw of each example, at the moment of the derivatives."""
        reading = self.row.trace.reading
        return [
            [reading("several/dC_da", e), reading("several/dC_db", e, LAST - 1), reading("several/dC_dw", e, LAST - 1)]
            for e in range(len(self.row.trace["several/x"]))
        ]

    def pulses(self) -> list[Pulse]:
        """Return a pulse at the cost of each example, all on one scale, without their numbers."""
        amounts = self.derivatives()
        scale = Scale.fit([of_one[0] for of_one in amounts], self.row.places.pulse)
        return [
            Pulse(of_one[0], scale, self.thread(e, 2)[3], self.row.theme, ".3f", among_lines=True)
            for e, of_one in enumerate(amounts)
        ]

    def targets(self, one: str, zero: str) -> VGroup:
        """Return what the two kinds of threads are, beside the lines, each after a piece of such a thread."""
        row, kinds = self.row, VGroup()
        x, y = row.places.xs[-1] + gap.large, row.places.numbers
        for i, (said, role) in enumerate(((one, "ink"), (zero, "dim"))):
            words = Words(said, row.theme, size="small", role=role)
            words.shift((x + KEY + gap.small - words.get_left()[0], 0, 0)).stand_on(y - i * gap.line)
            ends = (x, words.middle, 0), (x + KEY, words.middle, 0)
            kinds.add(VGroup(Line(*ends, stroke_width=stroke.mark, color=row.theme.of(role)), words))
        return row.places.stage.hold(kinds)

    def _each(self, example: int) -> VMobject:
        threads = self.ones if example in self.ones.rows else self.zeros
        return threads.each[threads.rows.index(example)]

    def _symbols(self) -> VGroup:
        """Return what the line of a^(L-1) and the costs are called, and over its edge the weight's name and number."""
        row, theme = self.row, self.row.theme
        before, cost, weight = (
            Formula(code, theme, role=role, size="small")
            for code, role in ((symbol_of(BEFORE), "ink"), ("C_i", "cost"), (symbol_of(f"w{LAST}") + " =", "ink"))
        )
        for symbol, name in ((before, f"w{LAST}"), (cost, "C")):
            symbol.shift((row.things.x(name) - symbol.get_x(), 0, 0)).stand_on(row.places.symbols)
        weight.next_to(self.edge.get_start(), RIGHT, gap.medium).stand_on(row.things.biases[LAST].baseline)
        self.weight.next_to(weight, RIGHT, gap.small).stand_on(weight.baseline)
        if self.weight.get_right()[0] > row.symbols[BIAS].get_left()[0] - gap.medium:  # no room before the bias
            VGroup(weight, self.weight).shift((self.edge.get_y() - gap.line - weight.baseline) * UP)
        self.of_weight = weight
        return VGroup(before, cost, weight, self.weight)

    def _count(self, i: int, number: Readout, said: str) -> VGroup:
        """Return a number under a line, after what it is."""
        self.row.places.put_product(i, number)
        words = Words(said, self.row.theme, size="small", role="dim")
        return VGroup(words.next_to(number, LEFT, gap.small).stand_on(number.baseline), number)


class _Lengthen(InPlace):
    """Take the line of z to the longer scale, or back."""

    def __init__(self, examples: SixExamples, back: bool, **kwargs: Any) -> None:
        self._examples, self._back = examples, back
        super().__init__(examples.row, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Be as far as the time has come."""
        share = self.rate_func(alpha)
        self._examples.set_length(1 - share if self._back else share)
