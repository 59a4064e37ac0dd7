"""A small plot of a recorded curve with its tangent: the slope is a derivative of the trace."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, DashedLine, Dot, Line, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.type.number import Readout


class PlotFrame(VGroup):
    """Two axes: a rectangle of the scene that stands for a range of each variable.

    Parameters
    ----------
    xs, ys
        (low, high) of each axis.
    width, height
        Extent in scene units; the frame's lower left corner starts at the origin.
    cross
        The pair of values at which the axes cross; by default the low ends of both.

    Attributes
    ----------
    across, upright
        The axes.
    """

    def __init__(
        self,
        xs: tuple[float, float],
        ys: tuple[float, float],
        width: float,
        height: float,
        theme: Theme,
        cross: tuple[float, float] | None = None,
    ) -> None:
        super().__init__()
        self.xs, self.ys = xs, ys
        self.cross = cross or (xs[0], ys[0])
        self.unit_x, self.unit_y = width / (xs[1] - xs[0]), height / (ys[1] - ys[0])
        self.corner = VMobject().set_points_as_corners(np.zeros((2, 3)))
        x, y, _ = self.point(*self.cross)
        self.across = Line((0, y, 0), (width, y, 0), stroke_width=2, color=theme.of("dim"))
        self.upright = Line((x, 0, 0), (x, height, 0), stroke_width=2, color=theme.of("dim"))
        self.add(self.corner, self.across, self.upright)

    def ends(self, xs: Reading, ys: Reading, theme: Theme, specs: tuple[str, str] = (".2f", ".2f")) -> VGroup:
        """Return the numbers at the ends of both axes: the least and the largest of two readings."""
        numbers = VGroup()
        for reading, side, spec in ((xs, DOWN, specs[0]), (ys, LEFT, specs[1])):
            for place in {int(np.argmin(reading.value)), int(np.argmax(reading.value))}:
                number = Readout(reading[place], theme, spec=spec, role="dim")
                x, y = (float(reading[place]), self.ys[0]) if side is DOWN else (self.xs[0], float(reading[place]))
                numbers.add(number.next_to(self.point(x, y), side, buff=0.12))
        return numbers

    def point(self, x: float, y: float) -> np.ndarray:
        """Return where a pair of values stands on the scene now."""
        corner = self.corner.points[0]
        return np.asarray(corner + np.array([(x - self.xs[0]) * self.unit_x, (y - self.ys[0]) * self.unit_y, 0.0]))

    def value(self, points: np.ndarray) -> np.ndarray:
        """Return the upright values that points of the scene stand for."""
        return np.asarray(self.ys[0] + (points[:, 1] - self.corner.points[0][1]) / self.unit_y)


class Curve(VMobject, Quantity):
    """A recorded curve: every corner stands for one recorded pair."""

    def __init__(self, xs: Reading, ys: Reading, frame: PlotFrame, theme: Theme, role: str) -> None:
        super().__init__(stroke_width=3, color=theme.of(role))
        self.reading, self.frame = ys, frame
        pairs = zip(np.asarray(xs.value), np.asarray(ys.value), strict=True)
        self.set_points_as_corners(np.array([frame.point(x, y) for x, y in pairs]))

    def shown(self) -> np.ndarray:
        """Return the recorded values that the corners stand for."""
        corners = np.concatenate([self.points[:1], self.points[3::4]])
        return self.frame.value(corners)


class Slope(Line, Quantity):
    """A straight line in a plot whose slope is its reading."""

    frame: PlotFrame

    def shown(self) -> float:
        """Return the slope that the drawn line has, in the units of the axes."""
        way = self.get_end() - self.get_start()
        return float((way[1] / self.frame.unit_y) / (way[0] / self.frame.unit_x))


class Tangent(Slope):
    """A line through a point of a curve with a recorded slope; it ends where the axis across ends."""

    def __init__(
        self,
        slope: Reading,
        at: tuple[Reading, Reading],
        frame: PlotFrame,
        theme: Theme,
        reach: float = 0.65,
        role: str = "focus",
    ) -> None:
        self.frame, self.reach = frame, reach
        super().__init__(stroke_width=4, color=theme.of(role))
        self.set_reading(slope, at)

    def set_reading(self, slope: Reading, at: tuple[Reading, Reading]) -> Tangent:
        """Touch the curve at another point."""
        self.reading = slope
        x, y = map(float, at)
        middle = self.frame.point(x, y)
        way = self.frame.point(x + 1, y + float(slope)) - middle
        way *= self.reach / np.linalg.norm(way)
        room = [min(1.0, abs(end - x) * self.frame.unit_x / way[0]) for end in self.frame.xs]
        return self.set_points_as_corners(np.array([middle - room[0] * way, middle + room[1] * way]))


class Ray(Slope):
    """A line through the pair (0, 0) with a recorded slope, from edge to edge of its frame."""

    def __init__(self, slope: Reading, frame: PlotFrame, theme: Theme, role: str = "dim") -> None:
        self.reading, self.frame = slope, frame
        steep = abs(float(slope))
        ends = []
        for x, way in ((frame.xs[0], -1), (frame.xs[1], 1)):
            limit = frame.ys[1] if way * float(slope) > 0 else -frame.ys[0]
            reach = min(abs(x), limit / steep) if steep else abs(x)
            ends.append(frame.point(way * reach, way * reach * float(slope)))
        super().__init__(ends[0], ends[1], stroke_width=2.5, color=theme.of(role))


class Drops(VGroup):
    """The dashed lines from a pair of readings to both axes, and the two numbers where they end."""

    def __init__(
        self,
        x: Reading,
        y: Reading,
        frame: PlotFrame,
        theme: Theme,
        *,
        spec: str = ".3f",
        spec_y: str = "",
        buff: float = 0.12,
    ) -> None:
        super().__init__()
        across, upright = float(x), float(y)
        at = frame.point(across, upright)
        foot, side = frame.point(across, frame.cross[1]), frame.point(frame.cross[0], upright)
        ways = [end for end in (foot, side) if np.linalg.norm(at - end) > 0.01]
        self.lines = VGroup(*[DashedLine(at, end, dash_length=0.06, stroke_width=1.5) for end in ways])
        self.lines.set_color(theme.of("dim"))
        below, left = upright >= frame.cross[1], across >= frame.cross[0]
        self.x = Readout(x, theme, spec=spec).next_to(foot, DOWN if below else UP, buff=buff)
        self.y = Readout(y, theme, spec=spec_y or spec).next_to(side, LEFT if left else RIGHT, buff=buff)
        self.add(self.lines, self.x, self.y)


class PlotDot(Dot, Quantity):
    """The dot itself: its height is its reading."""

    def __init__(
        self, y: Reading, at: np.ndarray, frame: PlotFrame, theme: Theme, role: str, radius: float = 0.085
    ) -> None:
        self.reading, self.frame = y, frame
        super().__init__(at, radius=radius, color=theme.of(role))

    def set_reading(self, x: float, y: Reading) -> PlotDot:
        """Stand on another pair."""
        self.reading = y
        return self.move_to(self.frame.point(x, float(y)))

    def shown(self) -> float:
        """Return the upright value that the dot stands for."""
        return float(self.frame.value(self.get_center()[None])[0])


def extent(reading: Reading) -> tuple[float, float]:
    """Return the lowest and the highest value of a reading."""
    values = np.asarray(reading.value)
    return float(values.min()), float(values.max())
