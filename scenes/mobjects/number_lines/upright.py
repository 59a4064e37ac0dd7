"""Upright number lines: 0 and 1 marked, a dot where a reading is, and its number beside it."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, Animation, Circle, Dot, Line, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.plate import Plate
from scenes.mobjects.type.typeset import Words

TICK = 0.07  # how long a tick is: it lies on the side of its number, and not on that of the dot's
RADIUS = 0.085
GRIP = 0.17  # radius of the ring around a dot that is dragged
APART = 0.3  # scene units between two marks at least
ROUND = [n * 10**power for power in range(9) for n in (1, 2, 5)]
VEIL = 3 / 4  # how much of a thread that passes behind a number is hidden
SLACK = 1e-9  # of a mark at an end


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
    """A line from its lowest to its highest value, marked at 0 and at whole numbers, and a dot with its number.

    Parameters
    ----------
    reading
        Where the dot stands.
    low, high
        What its ends stand for; 0 lies between them.
    zero
        Where the value 0 stands: lines beside one another share its height.
    unit
        Scene units per unit of value, the same for lines that are compared.
    side
        Where the number stands, from the dot: below it or above it a thread has room to go on.

    Attributes
    ----------
    axis, marks
        The line; ticks with their numbers, some of them unseen.
    dot, number
        Where the reading is.
    plates
        Under all numbers: threads that pass behind them do not strike them through.
    grip
        A ring around the dot; it stands there while that is dragged.
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
        side: np.ndarray = RIGHT + DOWN,
    ) -> None:
        super().__init__()
        zero = np.asarray(zero, dtype=float)
        self.low, self.high, self.theme, self.side = low, high, theme, side
        self.axis = Line(zero + low * unit * UP, zero + high * unit * UP, stroke_width=stroke.thin)
        self.axis.set_color(theme.of("dim"))
        self.marks = VGroup()
        self._marks: dict[int, VGroup] = {}
        self._plate, self._plates = Plate(theme, VEIL), dict[int, Plate]()
        self.plates = VGroup(self._plate)
        self.mark()
        self.dot = HeightDot(reading, self, theme, role)
        self.number = Readout(reading, theme, spec=spec, role=role)
        self.grip = Circle(GRIP, stroke_width=stroke.mark, color=theme.of("focus"))
        self.add(self.plates, self.axis, self.marks, self.dot, self.number)
        self.set_reading(reading)

    @property
    def x(self) -> float:
        """Where it stands, across."""
        return float(self.axis.points[0][0])

    @property
    def unit(self) -> float:
        """Scene units per unit of value."""
        return float(self.axis.points[-1][1] - self.axis.points[0][1]) / (self.high - self.low)

    @property
    def zero(self) -> float:
        """The height at which the value 0 stands."""
        return float(self.axis.points[0][1]) - self.low * self.unit

    def point(self, value: float) -> np.ndarray:
        """Return where a value stands on the scene now."""
        return np.array([self.x, self.zero + value * self.unit, 0.0])

    def heights(self, values: np.ndarray) -> np.ndarray:
        """Return how high values stand on the scene now."""
        return np.asarray(self.zero + values * self.unit)

    def values(self, heights: np.ndarray | float) -> np.ndarray:
        """Return what heights of the scene stand for."""
        return np.asarray((heights - self.zero) / self.unit)

    def set_reading(self, reading: Reading) -> UprightLine:
        """Show another value."""
        self.dot.set_reading(reading)
        self.number.set_reading(reading)
        self.number.next_to(self.dot, self.side, buff=gap.hair if self.side[1] else gap.small)
        self._plate.under(self.number)
        self.grip.move_to(self.dot)
        return self

    def take(self) -> Animation:
        """Return the animation that puts a ring around its dot, which is dragged from now on."""
        self.add(self.grip)
        return FadeIn(self.grip)

    def let_go(self) -> Animation:
        """Return the animation that lets the ring go."""
        self.remove(self.grip)
        return FadeOut(self.grip)

    def set_scale(self, zero: float, unit: float, low: float, high: float) -> UprightLine:
        """Let it reach from a value to another on another scale, 0 at another height; its dot shows what it showed."""
        x, self.low, self.high = self.x, low, high
        ends = [np.array([x, zero + value * unit, 0.0]) for value in (low, high)]
        self.axis.put_start_and_end_on(*ends)
        self.mark()
        return self.set_reading(self.dot.reading)

    def mark(self) -> None:
        """Mark 0, and on both sides the first round number that stands apart from it, if it lies on the line.

        Marks of other scales stay, unseen: what an animation moves must not change while it runs.
        """
        apart = next(n for n in ROUND if n * self.unit >= APART)
        for n in (0, apart, -apart):
            if n not in self._marks:
                self._marks[n] = self._mark_of(n)
                self.marks.add(self._marks[n])
                self._plates[n] = Plate(self.theme, VEIL)
                self.plates.add(self._plates[n])
        for n, mark in self._marks.items():
            seen = n in (0, apart, -apart) and self.low - SLACK <= n <= self.high + SLACK
            mark.shift(self.point(n if seen else 0) - mark[0].get_end())
            mark[0].set_stroke(opacity=float(seen))
            mark[1].set_opacity(float(seen))
            self._plates[n].under(mark[1]).set_fill(opacity=VEIL * seen)

    def _mark_of(self, n: int) -> VGroup:
        tick = Line(TICK * LEFT, ORIGIN, stroke_width=stroke.thin, color=self.theme.of("dim"))
        number = Words(self.theme.manner.number(f"{n}"), self.theme, size="small", role="dim")
        return VGroup(tick, number.next_to(tick, LEFT, buff=gap.hair))
