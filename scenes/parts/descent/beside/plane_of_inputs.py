"""The plane of two inputs beside the network: its examples, what is answered there and where that changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import UR, Circle, Group

from netsim import Reading
from netsim.figures.descent.boundary import edges_of_answers, ground, kinds_of_answers, last_to_be_right
from scenes.look.measures import gap, stroke
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.plots.class_marks import ClassMarks
from scenes.mobjects.plots.field import Field
from scenes.mobjects.plots.plot import PlotFrame
from scenes.parts.descent.beside.around_the_plane import AroundThePlane
from scenes.parts.descent.hero.learner import Learner

LEFT_OF = 1  # room left of the plane: its numbers
BELOW = 7 / 5  # ems from the line of the numbers across up to the plane
LIT = 7 / 10  # of the way to the brightest: marks and lines are seen on it
DISC, RING = gap.medium / 2, gap.medium  # radius of an example of a number; of the ring around one spoken of


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
        trace, high = hero.trace, hero.note + BELOW * hero.theme.em()
        zone = replace(hero.beside, left=hero.room.right + LEFT_OF, bottom=high).inset(right=gap.hair)
        self.rows, self.numbers = len(trace["boundary/steps"]), kinds_of_answers(trace) == "numbers"
        self.side = min(zone.width, zone.height)
        (left, bottom), (right, top) = trace["boundary/ends"]
        self.zone = zone.of_size(self.side, self.side, UR)
        self.frame = PlotFrame((left, right), (bottom, top), self.side, self.side, hero.theme)
        self.frame.shift((self.zone.left, self.zone.bottom, 0))
        self.x = trace.reading("boundary/x")
        self.span = self._span()
        self.field = Field(*self._lit(0), self.span, self.side, hero.theme, 1 if self.numbers else LIT)
        self.field.move_to(self.zone.center)
        self.examples = self._examples()
        self.around = AroundThePlane(hero, self.frame)
        self.ring = Circle(RING, stroke_width=stroke.strong, color=hero.theme.of("focus"))
        self.ring.move_to(self._place(int(float(last_to_be_right(trace)))))

    def set_row(self, row: int) -> None:
        """Show a moment of the run."""
        self.field.show_at(*self._lit(row))

    def _lit(self, row: int) -> tuple[Reading, Reading]:
        return ground(self.trace, row), edges_of_answers(self.trace, row)

    def _span(self) -> tuple[float, float]:
        """Return the range from dark to bright: of the outputs' function, or of all that the run brings."""
        known, a = self.trace.activation(self.trace.L), self.trace["boundary/a"]
        if known.bounded and not self.numbers:
            return known.low, known.high
        y = self.trace["boundary/y"] if self.numbers else a
        low, high = min(float(a.min()), float(y.min())), max(float(a.max()), float(y.max()))
        return low, max(low + (high - low) / (LIT if self.numbers else 1), low + 1e-6)

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
