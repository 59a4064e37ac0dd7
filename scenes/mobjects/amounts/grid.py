"""An entry of a matrix as a square, as wide as its size, in the colour of its sign."""

from __future__ import annotations

from manim import Square

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale

FULL = 0.86  # of a cell's side: the square of the largest entry


class Entry(Square, Quantity):
    """One entry: a square whose side is its size on a scale.

    Parameters
    ----------
    role
        Its colour, for values without a sign; by default that of the value's sign.
    """

    reading: Reading

    def __init__(self, reading: Reading, scale: Scale, theme: Theme, role: str | None = None) -> None:
        super().__init__(1.0, stroke_width=0, fill_opacity=1)
        self.theme, self.scale_of_side, self.role = theme, scale, role
        self.rounding = 1e-6 * scale.longest
        self._unit = self.points
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> Entry:
        """Show another value, around the same middle."""
        self.reading, self.glides_from = reading, None
        return self._draw(float(reading))

    def glide(self, start: Reading, share: float) -> Entry:
        """Be a share of the way from another reading to its own."""
        assert self.reading is not None
        self.glides_from = start if share < 1 else None
        return self._draw((1 - share) * float(start) + share * float(self.reading))

    def _draw(self, value: float) -> Entry:
        """Be as large as a value, in the colour of its sign or role."""
        middle = self.get_center()
        self.points = middle + abs(value) * self.scale_of_side.unit * self._unit
        return self.set_fill(self.theme.of(self.role) if self.role else self.theme.signed(value), 1)

    def shown(self) -> float:
        """Return the value that side and colour stand for."""
        sign = -1.0 if self.get_fill_color() == self.theme.of("down") else 1.0
        return sign * float(self.width) / self.scale_of_side.unit
