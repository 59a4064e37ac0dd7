"""The 2-2-2 network of the worked example, with the place of each of its numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
from manim import RIGHT, UP, Animation, VGroup, linear

from netsim import Reading, Trace
from netsim.figures.calculus.worked import handed_back
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.chain import ValuedNeuron
from scenes.mobjects.network.comets import Comets
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.worked.numbers import NamedNumber, OnEdge
from scenes.stage.zones import Zone

LAYER, EDGES, TARGETS = 3, 8, 3  # shares of the width
LINES, NEURON, BETWEEN = 8, 4, 9  # shares of the height: lines of numbers, a neuron, room between the neurons
NEAR = 1 / 3  # of an edge, from its start: there its number stands, where no other edge is near
ARRIVES = 4 / 5  # of an edge: there a number that runs along it is gone
WIDEST, LEVEL = 0.085, 5  # of an edge; how visible they are: the thinnest, too, is to be seen
AMOUNT = 5 * gap.medium  # scene units of the largest delta's bar
HEAD = gap.small + gap.hair  # radius of the largest comet
TWO = (0, 1)
FINE, GIVEN, WITHIN = ".4f", "g", ".3f"  # as on paper; as it is given; in a neuron


class WorkedNetwork:
    """Holds the parts of the network's picture, which shows one moment t of the exhibit `worked`.

    Parameters
    ----------
    room
        The zone that it fills.

    Attributes
    ----------
    neurons
        By layer 0..2, as rings until they are lit.
    edges
        By layer, grey.
    weights, biases
        The numbers on the edges, by l, j, k, and between the neurons, by l, j.
    z, delta
        The lines over the upper and under the lower neuron of a layer, by l, j.
    amounts
        The deltas as bars, by l, j: what is positive to the right.
    names, targets
        The names of the inputs; what the outputs should be.
    """

    def __init__(self, trace: Trace, theme: Theme, room: Zone) -> None:
        self.trace, self.theme = trace, theme
        area = replace(room, top=room.top - gap.medium, bottom=room.bottom + gap.medium)
        columns = area.columns(LAYER, EDGES, LAYER, EDGES, LAYER, TARGETS)
        upper, one, _, two, lower = area.rows(LINES, NEURON, BETWEEN, NEURON, LINES)
        self.layers, self.heights = columns[0:5:2], [one.y, two.y]
        self.lines = [
            upper.inset(bottom=gap.medium).rows(2, 4, 3)[::-1],
            lower.inset(top=gap.medium).rows(3, 4, 2),
        ]  # nearest first, of the upper and the lower
        self.radius = (self.layers[0].width - gap.medium) / 2
        self.scale = Scale.fit([trace.reading(f"worked/W{l}") for l in (1, 2)], WIDEST)
        self.edges = {l: self._edges(l) for l in (1, 2)}
        self.neurons = {l: [self._neuron(l, j) for j in TWO] for l in (0, 1, 2)}
        both = list(product((1, 2), TWO))
        self.weights = {
            (l, j, k): OnEdge(self.value("W", 0, l, j, k), theme, GIVEN, self._on_edge(l, j, k))
            for (l, j), k in product(both, TWO)
        }
        self.biases = {(l, j): self._bias(l, j) for l, j in both}
        self.z = {(l, j): self._line("z", l, j, 0, "ink") for l, j in both}
        self.delta = {(l, j): self._line("delta", l, j, 1, "cost") for l, j in both}
        amounts = Scale.fit([trace.reading(f"worked/delta{l}", 0) for l in (1, 2)], AMOUNT)
        self.amounts = {
            (l, j): Bar(self.value("delta", 0, l, j), amounts, theme, self._in_line(l, j, 2), gap.small)
            for l, j in both
        }
        self.names, self.targets = VGroup(*map(self._name, TWO)), VGroup(*map(self._target, TWO))

    def value(self, name: str, t: int, l: int, *place: int) -> Reading:
        """Return a number of the exhibit."""
        return self.trace.reading(f"worked/{name}{l}", t, *place)

    def activation(self, t: int, l: int, j: int) -> Reading:
        """Return what a neuron holds at a moment: an input, or an activation."""
        return self.trace.reading("worked/x", j) if l == 0 else self.value("a", t, l, j)

    def given(self) -> VGroup:
        """Return the numbers that the example is given with, but for its inputs and targets."""
        return VGroup(*self.weights.values(), *self.biases.values())

    def rings(self) -> VGroup:
        """Return the neurons of all layers."""
        return VGroup(*[neuron for pair in self.neurons.values() for neuron in pair])

    # --- what it shows ------------------------------------------------------------------

    def set_moment(self, t: int) -> None:
        """Show the weights, biases and activations of a moment."""
        for l in (1, 2):
            self.edges[l].set_weights(self.value("W", t, l))
            for j in TWO:
                self.neurons[l][j].set_reading(self.value("a", t, l, j))
        self.show_parameters(t)

    def show_parameters(self, t: int) -> None:
        """Write the weights and biases of a moment."""
        spec = GIVEN if t == 0 else FINE
        for (l, j, k), number in self.weights.items():
            number.set_reading(self.value("W", t, l, j, k), spec)
        for (l, j), bias in self.biases.items():
            bias.set_reading(self.value("b", t, l, j), spec)

    def show_derivatives(self) -> None:
        """Write in the place of each weight the derivative of the first cost by it."""
        for (l, j, k), number in self.weights.items():
            number.set_reading(self.value("dC_dW", 0, l, j, k), FINE, "cost")

    def heads(self) -> VGroup:
        """Return what the numbers on the edges are while they are derivatives, over those into either layer."""
        heads = VGroup(*[Formula("partial C_0 \\/ partial w", self.theme, role="cost", size="small") for _ in (1, 2)])
        for l, head in enumerate(heads, start=1):
            start, end = self.ends(l, 0, 0)
            head.next_to(start + NEAR * (end - start), UP, gap.large)
        return heads

    # --- what runs along its edges --------------------------------------------------------

    def running(self, l: int) -> tuple[VGroup, list[Animation]]:
        """Return the numbers that the layer before hands on along the edges into layer l, and how they run."""
        numbers, runs = VGroup(), []
        for j, k in product(TWO, TWO):
            spec = GIVEN if l == 1 else WITHIN
            number = Readout(self.activation(0, l - 1, k), self.theme, spec=spec)
            start, end = self.ends(l, j, k)
            numbers.add(number.move_to(start))
            run = number.animate.move_to(start + ARRIVES * (end - start)).build()
            runs.append(run.set_rate_func(linear))
        return numbers, runs

    def comets(self) -> list[Comets]:
        """Return what each output's delta hands back along its edges, delta times weight, as amounts."""
        back = [handed_back(self.trace, j) for j in TWO]
        scale = Scale.fit(back, HEAD)
        found = []
        for j in TWO:
            ends = [self.ends(2, j, k) for k in TWO]
            found.append(Comets(back[j], ends[0][1], np.array([start for start, _ in ends]), scale, self.theme))
        return found

    # --- places ---------------------------------------------------------------------------

    def at(self, l: int, j: int) -> np.ndarray:
        """Return the middle of neuron j of layer l."""
        return np.array([self.layers[l].x, self.heights[j], 0])

    def ends(self, l: int, j: int, k: int) -> tuple[np.ndarray, np.ndarray]:
        """Return where the edge from neuron k of layer l - 1 to neuron j of layer l starts and ends."""
        side = self.radius * RIGHT
        return self.at(l - 1, k) + side, self.at(l, j) - side

    def _on_edge(self, l: int, j: int, k: int) -> np.ndarray:
        start, end = self.ends(l, j, k)
        return np.asarray(start + NEAR * (end - start))

    def _in_line(self, l: int, j: int, row: int) -> np.ndarray:
        return np.array([self.layers[l].x, self.lines[j][row].y, 0])

    # --- parts ----------------------------------------------------------------------------

    def _neuron(self, l: int, j: int) -> ValuedNeuron:
        spec = GIVEN if l == 0 else WITHIN
        return ValuedNeuron(self.activation(0, l, j), self.radius, self.theme, spec).move_to(self.at(l, j))

    def _edges(self, l: int) -> Edges:
        starts, ends = ([[self.ends(l, j, k)[i] for k in TWO] for j in TWO] for i in (0, 1))
        weights = self.value("W", 0, l)
        return Edges(weights, np.array(starts), np.array(ends), self.scale, self.theme, grey=True).set_level(LEVEL)

    def _bias(self, l: int, j: int) -> NamedNumber:
        number = NamedNumber("b", self.value("b", 0, l, j), self.theme, GIVEN)
        return number.move_to(self.at(l, j) + (self.radius + gap.medium) * (2 * j - 1) * UP)

    def _line(self, name: str, l: int, j: int, row: int, role: str) -> NamedNumber:
        line = NamedNumber(_symbol(name, l, j), self.value(name, 0, l, j), self.theme, FINE, role)
        return line.move_to(self._in_line(l, j, row))

    def _name(self, j: int) -> Formula:
        name = Formula(f"x_{j}", self.theme, size="small")
        return name.next_to(self.at(0, j) - self.radius * UP * (2 * j - 1), UP * (1 - 2 * j), gap.small)

    def _target(self, j: int) -> Formula:
        number = {"y": (self.trace.reading("worked/y", j), GIVEN)}
        line = Formula(f"y_{j} = <y>", self.theme, numbers=number, size="small")
        return line.next_to(self.at(2, j) + self.radius * RIGHT, RIGHT, gap.medium)


def _symbol(name: str, l: int, j: int) -> str:
    """Return a symbol of neuron j of layer l; neurons count from 0, as everywhere."""
    return f"{name}_{j}^(({l}))"
