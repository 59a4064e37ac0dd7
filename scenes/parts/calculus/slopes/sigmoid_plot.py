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
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.link.row import LinkRow, symbol_of
from scenes.parts.calculus.slopes.rooms import equal_frame, room_of
from scenes.words.sentence import Sentence

HIGH, STEEP = (-1 / 10, 6 / 5), (-1 / 10, 11 / 10)  # what the upper and the lower plot reach over
REACH = 9 / 10  # scene units of half a tangent
MOST = 1 / 4  # slope of the sigmoid
FLAT = 16  # the place that is told of as flat: this part of the curve before its end
NAMES = ("z3", "a3")


class SigmoidPlot:
    """What is drawn in the opened gap from z to a.

    Parameters
    ----------
    row
        The opened link.
    slope, ramp
        What the upright axis of the lower plot is called, and the other function.

    Attributes
    ----------
    frame, below
        The axes of the gap, and those of its slope.
    at, last, top
        The places of the chain's own sum, of the largest, and of 0.
    """

    def __init__(self, row: LinkRow, slope: Sentence, ramp: Sentence) -> None:
        self.row, self.trace, self.theme, self.ramp = row, row.trace, row.theme, ramp
        theme, reading = self.theme, self.trace.reading
        self.z, self.a, self.slope = (reading(f"slopes/{name}") for name in ("z", "a_of_z", "da_dz"))
        sums = np.asarray(self.z.value)
        self.at, self.last, self.top = int(self.trace["slopes/at_z"]), len(sums) - 1, int(np.argmin(np.abs(sums)))
        self._place_frames((float(sums[0]), float(sums[-1])))
        self.point = self.z[self.at], self.a[self.at]
        self.curve = Curve(self.z, self.a, self.frame, theme, "ink")
        self.dot = PlotDot(self.point[1], self.frame.point(*map(float, self.point)), self.frame, theme, "focus")
        self.tangent = self.tangent_at(self.at)
        self.triangle = SlopeTriangle(run_of(self.trace, 1), rise_of(self.trace, 1), self.point, self.frame, theme)
        self.tracer = Tracer(self.z, self.slope, self.at, self.below, theme, "ink")
        self.number = Readout(self.slope[self.at], theme, spec=".3f", role="focus")
        self._hold_number()
        self.names = self._names()
        self.under = VGroup(self.below, self._quarter(slope))

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
        """Return what stays where the curve is flat: a tangent with its dot, its slope, and where that is."""
        row, theme = self.last - self.last // FLAT, self.theme
        tangent = self.tangent_at(row)
        dot = PlotDot(self.a[row], self.frame.point(float(self.z[row]), float(self.a[row])), self.frame, theme, "focus")
        number = Readout(self.slope[row], theme, spec=".3f", role="focus").next_to(dot, DOWN, gap.small)
        place = Formula("z = <z>", theme, size="small", numbers={"z": (self.z[row], ".1f")})
        return VGroup(tangent, dot, number, place.next_to(number, DOWN, gap.small))

    def relu(self) -> VGroup:
        """Return the ReLU in the upper plot, as far as it has room, its slope in the lower, and its name in both."""
        theme, reading = self.theme, self.trace.reading
        value, slope = (reading(f"slopes/{name}") for name in ("relu_of_z", "drelu_dz"))
        seen = [int(i) for i in np.flatnonzero(np.asarray(value.value) <= HIGH[1])]
        above = Curve(self.z.take(seen), value.take(seen), self.frame, theme, "dim")
        sides = [[int(i) for i in np.flatnonzero(np.asarray(slope.value) == at)] for at in (0, 1)]  # it jumps
        flat, steep = (Curve(self.z.take(side), slope.take(side), self.below, theme, "dim") for side in sides)
        names = [Spoken(self.ramp, theme, size="small", role="dim") for _ in NAMES]
        names[0].next_to(above.points[-1], RIGHT + DOWN, gap.hair)
        names[1].next_to(steep.points[-1], DOWN + LEFT, gap.hair)
        return VGroup(above, flat, steep, *names)

    def _place_frames(self, ends: tuple[float, float]) -> None:
        shares = [high - low for low, high in (HIGH, STEEP)]
        upper, lower = room_of(self.row.places).inset(left=gap.large, right=gap.large).rows(*shares, gap=gap.line)
        self.frame = equal_frame(ends, HIGH, upper, self.theme)
        unit = self.frame.unit_x
        self.below = PlotFrame(ends, STEEP, unit * (ends[1] - ends[0]), unit * shares[1], self.theme, cross=(0, 0))
        self.below.shift((self.frame.point(ends[0], 0)[0], lower.y - unit * shares[1] / 2, 0))

    def _hold_number(self) -> None:
        self.number.next_to(self.tracer.dot, UP, gap.small)

    def _names(self) -> VGroup:
        theme, frame = self.theme, self.frame
        across, up = (Formula(symbol_of(name), theme, size="small") for name in NAMES)
        across.next_to(frame.point(frame.xs[1], 0), UP, gap.small)
        return VGroup(across, up.next_to(frame.point(0, HIGH[1]), RIGHT + DOWN, gap.hair))

    def _quarter(self, slope: Sentence) -> VGroup:
        """Return the line that the slope of the sigmoid does not cross, and what stands at the upright axis."""
        theme, below = self.theme, self.below
        line = DashedLine(*[below.point(x, MOST) for x in below.xs], dash_length=gap.hair, stroke_width=stroke.thin)
        line.set_color(theme.of("dim"))
        bound = Formula("1 \\/ 4", theme, role="dim", size="small").next_to(line.get_start(), UP + RIGHT, gap.hair)
        one = Formula("1", theme, role="dim", size="small").next_to(below.point(0, 1), LEFT, gap.small)
        name = Spoken(slope, theme, size="small").next_to(one, LEFT, gap.medium)
        return VGroup(line, bound, one, name)
