"""A picture of a few large pixels, with sharp borders at any size."""

from __future__ import annotations

import cairo
import numpy as np
from manim import RESAMPLING_ALGORITHMS

from scenes.camera.canvas import Canvas
from scenes.camera.painted import Painted


class Cells(Painted):
    """Colours, row by row, each as a rectangle.

    Parameters
    ----------
    colours
        (h, w, 3), 0 to 1; they are kept in steps of 1/255.
    height
        Of the whole, in scene units; its cells are square.
    """

    def __init__(self, colours: np.ndarray, height: float) -> None:
        rows, columns = colours.shape[:2]
        self.size = (height * columns / rows, height)
        self.set_colours(colours)
        super().__init__()
        self.set_resampling_algorithm(RESAMPLING_ALGORITHMS["nearest"])

    def set_colours(self, colours: np.ndarray) -> Cells:
        """Paint other colours from now on, (h, w, 3), 0 to 1."""
        opaque = np.full(colours.shape[:2], 255)
        self._cells = np.dstack([np.rint(255 * colours), opaque]).astype(np.uint8)
        return self

    @property
    def colours(self) -> np.ndarray:
        """The colours as they are painted, (h, w, 3), 0 to 1."""
        return np.asarray(self._cells[..., :3] / 255)

    def signature(self) -> bytes:
        """Return what the painting follows from: the colours too."""
        return super().signature() + self._cells.tobytes()

    def extent(self) -> tuple[np.ndarray, float]:
        """Return the corners; no room is needed around them."""
        return np.array([(-0.5, -0.5), (0.5, 0.5)]) * self.size, 0.0

    def frame(self, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the corners as they are: the cells are sharp wherever they stand."""
        return low, high

    def get_pixel_array(self) -> np.ndarray:
        """Return one pixel for each cell, which Manim's camera enlarges."""
        pixels = self._cells.copy()
        pixels[..., 3] = round(255 * self.opacity)
        return pixels

    def paint(self, canvas: Canvas) -> None:
        """Paint all cells."""
        rows, columns = self._cells.shape[:2]
        upper_left, upper_right, lower_left = (point[:2] for point in self.points[:3])
        right, down = (upper_right - upper_left) / columns, (lower_left - upper_left) / rows
        pen = canvas.pen
        pen.save()
        pen.transform(cairo.Matrix(*right, *down, *upper_left))
        cells = cairo.ImageSurface.create_for_data(self._cells, cairo.FORMAT_ARGB32, columns, rows)  # type: ignore[arg-type]
        pen.set_source_surface(cells)
        pen.get_source().set_filter(cairo.FILTER_NEAREST)
        pen.get_source().set_extend(cairo.EXTEND_PAD)
        pen.rectangle(0, 0, columns, rows)
        pen.clip()
        pen.paint_with_alpha(self.opacity)
        pen.restore()
