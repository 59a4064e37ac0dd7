"""Our camera: Manim's, but that it paints straight into the frame, and only where the picture changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from manim import Camera, Mobject

from scenes.camera.boxes import Box
from scenes.camera.canvas import Canvas, View
from scenes.camera.outlines import Outlines
from scenes.camera.painted import Painted
from scenes.camera.sheet import Sheet
from scenes.camera.shown import Shown, is_shape, shown_in


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
        if self._at_rest.pixels is None:
            self.rest([])
        below, changed_below = self._at_rest.pixels, self._at_rest.take_changed()
        assert below is not None
        self._frame.paint(self._described(mobjects, self._frame), self.view, below, changed_below)
        assert self._frame.pixels is not None
        self.pixel_array = self._frame.pixels
        return self._frame.take_changed()

    def forget(self) -> None:
        """Paint all anew next time, and keep nothing of what was seen.

        What is kept changes a pixel here and there by a step or two; frames that follow this call do not depend on
        what came before it.
        """
        self._outlines.forget()
        self._at_rest.forget()
        self._frame.forget()

    def capture_mobjects(self, mobjects: Iterable[Mobject], **manim: Any) -> None:
        """Paint pictures over what the frame holds."""
        if self._canvas is None or self._canvas.pixels is not self.pixel_array:
            self._canvas = Canvas(self.pixel_array, self.view)
        self._canvas.look(self.view)
        self._canvas.keep_to(self.view.box)
        for shown in shown_in(self.get_mobjects_to_display(mobjects, **manim), self.view, {}):
            self._paint(shown, self._canvas)
        self._frame.forget()

    def _described(self, mobjects: Iterable[Mobject], sheet: Sheet) -> list[Shown]:
        """Describe pictures; those that a sheet has shown in the same way, by the same description."""
        return shown_in(self.get_mobjects_to_display(mobjects), self.view, sheet.known(self.view))

    def _paint(self, shown: Shown, canvas: Canvas) -> None:
        """Paint pictures on a canvas."""
        if shown.veil is None:
            self._paint_each(shown.pictures, canvas)
        elif shown.opacity > 0:
            brush = partial(self._paint_each, shown.pictures)
            canvas.lay(shown.veil.layer(shown.signature, canvas.view, shown.box, brush), shown.opacity)

    def _paint_each(self, pictures: Iterable[Mobject], canvas: Canvas) -> None:
        for picture in pictures:
            if isinstance(picture, Painted):
                picture.paint(canvas)
            elif is_shape(picture):
                self._outlines.paint(picture, canvas, self)
            else:
                kind = self.type_or_raise(picture)
                self.display_funcs[kind]([picture], canvas.pixels)
