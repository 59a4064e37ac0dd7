"""Threads: each goes through one recorded row, from number line to number line; and the ribbon between two rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from manim import VGroup, VMobject

from netsim import Reading
from scenes.look.measures import stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.number_lines.courses import Course
from scenes.mobjects.number_lines.upright import RADIUS, UprightLine

FAINT, SHADE = 0.5, 0.45  # opacity of threads among many, and of what lies within a ribbon
BAR, LEAST = 6, 0.01  # of a change: its stroke width, and the shortest that is drawn, in scene units
BESIDE = np.array([RADIUS + 0.025, 0.0, 0.0])  # from a line to the change on it: no dot hides it


class Knots(VMobject, Quantity):
    """Where threads meet one number line: nothing is seen of it but that they do.

    Parameters
    ----------
    line
        The number line.
    reading
        Their values, (threads,) or (threads, 1).
    """

    reading: Reading

    def __init__(self, line: UprightLine, reading: Reading) -> None:
        super().__init__(stroke_width=0, fill_opacity=0)
        self.line = line
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> Knots:
        """Be where other values stand."""
        self.reading, self.rounding = reading, 1e-6 / self.line.unit
        points = np.zeros((np.size(reading.value), 3))
        points[:, 0], points[:, 1] = self.line.x, self.line.heights(np.ravel(reading.value))
        self.points = np.repeat(points, 4, axis=0)  # a curve to itself at each
        return self

    def shown(self) -> np.ndarray:
        """Return the values that the places stand for."""
        return self.line.values(self.places[:, 1]).reshape(np.shape(self.reading.value))

    @property
    def places(self) -> np.ndarray:
        """Where they are, (threads, 3)."""
        return np.asarray(self.points[::4])


class Bundle(VGroup):
    """Recorded rows from line to line: the knots at each, and what is drawn through them.

    Parameters
    ----------
    lines, courses
        The number lines from left to right, and what stands on each, row by row.
    rows
        The rows that are shown.
    """

    def __init__(self, lines: Sequence[UprightLine], courses: Sequence[Course], rows: Sequence[int]) -> None:
        super().__init__()
        self.lines, self.courses, self.rows = list(lines), list(courses), [int(row) for row in rows]
        readings = [course.take(self.rows) for course in courses]
        self.knots = [Knots(line, reading) for line, reading in zip(lines, readings, strict=True)]

    def set_rows(self, rows: Sequence[int]) -> Bundle:
        """Show other rows, as many."""
        self.rows = [int(row) for row in rows]
        for knots, course in zip(self.knots, self.courses, strict=True):
            knots.set_reading(course.take(self.rows))
        self.draw()
        return self

    def follow(self, courses: Sequence[Course]) -> Bundle:
        """Show the same rows of other courses from now on."""
        self.courses = list(courses)
        return self.set_rows(self.rows)

    def draw(self) -> None:
        """Draw what leads through the knots."""
        raise NotImplementedError

    @property
    def places(self) -> np.ndarray:
        """Where the knots are, (rows, lines, 3)."""
        return np.stack([knots.places for knots in self.knots], axis=1)


class Threads(Bundle):
    """A thread for each of some recorded rows; the first to the last in the order of the rows.

    Parameters
    ----------
    opacity
        Of a thread: faint, where there are many.
    """

    def __init__(
        self,
        lines: Sequence[UprightLine],
        courses: Sequence[Course],
        rows: Sequence[int],
        theme: Theme,
        *,
        role: str = "dim",
        width: float = stroke.thin,
        opacity: float = FAINT,
    ) -> None:
        super().__init__(lines, courses, rows)
        self.each = [VMobject(stroke_width=width, color=theme.of(role)) for _ in self.rows]
        for thread in self.each:
            thread.set_stroke(opacity=opacity)
        self.opacity = opacity
        self.add(*self.each, *self.knots)
        self.draw()

    def draw(self) -> None:
        """Lead each thread through its knots; it leaves and meets a line level."""
        for thread, knots in zip(self.each, self.places, strict=True):
            thread.points = np.concatenate([_level(start, end) for start, end in pairwise(knots)])

    def gap(self, i: int, thread: int = 0) -> np.ndarray:
        """Return the curve of a thread from line i to the next, as four points of Bezier's."""
        return np.asarray(self.each[thread].points[4 * i : 4 * i + 4])

    def outline(self, i: int, theme: Theme) -> VMobject:
        """Return a line around all threads between line i and the next: it marks them as what is spoken of."""
        around = VMobject(stroke_width=stroke.mark, color=theme.of("focus"))
        _fill_between(around, self.gap(i), self.gap(i, -1))
        return around

    def show_between(self, first: int, last: int) -> Threads:
        """Let only those be seen that lie between two rows, or on one of them."""
        for thread, row in zip(self.each, self.rows, strict=True):
            thread.set_stroke(opacity=self.opacity if first <= row <= last else 0)
        return self


class Ribbon(Bundle):
    """What lies between two recorded rows: a change, followed from line to line.

    It has the colour of a change upward where the second row stands over the first, and that of one downward where it
    stands under it; where they cross it turns.

    Attributes
    ----------
    bars
        What it covers of each line, drawn beside it.
    """

    def __init__(
        self, lines: Sequence[UprightLine], courses: Sequence[Course], rows: Sequence[int], theme: Theme
    ) -> None:
        super().__init__(lines, courses, rows)
        self.theme = theme
        self.shades = [VMobject(stroke_width=0, fill_opacity=SHADE) for _ in range(2 * (len(self.lines) - 1))]
        self.bars = [VMobject(stroke_width=BAR) for _ in self.lines]
        self.add(*self.shades, *self.bars, *self.knots)
        self.draw()

    def draw(self) -> None:
        """Fill what lies between the threads, on both sides of where they cross; draw the changes beside the lines."""
        first, second = self.places
        signs = second[:, 1] - first[:, 1]
        for bar, one, two, change in zip(self.bars, first, second, signs, strict=True):
            bar.set_points_as_corners(np.array([one, two]) + BESIDE).set_stroke(self.theme.signed(change))
            bar.set_stroke(opacity=float(abs(change) >= LEAST))
        for i in range(len(self.lines) - 1):
            edges = [
                _level(start, end)
                for start, end in zip((first[i], second[i]), (first[i + 1], second[i + 1]), strict=True)
            ]
            cross = _crossing(signs[i], signs[i + 1])
            sides = (self.shades[2 * i], signs[i], 0.0, cross), (self.shades[2 * i + 1], signs[i + 1], cross, 1.0)
            for shade, sign, start, end in sides:
                shade.set_fill(self.theme.signed(sign))
                _fill_between(shade, *[_part(edge, start, end) for edge in edges])


def _level(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return the curve from a point to another that is level at both, as four points of Bezier's."""
    half = np.array([(end[0] - start[0]) / 2, 0, 0])
    return np.array([start, start + half, end - half, end])


def _crossing(before: float, after: float) -> float:
    """Return at which share of the way a difference that changes evenly in height is 0; 1 if it is not."""
    if before * after >= 0:
        return 1.0 if before else 0.0
    share = before / (before - after)  # 3t^2 - 2t^3 is this
    return float(0.5 - np.sin(np.arcsin(1 - 2 * share) / 3))


def _part(curve: np.ndarray, start: float, end: float) -> np.ndarray:
    """Return the part of a curve of Bezier's from a share of it to another."""

    def blend(*at: float) -> np.ndarray:
        points = curve
        for t in at:
            points = (1 - t) * points[:-1] + t * points[1:]
        return np.asarray(points[0])

    return np.array(
        [blend(start, start, start), blend(start, start, end), blend(start, end, end), blend(end, end, end)]
    )


def _fill_between(shade: VMobject, one: np.ndarray, two: np.ndarray) -> None:
    """Let a shape lie between two curves."""
    shade.points = np.concatenate([one, _straight(one[3], two[3]), two[::-1], _straight(two[0], one[0])])


def _straight(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    return np.asarray(start + np.linspace(0, 1, 4)[:, None] * (end - start))
