"""Comets: what one neuron asks of others, on its way along the edges; its size is how much, its colour the sign.

A comet's head is a disc whose area is the value on a stated scale; it leaves its neuron, and is gone when it arrives.
"""

from __future__ import annotations

from math import pi
from typing import Any

import numpy as np
from manim import Animation, linear

from netsim import Reading
from scenes.camera.canvas import Canvas
from scenes.camera.painted import Painted
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale

TAIL = 0.6  # scene units: the length of a tail, once the way is long enough for it
LINKS = 12  # strokes that a tail is made of, each thinner and fainter than the one before
GLOW = 0.5  # opacity of a tail where it begins
RIM = 0.012  # scene units: heads that overlap are told apart by a dark rim
BEFORE, GONE = -0.02, 1.0  # places on the way before which, and from which on, nothing is seen


class Comets(Painted, Quantity):
    """The values that travel from one place to several.

    Parameters
    ----------
    values
        A reading of shape (K,).
    start
        Where they come from, (3,).
    ends
        Where they go, (K, 3).
    scale
        Radius of the disc for the largest value; areas are in proportion.
    theme
        Gives the colours of the signs.

    Attributes
    ----------
    at
        How far they are: 0 at the start, 1 at the ends; nothing is seen before and after.
    """

    states = ("opacity", "at")

    def __init__(self, values: Reading, start: np.ndarray, ends: np.ndarray, scale: Scale, theme: Theme) -> None:
        self.reading, self.scale_of_area = values, scale
        value = np.asarray(values.value, dtype=float)
        self.start, self.ends = np.asarray(start, dtype=float), np.asarray(ends, dtype=float)
        self.radii = scale.length * np.sqrt(np.abs(value) / scale.longest)
        self.positive = value >= 0
        self.rounding = 1e-9 * scale.longest
        self._ground = np.array(theme.of("background").to_rgb())
        self._colours = np.array([theme.of("up").to_rgb(), theme.of("down").to_rgb()])
        self.at = BEFORE
        super().__init__()

    def travel(self, **kwargs: Any) -> Animation:
        """Return the animation that takes them all the way; they are where their edges are, behind the neurons."""
        return _Travel(self, **kwargs)

    def shown(self) -> np.ndarray:
        """Return the values as drawn, (K,): size by the area of the heads, sign by the colour."""
        sizes = (self.radii / self.scale_of_area.length) ** 2 * self.scale_of_area.longest
        return np.asarray(np.where(self.positive, sizes, -sizes))

    # --- what the camera asks of a picture ----------------------------------------------

    def extent(self) -> tuple[np.ndarray, float]:
        """Return start and ends, and room for the largest head."""
        return np.concatenate([self.start[None], self.ends]), float(self.radii.max()) + 0.02

    def paint(self, canvas: Canvas) -> None:
        """Paint the tails, then the heads."""
        seen = self.radii > 0
        if not 0 <= self.at < GONE or not seen.any():
            return
        start, ends = self.place(self.start), self.place(self.ends)[seen]
        radii, colours = self.magnification * self.radii[seen], self._colours[(~self.positive[seen]).astype(int)]
        way = ends - start
        lengths = np.linalg.norm(way, axis=1, keepdims=True)
        heads = start + self.at * way
        tails = way / lengths * np.minimum(TAIL * self.magnification, self.at * lengths)
        for link in range(LINKS):
            near, far, left = link / LINKS, (link + 1) / LINKS, 1 - link / LINKS
            alphas = np.full(len(heads), GLOW * left**1.5 * self.opacity)
            canvas.lines(heads - near * tails, heads - far * tails, 1.7 * radii * left, colours, alphas)
        for (x, y, _), radius, colour in zip(heads.tolist(), radii.tolist(), colours, strict=True):
            for paint, reach in ((self._ground, radius + RIM), (colour, radius)):
                canvas.ink(paint, self.opacity)
                canvas.pen.arc(x, y, reach, 0, 2 * pi)
                canvas.pen.fill()


class _Travel(Animation):
    """Take comets from one end of their way to the other."""

    def __init__(self, comets: Comets, **kwargs: Any) -> None:
        self._comets = comets
        super().__init__(comets, rate_func=linear, introducer=True, remover=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        self._comets.at = alpha
