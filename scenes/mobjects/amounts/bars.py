"""Signed bars: to the right of an axis if positive, to the left if negative, on one scale."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import LEFT, RIGHT, UP, Animation, Line, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale


class Bar(VMobject, Quantity):
    """A bar from an axis point, as long as its reading on a scale, to the right or upright.

    Parameters
    ----------
    role
        Its colour, for counts and other values without a sign; by default that of the value's sign.
    """

    reading: Reading

    def __init__(
        self,
        reading: Reading,
        scale: Scale,
        theme: Theme,
        base: np.ndarray,
        thickness: float = 0.18,
        role: str | None = None,
        upright: bool = False,
    ) -> None:
        super().__init__(stroke_width=0, fill_opacity=1)
        self._along, self._across = (UP, LEFT) if upright else (RIGHT, UP)
        self.theme, self.scale_of_length, self.role = theme, scale, role
        self.thickness = thickness
        self.rounding = 1e-6 * scale.longest
        self.points = np.tile(np.asarray(base, dtype=float), (4 * 4, 1))
        self.set_reading(reading)

    @property
    def base(self) -> np.ndarray:
        """The middle of the end that stands on the axis."""
        return np.asarray((self.points[0] + self.points[11]) / 2)

    def set_reading(self, reading: Reading) -> Bar:
        """Show another value from the same base."""
        self.reading, self.glides_from = reading, None
        return self._stretch(float(reading))

    def glide(self, start: Reading | float, share: float) -> Bar:
        """Be a share of the way from another reading, or from 0, to its own."""
        self.glides_from = start if share < 1 else None
        return self._stretch((1 - share) * float(start) + share * float(self.reading))

    def _stretch(self, value: float) -> Bar:
        """Draw the bar as long as a value, in the colour of its sign or role."""
        end, half = value * self.scale_of_length.unit, self.thickness / 2
        corners = np.array([(0, half), (end, half), (end, -half), (0, -half), (0, half)])
        self.set_points_as_corners(self.base + corners @ np.array([self._along, self._across]))
        return self.set_fill(self.theme.of(self.role) if self.role else self.theme.signed(value), 1)

    def shown(self) -> float:
        """Return the value that the bar's length and direction stand for."""
        return float((self.points[3] - self.points[0]) @ self._along) / self.scale_of_length.unit

    def tip(self) -> np.ndarray:
        """Return the middle of the bar's far end."""
        return np.asarray((self.points[3] + self.points[7]) / 2)

    def grow(self, **kwargs: Any) -> Animation:
        """Return the animation that grows the bar out of its axis."""
        return _Stretch(self, self.reading, from_axis=True, introducer=True, **kwargs)

    def change(self, reading: Reading, **kwargs: Any) -> Animation:
        """Return the animation that takes the bar's end to another reading."""
        return _Stretch(self, reading, from_axis=False, **kwargs)


class _Stretch(Animation):
    """Move a bar's end to a reading, from the one before or from the axis; through the axis if the sign changes."""

    def __init__(self, bar: Bar, reading: Reading, *, from_axis: bool, **kwargs: Any) -> None:
        self._bar, self._reading, self._from_axis = bar, reading, from_axis
        super().__init__(bar, **kwargs)

    def begin(self) -> None:
        self._start = 0.0 if self._from_axis else self._bar.reading
        self._bar.reading = self._reading
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        self._bar.glide(self._start, self.rate_func(alpha))


class BarColumn(VGroup):
    """A column of bars on one axis, one for each row.

    Parameters
    ----------
    readings
        One scalar reading a row, or a reading of shape (rows,).
    rows
        Heights of the rows, in scene units.
    x
        Where the axis stands.
    """

    def __init__(
        self,
        readings: list[Reading],
        rows: list[float],
        x: float,
        scale: Scale,
        theme: Theme,
        thickness: float = 0.18,
    ) -> None:
        super().__init__()
        half = 0.5 * thickness + 0.12
        self.axis = Line(
            np.array([x, max(rows) + half, 0]),
            np.array([x, min(rows) - half, 0]),
            stroke_color=theme.of("faint"),
            stroke_width=1.5,
        )
        self.bars = [
            Bar(reading, scale, theme, np.array([x, y, 0.0]), thickness)
            for reading, y in zip(readings, rows, strict=True)
        ]
        self.add(self.axis, *self.bars)

    def grow(self, **kwargs: Any) -> list[Animation]:
        """Return the animations that grow every bar out of the axis."""
        return [bar.grow(**kwargs) for bar in self.bars]
