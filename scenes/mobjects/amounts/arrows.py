"""Nudge arrows: up or down by the sign, as long as the wish is large."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, GrowFromPoint, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale


class NudgeArrow(VMobject, Quantity):
    """A vertical arrow whose length, from tail to tip, is its reading on a scale.

    Parameters
    ----------
    reading
        A signed nudge; the arrow points up if it is positive.
    scale
        Scene units for value.
    width
        Width of the head, in scene units.
    """

    def __init__(self, reading: Reading, scale: Scale, theme: Theme, width: float = 0.16) -> None:
        super().__init__(stroke_width=0, fill_opacity=1)
        self.theme, self.scale_of_length, self.head_width = theme, scale, width
        self.rounding = 1e-6 * scale.longest
        self.set_reading(reading)
        self.center()

    def set_reading(self, reading: Reading) -> NudgeArrow:
        """Show another nudge from the same tail."""
        start, value = self.tail() if len(self.points) else np.zeros(3), float(reading)
        self.reading = reading
        length = abs(value) * self.scale_of_length.unit
        head = min(0.9 * self.head_width, 0.62 * length)
        # Small arrows shrink as a whole, so that a tiny nudge never looks like a stub.
        half, stem, neck = 0.55 * head, 0.19 * head, length - head
        outline = [(-stem, 0), (-stem, neck), (-half, neck), (0, length)]
        outline += [(half, neck), (stem, neck), (stem, 0), (-stem, 0)]
        way = 1.0 if value >= 0 else -1.0
        self.set_points_as_corners(start + np.array([(x, way * y, 0.0) for x, y in outline]))
        return self.set_fill(self.theme.signed(value), 1)

    def shown(self) -> float:
        """Return the nudge that tail and tip stand for now."""
        tail, tip = self.points[0], self.points[4 * 3]
        return float((tip - tail)[1]) / self.scale_of_length.unit

    def tail(self) -> np.ndarray:
        """Return the point the arrow starts from."""
        return np.asarray((self.points[0] + self.points[4 * 6]) / 2)

    def grow(self, **kwargs: Any) -> Animation:
        """Return the animation that grows the arrow from its tail."""
        return GrowFromPoint(self, self.tail(), **kwargs)
