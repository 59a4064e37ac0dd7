"""The cost in the opened gap: a parabola, and under it the square on how far the activation is from its target."""

from __future__ import annotations

import numpy as np
from manim import DOWN, RIGHT, Mobject, Square, VGroup

from netsim import Reading
from netsim.figures.calculus.slopes import rise_of, run_of
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.poured import FILL
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import Curve, PlotDot, PlotFrame, Tangent
from scenes.mobjects.plots.steps import SlopeTriangle
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.link.opened import equal_frame
from scenes.parts.calculus.link.row import LinkRow
from scenes.stage.zones import Zone

REACH = 0.9  # scene units of half a tangent
LOST = 0.6  # opacity of what a nudge takes from the square, or adds to it


class ErrorSquare(Square, Quantity):
    """The square on the way from an activation to its target, under the axis on which both stand."""

    reading: Reading
    signless = True

    def __init__(self, error: Reading, y: Reading, frame: PlotFrame, theme: Theme, role: str = "cost") -> None:
        self.frame, self.y = frame, float(y)
        super().__init__(stroke_width=stroke.thin, color=theme.of(role))
        self.set_fill(theme.of(role), FILL)
        self.set_reading(error)

    def set_reading(self, error: Reading) -> ErrorSquare:
        """Be as wide as another error."""
        self.reading = error
        start, end = self.y + float(error), self.y
        corners = [(start, 0), (end, 0), (end, -abs(float(error))), (start, -abs(float(error))), (start, 0)]
        self.set_points_as_corners(np.array([self.frame.point(*corner) for corner in corners]))
        return self

    def shown(self) -> float:
        """Return how far the activation is from its target, by the square's width."""
        return float(self.width) / self.frame.unit_x


class CostPlot:
    """What is drawn in the opened gap from a to the cost.

    Attributes
    ----------
    frame
        The axes of the gap.
    at, aim
        The places of the chain's own activation, and of the target.
    """

    def __init__(self, row: LinkRow, zone: Zone) -> None:
        self.row, self.trace, self.theme = row, row.trace, row.theme
        theme, reading = self.theme, self.trace.reading
        self.a, self.C, self.slope, self.error = (
            reading(f"slopes/{name}") for name in ("a", "C_of_a", "dC_da", "error")
        )
        self.at = int(self.trace["slopes/at_a"])
        self.aim = int(np.argmin(np.abs(np.asarray(self.error.value))))
        deep = abs(float(self.error[self.at]))
        highest = max(float(np.max(np.asarray(self.C.value))), deep)
        self.frame = equal_frame((0.0, 1.0), (-deep, highest), zone, theme)
        self.point = self.a[self.at], self.C[self.at]
        self.curve = Curve(self.a, self.C, self.frame, theme, "cost")
        self.dot = PlotDot(self.point[1], self.frame.point(*map(float, self.point)), self.frame, theme, "focus")
        self.tangent = Tangent(self.slope[self.at], self.point, self.frame, theme, REACH)
        run, rise = run_of(self.trace, 2), rise_of(self.trace, 2)
        self.triangle = SlopeTriangle(run, rise, self.point, self.frame, theme, "cost")
        y = reading("chain/y")
        self.square = ErrorSquare(self.error[self.at], y, self.frame, theme)
        self.before = ErrorSquare(self.error[self.at], y, self.frame, theme)
        self.before.set_stroke(width=0).set_fill(theme.signed(float(self.slope[self.at])), LOST)
        self.target = PlotDot(self.C[self.aim], self.frame.point(float(y), 0), self.frame, theme, "ink")
        self.names = self._names()
        self.side = Readout(self.error[self.at], theme, spec=".3f", role="cost")
        self._hold_side()

    @property
    def pictures(self) -> list[Mobject]:
        """What changes as the activation goes along the curve."""
        return [self.square, self.tangent, self.dot, self.side]

    def set_row(self, row: int) -> None:
        """Stand at another activation."""
        self.square.set_reading(self.error[row])
        self.tangent.set_reading(self.slope[row], (self.a[row], self.C[row]))
        self.dot.set_reading(float(self.a[row]), self.C[row])
        self.side.set_reading(self.error[row])
        self._hold_side()

    def _hold_side(self) -> None:
        self.side.next_to(self.square, DOWN, gap.small)

    def _names(self) -> VGroup:
        theme, frame = self.theme, self.frame
        across = Formula("a^((L))", theme, size="small").next_to(frame.point(1, 0), RIGHT + DOWN, gap.medium)
        up = Formula("C_0", theme, size="small", role="cost").next_to(frame.point(0, frame.ys[1]), RIGHT, gap.small)
        y = Formula("y", theme, size="small").next_to(self.target, RIGHT, gap.small)
        return VGroup(across, up, y)
