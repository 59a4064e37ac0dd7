"""A dot on a number line, where a reading is."""

from __future__ import annotations

import numpy as np
from manim import Dot

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity

TICK = 0.07  # half a tick's height
RADIUS = 0.085


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

    def shown(self) -> float:
        """Return the value that the dot's place stands for now."""
        return float(self.get_center()[0] - self.zero[0]) / self.unit

    def _point(self, reading: Reading) -> np.ndarray:
        return np.asarray(self.zero + np.array([float(reading) * self.unit, 0.0, 0.0]))
