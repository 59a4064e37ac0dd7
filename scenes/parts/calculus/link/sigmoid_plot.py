"""The sigmoid in the opened gap, and under it how steep it is, all along; beside both what a ReLU does."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, DashedLine, Mobject, VGroup

from netsim.figures.calculus.slopes import rise_of, run_of
from scenes.look.measures import gap, stroke
from scenes.mobjects.plots.plot import Curve, PlotDot, PlotFrame, Tangent
from scenes.mobjects.plots.steps import SlopeTriangle
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.opened import equal_frame, room_of
from scenes.parts.calculus.link.row import LinkRow
from scenes.stage.zones import Zone

HIGH, STEEP = (-0.1, 1.25), (-0.1, 1.1)  # what the upper and the lower plot reach over
REACH = 0.9  # scene units of half a tangent
MOST = 0.25  # slope of the sigmoid


class SigmoidPlot:
    """What is drawn in the opened gap from z to a.

    Parameters
    ----------
    row
        The opened link.
    slope_name
        What the upright axis of the lower plot is called.

    Attributes
    ----------
    frame, below
        The axes of the gap, and those of its slope.
    at, last, top
        The places of the chain's own sum, of the largest, and of 0.
    """

    def __init__(self, row: LinkRow, slope_name: str) -> None:
        self.row, self.trace, self.theme = row, row.trace, row.theme
        theme, reading = self.theme, self.trace.reading
        self.z, self.a, self.slope = (reading(f"slopes/{name}") for name in ("z", "a_of_z", "da_dz"))
        sums = np.asarray(self.z.value)
        self.at, self.last, self.top = int(self.trace["slopes/at_z"]), len(sums) - 1, int(np.argmin(np.abs(sums)))
        ends = (float(sums[0]), float(sums[-1]))
        room = room_of(row).inset(left=gap.large, right=gap.large)
        upper, lower = room.rows(HIGH[1] - HIGH[0], STEEP[1] - STEEP[0], gap=gap.large)
        self.frame = equal_frame(ends, HIGH, upper, theme)
        self.below = PlotFrame(ends, STEEP, *self._size(STEEP), theme, cross=(0.0, 0.0))
        self.below.shift((self.frame.point(ends[0], 0)[0], lower.y - self._size(STEEP)[1] / 2, 0))
        self.point = self.z[self.at], self.a[self.at]
        self.curve = Curve(self.z, self.a, self.frame, theme, "ink")
        self.dot = PlotDot(self.point[1], self.frame.point(*map(float, self.point)), self.frame, theme, "focus")
        self.tangent = self.tangent_at(self.at)
        self.triangle = SlopeTriangle(run_of(self.trace, 1), rise_of(self.trace, 1), self.point, self.frame, theme)
        self.tracer = Tracer(self.z, self.slope, self.at, self.below, theme, "ink")
        self.number = Readout(self.slope[self.at], theme, spec=".3f", role="focus")
        self._hold_number()
        self.names = self._names(slope_name)
        self.quarter = self._quarter()

    @property
    def pictures(self) -> list[Mobject]:
        """What changes as the tangent goes along the curve."""
        return [self.tangent, self.dot, self.tracer, self.number]

    def set_row(self, row: int) -> None:
        """Touch the curve at another place."""
        self.tangent.set_reading(self.slope[row], (self.z[row], self.a[row]))
        self.dot.set_reading(float(self.z[row]), self.a[row])
        self.tracer.set_row(row)
        self.number.set_reading(self.slope[row])
        self._hold_number()

    def tangent_at(self, row: int, role: str = "focus") -> Tangent:
        """Return the tangent at a place."""
        return Tangent(self.slope[row], (self.z[row], self.a[row]), self.frame, self.theme, REACH, role)

    def flat(self) -> VGroup:
        """Return what stays where the curve is flat: a tangent and its slope."""
        row = self.last - len(np.asarray(self.z.value)) // 16
        tangent = self.tangent_at(row, "dim")
        number = Readout(self.slope[row], self.theme, spec=".3f", role="ink")
        return VGroup(tangent, number.next_to(tangent, DOWN, gap.small))

    def relu(self) -> VGroup:
        """Return the ReLU in the upper plot, as far as it has room, its slope in the lower, and its name in both."""
        theme, reading = self.theme, self.trace.reading
        value, slope = (reading(f"slopes/{name}") for name in ("relu_of_z", "drelu_dz"))
        seen = [int(i) for i in np.flatnonzero(np.asarray(value.value) <= HIGH[1])]
        above = Curve(self.z.take(seen), value.take(seen), self.frame, theme, "dim")
        below = Curve(self.z, slope, self.below, theme, "dim")
        names = [Words("ReLU", theme, size="small", role="dim") for _ in "ab"]
        names[0].next_to(above.points[-1], RIGHT, gap.small).shift((0, -names[0].height, 0))
        names[1].next_to(below.points[-1], UP + LEFT, gap.small)
        return VGroup(above, below, *names)

    def _size(self, ys: tuple[float, float]) -> tuple[float, float]:
        unit = self.frame.unit_x
        return unit * (self.frame.xs[1] - self.frame.xs[0]), unit * (ys[1] - ys[0])

    def _hold_number(self) -> None:
        self.number.next_to(self.tracer.dot, UP, gap.small)

    def _names(self, slope_name: str) -> VGroup:
        theme, frame = self.theme, self.frame
        across = Formula("z^((L))", theme, size="small").next_to(frame.point(frame.xs[1], 0), UP, gap.small)
        up = Formula("a^((L))", theme, size="small").next_to(frame.point(0, HIGH[1]), RIGHT, gap.small)
        slope = Words(slope_name, theme, size="small").next_to(self.below.point(0, STEEP[1]), RIGHT, gap.small)
        one = Words("1", theme, size="small", role="dim").next_to(self.below.point(0, 1), LEFT, gap.small)
        return VGroup(across, up, slope, one)

    def _quarter(self) -> VGroup:
        ends = [self.below.point(x, MOST) for x in self.below.xs]
        line = DashedLine(*ends, dash_length=gap.hair, stroke_width=stroke.thin, color=self.theme.of("dim"))
        name = Formula("1/4", self.theme, role="dim", size="small").next_to(ends[0], UP + RIGHT, gap.hair)
        return VGroup(line, name)


def whole_room(row: LinkRow) -> tuple[Zone, Zone]:
    """Return the zone of a plot that is as high as it is wide, and that of what is written beside it."""
    plot, beside = room_of(row).inset(left=gap.large, bottom=gap.large).columns(5, 4, gap=gap.large)
    return plot, beside
