"""The canvas: a frame, or a layer of its size, that pictures are painted on in scene units, at any place and zoom."""

from __future__ import annotations

from dataclasses import dataclass

import cairo
import numpy as np

from scenes.camera.boxes import Box, box_around
from scenes.camera.compiled.layers import lay
from scenes.camera.compiled.strokes import TRANSMITTED, WIDEST, gather_haze, lay_haze, paint_lines

SHORTEST = 1e-3  # pixels: a shorter line is none


@dataclass(frozen=True)
class View:
    """Which part of the scene is seen, and in how many pixels.

    Attributes
    ----------
    width, height
        Of the frame, in pixels.
    x, y
        The scene's point in the middle of the frame.
    per_unit
        Pixels to a scene unit.
    """

    width: int
    height: int
    x: float
    y: float
    per_unit: float

    @property
    def box(self) -> Box:
        """All pixels of the frame."""
        return Box(0, 0, self.width, self.height)

    def pixels_of(self, points: np.ndarray) -> np.ndarray:
        """Return where points of the scene, (..., 2 or more), are in the frame: (..., 2), in pixels, downwards."""
        step = np.array([self.per_unit, -self.per_unit])
        return np.asarray((points[..., :2] - (self.x, self.y)) * step + (self.width / 2, self.height / 2))

    def part(self, box: Box) -> View:
        """Return the view of what a box of its pixels shows."""
        width, height = box.right - box.left, box.bottom - box.top
        middle = np.array([box.left + width / 2 - self.width / 2, self.height / 2 - box.top - height / 2])
        x, y = (self.x, self.y) + middle / self.per_unit
        return View(width, height, float(x), float(y), self.per_unit)

    def matrix(self) -> cairo.Matrix:
        """Return the same for cairo."""
        unit = self.per_unit
        return cairo.Matrix(unit, 0, 0, -unit, self.width / 2 - self.x * unit, self.height / 2 + self.y * unit)


class Canvas:
    """What pictures are painted on.

    Parameters
    ----------
    pixels
        (h, w, 4) of uint8: red, green, blue, multiplied by opacity, and opacity.
    view
        What is seen in them.

    Attributes
    ----------
    pen
        Cairo's, in scene units. Cairo would write blue first: choose colours with `ink`.
    box
        What is painted anew; all painting keeps within it.
    """

    def __init__(self, pixels: np.ndarray, view: View) -> None:
        self.pixels, self.view, self.box = pixels, view, view.box
        surface = cairo.ImageSurface.create_for_data(pixels, cairo.FORMAT_ARGB32, view.width, view.height)  # type: ignore[arg-type]
        self.pen = cairo.Context(surface)
        self.pen.set_matrix(view.matrix())

    def look(self, view: View) -> None:
        """See another part of the scene in the same pixels."""
        self.view = view
        self.pen.set_matrix(view.matrix())

    def keep_to(self, box: Box) -> None:
        """Let all painting keep within a box of pixels."""
        self.box = box
        self.pen.identity_matrix()
        self.pen.reset_clip()
        self.pen.rectangle(box.left, box.top, box.right - box.left, box.bottom - box.top)
        self.pen.clip()
        self.pen.set_matrix(self.view.matrix())

    def ink(self, colour: np.ndarray, alpha: float) -> None:
        """Let the pen paint in a colour: three numbers from 0 to 1, and an opacity."""
        red, green, blue = colour[:3]
        self.pen.set_source_rgba(blue, green, red, alpha)

    def lines(
        self, starts: np.ndarray, ends: np.ndarray, widths: np.ndarray, colours: np.ndarray, alphas: np.ndarray
    ) -> None:
        """Paint straight lines, one over the other.

        Parameters
        ----------
        starts, ends
            (n, 2 or more), in scene units.
        widths
            (n,), in scene units.
        colours
            (n, 3), 0 to 1.
        alphas
            (n,), opacities.
        """
        lines = self._lines(starts, ends, widths, alphas)
        if len(lines) and lines[:, 4].max() > WIDEST:
            self._wide_lines(lines, colours)
        else:
            some = self._seen(lines)
            paint_lines(self.pixels, self.box, lines[some], 255.0 * colours[some])

    def haze(
        self,
        starts: np.ndarray,
        ends: np.ndarray,
        widths: np.ndarray,
        first: np.ndarray,
        colours: np.ndarray,
        alphas: np.ndarray,
    ) -> None:
        """Paint faint lines of two colours as a haze, for which their order does not matter.

        Parameters
        ----------
        first
            (n,): whether a line has the first of the colours.
        colours
            (2, 3), 0 to 1.
        starts, ends, widths, alphas
            As for `lines`.
        """
        lines = self._lines(starts, ends, widths, alphas)
        some = self._seen(lines)
        lines, first = lines[some], first[some]
        if not len(lines):
            return
        box = box_around(lines[:, :4].reshape(-1, 2), float(lines[:, 4].max())).within(self.box)
        if not box.area:
            return
        depths = np.zeros((2, box.bottom - box.top, box.right - box.left), np.int32)
        for depth, some in zip(depths, (first, ~first), strict=True):
            gather_haze(depth, lines[some] - (box.left, box.top, box.left, box.top, 0, 0))
        lay_haze(self.pixels, (box.left, box.top), depths, (255 * colours).astype(np.float32), TRANSMITTED)

    def _lines(self, starts: np.ndarray, ends: np.ndarray, widths: np.ndarray, alphas: np.ndarray) -> np.ndarray:
        places = (self.view.pixels_of(starts), self.view.pixels_of(ends))
        return np.column_stack([*places, widths * self.view.per_unit, alphas])

    @staticmethod
    def _seen(lines: np.ndarray) -> np.ndarray:
        """Return which lines have a length and an opacity."""
        return np.asarray((np.abs(lines[:, :2] - lines[:, 2:4]).max(axis=1) > SHORTEST) & (lines[:, 5] > 0))

    def _wide_lines(self, lines: np.ndarray, colours: np.ndarray) -> None:
        """Let cairo paint lines that are wider than our code has room for."""
        self.pen.save()
        self.pen.identity_matrix()
        for (x, y, far_x, far_y, width, alpha), colour in zip(lines.tolist(), colours, strict=True):
            self.ink(colour, alpha)
            self.pen.set_line_width(width)
            self.pen.move_to(x, y)
            self.pen.line_to(far_x, far_y)
            self.pen.stroke()
        self.pen.restore()

    def lay(self, layer: Layer, alpha: float = 1.0, across: tuple[int, int] | None = None) -> None:
        """Lay a layer over this canvas, as opaque as is said, from one column of pixels to another, or all of it."""
        left, top, right, bottom = layer.place
        first, last = across or (left, right)
        area = Box(max(first, left), top, min(last, right), bottom).within(self.box)
        if area.area:
            lay(self.pixels, layer.pixels, area, (left, top), alpha)


class Layer(Canvas):
    """A transparent canvas that covers a part of another.

    Attributes
    ----------
    place
        Which of the other's pixels it covers.
    """

    def __init__(self, view: View, place: Box) -> None:
        part = view.part(place)
        super().__init__(np.zeros((part.height, part.width, 4), np.uint8), part)
        self.place = place
