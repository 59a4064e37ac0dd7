"""Pictures that cairo paints pixel by pixel: a rectangle of whole pixels that manim can move, fade and change."""

from __future__ import annotations

from typing import ClassVar, Self

import cairo
import numpy as np
from manim import Mobject, config
from manim.mobject.types.image_mobject import AbstractImageMobject


class Painted(AbstractImageMobject):
    """A picture whose corners are the home rectangle of what it holds, until it is moved or scaled.

    Attributes
    ----------
    opacity
        How opaque the whole picture is, 0 to 1.
    states
        Names of what an animation may change; between two states all of them change evenly.
    """

    states: ClassVar[tuple[str, ...]] = ("opacity",)

    def __init__(self) -> None:
        self.opacity = 1.0
        super().__init__(scale_to_resolution=0)

    def extent(self) -> tuple[np.ndarray, float]:
        """Return points (n, 2 or more) that the picture holds, and the room that it needs around them."""
        raise NotImplementedError

    def reset_points(self) -> Self:
        """Set the corners to the home rectangle, snapped to whole pixels."""
        self.points = corners_around(*self.extent())
        self._home = self.points.copy()
        return self

    def set_opacity(self, alpha: float, family: bool = True) -> Self:
        """Set how opaque the whole picture is, 0 to 1."""
        self.opacity = alpha
        return self

    def fade(self, darkness: float = 0.5, family: bool = True) -> Self:
        """Fade the whole picture."""
        return self.set_opacity(self.opacity * (1 - darkness))

    def interpolate_color(self, mobject1: Mobject, mobject2: Mobject, alpha: float) -> Self:
        """Stand between two states of this picture."""
        for name in self.states:
            start, end = getattr(mobject1, name), getattr(mobject2, name)
            setattr(self, name, (1 - alpha) * start + alpha * end)
        return self


def corners_around(points: np.ndarray, room: float) -> np.ndarray:
    """Return the corners, (4, 3), of the rectangle of whole pixels that holds all points with room around them."""
    unit = config.frame_width / config.pixel_width
    # Manim counts pixels from the frame's upper left corner and cuts fractions off.
    corner = np.array([-config.frame_width / 2, config.frame_height / 2])
    low = np.floor((points.min(axis=0)[:2] - room - corner) / unit) * unit + corner
    high = np.ceil((points.max(axis=0)[:2] + room - corner) / unit) * unit + corner
    sliver = 1e-3 * unit * np.array([1.0, -1.0])
    (left, bottom), (right, top) = low + sliver, high + sliver
    return np.array([(x, y, 0.0) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))])


def straight(surface: cairo.ImageSurface) -> np.ndarray:
    """Return a surface's pixels as RGBA whose colours are not multiplied by their alpha."""
    rows = np.frombuffer(surface.get_data(), dtype=np.uint8)
    bgra = rows.reshape(surface.get_height(), surface.get_stride() // 4, 4)
    bgra = bgra[:, : surface.get_width()].astype(np.uint16)
    alpha = bgra[..., 3:]
    rgb = np.minimum(255, (bgra[..., 2::-1] * 255 + alpha // 2) // np.maximum(alpha, 1))
    return np.concatenate([rgb, alpha], axis=-1).astype(np.uint8)
