"""The last weight turned far, until its neuron is saturated: its line and that of the sum go to a longer scale."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, Mobject

from netsim.figures.calculus.chain import smaller_by
from scenes.camera.in_place import InPlace
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.number_lines.threads import Ribbon, Threads
from scenes.mobjects.number_lines.upright import UprightLine
from scenes.mobjects.replay import Replay, by_way_of
from scenes.parts.calculus.link.row import LAST, LinkRow
from scenes.parts.calculus.link.turned import far_courses

THREADS = 30  # steps from one end to the other
MARKED = 20  # scales between the near one and the longer, at which other numbers are marked
WIDE = 150  # positions of a nudge that can be seen on the longer scale


class Far:
    """The opened link while its weight is turned far.

    Parameters
    ----------
    row
        The opened link, at rest, with its threads.

    Attributes
    ----------
    rest, last
        The position at which nothing is changed, and the last one; from each the nudge goes a way up.
    threads, ribbon
        Recorded settings of the weight, and a nudge: both on the longer scale.
    """

    def __init__(self, row: LinkRow) -> None:
        self.row, trace = row, row.trace
        self.courses = far_courses(trace)
        self.rest, positions = int(trace["threads/far_rest"]), len(self.courses[0].values)
        self.last = max(self.rest, positions - 1 - WIDE)
        self.lines = list(row.lines.values())
        w, z = (course.values for course in self.courses[:2])
        unit = row.unit / float(smaller_by(trace))
        zero = row.places.lines.y - float(w[0] + w[-1]) / 2 * unit
        self._moved = [
            (line, _scale(line), (zero, unit, float(values[0]), float(values[-1])))
            for line, values in zip(self.lines[:2], (w, z), strict=True)
        ]
        edge = row.things.edges[LAST]
        self._edge, self._width = edge, edge.scale_of_width
        self.threads = Threads(self.lines, self.courses, range(0, positions, (positions - 1) // THREADS), row.theme)
        self.ribbon = Ribbon(self.lines, self.courses, (self.rest, self.rest), row.theme)
        self._seen, self._row = (self.rest, self.rest), self.rest
        for share in np.linspace(1, 0, MARKED):  # all marks of the lines are there before they move
            self.set_zoom(float(share))

    @property
    def pictures(self) -> list[Mobject]:
        """What changes."""
        row = self.row
        return [self.threads, self.ribbon, row.thread, *self.lines, self._edge, row.things.neurons[f"a{LAST}"]]

    def zoom(self, back: bool = False, **kwargs: Any) -> Animation:
        """Return the animation that takes both lines, and all that stands on them, to the longer scale, or back."""
        return _Zoom(self, back, **kwargs)

    def widen(self, **kwargs: Any) -> Animation:
        """Return the animation in which the nudge widens at rest."""

        def show(width: int) -> None:
            self.set_row(self.rest)
            self.nudge(width)

        return Replay(*self.pictures, rows=range(WIDE + 1), show=show, **kwargs)

    def drag(self, *stops: int, **kwargs: Any) -> Animation:
        """Return the animation that takes the weight from stop to stop, with a nudge at every place."""

        def show(row: int) -> None:
            self.set_row(row)
            self.nudge(WIDE)

        return Replay(*self.pictures, rows=by_way_of(*stops), show=show, **kwargs)

    def go_home(self, **kwargs: Any) -> Animation:
        """Return the animation that takes the weight to rest; the nudge stays where it was made."""
        pictures = [picture for picture in self.pictures if picture is not self.ribbon]
        return Replay(*pictures, rows=by_way_of(self._row, self.rest), show=self.set_row, **kwargs)

    def begin(self) -> None:
        """Show the same from now on by the positions of the far turn; threads are seen where it will have been."""
        self.row.thread.follow(self.courses).set_rows([self.rest])
        self.row.under.add(self.threads.show_between(self.rest, self.rest), self.ribbon)

    def end(self) -> None:
        """Show what is at rest by the positions of the narrow turn again."""
        row = self.row
        row.under.remove(self.threads, self.ribbon)
        row.thread.courses = row.turned.courses(row.names)
        row.set_row(row.turned.rest)

    def set_row(self, row: int) -> None:
        """Show a position."""
        self._row = row
        values = [course.at(row) for course in self.courses]
        for line, value in zip(self.lines, values, strict=True):
            line.set_reading(value)
        self.row.thread.set_rows([row])
        self.row.things.set_values(dict(zip(self.row.names, values, strict=True)))
        self._seen = (min(row, self._seen[0]), max(row, self._seen[1]))
        self.threads.show_between(*self._seen)

    def nudge(self, wide: int) -> None:
        """Show the nudge from the position that is shown to another so many positions above it."""
        self.ribbon.set_rows((self._row, self._row + wide))

    def set_zoom(self, share: float) -> None:
        """Be a share of the way from the one scale to the longer: all keeps its values."""
        for line, near, far in self._moved:
            zero, unit = (1 - share) * near[0] + share * far[0], near[1] * (far[1] / near[1]) ** share
            ends = [
                (1 - share) * (near[0] + near[1] * one) + share * (far[0] + far[1] * two)
                for one, two in zip(near[2:], far[2:], strict=True)
            ]
            line.set_scale(zero, unit, *[(end - zero) / unit for end in ends])
        for thread in self.row.many.each:
            thread.set_stroke(opacity=(1 - share) * self.row.many.opacity)
        for bundle in (self.row.many, self.row.band, self.row.thread, self.threads, self.ribbon):
            bundle.set_rows(bundle.rows)
        longest = self._width.length * self.lines[0].unit / self.row.unit
        self._edge.scale_of_width = Scale(self._width.source, longest)
        self._edge.set_reading(self._edge.reading)


class _Zoom(InPlace):
    """Take the lines to the longer scale, or back."""

    def __init__(self, far: Far, back: bool, **kwargs: Any) -> None:
        self._far, self._back = far, back
        super().__init__(far.row, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Be as far as the time has come."""
        share = self.rate_func(alpha)
        self._far.set_zoom(1 - share if self._back else share)


def _scale(line: UprightLine) -> tuple[float, float, float, float]:
    """Return where the zero of a line is, its unit, and its ends."""
    return line.zero, line.unit, line.low, line.high
