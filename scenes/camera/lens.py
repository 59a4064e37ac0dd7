"""Lenses: what moves with the camera is seen where the camera looks; what is pinned stands fixed in the frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from scenes.camera.boxes import Box
from scenes.camera.canvas import Canvas, View
from scenes.camera.compiled.layers import mix_rows

FADE = 0.4  # scene units of the whole frame, over which what runs over a window's edge fades away


@dataclass(frozen=True)
class Lens:
    """How pictures are seen.

    Attributes
    ----------
    view
        Which part of the scene fills the frame.
    window
        The pixels in which they are seen.
    fades
        Pixels from the window's upper and from its lower edge, over which they fade away.
    """

    view: View
    window: Box
    fades: tuple[float, float] = (0.0, 0.0)

    def paint(self, canvas: Canvas, box: Box, brush: Callable[[], None]) -> None:
        """Let a brush paint pictures on a canvas, within a box that meets the window."""
        canvas.look(self.view)
        canvas.keep_to(box.within(self.window))
        strips = [strip for whole in self._strips() if (strip := whole.within(canvas.box)).area]
        under = [canvas.pixels[s.top : s.bottom, s.left : s.right].copy() for s in strips]
        brush()
        for strip, before in zip(strips, under, strict=True):
            mix_rows(canvas.pixels, before, (strip.left, strip.top), self._shares(strip))

    def _strips(self) -> tuple[Box, Box]:
        """Return where they fade, at the upper and at the lower edge."""
        upper, lower = (int(np.ceil(fade)) for fade in self.fades)
        window = self.window
        return window._replace(bottom=window.top + upper), window._replace(top=window.bottom - lower)

    def _shares(self, strip: Box) -> np.ndarray:
        """Return how much of them is seen in each row of a strip, in 1/256."""
        rows = np.arange(strip.top, strip.bottom) + 0.5
        shares = np.ones(len(rows))
        for fade, inward in zip(self.fades, (rows - self.window.top, self.window.bottom - rows), strict=True):
            if fade > 0:
                share = np.clip(inward / fade, 0, 1)
                shares *= share * share * (3 - 2 * share)
        return np.rint(256 * shares).astype(np.uint16)


def moving_lens(home: View, view: View, band: tuple[float, float] | None) -> Lens:
    """Return the lens of what moves with the camera.

    Parameters
    ----------
    home, view
        What is seen of the scene when the camera is at home, and now.
    band
        Heights of the home view, the lower and the upper, between which it is seen while the camera is away: what
        stands between them at home fades where it would run over. None for the whole frame.
    """
    if band is None or view == home:
        return Lens(view, view.box)
    points = np.array([(home.x, band[1]), (home.x, band[0])])
    top, bottom = home.pixels_of(points)[:, 1].tolist()
    upper, lower = view.pixels_of(points)[:, 1].tolist()
    most = FADE * home.per_unit
    fades = (min(most, max(0.0, top - upper)), min(most, max(0.0, lower - bottom)))
    return Lens(view, Box(0, round(top), view.width, round(bottom)).within(view.box), fades)
