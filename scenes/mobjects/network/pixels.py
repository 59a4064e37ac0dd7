"""Values as the pixels of a framed picture, and one whose colours are signs: what is wanted of each pixel's weight."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Group, Square

from netsim import Reading
from scenes.camera.cells import Cells
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale


class Pixels(Group, Quantity):
    """One colour for each value of a reading, row by row, in a frame.

    Parameters
    ----------
    reading
        The values, shape (h * w,).
    shape
        (h, w).
    height
        Height of the picture in scene units.
    """

    def __init__(self, reading: Reading, shape: tuple[int, int], theme: Theme, height: float) -> None:
        super().__init__()
        self.reading = self._whole = reading
        self.theme, self.grid = theme, shape
        self.picture = Cells(self.coloured(reading), height)
        self.frame = Square(stroke_color=theme.of("dim"), stroke_width=1.5)
        self.frame.replace(self.picture, stretch=True)
        self.add(self.picture, self.frame)

    def set_reading(self, reading: Reading) -> Self:
        """Show other values in the same places."""
        self.reading = self._whole = reading
        self.picture.set_colours(self.coloured(reading))
        return self

    def show_first(self, count: int) -> Self:
        """Show so many of its values, row by row; under the others what lies there can be seen."""
        self.reading = self._whole.take(range(count))
        self.picture.show_first(count)
        return self

    def coloured(self, reading: Reading) -> np.ndarray:
        """Return the colours that values are painted in, (h, w, 3), 0 to 1."""
        raise NotImplementedError

    def pixel(self, k: int) -> np.ndarray:
        """Return where the middle of pixel k is, as a point of the scene."""
        rows, columns = self.grid
        row, column = divmod(k, columns)
        corner = self.picture.get_corner((-1.0, 1.0, 0.0))
        step = np.array([self.picture.width / columns, -self.picture.height / rows, 0.0])
        return np.asarray(corner + step * np.array([column + 0.5, row + 0.5, 0.0]))

    def painted(self) -> np.ndarray:
        """Return the colours of the pixels that are painted, (h * w, 3), 0 to 1."""
        return self.picture.colours.reshape(-1, 3)[: self.picture.seen]


class SignedPixels(Pixels):
    """A picture of signed values: the ground's colour for 0, the more of a sign's colour the larger the value.

    Parameters
    ----------
    scale
        Its ``longest`` has the full colour.
    """

    def __init__(self, reading: Reading, shape: tuple[int, int], scale: Scale, theme: Theme, height: float) -> None:
        self.scale_of_colour = scale
        self._ground, self._ends = _ends(theme)
        super().__init__(reading, shape, theme, height)
        self.rounding = scale.longest * max(share_step(end) for end in self._ends)

    def coloured(self, reading: Reading) -> np.ndarray:
        """Return the ground's colour, and on it as much of a sign's as a value is large."""
        values = np.asarray(reading.value, dtype=float).reshape(*self.grid, 1) / self.scale_of_colour.longest
        return np.asarray(self._ground + np.clip(np.abs(values), 0, 1) * np.where(values >= 0, *self._ends))

    def shown(self) -> np.ndarray:
        """Return the values as painted: how far each colour lies from the ground's, towards which sign."""
        away = self.painted() - self._ground
        shares = [away @ end / np.dot(end, end) for end in self._ends]
        errors = [
            np.linalg.norm(away - share[:, None] * end, axis=1) for share, end in zip(shares, self._ends, strict=True)
        ]
        return np.asarray(np.where(errors[0] <= errors[1], shares[0], -shares[1]) * self.scale_of_colour.longest)


def _ends(theme: Theme) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """Return the ground's colour, and the ways from it to the colours of the two signs."""
    ground, up, down = (np.asarray(theme.of(role).to_rgb()) for role in ("background", "up", "down"))
    return ground, (up - ground, down - ground)


def share_step(way: np.ndarray) -> float:
    """Return how far from its value a share may be read, since a pixel has 255 steps of each colour."""
    return float(0.51 / 255 * np.abs(way).sum() / np.dot(way, way))
