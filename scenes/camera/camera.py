"""Our camera: Manim's, but that it paints straight into the frame, and only where the picture changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from weakref import WeakSet

import numpy as np
from manim import Camera, Mobject

from scenes.camera.boxes import Box
from scenes.camera.canvas import Canvas, View
from scenes.camera.lens import Lens, moving_lens
from scenes.camera.outlines import Outlines
from scenes.camera.painted import Painted
from scenes.camera.sheet import Sheet
from scenes.camera.shown import Shown, is_shape, shown_in


class StageCamera(Camera):
    """A camera that any scene can be filmed with.

    What is not ours to paint (pictures made of pixels, clouds of points, shapes with a picture in them) is painted
    as Manim does it, in its place in the order. It moves and zooms (`look`), and takes a photograph enlarged: lines
    get wider as all else gets larger.

    Attributes
    ----------
    home
        What is seen as long as it has not moved.
    pinned
        Pictures that are fixed in the frame, with all their parts: they stand where they stand when it is at home, over
        all else.
    band
        Heights, the lower and the upper, between which all else is seen while it is away; None for the whole frame.
    imprint
        What lies on the ground, (h, w, 4) of uint8, not premultiplied: under all that is shown, wherever the camera
        looks; None for nothing.
    pixel_array
        The frame, (h, w, 4) of uint8: red, green, blue and opacity.
    """

    def __init__(self, **manim: Any) -> None:
        self._outlines = Outlines()
        self._at_rest, self._frame = Sheet(self._paint), Sheet(self._paint)
        self._resting: list[Mobject] = []
        self._rested: Lens | None = None
        self._canvas: Canvas | None = None
        self.pinned: WeakSet[Mobject] = WeakSet()
        self.band: tuple[float, float] | None = None
        self.imprint: np.ndarray | None = None
        super().__init__(**manim)
        self.home = self.view

    def init_background(self) -> None:
        """Make the ground, and the imprint on it."""
        super().init_background()
        assert self.background is not None
        if self.imprint is not None:
            alpha = self.imprint[..., 3:].astype(np.uint16)
            inked, ground = self.imprint.astype(np.uint16), self.background.astype(np.uint16)
            inked[..., 3] = 255
            self.background = ((inked * alpha + ground * (255 - alpha) + 127) // 255).astype(np.uint8)

    @property
    def view(self) -> View:
        """What is seen now."""
        x, y = (float(value) for value in self.frame_center[:2])
        return View(self.pixel_width, self.pixel_height, x, y, self.pixel_width / self.frame_width)

    def look(self, view: View) -> None:
        """See another part of the scene."""
        self.frame_center = np.array([view.x, view.y, 0.0])
        self.frame_width, self.frame_height = view.width / view.per_unit, view.height / view.per_unit
        self.pixel_array_to_cairo_context = {}  # Manim's pens, which know where it looked

    def rest(self, mobjects: Iterable[Mobject]) -> None:
        """Paint what rests for a while: it lies under all that is shown until the next call."""
        assert self.background is not None
        self._resting, self._rested = list(mobjects), self._moving
        self._at_rest.paint(self._shown(self._resting, self._at_rest.known()), self.home, self.background)

    def show(self, mobjects: Iterable[Mobject]) -> list[Box]:
        """Make the frame that shows pictures over those that rest; return the boxes in which it changed."""
        if self._at_rest.pixels is None or self._rested != self._moving:
            self.rest(self._resting)
        below, changed_below = self._at_rest.pixels, self._at_rest.take_changed()
        assert below is not None
        self._frame.paint(self._shown(mobjects, self._frame.known()), self.home, below, changed_below)
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
        for shown in self._shown(mobjects, {}, **manim):
            self._paint(shown, self._canvas, self.home.box)
        self._frame.forget()

    def adjusted_thickness(self, thickness: float) -> float:
        """Return how many pixels wide Manim paints a point of a cloud: it grows with all else."""
        return super().adjusted_thickness(thickness) * self.view.per_unit / self.home.per_unit

    @property
    def _moving(self) -> Lens:
        """The lens of all that is not pinned."""
        return moving_lens(self.home, self.view, self.band)

    def _shown(self, mobjects: Iterable[Mobject], known: dict[tuple[int, int], Shown], **manim: Any) -> list[Shown]:
        """Describe pictures, what is pinned over all else; those that were shown in the same way as they are known."""
        pictures = self.get_mobjects_to_display(mobjects, **manim)
        pinned = {part for whole in self.pinned for part in whole.get_family()}
        moving, fixed = self._moving, Lens(self.home, self.home.box)
        ordered = sorted(pictures, key=pinned.__contains__)
        return shown_in(ordered, lambda picture: fixed if picture in pinned else moving, known)

    def _paint(self, shown: Shown, canvas: Canvas, box: Box) -> None:
        """Paint pictures on a canvas, within a box that meets theirs."""
        box = box.within(shown.box)
        if shown.veil is None:
            shown.lens.paint(canvas, box, partial(self._paint_each, shown.pictures, canvas))
        elif shown.opacity > 0:
            brush = partial(self._paint_each, shown.pictures)
            layer = shown.veil.layer(shown.key[1], shown.signature, shown.lens.view, shown.box, brush)
            shown.lens.paint(canvas, box, partial(canvas.lay, layer, shown.opacity))

    def _paint_each(self, pictures: Iterable[Mobject], canvas: Canvas) -> None:
        for picture in pictures:
            if isinstance(picture, Painted):
                picture.paint(canvas)
            elif is_shape(picture):
                self._outlines.paint(picture, canvas, self)
            else:
                self._paint_as_manim(picture, canvas)

    def _paint_as_manim(self, picture: Mobject, canvas: Canvas) -> None:
        """Let Manim paint a picture, which knows of no box: what it paints beyond it is left out."""
        kind, (left, top, right, bottom), pixels = self.type_or_raise(picture), canvas.box, canvas.pixels.copy()
        with self._looking(canvas.view):
            self.display_funcs[kind]([picture], pixels)
        canvas.pixels[top:bottom, left:right] = pixels[top:bottom, left:right]

    @contextmanager
    def _looking(self, view: View) -> Iterator[None]:
        """Look elsewhere for a moment."""
        now = self.view
        self.look(view)
        yield
        self.look(now)
