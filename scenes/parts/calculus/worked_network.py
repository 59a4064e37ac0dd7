"""The 2-2-2 network of the worked example, with the place of each of its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np
from manim import RIGHT, UP, Circle, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.chain import ValuedNeuron, signs_and_widths
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

LAYER, EDGES, TARGETS = 3, 7, 3  # shares of the width
LINES, NEURON, BETWEEN = 4, 4, 7  # shares of the height: two lines of numbers, a neuron, room between the neurons
BEFORE, AFTER = 2, 3  # shares of an edge before and after the place of its number
WIDEST, LEVEL = 0.085, 5  # of an edge; how visible they are: the thinnest, too, is to be seen
TWO = (0, 1)


class WorkedNetwork:
    """Makes the parts of the network's picture at each moment t: neurons, edges, and numbers in their places."""

    def __init__(self, trace: Trace, theme: Theme, words: Messages, room: Zone) -> None:
        self.trace, self.theme, self.words, self.room = trace, theme, words, room
        area = replace(room, top=room.head, bottom=room.picture.bottom)
        columns = area.columns(LAYER, EDGES, LAYER, EDGES, LAYER, TARGETS)
        upper, one, _, two, lower = area.rows(LINES, NEURON, BETWEEN, NEURON, LINES)
        self.layers, self.between = columns[0:5:2], columns[1:5:2]
        self.heights = [one.y, two.y]  # of the two neurons of a layer
        self.lines = [zone.rows(1, 1) for zone in (upper, lower)]  # of numbers over the upper, under the lower
        self.radius = (self.layers[0].width - gap.medium) / 2
        self.scale = Scale.fit([trace.reading(f"worked/W{l}") for l in (1, 2)], WIDEST)
        ring = Circle(self.radius, stroke_color=theme.of("dim"), stroke_width=stroke.thin)
        self.rings = VGroup(*[ring.copy().move_to(self.at(l, j)) for l, j in product((1, 2), TWO)])

    def value(self, name: str, t: int, l: int, *place: int) -> Reading:
        """Return a number of the exhibit."""
        return self.trace.reading(f"worked/{name}{l}", t, *place)

    def neurons(self, l: int, t: int) -> VGroup:
        """Return the neurons of a layer, lit, with their numbers in them; inputs as they are given."""
        layer, spec = (self.trace.reading("worked/x"), "g") if l == 0 else (self.value("a", t, l), ".3f")
        return VGroup(
            *[ValuedNeuron(layer[j], self.radius, self.theme, spec).move_to(self.at(l, j)).lit() for j in TWO]
        )

    def legend(self, t: int) -> VGroup:
        """Return the line under the network that says what colours and widths of edges mean."""
        shown = self.scale.among([self.value("W", t, l) for l in (1, 2)])
        return signs_and_widths(shown, self.theme, self.words).move_to((self.layers[1].x, self.room.legend, 0))

    def edges(self, t: int) -> list[Edges]:
        """Return the weights of both layers, first to last."""
        side = self.radius * RIGHT
        return [
            Edges(
                self.value("W", t, l),
                np.array([self.at(l - 1, k) + side for k in TWO])[None],
                np.array([self.at(l, j) - side for j in TWO])[:, None],
                self.scale,
                self.theme,
            ).set_level(LEVEL)
            for l in (1, 2)
        ]

    def weights(self, t: int, name: str = "W", layers: Sequence[int] = (1, 2)) -> dict[tuple[int, int, int], Readout]:
        """Return the numbers beside the edges, by l, j, k: weights, or their derivatives (dC_dW)."""
        role = "sign" if name == "W" else "cost"
        numbers = {}
        for l, j, k in product(layers, TWO, TWO):
            number = Readout(self.value(name, t, l, j, k), self.theme, spec=self.spec(name, t), role=role)
            numbers[l, j, k] = number.move_to(self.beside_edge(l, j, k))
        return numbers

    def biases(self, t: int) -> dict[tuple[int, int], Formula]:
        """Return the biases between the neurons, by l, j, each in the colour of its sign."""
        shown = {}
        for l in (1, 2):
            for j in TWO:
                b = self.value("b", t, l, j)
                line = Formula(
                    "b = <b>",
                    self.theme,
                    numbers={"b": (b, self.spec("b", t))},
                    roles={"b": "up" if float(b) >= 0 else "down"},
                    role="dim",
                    size="small",
                )
                shown[l, j] = line.move_to(self.at(l, j) + (self.radius + gap.medium) * (2 * j - 1) * UP)
        return shown

    def names(self) -> VGroup:
        """Return the names of the inputs, above the upper and below the lower."""
        names = [Formula(f"x_{j}", self.theme, size="small") for j in TWO]
        return VGroup(
            *[
                name.next_to(self.at(0, j) - self.radius * UP * (2 * j - 1), UP * (1 - 2 * j), gap.small)
                for j, name in enumerate(names)
            ]
        )

    def line(self, name: str, l: int, t: int, row: int) -> VGroup:
        """Return a number of each neuron, in one of two rows: above the upper, below the lower."""
        pair = VGroup()
        for j in TWO:
            line = Formula(
                f"{name}_{j}^(({l})) = <value>",
                self.theme,
                numbers={"value": (self.value(name, t, l, j), ".4f")},
                role="cost" if name == "delta" else "ink",
                size="small",
            )
            right = self.layers[l].right + gap.medium
            pair.add(line.shift((right - line.get_right()[0], 0, 0)).level_with(self.lines[j][row].y))
        return pair

    def targets(self) -> VGroup:
        """Return what the outputs should be, to their right."""
        pair = VGroup()
        for j in TWO:
            number = {"y": (self.trace.reading("worked/y", j), "g")}
            line = Formula(f"y_{j} = <y>", self.theme, numbers=number, role="dim", size="small")
            pair.add(line.next_to(self.at(2, j) + self.radius * RIGHT, RIGHT, gap.small))
        return pair

    def spec(self, name: str, t: int) -> str:
        """Return a parameter's format: as it is given at first, then with four decimals, as on paper."""
        return "g" if t == 0 and name in ("W", "b") else ".4f"

    def at(self, l: int, j: int) -> np.ndarray:
        """Return the middle of neuron j of layer l."""
        return np.array([self.layers[l].x, self.heights[j], 0])

    def beside_edge(self, l: int, j: int, k: int) -> np.ndarray:
        """Return where the number of the edge from neuron k of layer l - 1 to neuron j stands: never on an edge."""
        out = 1 if k == 0 else -1  # away from the other row
        before, _ = self.between[l - 1].columns(BEFORE, AFTER)
        if j == k:
            return np.array([self.between[l - 1].x, self.heights[k] + out * gap.medium, 0])
        return np.array([before.right, self.heights[k] - out * gap.line, 0])
