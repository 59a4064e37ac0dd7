"""Upright number lines: 0 and 1 marked, a dot where a reading is, and its number beside it."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Dot, Line, VGroup

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words

TICK = 0.07  # half a tick's width
RADIUS = 0.085


class HeightDot(Dot, Quantity):
    """A dot as high on an upright line as its reading says."""

    reading: Reading

    def __init__(self, reading: Reading, line: UprightLine, theme: Theme, role: str, radius: float = RADIUS) -> None:
        self.line = line
        super().__init__(radius=radius, color=theme.of(role))
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> HeightDot:
        """Stand at another value."""
        self.reading, self.rounding = reading, 1e-6 / self.line.unit
        return self.move_to(self.line.point(float(reading)))

    def shown(self) -> float:
        """Return the value that the dot's height stands for."""
        return float(self.line.values(self.get_center()[1]))


class UprightLine(VGroup):
    """A line from its lowest to its highest value with ticks at 0 and 1, and a dot with its number.

    Parameters
    ----------
    reading
        Where the dot stands.
    low, high
        What its ends stand for; 0 and 1 lie between them.
    zero
        Where the value 0 stands: lines beside one another share its height.
    unit
        Scene units per unit of value, the same for lines that are compared.

    Attributes
    ----------
    axis, ticks, marks
        The line, its ticks at 0 and 1, and the numbers of these.
    dot, number
        Where the reading is.
    """

    def __init__(
        self,
        reading: Reading,
        low: float,
        high: float,
        zero: np.ndarray,
        unit: float,
        theme: Theme,
        role: str = "ink",
        spec: str = ".3f",
    ) -> None:
        super().__init__()
        zero = np.asarray(zero, dtype=float)
        self.low, self.high = low, high
        self.axis = Line(zero + low * unit * UP, zero + high * unit * UP, stroke_width=stroke.thin)
        points = [zero, zero + unit * UP]
        self.ticks = VGroup(*[Line(p + TICK * LEFT, p + TICK * RIGHT, stroke_width=stroke.thin) for p in points])
        for line in (self.axis, *self.ticks):
            line.set_color(theme.of("dim"))
        self.marks = VGroup(*[Words(f"{i}", theme, size="small", role="dim") for i in range(2)])
        self._mark()
        self.dot = HeightDot(reading, self, theme, role)
        self.number = Readout(reading, theme, spec=spec, role=role)
        self.add(self.axis, self.ticks, self.marks, self.dot, self.number)
        self.set_reading(reading)

    @property
    def x(self) -> float:
        """Where it stands, across."""
        return float(self.axis.points[0][0])

    @property
    def unit(self) -> float:
        """Scene units per unit of value."""
        zero, one = self.ticks
        return float(one.points[0][1] - zero.points[0][1])

    def point(self, value: float) -> np.ndarray:
        """Return where a value stands on the scene now."""
        return np.array([self.x, self.ticks[0].points[0][1] + value * self.unit, 0.0])

    def heights(self, values: np.ndarray) -> np.ndarray:
        """Return how high values stand on the scene now."""
        return np.asarray(self.ticks[0].points[0][1] + values * self.unit)

    def values(self, heights: np.ndarray | float) -> np.ndarray:
        """Return what heights of the scene stand for."""
        return np.asarray((heights - self.ticks[0].points[0][1]) / self.unit)

    def set_reading(self, reading: Reading) -> UprightLine:
        """Show another value."""
        self.dot.set_reading(reading)
        self.number.set_reading(reading)
        self.number.next_to(self.dot, RIGHT + DOWN, buff=gap.hair)
        return self

    def set_scale(self, unit: float, low: float, high: float) -> UprightLine:
        """Let it reach from a value to another on another scale; its 0 stays, and its dot shows what it showed."""
        zero = self.point(0)
        self.low, self.high = low, high
        self.ticks[1].move_to(zero + unit * UP)
        self.axis.put_start_and_end_on(self.point(low), self.point(high))
        self._mark()
        return self.set_reading(self.dot.reading)

    def _mark(self) -> None:
        for mark, tick in zip(self.marks, self.ticks, strict=True):
            mark.next_to(tick, LEFT, buff=gap.hair)
