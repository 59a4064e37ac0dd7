"""The cost in the opened gap: a parabola, and under it the square on how far the activation is from its target."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, Mobject, Square, VGroup, interpolate_color

from netsim import Reading
from netsim.figures.calculus.slopes import rise_of, run_of
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.poured import FILL
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import Curve, PlotDot, PlotFrame, Tangent
from scenes.mobjects.plots.steps import SlopeTriangle
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.link.row import LinkRow, symbol_of
from scenes.parts.calculus.slopes.rooms import equal_frame
from scenes.stage.zones import Zone

REACH = 9 / 10  # scene units of half a tangent


class ErrorSquare(Square, Quantity):
    """The square on the way from an activation to its target, under the axis on which both stand."""

    reading: Reading
    signless = True

    def __init__(self, error: Reading, y: Reading, frame: PlotFrame, theme: Theme) -> None:
        self.frame, self.y = frame, float(y)
        super().__init__(stroke_width=stroke.thin, color=theme.of("cost"))
        self.set_fill(interpolate_color(theme.of("background"), theme.of("cost"), FILL), 1)
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

    Parameters
    ----------
    row
        The opened link.
    zone, beside
        Of the plot, and of the numbers that run.

    Attributes
    ----------
    frame
        The axes of the gap.
    at, nudged, aim
        The places of the chain's own activation, of that to which the ribbon's nudge takes it, and of the target.
    square, before
        The square on the error, and what a nudge took from it, or where it grew.
    running
        The error and the slope, in numbers.
    """

    def __init__(self, row: LinkRow, zone: Zone, beside: Zone) -> None:
        self.row, self.trace, self.theme, self.beside = row, row.trace, row.theme, beside
        theme, reading = self.theme, self.trace.reading
        names = ("a", "C_of_a", "dC_da", "error")
        self.a, self.C, self.slope, self.error = (reading(f"slopes/{name}") for name in names)
        self._find_places()
        deep = abs(float(self.error[self.at]))
        self.frame = equal_frame((0, 1), (-deep, max(deep, float(np.max(np.asarray(self.C.value))))), zone, theme)
        self.point = self.a[self.at], self.C[self.at]
        self.curve = Curve(self.a, self.C, self.frame, theme, "cost")
        self.dot = PlotDot(self.point[1], self.frame.point(*map(float, self.point)), self.frame, theme, "focus")
        self.tangent = Tangent(self.slope[self.at], self.point, self.frame, theme, REACH)
        run, rise = run_of(self.trace, 2), rise_of(self.trace, 2)
        self.triangle = SlopeTriangle(run, rise, self.point, self.frame, theme, "cost")
        y = reading("chain/y")
        self.before, self.square = (ErrorSquare(self.error[self.at], y, self.frame, theme) for _ in range(2))
        self.before.set_fill(theme.signed(float(self.slope[self.at])))
        self.target = PlotDot(self.C[self.aim], self.frame.point(float(y), 0), self.frame, theme, "ink")
        self.names, self.running = self._names(), self._running()
        self.kept = False

    @property
    def pictures(self) -> list[Mobject]:
        """What changes as the activation goes along the curve."""
        return [self.square, self.tangent, self.dot, *self.numbers]

    def set_row(self, row: int) -> None:
        """Stand at another activation; the square does so, or stays as the nudge left it."""
        self.square.set_reading(self.error[self.nudged if self.kept else row])
        self.tangent.set_reading(self.slope[row], (self.a[row], self.C[row]))
        self.dot.set_reading(float(self.a[row]), self.C[row])
        for number, readings in zip(self.numbers, (self.error, self.slope), strict=True):
            number.set_reading(readings[row])

    def _find_places(self) -> None:
        values, turned = np.asarray(self.a.value), self.row.turned
        nudged = turned.course(self.row.names[2]).values[turned.nudged]
        self.at, self.nudged = int(self.trace["slopes/at_a"]), int(np.argmin(np.abs(values - nudged)))
        self.aim = int(np.argmin(np.abs(np.asarray(self.error.value))))

    def _running(self) -> VGroup:
        """Return the error and the slope, each with its number, one under the other."""
        theme, at = self.theme, self.at
        symbols = (
            Formula(f"{symbol_of(self.row.names[2])} - y =", theme, role="cost"),
            rule(rule_of("dC_da", self.trace), theme),
        )
        equals = Formula("=", theme, role="cost").next_to(symbols[1], RIGHT, gap.small)
        self.numbers = [
            Readout(readings[at], theme, spec=".4f", size="body", role="cost") for readings in (self.error, self.slope)
        ]
        lines = VGroup()
        for start, end, number in zip(symbols, (symbols[0], equals), self.numbers, strict=True):
            number.next_to(end, RIGHT, gap.small).shift((0, end.get_y() - number.get_y(), 0))
            lines.add(VGroup(start, end, number) if end is equals else VGroup(start, number))
        return self.beside.put(lines.arrange(DOWN, buff=gap.large, aligned_edge=LEFT), LEFT)

    def _names(self) -> VGroup:
        theme, frame = self.theme, self.frame
        across = Formula(symbol_of(self.row.names[2]), theme, size="small")
        across.next_to(frame.point(1, 0), RIGHT + DOWN, gap.medium)
        up = Formula("C_0", theme, size="small", role="cost")
        up.next_to(frame.point(0, frame.ys[1]), LEFT, gap.large)
        return VGroup(across, up, Formula("y", theme, size="small").next_to(self.target, RIGHT, gap.small))
