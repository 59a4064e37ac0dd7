"""Number lines: a dot where a reading is, and a lens that shows a small change at a stated zoom."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, UP, Animation, Circle, Create, Dot, Line, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words

TICK = 0.07  # half a tick's height
RADIUS = 0.085
LENS_RADIUS = 0.05  # smaller, so that a short way is seen beside its dot


class ValueDot(Dot, Quantity):
    """A dot on a line, as far from the line's zero as its reading says.

    Parameters
    ----------
    reading
        The value shown.
    zero
        Where on the scene the value 0 stands.
    unit
        Scene units per unit of value.
    role
        The dot's colour.
    """

    def __init__(
        self,
        reading: Reading,
        zero: np.ndarray,
        unit: float,
        theme: Theme,
        role: str = "ink",
        radius: float = RADIUS,
    ) -> None:
        self.reading, self.zero, self.unit = reading, np.asarray(zero, dtype=float), unit
        self.rounding = 1e-6 / unit
        super().__init__(self._point(reading), radius=radius, color=theme.of(role))

    def set_reading(self, reading: Reading) -> ValueDot:
        """Stand on another value."""
        self.reading = reading
        return self.move_to(self._point(reading))

    def slide(self, reading: Reading) -> Animation:
        """Return the animation that moves the dot to another reading."""
        self.reading = reading
        return self.animate.move_to(self._point(reading)).build()

    def shown(self) -> float:
        """Return the value that the dot's place stands for now."""
        return float(self.get_center()[0] - self.zero[0]) / self.unit

    def _point(self, reading: Reading) -> np.ndarray:
        return np.asarray(self.zero + np.array([float(reading) * self.unit, 0.0, 0.0]))


class ValueLine(VGroup):
    """A line from ``low`` to ``high`` with ticks, end labels, and a dot under its number.

    Parameters
    ----------
    low, high
        Whole numbers at the ends.
    zero
        Where the value 0 stands: lines above one another share it.
    unit
        Scene units per unit of value, the same for lines that are compared.
    """

    def __init__(
        self,
        reading: Reading,
        low: int,
        high: int,
        zero: np.ndarray,
        unit: float,
        theme: Theme,
        role: str = "ink",
    ) -> None:
        super().__init__()
        self.zero = np.asarray(zero, dtype=float)
        ends = [self.zero + np.array([value * unit, 0, 0]) for value in (low, high)]
        self.line = Line(*ends, stroke_width=2, color=theme.of("dim"))
        self.ticks = VGroup()
        for value in range(low, high + 1):
            point = self.zero + np.array([value * unit, 0, 0])
            tick = Line(point + [0, TICK, 0], point - [0, TICK, 0], stroke_width=2)
            self.ticks.add(tick.set_color(theme.of("dim")))
        self.labels = VGroup()
        for value, end in zip((low, high), ends, strict=True):
            label = Words(f"{value}".replace("-", "\N{MINUS SIGN}"), theme, size="small", role="dim")
            self.labels.add(label.move_to(end + [0, -0.3, 0]))
        self.dot = ValueDot(reading, self.zero, unit, theme, role)
        self.value = Readout(reading, theme, spec=".3f", role=role)
        self.value.next_to(self.dot, UP, buff=0.12)
        self.add(self.line, self.ticks, self.labels, self.dot, self.value)

    def name_beside(self) -> ValueLine:
        """Let the numbers of the ends stand beside the line instead of under it, where lines stand close together."""
        for label, way in zip(self.labels, (LEFT, RIGHT), strict=True):
            label.next_to(self.line, way, buff=0.14)
        return self


class Lens(VGroup):
    """The neighbourhood of a dot, enlarged: where the value was, and by how much it moves.

    Parameters
    ----------
    change
        The reading of the change; the dot starts at 0 change and is moved by :meth:`follow`.
    center
        The place of the old value, in scene units.
    half
        Half the lens's width, in scene units.
    unit
        Scene units per unit of value inside the lens: the line's unit times the zoom.
    """

    def __init__(
        self,
        change: Reading,
        center: np.ndarray,
        half: float,
        unit: float,
        theme: Theme,
        role: str = "ink",
    ) -> None:
        super().__init__()
        middle = np.asarray(center, dtype=float)
        self.line = Line(middle - [half, 0, 0], middle + [half, 0, 0], stroke_width=2)
        self.line.set_color(theme.of("faint"))
        self.was = Circle(radius=LENS_RADIUS, stroke_width=2, color=theme.of("dim")).move_to(middle)
        self.dot = ValueDot(change, middle, unit, theme, role, LENS_RADIUS)
        self.trail = Line(middle, self.dot.get_center(), stroke_width=5, color=theme.of(role))
        self.add(self.line, self.was)

    def follow(self) -> list[Animation]:
        """Return the animations in which the dot leaves its old place for the new one."""
        return [Create(self.trail), FadeIn(self.dot, target_position=self.was.get_center())]
