"""A great many dials, each so small that only its pointer is seen, until one comes near."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

import numpy as np
from manim import PI

from netsim import Reading
from scenes.camera.canvas import Canvas
from scenes.camera.painted import Painted
from scenes.look.theme import Theme
from scenes.mobjects.amounts.dial import FARTHEST, REACH
from scenes.mobjects.amounts.quantity import Quantity, Scale

RADIUS = 2 / 5  # of a dial, as a share of the room from one to the next
POINTER, RIM = 1 / 10, 1 / 25  # widths of their lines, as shares of it
FINEST, THICKEST = 1.4, 0.03  # how wide a pointer is: in pixels at least, in scene units at most
NEAR = 20  # pixels from one to the next, from which on rims are seen


class DialField(Painted, Quantity):
    """One dial for each number of a reading, upright at 0; clockwise is up.

    Parameters
    ----------
    reading
        Numbers of any shape; dials come row by row.
    places
        (n, 2): where each of them stands.
    pitch
        From one to the next, in scene units.
    scale
        Its ``longest`` is turned farthest: one for all dials that are compared.
    """

    def __init__(self, reading: Reading, places: np.ndarray, pitch: float, scale: Scale, theme: Theme) -> None:
        self.reading, self.places, self.pitch, self.longest = reading, places, pitch, scale.longest
        self.rounding = 1e-6 * scale.longest
        angles = FARTHEST * np.asarray(reading.value, dtype=float).ravel() / scale.longest
        self.ways = np.column_stack([np.sin(angles), np.cos(angles)])
        self._ink, self._dim = (np.asarray(theme.of(role).to_rgb()) for role in ("ink", "dim"))
        super().__init__()

    def dial_at(self, *index: int) -> tuple[np.ndarray, float]:
        """Return the middle of one of the dials, as a point of manim's, and its radius."""
        assert self.reading is not None
        at = int(np.ravel_multi_index(index, np.shape(self.reading.value)))
        return np.array([*self.places[at], 0.0]), RADIUS * self.pitch

    def shown(self) -> np.ndarray:
        """Return the numbers that the pointers' angles stand for."""
        assert self.reading is not None
        angles = np.arctan2(self.ways[:, 0], self.ways[:, 1])
        return np.asarray(angles * self.longest / FARTHEST).reshape(np.shape(self.reading.value))

    def extent(self) -> tuple[np.ndarray, float]:
        """Return the middles of all dials, and the room around them."""
        return self.places, self.pitch / 2

    def paint(self, canvas: Canvas) -> None:
        """Paint the pointers; of those that are near, the rims."""
        middles, pitch = self.place(self.places)[:, :2], self.pitch * self.magnification
        ends = middles + REACH * RADIUS * pitch * self.ways
        many = len(middles)
        width = max(min(POINTER * pitch, THICKEST * self.magnification), FINEST / canvas.view.per_unit)
        widths, colours = np.full(many, width), np.tile(self._ink, (many, 1))
        if pitch * canvas.view.per_unit > NEAR:
            self._paint_rims(canvas, middles, pitch)
        canvas.lines(middles, ends, widths, colours, np.full(many, self.opacity))

    def _paint_rims(self, canvas: Canvas, middles: np.ndarray, pitch: float) -> None:
        """Paint the rims of those that are seen."""
        pixels, box = canvas.view.pixels_of(middles), canvas.box
        room = pitch * canvas.view.per_unit
        low, high = np.array([box.left, box.top]) - room, np.array([box.right, box.bottom]) + room
        inside = (low < pixels) & (pixels < high)
        canvas.ink(self._dim, self.opacity)
        canvas.pen.set_line_width(RIM * pitch)
        for x, y in middles[inside.all(axis=1)].tolist():
            canvas.pen.new_sub_path()
            canvas.pen.arc(x, y, RADIUS * pitch, 0, 2 * PI)
        canvas.pen.stroke()


def dial_fields(
    readings: Sequence[Reading],
    scale: Scale,
    theme: Theme,
    *,
    left: float,
    right: float,
    bottom: float,
    top: float,
    most: float,
) -> list[DialField]:
    """Return a field for each of some readings, one after the other in one grid, row by row from the top.

    The grid fills a rectangle, but no dial has more room than ``most``.
    """
    width, height = right - left, top - bottom
    sizes = [int(np.size(reading.value)) for reading in readings]
    columns = ceil(sqrt(sum(sizes) * width / height))
    columns = max(columns, ceil(width / most))
    while ceil(sum(sizes) / columns) * width / columns > height:
        columns += 1
    pitch = width / columns
    row, column = np.divmod(np.arange(sum(sizes)), columns)
    places = np.column_stack([left + (column + 1 / 2) * pitch, top - (row + 1 / 2) * pitch])
    parts = np.split(places, np.cumsum(sizes)[:-1])
    return [DialField(one, part, pitch, scale, theme) for one, part in zip(readings, parts, strict=True)]
