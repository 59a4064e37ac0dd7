"""Pictures that paint themselves into the frame, pixel by pixel, wherever and however large they stand."""

from __future__ import annotations

from typing import ClassVar, Self

import numpy as np
from manim import Mobject, config
from manim.mobject.types.image_mobject import AbstractImageMobject

from scenes.camera.canvas import Canvas, View


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
        self._seen: tuple[bytes, np.ndarray] | None = None
        super().__init__(scale_to_resolution=0)

    def extent(self) -> tuple[np.ndarray, float]:
        """Return points (n, 2 or more) that the picture holds, and the room that it needs around them."""
        raise NotImplementedError

    def paint(self, canvas: Canvas) -> None:
        """Paint the picture as it is now."""
        raise NotImplementedError

    def reset_points(self) -> Self:
        """Set the corners to the home rectangle."""
        points, room = self.extent()
        low, high = points.min(axis=0)[:2] - room, points.max(axis=0)[:2] + room
        (left, bottom), (right, top) = self.frame(low, high)
        self.points = np.array([(x, y, 0.0) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))])
        self._home = self.points.copy()
        return self

    def frame(self, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the corners of the home rectangle: the whole pixels that hold all, as Manim's camera needs them."""
        unit = config.frame_width / config.pixel_width
        # Manim counts pixels from the frame's upper left corner and cuts fractions off.
        corner = np.array([-config.frame_width / 2, config.frame_height / 2])
        sliver = 1e-3 * unit * np.array([1.0, -1.0])
        low = np.floor((low - corner) / unit) * unit + corner
        high = np.ceil((high - corner) / unit) * unit + corner
        return low + sliver, high + sliver

    def signature(self) -> bytes:
        """Return what the painting follows from: as long as it is the same, so is the picture."""
        states = (np.ascontiguousarray(getattr(self, name), dtype=float).tobytes() for name in self.states)
        return b"".join((self.points.tobytes(), *states))

    @property
    def magnification(self) -> float:
        """How many times larger than at home it is drawn."""
        width = float(self._home[1][0] - self._home[0][0])
        return float(np.linalg.norm(self.points[1] - self.points[0])) / width if width else 1.0

    def place(self, points: np.ndarray) -> np.ndarray:
        """Return where points of the home rectangle, (..., 2 or more), are now: (..., 3)."""
        share = (points[..., :2] - self._home[2][:2]) / (self._home[1] - self._home[2])[:2]
        origin, right, up = self.points[2], self.points[3], self.points[0]
        return np.asarray(origin + share[..., :1] * (right - origin) + share[..., 1:] * (up - origin))

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

    def get_pixel_array(self) -> np.ndarray:
        """Return the picture alone, (height, width, 4) of uint8: what a camera of Manim's own asks for."""
        signature = self.signature()
        if self._seen is None or self._seen[0] != signature:
            per_unit = config.pixel_width / config.frame_width
            low, high = self.points.min(axis=0), self.points.max(axis=0)
            width, height = np.maximum(1, np.rint((high - low)[:2] * per_unit)).astype(int)
            x, y = ((low + high) / 2)[:2]
            canvas = Canvas(
                np.zeros((height, width, 4), np.uint8), View(int(width), int(height), float(x), float(y), per_unit)
            )
            self.paint(canvas)
            self._seen = (signature, straight(canvas.pixels))
        return self._seen[1]


def straight(pixels: np.ndarray) -> np.ndarray:
    """Return pixels, (h, w, 4) of uint8, whose colours are no longer multiplied by their opacity."""
    wide = pixels.astype(np.uint16)
    alpha = wide[..., 3:]
    colours = np.minimum(255, (wide[..., :3] * 255 + alpha // 2) // np.maximum(alpha, 1))
    return np.concatenate([colours, alpha], axis=-1).astype(np.uint8)
