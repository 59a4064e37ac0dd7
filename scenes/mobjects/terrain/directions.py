"""Vectors of many dimensions, each drawn at its true angle to one of them, and at its true length."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from manim import Animation, GrowFromPoint, Line, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity

HEAD = 0.2  # scene units of an arrow's head


class Direction(VGroup):
    """An arrow whose angle to the horizontal and whose length are readings.

    Parameters
    ----------
    angle
        To the vector that lies along the horizontal, in degrees, 0 to 180.
    length
        As a share of that vector's length.
    origin
        Where the arrow starts.
    unit
        Scene units of a length of 1.
    side
        1 to turn upward, -1 to turn downward: between two vectors of many dimensions an angle has no side.
    """

    def __init__(
        self,
        angle: Reading,
        length: Reading,
        origin: np.ndarray,
        unit: float,
        theme: Theme,
        *,
        side: int = 1,
        role: str = "ink",
        width: float = 3.0,
    ) -> None:
        super().__init__()
        turn = side * np.radians(float(angle))
        way = np.array([np.cos(turn), np.sin(turn), 0.0])
        self.origin = np.asarray(origin, dtype=float)
        tip = self.origin + float(length) * unit * way
        head = min(HEAD, 0.6 * float(length) * unit)
        self.shaft = Shaft(angle, self.origin, tip - 0.9 * head * way, theme, role, width)
        self.tip = Tip(length, tip, way, head, self.origin, unit, theme, role)
        self.add(self.shaft, self.tip)

    def grow(self, **kwargs: Any) -> Animation:
        """Return the animation that grows the arrow from where it starts."""
        return GrowFromPoint(self, self.origin, **kwargs)


class Shaft(Line, Quantity):
    """The arrow's line: it shows the angle."""

    def __init__(
        self, angle: Reading, start: np.ndarray, end: np.ndarray, theme: Theme, role: str, width: float
    ) -> None:
        self.reading = angle
        # A vector of length 0 has no angle to show; its line still points the way.
        way = end - start
        if np.linalg.norm(way) < 1e-3:
            end = start + 1e-3 * np.array([np.cos(np.radians(float(angle))), np.sin(np.radians(float(angle))), 0.0])
        super().__init__(start, end, stroke_width=width, color=theme.of(role))

    def shown(self) -> float:
        """Return the angle to the horizontal, in degrees, whichever side it turns to."""
        x, y, _ = self.get_end() - self.get_start()
        return float(np.degrees(np.arctan2(abs(y), x)))


class Tip(VMobject, Quantity):
    """The arrow's head: it shows the length."""

    def __init__(
        self,
        length: Reading,
        tip: np.ndarray,
        way: np.ndarray,
        head: float,
        origin: np.ndarray,
        unit: float,
        theme: Theme,
        role: str,
    ) -> None:
        super().__init__(stroke_width=0, fill_opacity=1, fill_color=theme.of(role))
        self.reading, self.origin, self.unit = length, origin, unit
        across = np.array([-way[1], way[0], 0.0])
        back = tip - head * way
        self.set_points_as_corners([tip, back + 0.42 * head * across, back - 0.42 * head * across, tip])

    def shown(self) -> float:
        """Return the length, from where the arrow starts to its tip."""
        return float(np.linalg.norm(self.points[0] - self.origin)) / self.unit


def fitted(
    arrows: Iterable[tuple[np.ndarray, np.ndarray, bool]], left: float, bottom: float, right: float, top: float
) -> tuple[np.ndarray, float]:
    """Return where arrows start, and the scene units of a length of 1, so that all of them fill a room.

    Parameters
    ----------
    arrows
        Angles (N,), lengths (N,), and whether these turn to both sides, else all turn upward; the arrow of
        angle 0 and length 1 is always among them.
    left, bottom, right, top
        The room, in scene units.
    """
    low, high = np.zeros(2), np.array([1.0, 0.0])
    for angles, lengths, both in arrows:
        tips = np.column_stack([lengths * np.cos(np.radians(angles)), lengths * np.sin(np.radians(angles))])
        low = np.minimum(low, np.minimum(tips, -tips * [0, 1] if both else 0).min(axis=0))
        high = np.maximum(high, tips.max(axis=0))
    room = np.array([right - left, top - bottom])
    unit = float(np.min(room / np.maximum(high - low, 1e-9)))
    spare = room - unit * (high - low)
    x, y = np.array([left, bottom]) - unit * low + [0.0, spare[1] / 2]
    return np.array([x, y, 0.0]), unit
