"""The small network of the worked example, with each of its numbers in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

import numpy as np
from manim import RIGHT, UP, Animation, VGroup, VMobject, linear

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
from scenes.parts.calculus.worked.places import Places
from scenes.stage.zones import Zone

ARRIVES = 4 / 5  # of an edge: there a number that runs along it is gone
WIDEST, LEVEL = 0.085, 5  # of an edge; how visible they are: the thinnest, too, is to be seen
GROWN = 2  # times as wide, at most, is the widest edge of a network whose weights grow much
AMOUNT = 5 * gap.medium  # scene units of the largest delta's bar
HEAD = gap.small + gap.hair  # radius of the largest comet
FINE, GIVEN = ".4f", "g"  # as on paper; as it is given
WITHIN, SHORT, LONGEST = ".3f", ".2f", 5  # in a neuron; where that is too long; letters for which it has room


class WorkedNetwork:
    """Holds the parts of the network's picture, which shows one moment t of the exhibit `worked`.

    Parameters
    ----------
    room
        The zone that it fills.

    Attributes
    ----------
    small
        What is true of the network: its sizes and functions.
    places
        Where all stands.
    neurons
        By layer 0..L, as rings until they are lit.
    edges
        By layer, grey.
    weights, biases
        The numbers on the edges, by l, j, k, and beside the neurons, by l, j.
    z, delta
        The lines on the other side of a neuron, by l, j; where layers are crowded, both in one place.
    amounts
        The deltas as bars, by l, j: what is positive to the right; none where layers are crowded.
    names, targets
        The names of the inputs; what the outputs should be.
    """

    def __init__(self, trace: Trace, theme: Theme, room: Zone) -> None:
        self.trace, self.theme, self.small = trace, theme, trace.worked
        self.L, sizes = self.small.L, self.small.sizes
        self.places = Places(sizes, room)
        self.layers = range(1, self.L + 1)
        self.scale = self._widths()
        self._within = SHORT if self.places.crowded or self._long() else WITHIN
        self.edges = {l: self._edges(l) for l in self.layers}
        self.neurons = {l: [self._neuron(l, j) for j in range(n)] for l, n in enumerate(sizes)}
        each = [(l, j) for l in self.layers for j in range(sizes[l])]
        self.weights = {
            (l, j, k): OnEdge(self.value("W", 0, l, j, k), theme, GIVEN, self.places.on_edge(l, j, k))
            for l, j in each
            for k in range(sizes[l - 1])
        }
        self.biases = {(l, j): self._bias(l, j) for l, j in each}
        self.z = {(l, j): self._line("z", l, j, 0, "ink") for l, j in each}
        crowded = self.places.crowded
        self.delta = {(l, j): self._line("delta", l, j, 0 if crowded else 1, "cost") for l, j in each}
        amounts = Scale.fit([trace.reading(f"worked/delta{l}", 0) for l in self.layers], AMOUNT)
        self.amounts = {
            (l, j): Bar(self.value("delta", 0, l, j), amounts, theme, self.places.line(l, j, 2), gap.small)
            for l, j in ([] if crowded else each)
        }
        self.names = VGroup(*map(self._name, range(sizes[0])))
        self.targets = VGroup(*map(self._target, range(sizes[-1])))

    def _widths(self) -> Scale:
        """Return what the widest edge stands for: where weights grow much it is wider, so that the first are seen.

        Where layers are crowded, all are half as wide.
        """
        every = [self.trace.reading(f"worked/W{l}") for l in self.layers]
        widest = WIDEST / 2 if self.places.crowded else WIDEST
        first, all_of_them = (Scale.fit(some, widest) for some in ([W[0] for W in every], every))
        return replace(all_of_them, length=widest * min(all_of_them.longest / first.longest, GROWN))

    def _long(self) -> bool:
        """Whether an activation is longer than a neuron has room for."""
        every = [self.trace[f"worked/a{l}"] for l in self.layers]
        return any(len(f"{a:{WITHIN}}") > LONGEST for some in every for a in some.flat)

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

    def lit(self) -> list[ValuedNeuron]:
        """Return all neurons but the inputs."""
        return [neuron for l in self.layers for neuron in self.neurons[l]]

    def results(self) -> list[VMobject]:
        """Return what was computed of the first moment and stands beside the neurons."""
        sums = [] if self.places.crowded else self.z.values()
        return [*sums, *self.delta.values(), *self.amounts.values()]

    def shrinking(self, columns: Mapping[int, Sequence[VMobject]]) -> list[Animation]:
        """Return how the neurons of another network's columns, by layer, go into those that stand in their place."""
        found, last = [], max(columns)
        for l, column in columns.items():
            at = round(self.L * l / last)
            for i, neuron in enumerate(column):
                into = self.places.at(at, self.small.sizes[at] * i // len(column))
                found.append(neuron.animate.move_to(into).build())
        return found

    # --- what it shows ------------------------------------------------------------------

    def set_moment(self, t: int) -> None:
        """Show the weights, biases and activations of a moment."""
        for l in self.layers:
            self.edges[l].set_weights(self.value("W", t, l))
            for j, neuron in enumerate(self.neurons[l]):
                neuron.set_reading(self.value("a", t, l, j))
        self.show_parameters(t)

    def show_parameters(self, t: int) -> None:
        """Write the weights and biases of a moment; what is as it was given, as that is written."""
        spec = GIVEN if t == 0 else FINE
        for (l, j, k), number in self.weights.items():
            number.set_reading(self.value("W", t, l, j, k), spec)
        for (l, j), bias in self.biases.items():
            bias.set_reading(self.value("b", t, l, j), spec if self.small.trains_biases else GIVEN)

    def show_derivatives(self) -> None:
        """Write in the place of each weight the derivative of the first cost by it."""
        for (l, j, k), number in self.weights.items():
            number.set_reading(self.value("dC_dW", 0, l, j, k), FINE, "cost")

    def heads(self) -> VGroup:
        """Return what the numbers on the edges are while they are derivatives, over those into each layer."""
        heads = VGroup()
        for l in self.layers:
            head = Formula("partial C_0 \\/ partial w", self.theme, role="cost", size="small")
            head.next_to(self.places.over_edges(l), UP, gap.large)
            beside = [z for (m, _), z in self.z.items() if m == l - 1 and abs(z.get_y() - head.get_y()) < gap.line]
            start = max((float(z.get_right()[0]) for z in beside), default=self.places.room.left) + gap.medium
            heads.add(head.shift(max(0, start - float(head.get_left()[0])) * RIGHT))
        return heads

    # --- what runs along its edges --------------------------------------------------------

    def running(self, l: int) -> tuple[VGroup, list[Animation]]:
        """Return the numbers that the layer before hands on along the edges into layer l, and how they run."""
        numbers, runs = VGroup(), []
        for j, k in product(range(self.small.sizes[l]), range(self.small.sizes[l - 1])):
            number = Readout(self.activation(0, l - 1, k), self.theme, spec=self._spec(l - 1, k))
            start, end = self.places.ends(l, j, k)
            numbers.add(number.move_to(start))
            run = number.animate.move_to(start + ARRIVES * (end - start)).build()
            runs.append(run.set_rate_func(linear))
        return numbers, runs

    def comets(self) -> list[Comets]:
        """Return what each output's delta hands back along its edges, delta times weight, as amounts."""
        back = [handed_back(self.trace, j) for j in range(self.small.sizes[2])]
        scale = Scale.fit(back, HEAD)
        found = []
        for j, amounts in enumerate(back):
            ends = [self.places.ends(2, j, k) for k in range(self.small.sizes[1])]
            found.append(Comets(amounts, ends[0][1], np.array([start for start, _ in ends]), scale, self.theme))
        return found

    # --- parts ----------------------------------------------------------------------------

    def _spec(self, l: int, j: int) -> str:
        """Return the format of what a neuron holds."""
        if l:
            return self._within
        return GIVEN if len(format(self.activation(0, 0, j), GIVEN)) <= LONGEST else SHORT

    def _neuron(self, l: int, j: int) -> ValuedNeuron:
        spec, span = self._spec(l, j), span_of(self.trace, "worked")
        neuron = ValuedNeuron(self.activation(0, l, j), self.places.radius, self.theme, spec, span)
        return neuron.move_to(self.places.at(l, j))

    def _edges(self, l: int) -> Edges:
        rows, columns = range(self.small.sizes[l]), range(self.small.sizes[l - 1])
        starts, ends = ([[self.places.ends(l, j, k)[i] for k in columns] for j in rows] for i in (0, 1))
        weights = self.value("W", 0, l)
        return Edges(weights, np.array(starts), np.array(ends), self.scale, self.theme, grey=True).set_level(LEVEL)

    def _bias(self, l: int, j: int) -> NamedNumber:
        bias = NamedNumber("b", self.value("b", 0, l, j), self.theme, GIVEN, grounded=self.places.crowded)
        return bias.move_to(self.places.bias(l, j))

    def _line(self, name: str, l: int, j: int, row: int, role: str) -> NamedNumber:
        crowded = self.places.crowded
        symbol = name if crowded else f"{name}_{j}^(({l}))"  # neurons count from 0, as everywhere
        line = NamedNumber(symbol, self.value(name, 0, l, j), self.theme, FINE, role, grounded=crowded)
        return line.move_to(self.places.line(l, j, row))

    def _name(self, j: int) -> Formula:
        name, up = Formula(f"x_{j}", self.theme, size="small"), self.places.up(0, j) * UP
        return name.next_to(self.places.at(0, j) + self.places.radius * up, up, gap.small)

    def _target(self, j: int) -> Formula:
        number = {"y": (self.trace.reading("worked/y", j), GIVEN)}
        line = Formula(f"y_{j} = <y>", self.theme, numbers=number, size="small")
        return line.next_to(self.places.at(self.L, j) + self.places.radius * RIGHT, RIGHT, gap.medium)


def span_of(trace: Trace, group: str) -> tuple[float, float]:
    """Return what goes from dark to bright: 0 to 1, and more where inputs, activations or targets are beyond that."""
    kept = [trace[key] for key in trace if key in {f"{group}/{name}" for name in ("x", "y", "a1", "a2")}]
    return min(0, *(float(some.min()) for some in kept)), max(1, *(float(some.max()) for some in kept))
