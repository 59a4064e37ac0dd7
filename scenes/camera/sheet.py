"""A sheet: pictures painted one over the other on a ground, of which only what changed is painted anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from scenes.camera.boxes import Box, merged
from scenes.camera.canvas import Canvas, View
from scenes.camera.shown import Shown


class Sheet:
    """Pixels that hold pictures, kept from one time to the next.

    Parameters
    ----------
    brush
        Paints pictures on a canvas, within a box.
    """

    def __init__(self, brush: Callable[[Shown, Canvas, Box], None]) -> None:
        self.brush = brush
        self._changed: list[Box] = []
        self._canvas: Canvas | None = None
        self._ground: np.ndarray | None = None
        self._shown: list[Shown] = []

    @property
    def pixels(self) -> np.ndarray | None:
        """The pixels, (h, w, 4) of uint8; None before anything was painted. Their array stays the same."""
        return None if self._canvas is None else self._canvas.pixels

    def known(self) -> dict[tuple[int, int], Shown]:
        """Return what was shown the last time, by its key."""
        return {shown.key: shown for shown in self._shown}

    def take_changed(self) -> list[Box]:
        """Return the boxes that were painted anew since this was last asked."""
        boxes, self._changed = self._changed, []
        return boxes

    def forget(self) -> None:
        """Paint all of it anew next time: its pixels were changed by others."""
        self._ground = None

    def paint(self, shown: list[Shown], view: View, ground: np.ndarray, changed_below: Sequence[Box] = ()) -> None:
        """Show pictures, and nothing else, over a ground; return the boxes that were painted anew.

        Parameters
        ----------
        shown
            The pictures, in the order in which they are painted.
        view
            Whose pixels are painted.
        ground
            (h, w, 4) of uint8: what lies under them.
        changed_below
            Where the ground changed since the last time.
        """
        canvas = self._canvas
        if canvas is None or canvas.view.box != view.box:
            canvas = self._canvas = Canvas(np.empty_like(ground), view)
            self._ground = None
        if ground is not self._ground:
            boxes = [view.box]
        else:
            boxes = merged([*changed_below, *differing(self._shown, shown)], view.box)
        for box in boxes:
            rows, columns = slice(box.top, box.bottom), slice(box.left, box.right)
            canvas.pixels[rows, columns] = ground[rows, columns]
            for each in shown:
                if each.box.meets(box):
                    self.brush(each, canvas, box)
        self._ground, self._shown = ground, shown
        self._changed += boxes


def differing(before: Sequence[Shown], after: Sequence[Shown]) -> Iterable[Box]:
    """Return the boxes of pictures that came, went, changed, or stand elsewhere in the order."""
    old, new = ({shown.key: shown for shown in some} for some in (before, after))
    if [key for key in old if key in new] != [key for key in new if key in old]:
        return [shown.box for shown in (*before, *after)]
    same = {key for key in old if key in new and old[key].looks_like(new[key])}
    return [shown.box for some in (old, new) for key, shown in some.items() if key not in same]
