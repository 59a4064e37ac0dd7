"""The 2-2-2 network of the worked example, with the place of each of its numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Circle, VGroup

from netsim import Reading, Trace
from scenes.mobjects.edges import SPOKEN, Edges
from scenes.mobjects.formula import Formula
from scenes.mobjects.neuron import Neuron
from scenes.mobjects.number import Readout
from scenes.mobjects.quantity import Scale
from scenes.theme import Theme

XS, YS, RADIUS = (-5.95, -2.5, 0.95), (1.2, -1.2), 0.33  # of the layers, of the two neurons of each
LINES, PITCH, RIGHT_EDGE = 0.57, 0.31, 0.62  # from a neuron to the nearest line of numbers; between lines; their end
ALONG, BESIDE, OVER = 0.36, 0.36, 0.2  # of a weight's number: a share of its edge, from the row of its start, from it
BIAS = 0.58  # from a neuron to its bias, on the other side
WIDEST = 0.06  # of an edge
SYMBOLS = {"x": "x", "z": "z", "a": "a", "delta": "delta"}
TWO = (0, 1)


class WorkedNetwork:
    """Makes the parts of the network's picture at each moment t: neurons, edges, and numbers in their places."""

    def __init__(self, trace: Trace, theme: Theme) -> None:
        self.trace, self.theme = trace, theme
        self.scale = Scale.fit([trace.reading(f"worked/W{l}") for l in (1, 2)], WIDEST)
        self.rings = VGroup(
            *[
                Circle(RADIUS, stroke_color=theme.of("dim"), stroke_width=1.5).move_to(at(l, j))
                for l in (1, 2)
                for j in TWO
            ]
        )

    def value(self, name: str, t: int, l: int, *place: int) -> Reading:
        """Return a number of the exhibit."""
        return self.trace.reading(f"worked/{name}{l}", t, *place)

    def neurons(self, l: int, t: int) -> VGroup:
        """Return the neurons of a layer, lit."""
        layer = self.trace.reading("worked/x") if l == 0 else self.value("a", t, l)
        pair = [Neuron(RADIUS, (0.0, 1.0), self.theme).set_reading(layer[j]).move_to(at(l, j)) for j in TWO]
        return VGroup(*pair)

    def edges(self, t: int) -> list[Edges]:
        """Return the weights of both layers, first to last."""
        side = np.array([RADIUS, 0.0, 0.0])
        return [
            Edges(
                self.value("W", t, l),
                np.array([at(l - 1, k) + side for k in TWO])[None],
                np.array([at(l, j) - side for j in TWO])[:, None],
                self.scale,
                self.theme,
            ).set_level(SPOKEN)
            for l in (1, 2)
        ]

    def weights(self, t: int, name: str = "W", layers: Sequence[int] = (1, 2)) -> dict[tuple[int, int, int], Readout]:
        """Return the numbers beside the edges, by l, j, k: weights, or their derivatives (dC_dW)."""
        role = "sign" if name == "W" else "cost"
        numbers = {}
        for l in layers:
            for j in TWO:
                for k in TWO:
                    number = Readout(self.value(name, t, l, j, k), self.theme, spec=self.spec(name, t), role=role)
                    numbers[l, j, k] = number.move_to(beside_edge(l, j, k))
        return numbers

    def biases(self, t: int) -> dict[tuple[int, int], Formula]:
        """Return the biases between the neurons, by l, j."""
        return {
            (l, j): Formula(
                "b = <b>",
                self.theme,
                numbers={"b": (self.value("b", t, l, j), self.spec("b", t))},
                role="dim",
                size="small",
            ).move_to(at(l, j) + [0, BIAS * (2 * j - 1), 0])
            for l in (1, 2)
            for j in TWO
        }

    def line(self, name: str, l: int, t: int, row: int | None = None) -> VGroup:
        """Return a number of each neuron, in one of three rows above the upper and below the lower, or the nearest."""
        pair = VGroup()
        for j in TWO:
            reading = self.trace.reading("worked/x", j) if l == 0 else self.value(name, t, l, j)
            line = Formula(
                f"{SYMBOLS[name]}_({j + 1}) = <value>",
                self.theme,
                numbers={"value": (reading, "g" if l == 0 else ".4f")},
                role="cost" if name == "delta" else "ink",
                size="small",
            )
            rows = 0 if row is None else 2 - row if j == 0 else row
            away = (LINES + rows * PITCH) * (1 if j == 0 else -1)
            x, y, _ = at(l, j) + [RIGHT_EDGE, away, 0]
            line.shift((x - line.get_right()[0], 0, 0)).stand_on(y - 0.33 * line.em)
            pair.add(line)
        return pair

    def targets(self) -> VGroup:
        """Return what the outputs should be, to their right."""
        pair = VGroup()
        for j in TWO:
            number = {"y": (self.trace.reading("worked/y", j), "g")}
            line = Formula(f"y_({j + 1}) = <y>", self.theme, numbers=number, role="dim", size="small")
            pair.add(line.move_to(at(2, j) + [RADIUS + 0.15 + line.width / 2, 0, 0]))
        return pair

    def spec(self, name: str, t: int) -> str:
        """Return a parameter's format: as it is given at first, then with four decimals, as on paper."""
        return "g" if t == 0 and name in ("W", "b") else ".4f"


def at(l: int, j: int) -> np.ndarray:
    """Return the middle of neuron j of layer l."""
    return np.array([XS[l], YS[j], 0.0])


def beside_edge(l: int, j: int, k: int) -> np.ndarray:
    """Return where the number of the edge from neuron k of layer l - 1 to neuron j stands: never on an edge."""
    out = 1 if k == 0 else -1  # away from the other row
    start, end = XS[l - 1] + RADIUS, XS[l] - RADIUS
    if j == k:
        return np.array([(start + end) / 2, YS[k] + out * OVER, 0.0])
    return np.array([start + ALONG * (end - start), YS[k] - out * BESIDE, 0.0])
