"""A gap between two number lines opens into a plot: one line turns to lie across, each thread becomes one point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import LEFT, Animation, Line, VGroup, VMobject

from netsim import Reading
from scenes.camera.in_place import InPlace
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.number_lines.threads import FAINT, SHADE, Ribbon, Threads
from scenes.mobjects.number_lines.upright import TICK, UprightLine
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.type.typeset import Words

STEPS = 12  # straight pieces of each half of a thread
BESIDE = 0.14  # scene units from where axes cross to the middle of the 0
AWAY = 0.22  # scene units from a tick of a plot to the middle of its number
BEAD = 0.03  # radius of the point that a thread becomes
UP = np.array([0.0, 1.0, 0.0])


class Swung(VGroup):
    """A number line that moves, turns, and is drawn out to both sides: its marks and their numbers go with it.

    Parameters
    ----------
    line
        Where it stands at first.
    ends
        From where to where it reaches at last.
    turns, over
        Whether it lies across at last, and has its numbers over it then, not under it.
    """

    def __init__(
        self, line: UprightLine, ends: tuple[float, float], theme: Theme, *, turns: bool, over: bool = False
    ) -> None:
        super().__init__()
        self.ends, self.turns, self.upward = ends, turns, 1 if over else -1
        self.near = (line.low, line.high)
        self.axis = Line(stroke_width=stroke.thin, color=theme.of("dim"))
        low, high = min(ends[0], line.low), max(ends[1], line.high)
        self.values = list(range(int(np.ceil(low - 1e-9)), int(np.floor(high + 1e-9)) + 1))
        self.ticks = VGroup(*[Line(stroke_width=stroke.thin, color=theme.of("dim")) for _ in self.values])
        self.numbers = VGroup(
            *[Words(theme.manner.number(f"{n}"), theme, size="small", role="dim") for n in self.values]
        )
        self.add(self.axis, self.ticks, self.numbers)

    def stand(self, zero: np.ndarray, unit: float, share: float) -> None:
        """Stand with 0 at a point, on a scale, a share of the way from upright on the chain to an axis of a plot."""
        turn = (1 - share if self.turns else 1.0) * np.pi / 2
        way, side = np.array([np.cos(turn), np.sin(turn), 0]), np.array([-np.sin(turn), self.upward * np.cos(turn), 0])
        low, high = ((1 - share) * near + share * far for near, far in zip(self.near, self.ends, strict=True))
        self.axis.set_points_as_corners(np.array([zero + low * unit * way, zero + high * unit * way]))
        for n, tick, number in zip(self.values, self.ticks, self.numbers, strict=True):
            seen = low - 1e-6 <= n <= high + 1e-6
            at = zero + min(max(n, low), high) * unit * way  # what is unseen waits at an end
            tick.set_points_as_corners(np.array([at, at + TICK * side]))
            tick.set_stroke(opacity=1.0 if seen else 0.0)
            beside = TICK + gap.hair + number.width / 2  # as `UprightLine` has it: one lies over the other
            number.move_to(at + ((1 - share) * beside + share * AWAY) * side)
            if n == 0 and self.turns:  # beside the axis that it crosses
                number.shift(share * BESIDE * LEFT)
            often = n in (0, 1) or share == 1
            number.set_fill(opacity=(1.0 if often else share) * seen * (1 - share if n == 0 and not self.turns else 1))


class Bent(VMobject, Quantity):
    """Threads that bend: each from its value on one line to its value on the other, by way of a corner at last.

    Parameters
    ----------
    reading
        Where they end, on the line at the right, (threads,) or (threads, 1).
    """

    reading: Reading

    def __init__(self, reading: Reading, theme: Theme) -> None:
        super().__init__(stroke_width=stroke.thin, color=theme.of("dim"))
        self.reading, self.zero, self.unit = reading, np.zeros(3), 1.0

    def lead(self, ways: np.ndarray, zero: np.ndarray, unit: float) -> None:
        """Go along (threads, points, 3); the line at the right has 0 at a point, and a unit."""
        self.zero, self.unit = zero, unit
        start, end = ways[:, :-1], ways[:, 1:]
        pieces = [start + share * (end - start) for share in (0, 1 / 3, 2 / 3, 1)]
        self.points = np.stack(pieces, axis=2).reshape(-1, 3)

    def shown(self) -> np.ndarray:
        """Return the values at which the threads end."""
        each = len(self.points) // np.size(self.reading.value)
        heights = self.points[each - 1 :: each, 1]
        return np.asarray((heights - self.zero[1]) / self.unit).reshape(np.shape(self.reading.value))


class OpenedGap(VGroup):
    """One gap of the opened link, from two number lines with threads to a plot with a point for each thread.

    What stands on the left line lies across at last, what stands on the right line stands upright, and both have one
    unit. The ribbon bends with the threads: where it turns, it is as wide as the change below and as high as the
    change above.

    Parameters
    ----------
    threads, ribbon
        What leads from line to line.
    i
        The gap: between line i of theirs and the next.
    frame
        Axes with one unit, where the plot is to stand.
    over
        Whether the numbers of the line that lies across stand over it: there is something under it.
    """

    def __init__(
        self, threads: Threads, ribbon: Ribbon, i: int, frame: PlotFrame, theme: Theme, over: bool = False
    ) -> None:
        super().__init__()
        self.frame, self.lines = frame, threads.lines[i : i + 2]
        self.x, self.y = (course.take(threads.rows) for course in threads.courses[i : i + 2])
        self.axes = [
            Swung(self.lines[0], frame.xs, theme, turns=True, over=over),
            Swung(self.lines[1], frame.ys, theme, turns=False),
        ]
        self.threads = Bent(self.y, theme)
        self.beads = VMobject(stroke_width=0, color=theme.of("ink"))
        self.pair = [np.ravel(course.take(ribbon.rows).value) for course in ribbon.courses[i : i + 2]]
        self.shades = VGroup(*[VMobject(stroke_width=0, fill_color=theme.signed(v[1] - v[0])) for v in self.pair])
        self.add(self.shades, self.threads, self.beads, *self.axes)
        self.set_share(0)

    def set_share(self, share: float) -> OpenedGap:
        """Be a share of the way from number lines, 0, to a plot, 1."""
        origin = self.frame.point(0, 0)
        zeros = [(1 - share) * line.point(0) + share * origin for line in self.lines]
        unit = self.lines[0].unit ** (1 - share) * self.frame.unit_x**share
        for axis, zero in zip(self.axes, zeros, strict=True):
            axis.stand(zero, unit, share)
        xs, ys = np.ravel(self.x.value), np.ravel(self.y.value)
        ways = self._ways(xs, ys, zeros, unit, share)
        self.threads.lead(ways, zeros[1], unit)
        self.threads.set_stroke(opacity=FAINT * (1 - share / 2))
        self._string(ways[:, STEPS], share)
        first, second = self._ways(self.pair[0], self.pair[1], zeros, unit, share)
        for shade, part in zip(self.shades, (slice(None, STEPS + 1), slice(STEPS, None)), strict=True):
            shade.set_points_as_corners(np.concatenate([first[part], second[part][::-1], first[part][:1]]))
            shade.set_fill(opacity=SHADE)
        return self

    def open(self, back: bool = False, **kwargs: Any) -> Animation:
        """Return the animation in which it opens, or closes again."""
        return _Open(self, back, **kwargs)

    def _ways(
        self, xs: np.ndarray, ys: np.ndarray, zeros: Sequence[np.ndarray], unit: float, share: float
    ) -> np.ndarray:
        """Return the points of threads between values on both lines, (threads, points, 3)."""
        turn = (1 - share) * np.pi / 2
        start = zeros[0] + unit * xs[:, None] * np.array([np.cos(turn), np.sin(turn), 0])
        end = zeros[1] + unit * ys[:, None] * UP
        corner = np.stack([start[:, 0], end[:, 1], np.zeros(len(xs))], axis=-1)
        t = np.linspace(0, 1, 2 * STEPS + 1)[:, None]
        across, upright = 1.5 * t * (1 - t) + t**3, 3 * t**2 - 2 * t**3  # level at both lines
        level = start[:, None] + np.concatenate([across, upright, 0 * t], axis=1) * (end - start)[:, None]
        there, back = np.clip(2 * t, 0, 1), np.clip(2 * t - 1, 0, 1)
        bent = start[:, None] + there * (corner - start)[:, None] + back * (end - corner)[:, None]
        ways: np.ndarray = (1 - share) * level + share * bent
        return ways

    def _string(self, middles: np.ndarray, share: float) -> None:
        """Let a bead be at the middle of each thread."""
        turns = np.linspace(0, 2 * np.pi, 9)
        ring = BEAD * np.stack([np.cos(turns), np.sin(turns), 0 * turns], axis=-1)
        rings = middles[:, None] + ring
        pieces = [rings[:, :-1] + s * (rings[:, 1:] - rings[:, :-1]) for s in (0, 1 / 3, 2 / 3, 1)]
        self.beads.points = np.stack(pieces, axis=2).reshape(-1, 3)
        self.beads.set_fill(opacity=share)


class _Open(InPlace):
    """Open a gap, or close it."""

    def __init__(self, opened: OpenedGap, back: bool, **kwargs: Any) -> None:
        self._opened, self._back = opened, back
        super().__init__(opened, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Be as far open as the time has come."""
        share = self.rate_func(alpha)
        self._opened.set_share(1 - share if self._back else share)
