"""A ground that is lit as its values are large, and lines on it where others are 0: one picture, painted at once."""

from __future__ import annotations

import numpy as np
from manim import Group

from netsim import Reading
from scenes.camera.cells import Cells
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.network.pixels import share_step

FINER = 5  # cells between two recorded places
WIDE, EDGE = 0.9, 1.4  # cells at each side of a line; of the dark beside it, without which it is lost on bright ground
FLAT = 1e-9  # a slope below this share of the largest has no line


class Field(Group, Quantity):
    """Values on a grid as brightness, and lines where other values on it are 0.

    Parameters
    ----------
    values
        (rows, columns), from the lowest row up.
    zeros
        (lines, rows, columns): each is 0 along its line.
    span
        The (low, high) range that goes from the dark neurons' colour to the brightest.
    side
        Of the square, in scene units; it stands around the origin.
    brightest
        What is brightest, as a share of the way from the colour of dark neurons to that of bright neurons.
    """

    def __init__(
        self,
        values: Reading,
        zeros: Reading,
        span: tuple[float, float],
        side: float,
        theme: Theme,
        brightest: float = 1.0,
    ) -> None:
        super().__init__()
        self.span, self._many = span, len(np.asarray(values.value))
        self._dark, bright, self._ink, self._edge = (
            np.asarray(theme.of(role).to_rgb()) for role in ("dark_neuron", "bright_neuron", "ink", "background")
        )
        self._way = brightest * (bright - self._dark)
        self.rounding = share_step(self._way) * (span[1] - span[0])
        fine = np.linspace(0, self._many - 1, FINER * (self._many - 1) + 1)
        left = np.minimum(fine.astype(int), self._many - 2)
        self._refine = np.zeros((len(fine), self._many))
        self._refine[np.arange(len(fine)), left] = 1 - (fine - left)
        self._refine[np.arange(len(fine)), left + 1] = fine - left
        self.reading = values
        self.picture = Cells(self._coloured(values, zeros), side * len(fine) / (len(fine) - 1), smooth=True)
        self.add(self.picture)

    def set_opacity(self, opacity: float) -> Field:
        """Be seen so well, 0 to 1."""
        self.picture.set_opacity(opacity)
        return self

    def show_at(self, values: Reading, zeros: Reading) -> Field:
        """Show other values and lines."""
        self.reading = values
        self.picture.set_colours(self._coloured(values, zeros))
        return self

    def shown(self) -> np.ndarray:
        """Return the values as painted, from the lowest row up; NaN under a line."""
        colours = self.picture.colours[::-1][::FINER, ::FINER]
        low, high = self.span
        share = (colours - self._dark) @ self._way / np.dot(self._way, self._way)
        return np.asarray(np.where(self._lines[::FINER, ::FINER] > 0, np.nan, low + share * (high - low)))

    def _coloured(self, values: Reading, zeros: Reading) -> np.ndarray:
        """Return the colours of all cells, from the highest row down."""
        low, high = self.span
        share = np.clip((self._finer(np.asarray(values.value)) - low) / (high - low), 0, 1)
        apart = np.min([self._cells_from(self._finer(each)) for each in np.asarray(zeros.value)], axis=0)
        self._lines, inner = np.clip(WIDE + EDGE + 0.5 - apart, 0, 1), np.clip(WIDE + 0.5 - apart, 0, 1)[..., None]
        colours = self._dark + share[..., None] * self._way
        for covers, colour in ((self._lines[..., None], self._edge), (inner, self._ink)):
            colours = colours + covers * (colour - colours)
        return np.asarray(colours[::-1])

    def _finer(self, values: np.ndarray) -> np.ndarray:
        """Return values between those of the grid too, evenly."""
        return np.asarray(self._refine @ values @ self._refine.T)

    def _cells_from(self, values: np.ndarray) -> np.ndarray:
        """Return how many cells each is from where the values are 0; infinitely many on level ground."""
        slope = np.hypot(*np.gradient(values))
        level = slope <= FLAT * max(float(np.abs(values).max()), 1.0)
        return np.asarray(np.where(level, np.inf, np.abs(values) / np.where(level, 1.0, slope)))
