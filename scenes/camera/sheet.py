"""A sheet: pictures painted one over the other on a ground, of which only what changed is painted anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from manim import Mobject

from scenes.camera.boxes import Box, merged
from scenes.camera.canvas import Canvas, View


@dataclass(frozen=True)
class Shown:
    """A picture as it is painted.

    Attributes
    ----------
    signature
        What the painting follows from; empty if that is not known, and it must be painted each time.
    box
        The pixels that it may touch.
    """

    picture: Mobject
    signature: bytes
    box: Box


class Sheet:
    """Pixels that hold pictures, kept from one time to the next.

    Parameters
    ----------
    brush
        Paints a picture on a canvas.

    Attributes
    ----------
    pixels
        (h, w, 4) of uint8; None before anything was painted. As long as the size stays, it is the same array.
    changed
        The boxes that were painted anew, since somebody last emptied this list.
    """

    def __init__(self, brush: Callable[[Mobject, Canvas], None]) -> None:
        self.brush = brush
        self.changed: list[Box] = []
        self._canvas: Canvas | None = None
        self._ground: np.ndarray | None = None
        self._shown: list[Shown] = []

    @property
    def pixels(self) -> np.ndarray | None:
        return None if self._canvas is None else self._canvas.pixels

    def known(self, view: View) -> dict[int, Shown]:
        """Return what was shown the last time, by the identity of the picture; nothing, if it was seen otherwise."""
        if self._canvas is None or self._canvas.view != view:
            return {}
        return {id(shown.picture): shown for shown in self._shown}

    def forget(self) -> None:
        """Paint all of it anew next time: its pixels were changed by others."""
        self._ground = None

    def paint(
        self, shown: list[Shown], view: View, ground: np.ndarray, changed_below: Sequence[Box] = ()
    ) -> list[Box]:
        """Show pictures, and nothing else, over a ground; return the boxes that were painted anew.

        Parameters
        ----------
        shown
            The pictures, in the order in which they are painted.
        ground
            (h, w, 4) of uint8: what lies under them.
        changed_below
            Where the ground changed since the last time.
        """
        canvas = self._canvas
        if canvas is None or canvas.view.box != view.box:
            canvas = self._canvas = Canvas(np.empty_like(ground), view)
            self._ground = None
        if ground is not self._ground or view != canvas.view:
            canvas.look(view)
            boxes = [view.box]
        else:
            boxes = merged([*changed_below, *differing(self._shown, shown)], view.box)
        for box in boxes:
            rows, columns = slice(box.top, box.bottom), slice(box.left, box.right)
            canvas.pixels[rows, columns] = ground[rows, columns]
            canvas.keep_to(box)
            for picture in shown:
                if picture.box.meets(box):
                    self.brush(picture.picture, canvas)
        self._ground, self._shown = ground, shown
        self.changed = [*self.changed, *boxes]
        return boxes


def differing(before: Sequence[Shown], after: Sequence[Shown]) -> Iterable[Box]:
    """Return the boxes of pictures that came, went, changed, or stand elsewhere in the order."""
    old, new = ({id(shown.picture): shown for shown in some} for some in (before, after))
    if [key for key in old if key in new] != [key for key in new if key in old]:
        return [shown.box for shown in (*before, *after)]
    same = {key for key in old if key in new and old[key].signature == new[key].signature != b""}
    return [shown.box for some in (old, new) for key, shown in some.items() if key not in same]
