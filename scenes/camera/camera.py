"""Our camera: Manim's, but that it paints straight into the frame, and only where the picture changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from manim import Camera, Mobject, VMobject

from scenes.camera.boxes import Box, box_around
from scenes.camera.canvas import Canvas, View
from scenes.camera.outlines import Outlines, box_of, signature
from scenes.camera.painted import Painted
from scenes.camera.sheet import Sheet, Shown


class StageCamera(Camera):
    """A camera that any scene can be filmed with.

    What is not ours to paint (pictures made of pixels, clouds of points, shapes with a picture in them) is painted
    as Manim does it, in its place in the order. Moving `frame_center` and changing `frame_width` moves and zooms.

    Attributes
    ----------
    pixel_array
        The frame, (h, w, 4) of uint8: red, green, blue and opacity.
    """

    def __init__(self, **manim: Any) -> None:
        self._outlines = Outlines()
        self._at_rest, self._frame = Sheet(self._paint), Sheet(self._paint)
        self._canvas: Canvas | None = None
        super().__init__(**manim)

    @property
    def view(self) -> View:
        """What is seen now."""
        x, y = (float(value) for value in self.frame_center[:2])
        return View(self.pixel_width, self.pixel_height, x, y, self.pixel_width / self.frame_width)

    def rest(self, mobjects: Iterable[Mobject]) -> None:
        """Paint what rests for a while: it lies under all that is shown until the next call."""
        assert self.background is not None
        self._at_rest.paint(self._described(mobjects, self._at_rest), self.view, self.background)

    def show(self, mobjects: Iterable[Mobject]) -> list[Box]:
        """Make the frame that shows pictures over those that rest; return the boxes in which it changed."""
        under = self._at_rest
        if under.pixels is None:
            self.rest([])
        changed = self._frame.paint(self._described(mobjects, self._frame), self.view, under.pixels, under.changed)
        under.changed = []
        self.pixel_array = self._frame.pixels
        return changed

    def capture_mobjects(self, mobjects: Iterable[Mobject], **manim: Any) -> None:
        """Paint pictures over what the frame holds."""
        if self._canvas is None or self._canvas.pixels is not self.pixel_array:
            self._canvas = Canvas(self.pixel_array, self.view)
        self._canvas.look(self.view)
        for picture in self.get_mobjects_to_display(mobjects, **manim):
            self._paint(picture, self._canvas)
        self._frame.forget()

    def _described(self, mobjects: Iterable[Mobject], sheet: Sheet) -> list[Shown]:
        """Describe pictures; of those that a sheet has shown in the same way, the same description."""
        view, known = self.view, sheet.known(self.view)
        shown = []
        for picture in self.get_mobjects_to_display(mobjects):
            now = _signature(picture)
            before = known.get(id(picture))
            same = before is not None and before.signature == now
            shown.append(before if same else Shown(picture, now, _box(picture, view)))
        return shown

    def _paint(self, picture: Mobject, canvas: Canvas) -> None:
        if isinstance(picture, Painted):
            picture.paint(canvas)
        elif _ours(picture):
            self._outlines.paint(picture, canvas, self)
        else:
            kind = self.type_or_raise(picture)
            self.display_funcs[kind]([picture], canvas.pixels)


def _ours(picture: Mobject) -> bool:
    return isinstance(picture, VMobject) and not picture.get_background_image()


def _signature(picture: Mobject) -> bytes:
    """Return what a picture's painting follows from; nothing, if it is not ours to paint."""
    if isinstance(picture, Painted):
        return picture.signature()
    return signature(picture) if _ours(picture) else b""


def _box(picture: Mobject, view: View) -> Box:
    """Return the pixels that a picture may touch: all, if it is not ours to paint."""
    if isinstance(picture, Painted):
        return box_around(view.pixels_of(picture.points), 1.0)
    return box_of(picture, view) if _ours(picture) else view.box
