"""An activation function seen through neurons: each stands at its sum and its activation, with the slope there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import RIGHT, UP, Line, VGroup

from netsim import Reading
from scenes.mobjects.formula import Formula
from scenes.mobjects.plot import PlotDot, PlotFrame, Tangent
from scenes.mobjects.typeset import Words
from scenes.theme import Theme

MARGIN = 0.12  # of the widest range of sums, on either side
REACH = 0.3  # scene units of half a tangent


class SlopePlot(VGroup):
    """Axes of weighted sum z and activation a, for several moments of one layer.

    Parameters
    ----------
    zs, activations
        Readings of shape (n,), one of each kind for every moment that will be shown.
    corner
        Where the lower left corner stands.
    width, height
        Extent in scene units.
    """

    def __init__(
        self,
        zs: Sequence[Reading],
        activations: Sequence[Reading],
        corner: tuple[float, float],
        width: float,
        height: float,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.theme = theme
        left, right = _range(zs, 0.0)
        room = MARGIN * (right - left)
        low, high = _range(activations, 1.0)
        self.frame = PlotFrame((left - room, right + room), (low, high), width, height, theme, cross=(0.0, 0.0))
        self.frame.shift((*corner, 0))
        across = Formula("z", theme, role="dim", size="small").next_to(self.frame.point(right + room, 0), RIGHT, 0.1)
        up = Formula("a", theme, role="dim", size="small").next_to(self.frame.point(0, high), UP, 0.1)
        self.add(self.frame, across, up)
        if high == 1.0:
            ends = [self.frame.point(x, 1) for x in (left - room, right + room)]
            one = Line(ends[0], ends[1], stroke_width=1.5, color=theme.of("faint"))
            self.add(one, Words("1", theme, size="small", role="dim").next_to(one, RIGHT, 0.1))

    def point(self, z: Reading, a: Reading, slope: Reading, role: str = "ink") -> VGroup:
        """Return a neuron's place on the function, and the tangent that is as steep as its slope."""
        at = self.frame.point(float(z), float(a))
        tangent = Tangent(slope, (z, a), self.frame, self.theme, REACH, "dim" if role == "ink" else role)
        return VGroup(tangent.set_stroke(width=2.5), PlotDot(a, at, self.frame, self.theme, role))


def _range(readings: Sequence[Reading], besides: float) -> tuple[float, float]:
    """Return the lowest and highest of all values, 0 and one other among them."""
    values = np.concatenate([np.asarray(reading.value) for reading in readings])
    low, high = min(0.0, float(values.min())), max(0.0, besides, float(values.max()))
    return (low, high) if low < high else (low, 1.0)
