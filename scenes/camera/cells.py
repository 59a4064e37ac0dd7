"""A picture of a few large pixels, with sharp borders at any size, or smooth."""

from __future__ import annotations

import cairo
import numpy as np
from manim import RESAMPLING_ALGORITHMS

from scenes.camera.canvas import Canvas
from scenes.camera.painted import Painted

APART = 1 / 5  # of a cell: room between two discs
OUTLINE = 1 / 30  # of a cell: how wide the outline of a disc is
RIM = np.full(3, 1 / 2)  # its colour: it can be seen on a dark disc and on a bright one


class Cells(Painted):
    """Colours, row by row, each as a rectangle.

    Parameters
    ----------
    colours
        (h, w, 3), 0 to 1; they are kept in steps of 1/255.
    height
        Of the whole, in scene units; its cells are square.
    smooth
        Whether colours go over into each other; else each cell has a sharp border.

    Attributes
    ----------
    roundness
        0 for squares that touch, 1 for discs with room around them, in outline where they are dark.
    seen
        How many of them are painted, row by row; what is under the others shines through.
    """

    states = ("opacity", "roundness")

    def __init__(self, colours: np.ndarray, height: float, smooth: bool = False) -> None:
        rows, columns = colours.shape[:2]
        self.size = (height * columns / rows, height)
        self.set_colours(colours)
        self.roundness, self.seen = 0.0, colours.shape[0] * colours.shape[1]
        super().__init__()
        self.smooth = smooth
        self.set_resampling_algorithm(RESAMPLING_ALGORITHMS["bilinear" if smooth else "nearest"])

    def set_colours(self, colours: np.ndarray) -> Cells:
        """Paint other colours from now on, (h, w, 3), 0 to 1."""
        opaque = np.full(colours.shape[:2], 255)
        self._cells = np.dstack([np.rint(255 * colours), opaque]).astype(np.uint8)
        return self

    def set_roundness(self, roundness: float) -> Cells:
        """Be squares, discs, or something between."""
        self.roundness = roundness
        return self

    def show_first(self, count: int) -> Cells:
        """Let so many be painted, row by row."""
        self.seen = count
        return self

    @property
    def colours(self) -> np.ndarray:
        """The colours as they are painted, (h, w, 3), 0 to 1."""
        return np.asarray(self._cells[..., :3] / 255)

    def signature(self) -> bytes:
        """Return what the painting follows from: the colours too."""
        return super().signature() + self._painted().tobytes()

    def extent(self) -> tuple[np.ndarray, float]:
        """Return the corners; no room is needed around them."""
        return np.array([(-0.5, -0.5), (0.5, 0.5)]) * self.size, 0.0

    def frame(self, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the corners as they are: the cells are sharp wherever they stand."""
        return low, high

    def get_pixel_array(self) -> np.ndarray:
        """Return one pixel for each cell, which Manim's camera enlarges."""
        if self.roundness:
            return super().get_pixel_array()
        pixels = self._painted()
        pixels[..., 3] = np.rint(self.opacity * pixels[..., 3])
        return pixels

    def _painted(self) -> np.ndarray:
        """Return colours and opacity of all cells, (h, w, 4) of uint8; 0 for those that are not painted."""
        cells = self._cells.copy()
        cells.reshape(-1, 4)[self.seen :] = 0
        return cells

    def paint(self, canvas: Canvas) -> None:
        """Paint all cells."""
        if self.roundness:
            self._paint_rounded(canvas)
            return
        rows, columns = self._cells.shape[:2]
        upper_left, upper_right, lower_left = (point[:2] for point in self.points[:3])
        right, down = (upper_right - upper_left) / columns, (lower_left - upper_left) / rows
        pen = canvas.pen
        pen.save()
        pen.transform(cairo.Matrix(*right, *down, *upper_left))
        pixels = self._painted()
        cells = cairo.ImageSurface.create_for_data(pixels, cairo.FORMAT_ARGB32, columns, rows)  # type: ignore[arg-type]
        pen.set_source_surface(cells)
        pen.get_source().set_filter(cairo.FILTER_BILINEAR if self.smooth else cairo.FILTER_NEAREST)
        pen.get_source().set_extend(cairo.EXTEND_PAD)
        pen.rectangle(0, 0, columns, rows)
        pen.clip()
        pen.paint_with_alpha(self.opacity)
        pen.restore()

    def _paint_rounded(self, canvas: Canvas) -> None:
        """Paint the cells on a dark ground, each smaller and with rounded corners."""
        rows, columns = self._cells.shape[:2]
        corner, step = self.points[2][:2], (self.points[1][:2] - self.points[2][:2]) / (columns, rows)
        pen, half = canvas.pen, (1 - self.roundness * APART) / 2
        radius, at = self.roundness * half, half - self.roundness * half
        corners = ((at, -at, -1), (at, at, 0), (-at, at, 1), (-at, -at, 2))
        pen.save()
        for row, column in np.ndindex(rows, columns):
            pen.save()
            pen.transform(cairo.Matrix(step[0], 0, 0, step[1], *(corner + step * (column + 1 / 2, rows - row - 1 / 2))))
            for x, y, quarter in corners:
                pen.arc(x, y, radius, quarter * np.pi / 2, (quarter + 1) * np.pi / 2)
            pen.close_path()
            pen.restore()
            canvas.ink(self._cells[row, column] / 255, self.opacity)
            pen.fill_preserve()
            canvas.ink(RIM, self.roundness * self.opacity)
            pen.set_line_width(OUTLINE * abs(step[0]))
            pen.stroke()
        pen.restore()
