"""A network with one neuron a layer as a picture: every activation, weight and bias with its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import DOWN, UP, Animation, Circle, Line, ShowPassingFlash, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.type.number import Readout

WIDEST = 0.06  # scene units of the largest weight's edge
SPEC = ".3f"
BUFF = 0.14  # between a thing and its number
FLASH = 0.35  # share of an edge that shines as something passes along it


class ValuedNeuron(VGroup):
    """A neuron with its activation written in it, dark on bright and bright on dark.

    Parameters
    ----------
    span
        The (low, high) range of activations that goes from dark to bright.

    Attributes
    ----------
    outline
        The circle that stands there before anything is known.
    circle
        The neuron, as bright as its activation.
    value
        The number.
    """

    def __init__(
        self,
        activation: Reading,
        radius: float,
        theme: Theme,
        spec: str = SPEC,
        span: tuple[float, float] = (0.0, 1.0),
    ) -> None:
        super().__init__()
        self.span = span
        self.outline = Circle(radius, stroke_width=1.8, color=theme.of("ink"))
        self.circle = Neuron(radius, span, theme).set_reading(activation)
        self.value = Readout(activation, theme, spec=spec, role=self._standing_out(activation))
        self.add(self.outline)

    def set_reading(self, activation: Reading) -> ValuedNeuron:
        """Show another activation."""
        self.circle.set_reading(activation)
        self.value.role = self._standing_out(activation)
        self.value.set_reading(activation)
        return self

    def light(self, source: np.ndarray | None = None) -> list[Animation]:
        """Return the animations that let the activation light up; its number may come from somewhere."""
        self.lit()
        return [FadeIn(self.circle), FadeIn(self.value, target_position=source)]

    def lit(self) -> ValuedNeuron:
        """Show the activation at once."""
        self.add(self.circle.move_to(self.outline), self.value.move_to(self.outline))
        return self

    def _standing_out(self, activation: Reading) -> str:
        """Return the role in which a number can be read on a neuron as bright as it says."""
        return "dark_neuron" if float(activation) > sum(self.span) / 2 else "bright_neuron"


class ChainDiagram(VGroup):
    """Neurons in a row, an edge between each and the next: grey, as wide as its weight is large.

    Parameters
    ----------
    activations
        (layers + 1,) what each neuron holds, the input first.
    weights, biases
        (layers,) of the neurons after the input.
    xs, y
        Where the neurons stand.
    radius
        Of a neuron, in scene units.

    Attributes
    ----------
    neurons
        Layer 0..L.
    edges, weights, biases
        By layer 1..L: the edge, and the numbers over it and under the neuron that it leads to.
    """

    def __init__(
        self,
        activations: Reading,
        weights: Reading,
        biases: Reading,
        theme: Theme,
        *,
        xs: Sequence[float],
        y: float,
        radius: float = 0.55,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.scale_of_edges = Scale.fit([weights], WIDEST)
        self.neurons = [ValuedNeuron(a, radius, theme) for a in activations]
        for neuron, x in zip(self.neurons, xs, strict=True):
            neuron.move_to((x, y, 0))
        self.edges: dict[int, Strand] = {}
        self.weights: dict[int, Readout] = {}
        self.biases: dict[int, Readout] = {}
        for l, (weight, bias) in enumerate(zip(weights, biases, strict=True), start=1):
            before, after = self.neurons[l - 1], self.neurons[l]
            start, end = before.outline.get_right(), after.outline.get_left()
            self.edges[l] = Strand(start, end, self.scale_of_edges, weight, theme, role="dim")
            self.weights[l] = Readout(weight, theme, spec=SPEC).next_to((start + end) / 2, UP, buff=BUFF)
            self.biases[l] = Readout(bias, theme, spec=SPEC).next_to(after.outline, DOWN, buff=BUFF)
        self.add(*self.edges.values(), *self.neurons, *self.weights.values(), *self.biases.values())

    def link(self, l: int) -> VGroup:
        """Return what leads into layer l: its edge and weight, its neuron and bias."""
        return VGroup(self.edges[l], self.weights[l], self.neurons[l], self.biases[l])

    def lit(self) -> Self:
        """Show every activation at once."""
        for neuron in self.neurons:
            neuron.lit()
        return self

    def pass_forward(self, l: int) -> Animation:
        """Return the animation in which a shine passes along the edge into layer l, from left to right."""
        edge = self.edges[l]
        shine = Line(*edge.get_start_and_end(), stroke_width=edge.get_stroke_width() + 2, color=self.theme.of("ink"))
        return ShowPassingFlash(shine, time_width=FLASH)
