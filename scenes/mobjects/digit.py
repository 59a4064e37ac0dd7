"""An input as a picture: each pixel is a neuron, its brightness the activation."""

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
        The pixels, shape (h * w,).
    shape
        (h, w).
    theme
        Gives the dark and the bright end and the frame's colour.
    height
        Height of the picture in scene units.
    span
        The (low, high) range of values that goes from dark to bright.
    """

    def __init__(
        self,
        reading: Reading,
        shape: tuple[int, int],
        theme: Theme,
        height: float,
        span: tuple[float, float] = (0.0, 1.0),
    ) -> None:
        super().__init__()
        self.reading, self.theme, self.grid, self.span = reading, theme, shape, span
        low, high = span
        values = np.asarray(reading.value, dtype=float).reshape(shape)
        pixels = np.clip((values - low) / (high - low), 0, 1)
        dark, bright = (np.asarray(theme.grey(end).to_rgb()) for end in (0, 1))
        colours = dark + pixels[..., None] * (bright - dark)
        way = np.abs(bright - dark)
        self.rounding = float(0.51 / 255 * way.sum() / np.dot(way, way)) * (high - low)  # a pixel has 255 steps
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
        """Return the values of the pixels as painted, by brightness between the theme's two ends."""
        dark, bright = (np.asarray(self.theme.grey(end).to_rgb()) for end in (0, 1))
        painted = self.picture.pixel_array[..., :3] / 255 - dark
        share = painted @ (bright - dark) / np.dot(bright - dark, bright - dark)
        low, high = self.span
        return np.asarray(low + share.reshape(-1) * (high - low))
