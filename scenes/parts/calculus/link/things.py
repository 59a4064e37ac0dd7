"""The row of things of the opened chain: neurons, edges, what is made of what; a computation tree on its side."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import LEFT, RIGHT, UP, Arrow, Line, Mobject, RoundedRectangle, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.chain import WIDEST, ValuedNeuron
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.link.places import LinkPlaces

LAYERS = (1, 2, 3)
INSIDE = ".2f"  # a number within a neuron keeps clear of its rim
OVER = 4 / 5  # of a radius, across and up: the stroke from a bias, which stands over the neuron before


class Things(VGroup):
    """What the symbols of the opened chain stand at.

    Parameters
    ----------
    places
        Where all stands: its first line is that of the weight of layer `first`.

    Attributes
    ----------
    given
        The values of what comes in and has no line: a2, b3, y.
    neurons
        By name: the activation that comes in, those at the right ends of the capsules, the target.
    capsules
        By layer: a neuron stretched from its sum to its activation.
    squashes
        By layer: an arrow within the capsule, from the sum to the activation, and over it sigma.
    edges
        By layer: as wide as its weight is large.
    cost
        What the last activation and the target go into.
    links
        The strokes between things, by the names of both ends: ("b3", "z3"), ("a3", "C"), ("y", "C").
    """

    def __init__(self, trace: Trace, theme: Theme, places: LinkPlaces, first: int) -> None:
        super().__init__()
        self.trace, self.theme, self.places, self.first = trace, theme, places, first
        layers = LAYERS[first - 1 :]
        self.xs = {f"w{first}": places.xs[0], "C": places.xs[-1], "y": places.after, f"a{first - 1}": places.before}
        for i, l in enumerate(layers):
            self.xs |= {f"z{l}": places.xs[2 * i + 1], f"a{l}": places.xs[2 * i + 2]}
        self.xs |= {f"w{l}": (self.xs[f"a{l - 1}"] + self.xs[f"z{l}"]) / 2 for l in layers[1:]}
        reading = trace.reading
        self.given = {f"a{first - 1}": reading("chain/a", first - 1)}
        self.given |= {f"b{l}": reading("chain/b", l - 1) for l in layers} | {"y": reading("chain/y")}
        scale = Scale.fit([reading("chain/W")], WIDEST)
        self.capsules = {l: self._capsule(l) for l in layers}
        self.squashes = {l: self._squash(l) for l in layers}
        self.edges = {
            l: Strand(self._right(f"a{l - 1}"), self._left(f"z{l}"), scale, reading("chain/W", l - 1), theme, "dim")
            for l in layers
        }
        self.neurons: dict[str, Neuron | ValuedNeuron] = {
            name: ValuedNeuron(self.given[name], places.radius, theme, spec).move_to(self.at(name)).lit()
            for name, spec in ((f"a{first - 1}", INSIDE), ("y", ".0f"))
        }
        for l in layers:
            ball = Neuron(places.radius, (0, 1), theme).set_reading(reading("chain/a", l))
            self.neurons[f"a{l}"] = ball.move_to(self.at(f"a{l}"))
        self.cost = self._cost()
        self.links = {("a3", "C"): self._link(self._right("a3"), self.cost.get_left())}
        self.links["y", "C"] = self._link(self._left("y"), self.cost.get_right())
        self.biases = {l: Readout(self.given[f"b{l}"], theme, spec=".3f") for l in layers}
        for l in layers:
            end = self.at(f"z{l}") + places.radius * (UP + LEFT) / np.sqrt(2)
            self.links[f"b{l}", f"z{l}"] = self._link(end + OVER * places.radius * (UP + LEFT), end)
        self.add(*self.links.values(), *self.edges.values(), *self.capsules.values(), *self.neurons.values())
        self.add(self.cost, *self.biases.values(), *self.squashes.values())

    def thing(self, name: str) -> Mobject:
        """Return what a symbol stands at: a neuron, an edge, the capsule of a sum, a bias, the cost."""
        if name in self.neurons:
            return self.neurons[name]
        if name == "C":
            return self.cost
        kind, l = name[0], int(name[1:])
        if kind == "b":
            return self.biases[l]
        return self.edges[l] if kind == "w" else self.capsules[l]

    def x(self, name: str) -> float:
        """Return where a thing stands, across."""
        return self.xs[name]

    def at(self, name: str) -> np.ndarray:
        """Return the middle of a thing."""
        return np.array([self.xs[name], self.places.things, 0])

    def put_bias(self, name: str, symbol: Formula) -> Formula:
        """Put a bias's symbol before the stroke that leads from it, its number between them."""
        start, number = self.links[name, f"z{name[1:]}"].get_start(), self.biases[int(name[1:])]
        number.next_to(start, LEFT, gap.hair).level_with(start[1])
        return symbol.next_to(number, LEFT, gap.small).level_with(start[1])

    def set_values(self, values: Mapping[str, Reading]) -> None:
        """Show other values: of weights, and of activations."""
        for name, value in values.items():
            if name[0] == "w":
                self.edges[int(name[1:])].set_reading(value)
            elif name in self.neurons:
                self.neurons[name].set_reading(value)

    # --- making -------------------------------------------------------------------------

    def _right(self, name: str) -> np.ndarray:
        return np.asarray(self.at(name) + self.places.radius * RIGHT)

    def _left(self, name: str) -> np.ndarray:
        return np.asarray(self.at(name) + self.places.radius * LEFT)

    def _link(self, start: np.ndarray, end: np.ndarray) -> Line:
        return Line(start, end, stroke_width=stroke.thin, color=self.theme.of("dim"))

    def _capsule(self, l: int) -> RoundedRectangle:
        """Return a neuron stretched: its sum at the left end, its activation at the right."""
        radius, width = self.places.radius, self.xs[f"a{l}"] - self.xs[f"z{l}"]
        capsule = RoundedRectangle(
            corner_radius=radius, width=width + 2 * radius, height=2 * radius, stroke_width=stroke.thin
        )
        capsule.set_stroke(self.theme.of("ink")).set_fill(self.theme.of("background"), 1)
        return capsule.move_to((self.at(f"z{l}") + self.at(f"a{l}")) / 2)

    def _squash(self, l: int) -> VGroup:
        """Return the arrow of the function that makes the activation of the sum, and its name over it."""
        y, radius = self.places.things - self.places.radius / 3, self.places.radius
        ends = (self.xs[f"z{l}"], y, 0), (self.xs[f"a{l}"] - radius - gap.small, y, 0)
        arrow = Arrow(*ends, buff=0, stroke_width=stroke.thin, tip_length=gap.small, color=self.theme.of("dim"))
        sigma = Formula("sigma", self.theme, role="dim", size="small").next_to(arrow, UP, gap.hair)
        return VGroup(arrow, sigma)

    def _cost(self) -> VGroup:
        """Return what the cost is made by: the square of the difference, or half of it."""
        share = "" if self.trace.squares.factor(1) == 2 else "inline(1/2) thin "
        formula = Formula(f"{share}(a - y)^2", self.theme, role="cost", size="small")
        box = RoundedRectangle(
            corner_radius=gap.small, width=formula.width + 2 * gap.small, height=2 * self.places.radius
        )
        box.set_stroke(self.theme.of("cost"), stroke.thin)
        return VGroup(box, formula).move_to(self.at("C"))
