"""The sensitivity exhibit: a sensitive and an insensitive edge of the first layer, wiggled, and the cost measured."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.measure import Gradient, blocks
from netsim.network import Network

#: How far a weight is moved, down and up, and in how many places the cost is measured; the middle one is 0.
NUDGES = np.linspace(-0.1, 0.1, 21)

#: The second edge's derivative as a part of the first one's: as near to this as there is one.
PART = 1 / 30

#: An input is lit if it is at least this part of the example's largest.
LIT = 0.5

Edge = tuple[int, int, int]


def record_sensitivity(subject: Subject) -> dict[str, Array]:
    """Make the sensitivity/ group.

    sensitivity/place (edge, 3) are the layer, j and k of two weights, sensitivity/dC_dw (edge,) their
    derivatives of the mean cost of all training examples, sensitivity/C (edge, wiggle) that cost with the
    one weight changed by sensitivity/nudge (wiggle,) to sensitivity/w (edge, wiggle), and
    sensitivity/change_C by how much it is another.
    sensitivity/ratio is the first derivative by the second, without signs, sensitivity/measured_ratio the
    same of the changes at the last nudge; 0 where there is no such ratio.
    """
    edges = two_edges(subject.gradient, subject.x)
    dC_dw = np.array([subject.gradient.dC_dW[l][j, k] for l, j, k in edges])
    C = wiggled_costs(subject.network, subject.data.x, subject.targets, edges)
    change = C - C[:, len(NUDGES) // 2, None]
    return {
        "sensitivity/place": np.array(edges),
        "sensitivity/dC_dw": dC_dw,
        "sensitivity/nudge": NUDGES,
        "sensitivity/w": np.array([subject.network.W[l][j, k] + NUDGES for l, j, k in edges]),
        "sensitivity/C": C,
        "sensitivity/change_C": change,
        "sensitivity/ratio": np.array(ratio(dC_dw)),
        "sensitivity/measured_ratio": np.array(ratio(change[:, -1])),
    }


def lit_inputs(x: Array) -> np.ndarray:
    """Tell which inputs of an example (n_0,) are clearly lit; all, if it is empty."""
    size = np.abs(x)
    lit: np.ndarray = size >= LIT * size.max()
    return lit


def two_edges(gradient: Gradient, x: Array) -> tuple[Edge, Edge]:
    """Choose two edges of layer 1 whose input is lit in the example x (n_0,).

    The first has the largest derivative. The second has one that is not 0, as near as can be to a
    thirtieth of that; it leads from another input to another neuron, if there is one. With a single
    edge, or a single one that has a derivative, both are the same.
    """
    size = np.abs(gradient.dC_dW[1])
    first = np.unravel_index(np.argmax(np.where(lit_inputs(x), size, -1)), size.shape)
    usable = lit_inputs(x) & (size > 0)
    other = usable.copy()
    other[first[0]], other[:, first[1]] = False, False
    usable[first] = False
    choice = next((some for some in (other, usable) if some.any()), None)
    if choice is None:
        return _edge(first), _edge(first)
    away = np.abs(np.log(np.where(choice, size, 1) / (PART * size[first])))
    return _edge(first), _edge(np.unravel_index(np.argmin(np.where(choice, away, np.inf)), size.shape))


def wiggled_costs(network: Network, x: Array, y: Array, edges: tuple[Edge, ...]) -> Array:
    """Measure the mean cost of the examples x (N, n_0), y (N, n_L) with one weight changed, (edge, wiggle), in float64.

    A changed weight of layer 1 changes one z of that layer, by nudge times x_k; all that follows is
    passed forward anew.
    """
    total = np.zeros((len(edges), len(NUDGES)))
    for some in blocks(x, network):
        seen = x[some].astype(np.float64)
        z = seen @ network.W[1].T + network.b[1]
        for edge, (_, j, k) in enumerate(edges):
            moved = np.tile(z, (len(NUDGES), 1, 1))
            moved[..., j] += NUDGES[:, None] * seen[:, k]
            outputs = _onward(network, moved)
            total[edge] += COSTS[network.cost].value(outputs, y[some], network.output).sum(axis=-1)
    return total / len(x)


def ratio(two: Array) -> float:
    """Divide the first of two numbers by the second, without signs; 0 if that cannot be."""
    first, second = (abs(float(number)) for number in two)
    return first / second if second > 0 and np.isfinite(first / second) else 0.0


def _onward(network: Network, z: Array) -> Array:
    """Pass the sums of layer 1, (..., n_1), on to the outputs, (..., n_L)."""
    a = ACTIVATIONS[network.activation_of(1)].value(z)
    for l in range(2, network.L + 1):
        a = ACTIVATIONS[network.activation_of(l)].value(a @ network.W[l].T + network.b[l])
    return a


def _edge(place: tuple[np.intp, ...]) -> Edge:
    return 1, int(place[0]), int(place[1])
