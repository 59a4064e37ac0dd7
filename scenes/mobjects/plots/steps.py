"""A slope in a plot as what it means: a step across along its tangent, and so much up or down."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, Line, VGroup

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.type.number import Readout, spec_for


class Side(Line, Quantity):
    """One side of a slope triangle: as long as its reading, across or upright, in the colour of its sign."""

    reading: Reading

    def __init__(
        self, reading: Reading, at: tuple[float, float], upright: bool, frame: PlotFrame, theme: Theme
    ) -> None:
        self.reading, self.frame, self.upright = reading, frame, upright
        (x, y), by = at, float(reading)
        end = (x, y + by) if upright else (x + by, y)
        super().__init__(frame.point(x, y), frame.point(*end), stroke_width=stroke.strong)
        self.set_color(theme.signed(by))

    def shown(self) -> float:
        """Return the length that the side is drawn with, in units of its axis."""
        way = self.get_end() - self.get_start()
        return float(way[1] / self.frame.unit_y if self.upright else way[0] / self.frame.unit_x)


class SlopeTriangle(VGroup):
    """A step from a point of a curve along its tangent: the run across, then the rise, each with its number.

    Parameters
    ----------
    run, rise
        Scalar readings: the step across, and what the tangent rises by then.
    at
        The point on the curve from which the step is made.
    role
        The colour of the rise's number.
    """

    def __init__(
        self,
        run: Reading,
        rise: Reading,
        at: tuple[Reading, Reading],
        frame: PlotFrame,
        theme: Theme,
        role: str = "ink",
    ) -> None:
        x, y = map(float, at)
        self.run = Side(run, (x, y), False, frame, theme)
        self.rise = Side(rise, (x + float(run), y), True, frame, theme)
        outer, beside = (DOWN if float(rise) >= 0 else UP), (RIGHT if float(run) >= 0 else LEFT)
        length = Readout(run, theme, spec=spec_for([run], 0, "", digits=1), role="ink")
        height = Readout(rise, theme, spec=spec_for([rise], 3, ""), role=role)
        super().__init__(self.run, self.rise, length.next_to(self.run, outer, gap.hair))
        falls = float(rise) < 0  # the curve is under it: there is room where it begins
        self.add(height.next_to(self.rise.get_start() if falls else self.rise, beside, gap.hair))
