"""Neurons that leave their column for a plot: each stands where its activation and another reading put it."""

from __future__ import annotations

import numpy as np
from manim import Animation, Mobject, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.plots.plot import PlotFrame


class Height(VMobject, Quantity):
    """The height of a mark in a plot as a quantity of its own, beside what the mark itself shows."""

    def __init__(self, mark: Mobject, reading: Reading, frame: PlotFrame) -> None:
        super().__init__()
        self.mark, self.reading, self.frame = mark, reading, frame
        self.rounding = 1e-6 / frame.unit_y

    def shown(self) -> float:
        """Return the upright value that the middle of the mark stands for."""
        return float(self.frame.value(self.mark.get_center()[None])[0])


class PlacedNeuron(VGroup):
    """A neuron in a plot: as far right as it is bright, as high as its other reading.

    Parameters
    ----------
    activation
        What its brightness and its place across show.
    height
        What its height shows.
    radius, span
        Of the neuron, see :class:`~scenes.mobjects.network.neuron.Neuron`.
    """

    def __init__(
        self,
        activation: Reading,
        height: Reading,
        frame: PlotFrame,
        radius: float,
        span: tuple[float, float],
        theme: Theme,
    ) -> None:
        super().__init__()
        self.neuron = Neuron(radius, span, theme).set_reading(activation)
        self.neuron.move_to(frame.point(float(activation), float(height)))
        self.add(self.neuron, Height(self.neuron, height, frame))

    def fly_from(self, start: np.ndarray) -> Animation:
        """Return the animation in which the neuron leaves another place for its own."""
        place = self.neuron.get_center()
        self.move_to(start)
        return self.animate.move_to(place).build()
