"""Areas that are amounts: a rectangle as large as its reading, which may be poured into another width."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, VMobject

from netsim import Reading
from scenes.look.measures import stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity

FILL = 0.3  # opacity of the area


class Poured(VMobject, Quantity):
    """A rectangle whose area is its reading, whatever its shape.

    Parameters
    ----------
    reading
        Not negative.
    unit
        The area that stands for 1, in square scene units.
    width
        How wide it is at first; its lower left corner stands at the origin.
    """

    reading: Reading

    def __init__(self, reading: Reading, unit: float, width: float, theme: Theme, role: str = "cost") -> None:
        super().__init__(stroke_width=stroke.thin, stroke_color=theme.of(role))
        self.set_fill(theme.of(role), FILL)
        self.reading, self.unit = reading, unit
        self.corner, self.across = np.zeros(3), width
        self.stand(self.corner, width)

    def stand(self, corner: np.ndarray, width: float, share: float = 1.0) -> Poured:
        """Stand on a lower left corner and be so wide, and as high as its area asks; or a share of that."""
        self.corner, self.across = np.asarray(corner, dtype=float), width
        height = share * float(self.reading) * self.unit / width if width else 0.0
        sides = np.array([(0, 0), (0, height), (width, height), (width, 0), (0, 0)])
        return self.set_points_as_corners(self.corner + np.column_stack([sides, np.zeros(5)]))

    def shown(self) -> float:
        """Return the amount that the area stands for."""
        return float(self.width * self.height) / self.unit

    def rise(self, **kwargs: Any) -> Animation:
        """Return the animation in which it rises from its base."""
        return _Rise(self, introducer=True, **kwargs)

    def pour(self, corner: np.ndarray, width: float, **kwargs: Any) -> Animation:
        """Return the animation in which it goes to another corner and width; its area is the same all the way."""
        return _Pour(self, corner, width, **kwargs)


class _Rise(Animation):
    """Let an area grow from its base."""

    def __init__(self, poured: Poured, **kwargs: Any) -> None:
        self._poured = poured
        super().__init__(poured, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        share, poured = self.rate_func(alpha), self._poured
        poured.glides_from = 0.0 if share < 1 else None
        poured.stand(poured.corner, poured.across, share)


class _Pour(Animation):
    """Let an area move and change its shape."""

    def __init__(self, poured: Poured, corner: np.ndarray, width: float, **kwargs: Any) -> None:
        self._poured, self._corner, self._width = poured, np.asarray(corner, dtype=float), width
        super().__init__(poured, **kwargs)

    def begin(self) -> None:
        self._start = self._poured.corner, self._poured.across
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        share, (corner, width) = self.rate_func(alpha), self._start
        self._poured.stand(corner + share * (self._corner - corner), width + share * (self._width - width))
