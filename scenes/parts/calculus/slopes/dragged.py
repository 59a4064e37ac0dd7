"""The activation before the last is dragged: the nudge of the weight is followed at every setting of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from manim import Mobject

from netsim import Reading
from scenes.mobjects.number_lines.courses import Course
from scenes.mobjects.number_lines.threads import Knots, Ribbon
from scenes.parts.calculus.link.row import LAST, LinkRow
from scenes.parts.calculus.link.turned import Turned

BEFORE = f"a{LAST - 1}"


@dataclass(frozen=True, eq=False)
class Steady(Course):
    """A quantity that is the same in each row: what it is in one row of another course."""

    row: int = 0

    def at(self, row: int) -> Reading:
        """Return what it is."""
        return super().at(self.row)

    def take(self, rows: Sequence[int]) -> Reading:
        """Return what it is, once for each row."""
        return super().take([self.row] * len(rows))


class Parted(Ribbon):
    """A ribbon between one row of some courses and the same row of others."""

    def __init__(self, row: LinkRow, first: Sequence[Course], second: Sequence[Course], at: int) -> None:
        lines = [row.lines[name] for name in row.names]
        self.second = [Knots(line, course.take([at])) for line, course in zip(lines, second, strict=True)]
        self.seconds = list(second)
        super().__init__(lines, first, (at,), row.theme)
        self.add(*self.second)

    def set_row(self, at: int) -> Parted:
        """Show another row of both."""
        for knots, course in zip(self.second, self.seconds, strict=True):
            knots.set_reading(course.take([at]))
        self.set_rows([at])
        return self

    @property
    def places(self) -> np.ndarray:
        """Where the knots are, (2, lines, 3)."""
        others = np.stack([knots.places for knots in self.second], axis=1)
        return np.concatenate([super().places, others])


class Dragged:
    """The opened link while the activation that comes in is set by hand, the weight at rest and nudged.

    Attributes
    ----------
    rest, last
        The setting that is there, and the largest: 1.
    values
        The settings.
    ribbon
        The nudge of the weight.
    """

    def __init__(self, row: LinkRow) -> None:
        self.row, trace, weight = row, row.trace, row.turned
        turned = Turned(trace, BEFORE)
        self.values = turned.course(BEFORE)
        self.rest, self.last = turned.rest, len(self.values.values) - 1
        first, name = weight.course(weight.name), weight.name
        self.courses: list[Course] = [Steady(first.rows, row=weight.rest), *turned.courses(row.names[1:])]
        both = [Course(trace.reading(f"threads/both_{kind}")) for kind in "zaC"]
        self.ribbon = Parted(row, self.courses, [Steady(first.rows, row=weight.nudged), *both], self.rest)
        self.name = name

    @property
    def pictures(self) -> list[Mobject]:
        """What changes."""
        row = self.row
        return [self.ribbon, row.thread, *row.lines.values(), *row.things.neurons.values()]

    def begin(self) -> None:
        """Show the same from now on by the settings of the activation."""
        self.row.thread.follow(self.courses).set_rows([self.rest])

    def end(self) -> None:
        """Show what is at rest by the positions of the weight again."""
        row = self.row
        row.thread.courses = row.turned.courses(row.names)
        row.set_row(row.turned.rest)

    def set_row(self, at: int) -> None:
        """Show a setting."""
        row, values = self.row, [course.at(at) for course in self.courses]
        for name, value in zip(row.names, values, strict=True):
            row.lines[name].set_reading(value)
        row.thread.set_rows([at])
        row.things.set_values({BEFORE: self.values.at(at), **dict(zip(row.names, values, strict=True))})
        self.ribbon.set_row(at)
