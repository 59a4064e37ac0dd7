"""An input as a picture: each pixel is a neuron, its brightness the activation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.network.pixels import Pixels, share_step

LIT = 0.5  # pixels at least this bright may lend the edges that leave the image
PIXEL_ROWS = 9  # at most so many pixels lend them


class InputImage(Pixels):
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
        self._dark, self._bright = (np.asarray(theme.grey(end).to_rgb()) for end in (0, 1))
        self.span = span
        super().__init__(reading, shape, theme, height)
        self.set_span(span)

    def set_span(self, span: tuple[float, float]) -> InputImage:
        """Let another range of values go from dark to bright, from the next that are shown on."""
        self.span, self.rounding = span, share_step(self._bright - self._dark) * (span[1] - span[0])
        return self

    def coloured(self, reading: Reading) -> np.ndarray:
        """Return colours between the theme's two ends."""
        low, high = self.span
        values = np.asarray(reading.value, dtype=float).reshape(*self.grid, 1)
        return np.asarray(self._dark + np.clip((values - low) / (high - low), 0, 1) * (self._bright - self._dark))

    def shown(self) -> np.ndarray:
        """Return the values of the pixels as painted, by brightness between the theme's two ends."""
        way = self._bright - self._dark
        share = (self.painted() - self._dark) @ way / np.dot(way, way)
        low, high = self.span
        return np.asarray(low + share * (high - low))

    def exits(self, pixels: Sequence[int], ends: np.ndarray) -> np.ndarray:
        """Return where lines from K pixels to J points right of the frame, (J, 1, 3), leave it, (J, K, 3).

        That is on the right, or above or below where they are steep: none begins beside the picture.
        """
        starts = np.array([self.pixel(k) for k in pixels])[None]
        ways = ends - starts
        border = np.where(ways[..., 1] > 0, self.get_top()[1], self.get_bottom()[1])
        with np.errstate(divide="ignore"):
            steep = np.abs(border - starts[..., 1]) / np.abs(ways[..., 1])
        share = np.minimum((self.get_right()[0] - starts[..., 0]) / ways[..., 0], steep)
        return np.asarray(starts + share[..., None] * ways)


def outermost_lit(pixels: np.ndarray, grid: tuple[int, int]) -> list[int]:
    """Return the rightmost bright pixel of some evenly spaced rows: edges leave from there.

    An edge from a dark pixel carries nothing, so none is drawn; of the bright ones these are the
    ones whose edges cross the picture least.
    """
    rows, columns = grid
    image = pixels.reshape(grid)
    bar = min(LIT, float(image.max()))
    lit = [row for row in range(rows) if image[row].max() >= bar]
    every = max(1, round(len(lit) / PIXEL_ROWS))
    return [row * columns + int(np.flatnonzero(image[row] >= bar)[-1]) for row in lit[every // 2 :: every]]
