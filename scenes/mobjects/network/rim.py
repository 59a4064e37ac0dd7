"""The rim of a neuron: what is wanted of its bias, on the scale of the edges beside it."""

from __future__ import annotations

from manim import Circle

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.stroke import SignedStroke
from scenes.mobjects.network.neuron import Neuron


class Rim(SignedStroke, Circle):
    """A ring on a neuron's outline: its colour is the sign, its width the size of a reading.

    Parameters
    ----------
    scale
        Width for value, as of edges; a rim thinner than a hairline is drawn as one.
    """

    def __init__(self, reading: Reading, scale: Scale, neuron: Neuron, theme: Theme) -> None:
        super().__init__(radius=neuron.width / 2, fill_opacity=0)
        self.theme, self.scale_of_width = theme, scale
        self.set_reading(reading)
        self.move_to(neuron)
