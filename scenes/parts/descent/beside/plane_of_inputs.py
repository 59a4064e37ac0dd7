"""The plane of two inputs beside the network: its examples, what is answered there, and lines of hidden neurons."""

from __future__ import annotations

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UP, Circle, Group, VGroup

from netsim import Reading
from netsim.figures.descent.boundary import edges_of_answers, ground, kinds_of_answers, last_to_be_right
from netsim.figures.units import in_units
from scenes.look.measures import gap, stroke
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.inputs import short_name, spec_of
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.plots.class_marks import ClassMarks, mark
from scenes.mobjects.plots.field import Field
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.short import cut_to, width_of
from scenes.mobjects.type.typeset import Words
from scenes.parts.descent.hero.learner import Learner

LEFT_OF = 0.85  # the plane: its numbers
LIT = 1 / 2  # of the way to the brightest: marks are seen on it
LIGHT = 2 / 3  # the same where answers are numbers: lines are seen on it, and discs are lit like it
WIDEST, SEEN = 0.06, 0.8  # a line of a hidden neuron: what lies under it is seen
DISC, RING = 0.09, 0.17  # radius of an example whose answer is a number; of the ring around the one spoken of
LEGEND = 0.1  # size of a mark beside its class
MOST_NAMED = 6  # classes whose names have room


class PlaneOfInputs:
    """The plane, its ground at a moment of the run.

    Parameters
    ----------
    hero
        The network that it stands beside.

    Attributes
    ----------
    around
        Axes, numbers and names.
    examples
        The marks of all examples that are shown.
    field
        What is answered at every place, at the first moment to begin with.
    ring
        Around the example that is wrong long.
    rows
        How many moments there are.
    """

    def __init__(self, hero: Learner) -> None:
        self.hero, self.trace, self.theme = hero, hero.trace, hero.theme
        trace, zone = hero.trace, hero.beside.inset(left=LEFT_OF, bottom=gap.line)
        self.rows, self.numbers = len(trace["boundary/steps"]), kinds_of_answers(trace) == "numbers"
        self.side = min(zone.width, zone.height)
        (left, bottom), (right, top) = trace["boundary/ends"]
        self.frame = PlotFrame((left, right), (bottom, top), self.side, self.side, hero.theme)
        self.frame.shift((zone.left, zone.top - self.side, 0))
        self.corner = np.array([zone.left, zone.top - self.side, 0.0])
        self.x = trace.reading("boundary/x")
        self.span = self._span()
        self.field = Field(*self._lit(0), self.span, self.side, hero.theme, 1.0 if self.numbers else LIT)
        self.field.move_to(self.corner + np.array([self.side / 2, self.side / 2, 0]))
        self.examples = self._examples()
        self.around = VGroup(self.frame, *self._ends(), *self._names())
        self.ring = Circle(RING, stroke_width=stroke.strong, color=hero.theme.of("focus"))
        self.ring.move_to(self._place(int(float(last_to_be_right(trace)))))

    def set_row(self, row: int) -> None:
        """Show a moment of the run."""
        self.field.show_at(*self._lit(row))

    def lines(self, row: int) -> list[tuple[int, Strand]]:
        """Return the line of each neuron of the first layer that crosses the plane at a moment, with its neuron."""
        trace = self.trace
        weighs, ends = trace.reading("boundary/weighs", row), trace["boundary/lines"][row]
        scale, found = Scale.fit([weighs], WIDEST), []
        for i, j in enumerate(trace["boundary/neurons"].tolist()):
            start, end = (self.frame.point(*place) for place in ends[i])
            if np.linalg.norm(end - start) > gap.hair:
                line = Strand(start, end, scale, weighs[i], self.theme)
                found.append((j, line.set_stroke(opacity=SEEN)))
        return found

    def _lit(self, row: int) -> tuple[Reading, Reading]:
        return ground(self.trace, row), edges_of_answers(self.trace, row)

    def _span(self) -> tuple[float, float]:
        """Return the range from dark to bright: of the outputs' function, or of all that the run brings."""
        known, a = self.trace.activation(self.trace.L), self.trace["boundary/a"]
        if known.bounded and not self.numbers:
            return known.low, known.high
        y = self.trace["boundary/y"] if self.numbers else a
        low, high = min(float(a.min()), float(y.min())), max(float(a.max()), float(y.max()))
        return low, max(low + (high - low) / (LIGHT if self.numbers else 1), low + 1e-6)

    def _examples(self) -> Group:
        """Return the marks of all examples; where answers are numbers, discs as bright as theirs."""
        label, many = self.trace["boundary/label"], len(self.x)
        if self.numbers:
            y = self.trace.reading("boundary/y")
            discs = [Neuron(DISC, self.span, self.theme).set_reading(y[e][0]) for e in range(many)]
            return Group(*[disc.move_to(self._place(e)) for e, disc in enumerate(discs)])
        of = [np.flatnonzero(label == j).tolist() for j in range(len(self.trace.classes))]
        marks = [ClassMarks(self.x.take(e, (0, 1)), j, self.frame, self.theme) for j, e in enumerate(of) if e]
        return Group(*marks)

    def _place(self, e: int) -> np.ndarray:
        return self.frame.point(*self.trace["boundary/x"][e])

    def _ends(self) -> list[Readout]:
        """Return the numbers at the ends of both axes: in the table's units, if there is one."""
        features, ends = self.trace.features, self.trace.reading("boundary/ends")
        if features:
            ends = in_units(features, ends)
        numbers = []
        for end in range(2):
            for k, side in ((0, DOWN), (1, LEFT)):
                spec = spec_of(features[k]) if features else ".2f"
                number = Readout(ends[end][k], self.theme, spec=spec, role="dim")
                at = self.corner + end * self.side * (RIGHT if k == 0 else UP)
                number.next_to(at, side, gap.small)
                if k == 0:
                    number.shift(((0.5 if end == 0 else -0.5) * float(number.width), 0, 0))
                else:
                    number.shift((0, (0.5 if end == 0 else -0.5) * float(number.height), 0))
                numbers.append(number)
        return numbers

    def _names(self) -> list[VGroup | Words]:
        """Return the names of both inputs at their axes, and of the classes, each with its mark, under them."""
        theme, zone, named = self.theme, self.hero.beside, list[VGroup | Words]()
        for k, feature in enumerate(self.trace.features):
            name = Words(short_name(feature, theme, self.side / 2), theme, size="small", role="dim")
            if k == 0:
                name.next_to(self.corner + self.side / 2 * RIGHT, DOWN, gap.small)
                name.stand_on(float(self.corner[1]) - gap.small - theme.em())
            else:
                name.move_to(self.corner, DL).stand_on(self.hero.heading)
            named.append(name)
        classes = self.trace.classes if len(self.trace.classes) <= MOST_NAMED else []
        x, wide = float(self.corner[0]), sum(width_of(called, theme) for called in classes)
        given = zone.right - x - len(classes) * (gap.large + gap.medium + gap.small)
        for j, called in enumerate(classes):
            room = given if wide <= given else given / len(classes)
            words = Words(cut_to(called, theme, room), theme, size="small")
            line = VGroup(mark(j, theme, LEGEND), words)
            words.next_to(line[0], RIGHT, gap.small)
            line.shift((x - float(line.get_left()[0]), 0, 0))
            words.stand_on(self.hero.note)
            line[0].set_y(words.middle)
            x = float(line.get_right()[0]) + gap.large
            named.append(line)
        return named
