"""Strokes that are quantities: as wide as a value is large, in the colour of its sign."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.network.edges import HAIRLINE

STROKE = 100  # manim's stroke widths in one scene unit


def stroke_width(reading: Reading, scale: Scale) -> float:
    """Return manim's stroke width of a value on a scale, a hairline at least."""
    return float(STROKE * max(abs(float(reading)) * scale.unit, HAIRLINE))


class SignedStroke(VMobject, Quantity):
    """A mobject whose stroke shows its reading: a mixin."""

    theme: Theme
    scale_of_width: Scale

    def set_reading(self, reading: Reading) -> Self:
        """Show another value; one of exactly 0 is faint and has no sign."""
        value, self.reading = float(reading), reading
        colour = self.theme.signed(value) if value else self.theme.of("faint")
        return self.set_stroke(colour, stroke_width(reading, self.scale_of_width))

    def shown(self) -> float:
        """Return the value that width and colour stand for; NaN for a hairline."""
        width = self.get_stroke_width() / STROKE
        sign = 1.0 if self.get_stroke_color() == self.theme.of("up") else -1.0
        return sign * width / self.scale_of_width.unit if width > HAIRLINE else float(np.nan)
