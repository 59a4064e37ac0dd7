"""A fan: directions of many dimensions as arrows of one length, each at its true angle to one of them."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, GrowFromPoint, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity

HEAD, STEM = 0.2, 0.018  # scene units: length of an arrow's head, half the width of its shaft
SPREAD = 0.42  # half the width of a head, as a share of its length


class Pointer(VMobject, Quantity):
    """An arrow whose angle to the horizontal is its reading; its length means nothing.

    Parameters
    ----------
    angle
        In degrees, 0 to 180.
    origin, length
        Where it starts, and how long it is, in scene units.
    side
        1 to turn upward, -1 to turn downward: between two vectors of many dimensions an angle has no side.
    """

    def __init__(
        self, angle: Reading, origin: np.ndarray, length: float, theme: Theme, *, side: int = 1, role: str = "ink"
    ) -> None:
        super().__init__(stroke_width=0, fill_opacity=1, fill_color=theme.of(role))
        self.origin, self.length, self.side = np.asarray(origin, dtype=float), length, side
        self.set_reading(angle)

    def set_reading(self, angle: Reading) -> Pointer:
        """Turn to another angle."""
        self.reading = angle
        turn = self.side * np.radians(float(angle))
        along = np.array([np.cos(turn), np.sin(turn), 0.0])
        across = np.array([-along[1], along[0], 0.0])
        neck, half = self.length - HEAD, SPREAD * HEAD
        outline = [(0, -STEM), (neck, -STEM), (neck, -half), (self.length, 0), (neck, half), (neck, STEM), (0, STEM)]
        self.set_points_as_corners([self.origin + x * along + y * across for x, y in [*outline, outline[0]]])
        return self

    def shown(self) -> float:
        """Return the angle to the horizontal, in degrees, whichever side it turns to."""
        x, y, _ = self.points[4 * 3] - self.origin
        return float(np.degrees(np.arctan2(abs(y), x)))

    def grow(self, **kwargs: Any) -> Animation:
        """Return the animation that grows the arrow from where it starts."""
        return GrowFromPoint(self, self.origin, **kwargs)


class Fan(VGroup):
    """Arrows that turn with a recorded course of their angles, up and down in turn.

    Parameters
    ----------
    angles, lengths
        (rows, count): degrees, and lengths of the vectors: one of length 0 points nowhere, and is not drawn.
    """

    def __init__(
        self, angles: Reading, lengths: Reading, origin: np.ndarray, length: float, theme: Theme, role: str = "ink"
    ) -> None:
        self.angles, self.pointing = angles, np.asarray(lengths.value) > 0
        self.pointers = [
            Pointer(angle, origin, length, theme, side=1 - 2 * (i % 2), role=role) for i, angle in enumerate(angles[0])
        ]
        super().__init__()
        self.set_row(0)

    def set_row(self, row: int) -> Fan:
        """Show another row of the course."""
        for pointer, angle in zip(self.pointers, self.angles[row], strict=True):
            pointer.set_reading(angle)
        self.submobjects = [one for one, points in zip(self.pointers, self.pointing[row], strict=True) if points]
        return self


def placed(widest: float, left: float, bottom: float, right: float, top: float) -> tuple[np.ndarray, float]:
    """Return where arrows start that turn to both sides by so many degrees at most, and how long they are at most.

    Parameters
    ----------
    widest
        Degrees, 0 to 180.
    left, bottom, right, top
        The room that they fill, in scene units.
    """
    turn = np.radians(widest)
    back = max(0.0, -float(np.cos(turn)))
    high = float(np.sin(min(turn, np.pi / 2)))
    length = min((right - left) / (1 + back), (top - bottom) / 2 / max(high, 0.1))
    spare = right - left - length * (1 + back)
    return np.array([left + spare / 2 + back * length, (bottom + top) / 2, 0.0]), length
