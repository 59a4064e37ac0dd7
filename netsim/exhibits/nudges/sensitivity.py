"""The sensitivity exhibit: a sensitive and an insensitive edge of the first layer, wiggled, and the cost measured."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.edges import Edge, two_edges
from netsim.exhibits.claims import Claim, one_number
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import weight_places
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.measure import blocks
from netsim.network import Network
from netsim.trace.declared import CHANGE_OF_COST, COST, DERIVATIVE, PLACE, RATIO, WEIGHT, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("edge l_j_k", "which weights", PLACE),
    "dC_dw": Declared("edge", "derivative of the mean cost of all training examples by each", DERIVATIVE),
    "nudge": Declared("wiggle", "by how much a weight is changed; 0 in the middle", WEIGHT),
    "w": Declared("edge wiggle", "the changed weight", WEIGHT),
    "C": Declared("edge wiggle", "mean cost of all training examples with it", COST),
    "change_C": Declared("edge wiggle", "by how much that is another cost", CHANGE_OF_COST),
    "ratio": Declared("", "first derivative by the second, without signs; 0 if there is no such ratio", RATIO),
    "measured_ratio": Declared("", "the same of the changes at the last nudge", RATIO),
}

DIMS = {
    "edge": Dimension("the sensitive edge and the insensitive one", 2),
    "wiggle": Dimension("nudges of a weight, from the lowest to the highest"),
}

#: How far a weight is moved, down and up, and in how many places the cost is measured; the middle one is 0.
NUDGES = np.linspace(-0.1, 0.1, 21)


def record(run: Run) -> Arrays:
    """Wiggle both edges, and measure the cost of all training examples with each."""
    edges = two_edges(run.gradient, run.x)
    dC_dw = np.array([run.gradient.dC_dW[l][j, k] for l, j, k in edges])
    C = wiggled_costs(run.network, run.data.x, run.targets, edges)
    change = C - C[:, len(NUDGES) // 2, None]
    return {
        "place": np.array(edges),
        "dC_dw": dC_dw,
        "nudge": NUDGES,
        "w": np.array([run.network.W[l][j, k] + NUDGES for l, j, k in edges]),
        "C": C,
        "change_C": change,
        "ratio": np.array(ratio(dC_dw)),
        "measured_ratio": np.array(ratio(change[:, -1])),
    }


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


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: places, nudges, changes and both ratios, and what the gradient exhibit says too."""
    dC_dw, nudge, C, change = (trace[f"sensitivity/{name}"] for name in ("dC_dw", "nudge", "C", "change_C"))
    places = weight_places(trace, "sensitivity/place")
    middle = len(nudge) // 2
    yield "sensitivity/place is in layer 1", np.array([l for l, _, _ in places]), np.ones(len(places)), 0.0
    even = np.linspace(NUDGES[0], NUDGES[-1], len(nudge))
    yield "sensitivity/nudge ascends evenly", nudge, even, 1.0
    yield "sensitivity/nudge is 0 in the middle", nudge[middle], np.array(0.0), 0.0
    yield "sensitivity/change_C = C - C at nudge 0", change, C - C[:, middle, None], np.abs(C)
    yield "sensitivity/ratio = |dC_dw[0] / dC_dw[1]|", trace["sensitivity/ratio"], *one_number(ratio(dC_dw))
    measured = trace["sensitivity/measured_ratio"]
    yield "sensitivity/measured_ratio = that of the last change_C", measured, *one_number(ratio(change[:, -1]))
    if trace.has("gradient"):
        entries = np.array([trace[f"gradient/dC_dW{l}"][j, k] for l, j, k in places])
        yield "sensitivity/dC_dw = gradient/dC_dW1 there", dC_dw, entries, np.abs(entries)
        start = np.full(len(places), trace["gradient/C"])
        yield "sensitivity/C at nudge 0 = gradient/C", C[:, middle], start, 1 + start
    w = np.array([trace[f"W{l}"][0, j, k] + nudge for l, j, k in places])
    yield "sensitivity/w = W1 there + nudge", trace["sensitivity/w"], w, np.abs(w)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
