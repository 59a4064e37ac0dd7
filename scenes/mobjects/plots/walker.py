"""A dot that walks along a recorded curve, with the two numbers that belong to its place."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, VGroup, linear

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotDot, PlotFrame
from scenes.mobjects.type.number import Readout


class Walker(VGroup):
    """A dot on a curve and the readouts of the pair it stands on; put the readouts where they are to be read.

    Parameters
    ----------
    xs, ys
        The recorded curve, each of shape (points,).
    at
        The place on the curve where it starts.
    specs
        Formats of the two readouts.
    """

    def __init__(
        self,
        xs: Reading,
        ys: Reading,
        at: int,
        frame: PlotFrame,
        theme: Theme,
        *,
        role: str = "focus",
        specs: tuple[str, str] = ("+.2f", "+.3f"),
    ) -> None:
        super().__init__()
        self.xs, self.ys, self.frame, self.at = xs, ys, frame, at
        self.dot = PlotDot(ys[at], self.point(at), frame, theme, role)
        self.x = Readout(xs[at], theme, spec=specs[0])
        self.y = Readout(ys[at], theme, spec=specs[1], role="cost")
        self.add(self.dot, self.x, self.y)

    def point(self, place: float) -> np.ndarray:
        """Return where a place on the curve is; between two recorded ones on the line that joins them."""
        low = min(int(place), len(self.xs) - 2)
        one, two = (self.frame.point(float(self.xs[i]), float(self.ys[i])) for i in (low, low + 1))
        return np.asarray(one + (place - low) * (two - one))

    def stand(self, place: float) -> Walker:
        """Go to a place on the curve; the numbers are those of the nearest recorded one."""
        self.dot.move_to(self.point(place))
        nearest = round(place)
        if nearest != self.at:
            self.at = nearest
            self.x.set_reading(self.xs[nearest])
            self.y.set_reading(self.ys[nearest])
        other = nearest + (1 if place > nearest else -1)
        self.dot.reading, self.dot.glides_from = self.ys[nearest], None if place == nearest else self.ys[other]
        return self

    def walk(self, *stops: int, **kwargs: Any) -> Animation:
        """Return the animation in which the dot walks from stop to stop, at an even pace across."""
        return _Walk(self, [self.at, *stops], rate_func=linear, **kwargs)


class _Walk(Animation):
    """Take a walker along its curve."""

    def __init__(self, walker: Walker, stops: list[int], **kwargs: Any) -> None:
        self._walker, self._stops = walker, np.array(stops, dtype=float)
        lengths = np.abs(np.diff(self._stops))
        self._ends = np.concatenate([[0.0], np.cumsum(lengths)])
        super().__init__(walker, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        way = self.rate_func(alpha) * self._ends[-1]
        self._walker.stand(float(np.interp(way, self._ends, self._stops)))
