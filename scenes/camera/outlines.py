"""Manim's own shapes, painted by cairo: their outlines are kept as long as they only move or change colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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
LARGEST_MASK = 1 << 16  # pixels: of a larger shape no mask is kept
FINER = 4.0  # times as near as now the camera may come before a path is made anew, once it has come nearer
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


@dataclass
class Kept:
    """What is kept of a shape: its path, where its points were, and the masks of what was painted of it there.

    Attributes
    ----------
    view
        The one that the masks were painted in.
    per_unit
        Pixels to a scene unit up to which the path is exact: cairo keeps it to 1/256 of a pixel.
    """

    points: np.ndarray
    path: cairo.Path
    view: View
    per_unit: float
    masks: dict[tuple[Any, ...], tuple[cairo.ImageSurface, Box]] = field(default_factory=dict)


class Outlines:
    """Paints shapes, and keeps what it can of each.

    As long as a shape's points stay, the pixels that it covers are kept as a mask, whatever its colours do; if they
    all moved alike, its path.
    """

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[VMobject, Kept] = WeakKeyDictionary()

    def forget(self) -> None:
        """Keep nothing any longer."""
        self._kept.clear()

    def paint(self, shape: VMobject, canvas: Canvas, camera: Camera) -> None:
        """Paint a shape: the stroke behind it, what fills it, and its stroke."""
        kept = self._kept.get(shape)
        if kept is not None and not (kept.view == canvas.view and np.array_equal(kept.points, shape.points)):
            kept = None
        canvas.pen.save()
        for part in _parts(shape):
            self._colour(shape, part.colours, canvas, camera)
            if kept is not None and (mask := self._mask(shape, part, kept, canvas.view)) is not None:
                surface, box = mask
                canvas.pen.identity_matrix()
                canvas.pen.mask_surface(surface, box.left, box.top)
                canvas.pen.set_matrix(canvas.view.matrix())
            else:
                self._outline(shape, canvas, camera)
                part.draw(canvas.pen)
        canvas.pen.restore()
        canvas.pen.new_path()

    @staticmethod
    def _mask(shape: VMobject, part: Part, kept: Kept, view: View) -> tuple[cairo.ImageSurface, Box] | None:
        """Return the mask of a part of a shape; none, if it is too large to be worth its memory."""
        if part.key not in kept.masks:
            box = box_of(shape, view).within(view.box)
            if not 0 < box.area <= LARGEST_MASK:
                return None
            mask = cairo.ImageSurface(cairo.FORMAT_A8, box.right - box.left, box.bottom - box.top)
            pen = cairo.Context(mask)
            pen.set_matrix(view.part(box).matrix())
            pen.append_path(kept.path)
            part.draw(pen)
            kept.masks[part.key] = mask, box
        return kept.masks[part.key]

    def _outline(self, shape: VMobject, canvas: Canvas, camera: Camera) -> None:
        """Give the pen a shape's path."""
        pen, points, view, kept = canvas.pen, shape.points, canvas.view, self._kept.get(shape)
        pen.new_path()
        fine = 1.0
        if kept is not None and kept.points.shape == points.shape:
            moved = points[0] - kept.points[0]
            if np.abs(points - kept.points - moved).max() < STILL:
                if view.per_unit <= kept.per_unit:
                    pen.translate(*moved[:2].tolist())
                    pen.append_path(kept.path)
                    pen.translate(*(-moved[:2]).tolist())
                    if kept.view.per_unit != view.per_unit:
                        self._kept[shape] = replace(kept, view=view, masks={})
                    return
                fine = FINER
        pen.scale(fine, fine)
        camera.set_cairo_context_path(pen, shape)
        kept = self._kept[shape] = Kept(points.copy(), pen.copy_path(), view, fine * view.per_unit)
        pen.scale(1 / fine, 1 / fine)
        if fine > 1:
            pen.new_path()
            pen.append_path(kept.path)

    @staticmethod
    def _colour(shape: VMobject, rgbas: np.ndarray, canvas: Canvas, camera: Camera) -> None:
        if len(rgbas) == 1:
            canvas.ink(rgbas[0], rgbas[0][3])
        else:
            camera.set_cairo_context_color(canvas.pen, rgbas, shape)


@dataclass(frozen=True)
class Part:
    """What is painted of a shape: its filling, or a stroke.

    Attributes
    ----------
    colours
        (n, 4): one colour, or those of a gradient.
    key
        Nothing for the filling; of a stroke its width, how it turns and how it ends.
    """

    colours: np.ndarray
    key: tuple[Any, ...] = ()

    def draw(self, pen: Any) -> None:
        """Fill the pen's path, or draw along it."""
        if self.key:
            width, join, cap = self.key
            pen.set_line_width(width * WIDTH_UNIT)
            pen.set_line_join(LINE_JOIN_MAP[join])
            pen.set_line_cap(CAP_STYLE_MAP[cap])
            pen.stroke()
        else:
            pen.fill()


def _parts(shape: VMobject) -> Iterator[Part]:
    """Yield what is painted of a shape, in order."""
    for behind in (True, False):
        if not behind and (fill := shape.get_fill_rgbas())[:, 3].any():
            yield Part(fill)
        width, colours = shape.get_stroke_width(behind), shape.get_stroke_rgbas(behind)
        if width > 0 and colours[:, 3].any():
            yield Part(colours, (width, shape.joint_type, shape.cap_style))
