"""A network with one neuron a layer as a picture: every activation, weight and bias with its number."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import DOWN, RIGHT, UP, Animation, Circle, Line, Mobject, ShowPassingFlash, VGroup, normalize

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.stroke import SignedStroke
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.type.formula import scale_note
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.words.messages import Messages

WIDEST = 0.06  # scene units of the largest weight's edge
SPEC = ".3f"
BUFF = 0.14  # between a thing and its number
FLASH = 0.35  # share of an edge that shines as something passes along it


class ChainEdge(SignedStroke, Line):
    """One edge: its colour is the sign of a weight, its width the size on a scale."""

    def __init__(self, weight: Reading, start: np.ndarray, end: np.ndarray, scale: Scale, theme: Theme) -> None:
        super().__init__(start, end)
        self.theme, self.scale_of_width = theme, scale
        self.set_reading(weight)

    def pass_forward(self) -> Animation:
        """Return the animation in which a shine passes along the edge, from left to right."""
        shine = Line(self.get_start(), self.get_end(), stroke_width=self.get_stroke_width() + 2)
        return ShowPassingFlash(shine.set_color(self.theme.of("ink")), time_width=FLASH)


class ValuedNeuron(VGroup):
    """A neuron with its activation written in it, dark on bright and bright on dark.

    Attributes
    ----------
    outline
        The circle that stands there before anything is known.
    circle
        The neuron, as bright as its activation.
    value
        The number.
    """

    def __init__(self, activation: Reading, radius: float, theme: Theme, spec: str = SPEC) -> None:
        super().__init__()
        self.outline = Circle(radius, stroke_width=1.8, color=theme.of("ink"))
        self.circle = Neuron(radius, (0.0, 1.0), theme).set_reading(activation)
        role = "dark_neuron" if float(activation) > 0.5 else "bright_neuron"
        self.value = Readout(activation, theme, spec=spec, role=role)
        self.add(self.outline)

    def light(self, source: np.ndarray | None = None) -> list[Animation]:
        """Return the animations that let the activation light up; its number may come from somewhere."""
        self.lit()
        return [FadeIn(self.circle), FadeIn(self.value, target_position=source)]

    def lit(self) -> ValuedNeuron:
        """Show the activation at once."""
        self.add(self.circle.move_to(self.outline), self.value.move_to(self.outline))
        return self


def into(end: Mobject, source: ValuedNeuron, theme: Theme) -> Line:
    """Return the line from a neuron to the top of what it goes into."""
    top, middle = end.get_top() + 0.1 * UP, source.outline.get_center()
    start = middle + source.outline.width / 2 * normalize(top - middle)
    return Line(start, top, stroke_width=2, color=theme.of("dim"))


class ChainDiagram(VGroup):
    """Neurons in a row, an edge between each and the next.

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
        self.edges: dict[int, ChainEdge] = {}
        self.weights: dict[int, Readout] = {}
        self.biases: dict[int, Readout] = {}
        for l, (weight, bias) in enumerate(zip(weights, biases, strict=True), start=1):
            before, after = self.neurons[l - 1], self.neurons[l]
            start, end = before.outline.get_right(), after.outline.get_left()
            self.edges[l] = ChainEdge(weight, start, end, self.scale_of_edges, theme)
            self.weights[l] = Readout(weight, theme, spec=SPEC, role="sign")
            self.weights[l].next_to((start + end) / 2, UP, buff=BUFF)
            self.biases[l] = Readout(bias, theme, spec=SPEC, role="sign").next_to(after.outline, DOWN, buff=BUFF)
        self.add(*self.edges.values(), *self.neurons, *self.weights.values(), *self.biases.values())

    def link(self, l: int) -> VGroup:
        """Return what leads into layer l: its edge and weight, its neuron and bias."""
        return VGroup(self.edges[l], self.weights[l], self.neurons[l], self.biases[l])

    def lit(self) -> ChainDiagram:
        """Show every activation at once."""
        for neuron in self.neurons:
            neuron.lit()
        return self

    def legend(self, words: Messages) -> VGroup:
        """Return the line that says what colours and widths mean."""
        return signs_and_widths(self.scale_of_edges, self.theme, words)


def signs_and_widths(scale: Scale, theme: Theme, words: Messages) -> VGroup:
    """Return the line that says what colours and widths of edges mean."""
    signs = Words(words.say("chain", {}, "signs"), theme, size="small", role="dim")
    width = scale_note(scale, theme, words.say("chain", {}, "widest"))
    return VGroup(signs, width.next_to(signs, RIGHT, buff=0.14).stand_on(signs.baseline))
