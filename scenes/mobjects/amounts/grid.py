"""A grid of signed squares: a matrix whose entries can be seen, each as wide as its size, in the colour of its sign."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Line, Rectangle, Square, VGroup

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


class SignedGrid(VGroup):
    """A matrix as a grid of cells, its first row at the top.

    Parameters
    ----------
    rows
        The entries, row by row.
    cell
        Side of a cell in scene units.
    largest
        The reading whose square fills a cell: one for all grids that are compared.
    role
        As of an entry.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[Reading]],
        cell: float,
        largest: Reading,
        theme: Theme,
        role: str | None = None,
    ) -> None:
        super().__init__()
        self.shape, self.cell = (len(rows), len(rows[0])), cell
        self.scale_of_side = Scale(largest, FULL * cell)
        self.readings = [reading for row in rows for reading in row]
        self.lines = VGroup()
        height, width = (n * cell for n in self.shape)
        for i in range(self.shape[0] + 1):
            self.lines.add(Line((0, -i * cell, 0), (width, -i * cell, 0)))
        for i in range(self.shape[1] + 1):
            self.lines.add(Line((i * cell, 0, 0), (i * cell, -height, 0)))
        self.lines.set_stroke(theme.of("faint"), 1)
        self._entries = [[Entry(reading, self.scale_of_side, theme, role) for reading in row] for row in rows]
        for i, row in enumerate(self._entries):
            for k, entry in enumerate(row):
                entry.move_to(((k + 0.5) * cell, -(i + 0.5) * cell, 0))
        self.entries = VGroup(*[entry for row in self._entries for entry in row])
        self.theme = theme
        self.add(self.lines, self.entries)

    def entry(self, i: int, k: int) -> Entry:
        """Return the entry of a row and a column."""
        return self._entries[i][k]

    def row(self, i: int) -> VGroup:
        """Return the entries of a row."""
        return VGroup(*self._entries[i])

    def column(self, k: int) -> VGroup:
        """Return the entries of a column."""
        return VGroup(*[row[k] for row in self._entries])

    def point(self, i: float, k: float) -> np.ndarray:
        """Return where the middle of a row and a column is now; halves lie on the lines."""
        corner = self.lines.get_corner(np.array([-1.0, 1.0, 0.0]))
        return np.asarray(corner + self.cell * np.array([k + 0.5, -i - 0.5, 0.0]))

    def frame(self, rows: tuple[int, int], columns: tuple[int, int], role: str = "focus") -> Rectangle:
        """Return a frame around cells, from the first to the last row and column."""
        low, high = self.point(rows[1] + 0.5, columns[0] - 0.5), self.point(rows[0] - 0.5, columns[1] + 0.5)
        width, height = (high - low)[:2]
        frame = Rectangle(width=float(width), height=float(height), stroke_width=3, color=self.theme.of(role))
        return frame.move_to((low + high) / 2)
