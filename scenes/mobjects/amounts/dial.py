"""Dials: a parameter as a knob that can be turned; upright is 0, clockwise is up."""

from __future__ import annotations

import numpy as np
from manim import Circle, Line, VGroup

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale

FARTHEST = 0.75 * np.pi  # angle from upright of what is farthest on a scale
REACH = 0.86  # of the radius: how far the pointer goes


class Pointer(Line, Quantity):
    """The pointer of a dial: its angle from upright is its reading."""

    reading: Reading

    def __init__(self, reading: Reading, scale: Scale, theme: Theme, radius: float, role: str) -> None:
        super().__init__(np.zeros(3), REACH * radius * np.array([0.0, 1.0, 0.0]), color=theme.of(role))
        self.set_stroke(width=2.0 + 2.0 * radius)
        self.longest, self.angle_drawn = scale.longest, 0.0
        self.rounding = 1e-6 * scale.longest
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> Pointer:
        """Show a value."""
        self.reading = reading
        angle = FARTHEST * float(reading) / self.longest
        self.rotate(self.angle_drawn - angle, about_point=self.get_start())
        self.angle_drawn = angle
        return self

    def shown(self) -> float:
        """Return the value that the angle stands for."""
        x, y, _ = self.get_end() - self.get_start()
        return float(np.arctan2(x, y)) * self.longest / FARTHEST


class Dial(VGroup):
    """A knob with its pointer.

    Parameters
    ----------
    reading
        The value that it is turned to.
    scale
        Its ``longest`` is turned farthest: one for all dials that are compared.
    """

    def __init__(self, reading: Reading, scale: Scale, theme: Theme, radius: float, role: str = "ink") -> None:
        self.rim = Circle(radius=radius, stroke_width=1.5 + radius, color=theme.of("dim"))
        self.pointer = Pointer(reading, scale, theme, radius, role)
        super().__init__(self.rim, self.pointer)

    def set_reading(self, reading: Reading) -> Dial:
        """Turn the dial to another value."""
        self.pointer.set_reading(reading)
        return self
