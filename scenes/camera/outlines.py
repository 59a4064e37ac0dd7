"""Manim's own shapes, painted by cairo: their outlines are kept as long as they only move or change colour."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

import cairo
import numpy as np
from manim import Camera, VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

from scenes.camera.boxes import Box, box_around
from scenes.camera.canvas import Canvas, View

# Manim's widths are hundredths of a scene unit.
WIDTH_UNIT = 0.01
# A pointed corner may reach so many half widths out; cairo cuts longer ones.
POINTED = 10.0
STILL = 1e-7  # scene units: a shape whose points all moved alike, but for this, has only moved


def signature(shape: VMobject) -> bytes:
    """Return what the painting of a shape follows from: as long as it is the same, so is the picture."""
    strokes = (shape.get_stroke_width(), shape.get_stroke_width(True), shape.joint_type.value, shape.cap_style.value)
    colours = (shape.get_fill_rgbas(), shape.get_stroke_rgbas(), shape.get_stroke_rgbas(True))
    return b"".join((shape.points.tobytes(), *(c.tobytes() for c in colours), repr(strokes).encode()))


def box_of(shape: VMobject, view: View) -> Box:
    """Return the pixels that a shape may touch."""
    widest = max(shape.get_stroke_width(), shape.get_stroke_width(True)) * WIDTH_UNIT * view.per_unit
    ends = np.array([shape.points.min(axis=0), shape.points.max(axis=0)])
    if not np.isfinite(ends).all():
        return view.box
    return box_around(view.pixels_of(ends), 0.5 * POINTED * widest + 1.0)


class Outlines:
    """Paints shapes, and keeps the path of each for as long as its points are the same, or all moved alike."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[VMobject, tuple[np.ndarray, cairo.Path]] = WeakKeyDictionary()

    def forget(self) -> None:
        """Keep nothing any longer."""
        self._kept.clear()

    def paint(self, shape: VMobject, canvas: Canvas, camera: Camera) -> None:
        """Paint a shape: the stroke behind it, what fills it, and its stroke."""
        pen = canvas.pen
        pen.save()
        pen.new_path()
        self._outline(shape, pen, camera)
        self._stroke(shape, canvas, camera, behind=True)
        fill = shape.get_fill_rgbas()
        if fill[:, 3].any():
            self._colour(shape, fill, canvas, camera)
            pen.fill_preserve()
        self._stroke(shape, canvas, camera, behind=False)
        pen.restore()
        pen.new_path()

    def _outline(self, shape: VMobject, pen: Any, camera: Camera) -> None:
        """Give the pen a shape's path."""
        points = shape.points
        kept = self._kept.get(shape)
        if kept is not None and kept[0].shape == points.shape:
            moved = points[0] - kept[0][0]
            if np.abs(points - kept[0] - moved).max() < STILL:
                pen.translate(*moved[:2].tolist())
                pen.append_path(kept[1])
                pen.translate(*(-moved[:2]).tolist())
                return
        camera.set_cairo_context_path(pen, shape)
        self._kept[shape] = (points.copy(), pen.copy_path())

    def _stroke(self, shape: VMobject, canvas: Canvas, camera: Camera, behind: bool) -> None:
        width = shape.get_stroke_width(behind)
        rgbas = shape.get_stroke_rgbas(behind)
        if width == 0 or not rgbas[:, 3].any():
            return
        self._colour(shape, rgbas, canvas, camera)
        canvas.pen.set_line_width(width * WIDTH_UNIT)
        canvas.pen.set_line_join(LINE_JOIN_MAP[shape.joint_type])
        canvas.pen.set_line_cap(CAP_STYLE_MAP[shape.cap_style])
        canvas.pen.stroke_preserve()

    @staticmethod
    def _colour(shape: VMobject, rgbas: np.ndarray, canvas: Canvas, camera: Camera) -> None:
        if len(rgbas) == 1:
            canvas.ink(rgbas[0], rgbas[0][3])
        else:
            camera.set_cairo_context_color(canvas.pen, rgbas, shape)
