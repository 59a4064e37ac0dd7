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
from netsim.trace.declared import CHANGE_OF_COST, COST, DERIVATIVE, PLACE, RATIO, SHARE, WEIGHT, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("edge l_j_k", "which weights", PLACE),
    "lit": Declared("edge", "share of the training examples in which its input is not 0", SHARE),
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
NUDGES = np.linspace(-0.1, 0.1, 61)


def record(run: Run) -> Arrays:
    """Wiggle both edges, and measure the cost of all training examples with each."""
    edges = two_edges(run.gradient, run.x)
    dC_dw = np.array([run.gradient.dC_dW[l][j, k] for l, j, k in edges])
    C = wiggled_costs(run.network, run.data.x, run.targets, edges)
    change = C - C[:, len(NUDGES) // 2, None]
    return {
        "place": np.array(edges),
        "lit": np.array([np.mean(run.data.x[:, k] != 0) for _, _, k in edges]),
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
    passed forward anew, but for examples whose x_k is 0.
    """
    total = np.zeros((len(edges), len(NUDGES)))
    cost = COSTS[network.cost]
    for some in blocks(x, network):
        seen, wanted = x[some].astype(np.float64), y[some]
        z = seen @ network.W[1].T + network.b[1]
        still = cost.value(_onward(network, 1, z), wanted, network.output)
        for edge, (_, j, k) in enumerate(edges):
            lit = seen[:, k] != 0
            outputs = _wiggled_outputs(network, z[lit], j, NUDGES[:, None] * seen[lit, k])
            total[edge] += cost.value(outputs, wanted[lit], network.output).sum(axis=-1) + still[~lit].sum()
    return total / len(x)


def _wiggled_outputs(network: Network, z: Array, j: int, by: Array) -> Array:
    """Pass the sums of layer 1, (E, n_1), on to the outputs, (wiggle, E, n_L), with z_j changed by (wiggle, E)."""
    if network.L == 1:
        moved = np.tile(z, (len(by), 1, 1))
        moved[..., j] += by
        return _onward(network, 1, moved)
    sigma, W = ACTIVATIONS[network.hidden].value, network.W[2]  # one activation changes, and each sum of layer 2 by it
    a = sigma(z)
    rise = sigma(z[:, j] + by) - a[:, j]
    return _onward(network, 2, a @ W.T + network.b[2] + rise[..., None] * W[:, j])


def _onward(network: Network, first: int, z: Array) -> Array:
    """Pass the sums of a layer, (..., n), on to the outputs, (..., n_L)."""
    a = ACTIVATIONS[network.activation_of(first)].value(z)
    for l in range(first + 1, network.L + 1):
        a = ACTIVATIONS[network.activation_of(l)].value(a @ network.W[l].T + network.b[l])
    return a


def ratio(two: Array) -> float:
    """Divide the first of two numbers by the second, without signs; 0 if that cannot be."""
    first, second = (abs(float(number)) for number in two)
    return first / second if second > 0 and np.isfinite(first / second) else 0.0


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
    lit = trace["sensitivity/lit"]
    shown = np.array([float(trace["x"][0, k] != 0) for _, _, k in places])
    yield "sensitivity/lit counts the star", np.sign(lit), np.maximum(np.sign(lit), shown), 0.0
    if trace.has("gradient"):
        many = trace["gradient/examples"]
        yield "sensitivity/lit counts gradient/examples", lit * many, np.rint(lit * many), many
        entries = np.array([trace[f"gradient/dC_dW{l}"][j, k] for l, j, k in places])
        yield "sensitivity/dC_dw = gradient/dC_dW1 there", dC_dw, entries, np.abs(entries)
        start = np.full(len(places), trace["gradient/C"])
        yield "sensitivity/C at nudge 0 = gradient/C", C[:, middle], start, 1 + start
    if trace.has("lit"):
        yield "sensitivity/lit = lit/share", lit, trace["lit/share"][[k for _, _, k in places]], 0.0
    w = np.array([trace[f"W{l}"][0, j, k] + nudge for l, j, k in places])
    yield "sensitivity/w = W1 there + nudge", trace["sensitivity/w"], w, np.abs(w)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
