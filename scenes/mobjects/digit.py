"""The input image: each pixel is a neuron, its brightness the activation."""

from __future__ import annotations

import numpy as np
from manim import RESAMPLING_ALGORITHMS, Group, ImageMobject, Square

from netsim import Reading
from scenes.mobjects.quantity import Quantity
from scenes.theme import Theme


class InputImage(Group, Quantity):
    """An image of the trace, framed.

    Parameters
    ----------
    reading
        The pixels in 0 to 1, shape (h * w,).
    shape
        (h, w).
    theme
        Gives the dark and the bright end and the frame's colour.
    height
        Height of the picture in scene units.
    """

    def __init__(self, reading: Reading, shape: tuple[int, int], theme: Theme, height: float) -> None:
        super().__init__()
        self.reading, self.theme, self.grid = reading, theme, shape
        pixels = np.clip(np.asarray(reading.value, dtype=float), 0, 1).reshape(shape)
        dark, bright = (np.asarray(theme.grey(end).to_rgb()) for end in (0, 1))
        colours = dark + pixels[..., None] * (bright - dark)
        span = np.abs(bright - dark)
        self.rounding = float(0.51 / 255 * span.sum() / np.dot(span, span))  # a pixel has 255 steps
        self.picture = ImageMobject(np.rint(255 * colours).astype(np.uint8))
        self.picture.set_resampling_algorithm(RESAMPLING_ALGORITHMS["nearest"])
        self.picture.height = height
        self.frame = Square(stroke_color=theme.of("dim"), stroke_width=1.5)
        self.frame.replace(self.picture, stretch=True)
        self.add(self.picture, self.frame)

    def pixel(self, k: int) -> np.ndarray:
        """Return where the middle of pixel k is, as a point of the scene."""
        rows, columns = self.grid
        row, column = divmod(k, columns)
        corner = self.picture.get_corner((-1.0, 1.0, 0.0))
        step = np.array([self.picture.width / columns, -self.picture.height / rows, 0.0])
        return np.asarray(corner + step * np.array([column + 0.5, row + 0.5, 0.0]))

    def shown(self) -> np.ndarray:
        """Return the pixels as painted, by brightness between the theme's two ends."""
        dark, bright = (np.asarray(self.theme.grey(end).to_rgb()) for end in (0, 1))
        painted = self.picture.pixel_array[..., :3] / 255 - dark
        share = painted @ (bright - dark) / np.dot(bright - dark, bright - dark)
        return np.asarray(share.reshape(-1))
