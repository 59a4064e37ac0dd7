"""The rim of a neuron: what is wanted of its bias, on the scale of the edges beside it."""

from __future__ import annotations

import numpy as np
from manim import Circle

from netsim import Reading
from scenes.mobjects.edges import HAIRLINE
from scenes.mobjects.neuron import Neuron
from scenes.mobjects.quantity import Quantity, Scale
from scenes.theme import Theme

STROKE = 100  # manim's stroke widths in one scene unit


class Rim(Circle, Quantity):
    """A ring on a neuron's outline: its colour is the sign, its width the size of a reading.

    Parameters
    ----------
    scale
        Width for value, as of edges; a rim thinner than a hairline is drawn as one.
    """

    def __init__(self, reading: Reading, scale: Scale, neuron: Neuron, theme: Theme) -> None:
        value = float(reading)
        super().__init__(
            radius=neuron.width / 2,
            stroke_color=theme.signed(value) if value else theme.of("faint"),
            stroke_width=STROKE * max(abs(value) * scale.unit, HAIRLINE),
            fill_opacity=0,
        )
        self.reading, self.theme, self.scale_of_width = reading, theme, scale
        self.move_to(neuron)

    def shown(self) -> float:
        """Return the value that width and colour stand for; NaN for a hairline."""
        width = self.get_stroke_width() / STROKE
        sign = 1.0 if self.get_stroke_color() == self.theme.of("up") else -1.0
        return sign * width / self.scale_of_width.unit if width > HAIRLINE else float(np.nan)
