"""A slope in a plot as what it means: one step across, and so much up or down."""

from __future__ import annotations

from manim import DOWN, RIGHT, UP, DashedLine, Line, VGroup

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import PlotFrame, extent
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words


class Rise(Line, Quantity):
    """An upright line in a plot as long as a slope: how far the tangent rises over one unit across."""

    def __init__(self, slope: Reading, at: tuple[float, float], frame: PlotFrame, theme: Theme) -> None:
        self.reading, self.frame = slope, frame
        x, y = at
        super().__init__(frame.point(x, y), frame.point(x, y + float(slope)), stroke_width=4, color=theme.of("focus"))

    def shown(self) -> float:
        """Return the rise that the line is drawn with, in units of the upright axis."""
        return float((self.get_end() - self.get_start())[1] / self.frame.unit_y)


class StepOfOne(VGroup):
    """The step from a point of a curve: 1 across, marked so, then up or down by the slope, with its number.

    Parameters
    ----------
    slope
        Scalar reading.
    at
        The point on the curve from which the step is made.
    role
        The colour of the slope's number.
    """

    def __init__(
        self, slope: Reading, at: tuple[Reading, Reading], frame: PlotFrame, theme: Theme, role: str = "ink"
    ) -> None:
        x, y = map(float, at)
        start, corner = frame.point(x, y), frame.point(x + 1, y)
        below = float(slope) >= 0  # the tangent goes up: there is room under the step
        self.run = Line(start, corner, stroke_width=2.5, color=theme.of("focus"))
        self.rise = Rise(slope, (x + 1, y), frame, theme)
        self.slant = DashedLine(start, self.rise.get_end(), dash_length=0.06, stroke_width=2, color=theme.of("focus"))
        one = Words("1", theme, size="small", role="dim").next_to(self.run, DOWN if below else UP, buff=0.1)
        number = Readout(slope, theme, spec=".4f", role=role).next_to(self.rise, RIGHT, buff=0.12)
        super().__init__(self.run, self.slant, self.rise, one, number)


def frame_with_step(
    xs: Reading,
    ys: Reading,
    at: tuple[Reading, Reading],
    slope: Reading,
    size: tuple[float, float],
    theme: Theme,
) -> PlotFrame:
    """Return the axes that hold a curve and the step of one along its tangent, in (width, height) of the scene."""
    (left, right), (low, high) = extent(xs), extent(ys)
    x, y = map(float, at)
    end = y + float(slope)
    return PlotFrame((left, max(right, x + 1)), (min(low, end), max(high, end)), *size, theme)
