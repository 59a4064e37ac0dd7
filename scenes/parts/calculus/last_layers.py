"""The last two layers of the lesson's network, on the left, and the weight that is told of (K10 to K12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import numpy as np
from manim import LEFT, RIGHT, VGroup

from netsim import Reading, Trace
from scenes.formulas.by_hand import equals_if_exact
from scenes.formulas.rules_of_activations import sign_of
from scenes.look.measures import gap, level
from scenes.look.theme import Theme
from scenes.mobjects.network.chain import signs_and_widths
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import fine_spec
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape, spoken_of, weight_told_of
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

LABELS = 4  # ems left of the neurons, for what names one of them
FEWEST = 4  # decimals of the numbers of a chain
QUIET = level.rest  # of edges that are not spoken of

Line = TypeVar("Line", Formula, Words)


def last_layers(trace: Trace, theme: Theme, words: Messages, room: Zone) -> NetworkDiagram:
    """Return the last two layers, lit and joined, with the neurons of the weight and the first and last of each.

    They are the picture of a room that has a head and a legend too.
    """
    j, k = weight_told_of(trace)
    last, sizes = trace.L, trace.sizes
    network = NetworkDiagram(
        network_shape(trace, 0, 0),
        activations(trace, 0, 0),
        theme,
        words,
        **room.picture.inset(left=LABELS * theme.em()).sides,
        first=last - 1,
        keep={last: (j, sizes[last] - 1, 0, *spoken_of(trace, 0, 0)), last - 1: (k, sizes[last - 1] - 1, 0)},
    ).connect({last: trace.reading(f"W{last}", 0)})
    network.edges[last].set_level(QUIET)
    return network.light_all()


def edges_stated(network: NetworkDiagram, room: Zone) -> VGroup:
    """Return the line under the layers that says what colours and widths of edges mean."""
    legend = signs_and_widths(network.edge_scale, network.theme, network.words)
    columns = network.columns
    middle = (columns[network.last - 1].neurons.get_x() + columns[network.last].neurons.get_x()) / 2
    return room.hold(legend.move_to((middle, room.legend, 0)))


def cost_stated(trace: Trace, a: VGroup, y: VGroup, theme: Theme) -> Formula:
    """Return the cost of the example; "≈" unless the outputs and targets, columns of numbers as shown, give it."""
    C = trace.reading("C", 0, 0)
    spec = max(fine_spec([C], sign=""), f".{FEWEST}f")
    squares = " + ".join(f"({one.text} - {other.text})^2" for one, other in zip(a, y, strict=True))
    weighted = f"{trace.judge.weight} times ({squares}) / {trace.sizes[-1] if trace.judge.mean else 1}"
    exact = trace.judge.squared and " = " in equals_if_exact(f"{format(C, spec)} approx {weighted}")
    return Formula(f"C_0 {'=' if exact else 'approx'} <C>", theme, numbers={"C": (C, spec)}, role="cost")


def index_label(network: NetworkDiagram, letter: str, i: int, role: str = "dim") -> Formula:
    """Return ``k = i`` left of neuron i of the layer before, or ``j = i`` right of output i and its name."""
    label = Formula(f"{{{{ {letter} : index }}}} = {i}", network.theme, role=role, size="small")
    if letter == "k":
        label.next_to(network.neuron(network.last - 1, i), LEFT, buff=gap.small)
    else:
        label.next_to(network.names, RIGHT, buff=gap.medium).set_y(network.neuron(network.last, i).get_y())
    return label


def ends(network: NetworkDiagram, letter: str) -> VGroup:
    """Return the labels of a layer's first and last neuron; one where there is only one."""
    size = network.shape.sizes[network.last - (1 if letter == "k" else 0)]
    return VGroup(*[index_label(network, letter, i) for i in dict.fromkeys((0, size - 1))])


def only(network: NetworkDiagram, j: int, rest: float = QUIET / 2, spoken: float = level.spoken) -> np.ndarray:
    """Return the level of the edges at which those that lead to output j stand out."""
    edges = network.edges[network.last]
    levels = np.full(edges.value.shape, rest)
    levels[network.columns[network.last].indices.index(j)] = spoken
    return levels


def lined_up(line: Line, room: Zone, y: float) -> Line:
    """Put a line at a room's left edge, or further left where it is too long, and its middle at height ``y``."""
    left = min(room.left, room.right - float(line.width))
    return line.shift((left - line.get_left()[0], y - line.get_y(), 0))


def function_of(trace: Trace, l: int) -> dict[str, str]:
    """Return what stands for sigma in the formulas of layer l."""
    return {"sigma": sign_of(trace, l)}


def numbers_of(readings: Mapping[str, Reading]) -> dict[str, tuple[Reading, str]]:
    """Return readings with one format that keeps two digits of the smallest, and four decimals at least."""
    spec = max(fine_spec(readings.values(), sign=""), f".{FEWEST}f")
    return {name: (reading, spec) for name, reading in readings.items()}
