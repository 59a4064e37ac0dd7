"""The table exhibit: what some examples want of some parameters, and the mean of what all want."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.edges import lit_inputs, two_edges
from netsim.backprop import Backward, backprop
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of, no_place, parameter_places
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.network import Network
from netsim.trace.declared import CLASS, COST, DERIVATIVE, INPUT, PLACE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "x": Declared("column n_0", "inputs of some examples, the star first", INPUT),
    "label": Declared("column", "their classes, each another one", CLASS),
    "C": Declared("column", "cost of each", COST),
    "place": Declared("row kind_l_j_k", "which parameters", PLACE),
    "dC_dp": Declared("row column", "derivative of each example's cost by each parameter", DERIVATIVE),
    "mean": Declared("row", "mean of that over all training examples", DERIVATIVE),
}

DIMS = {
    "row": Dimension("parameters: of the first, the last but one and the last layer weights and a bias"),
    "column": Dimension("examples: the star, then the most typical one of each other class, while there is room"),
}

#: The most examples that are shown, one of a class.
COLUMNS = 7

#: A row's parameter: 0 for a weight or 1 for a bias, layer, j, and k (0 for a bias).
Place = tuple[int, int, int, int]

#: Rounding of an activation, as a multiple of the rounding that a claim allows.
ULPS = 1e-5


def record(run: Run) -> Arrays:
    """Hold some examples against some parameters."""
    shown, rows = columns(run), places(run)
    x, y = run.data.x[shown].astype(np.float64), run.targets[shown]
    fwd = run.network.forward(x)
    back = backprop(run.network, fwd, y)
    mean = run.gradient
    return {
        "x": x,
        "label": run.data.label[shown],
        "C": back.C,
        "place": np.array(rows),
        "dC_dp": np.array([back.delta[l][:, j] * (1 if bias else fwd.a[l - 1][:, k]) for bias, l, j, k in rows]),
        "mean": np.array([mean.dC_db[l][j] if bias else mean.dC_dW[l][j, k] for bias, l, j, k in rows]),
    }


def columns(run: Run) -> list[int]:
    """Choose the examples, as indices: the star, then the most typical one of each other class, while there is room."""
    data = run.data
    others = [label for label in range(len(data.classes)) if label != run.label]
    typical = [int(found[0]) for label in others if len(found := data.most_typical(label))]
    return [run.star, *typical][:COLUMNS]


def places(run: Run) -> list[Place]:
    """Choose the parameters: of the first, the last but one and the last layer a weight and a bias.

    They are the ones with the largest mean derivative, the bias that of another neuron than the weight leads to, if
    there is one: of the same neuron both say nearly the same. Weights of layer 1 come from inputs that are lit in
    the star, and one more of them is the insensitive edge of the sensitivity exhibit.
    """
    gradient, L = run.gradient, run.network.L
    chosen: list[Place] = []
    for l in sorted({1, max(1, L - 1), L}):
        size = np.abs(gradient.dC_dW[l])
        if l == 1:
            size = np.where(lit_inputs(run.x), size, -1)
        j, k = np.unravel_index(np.argmax(size), size.shape)
        chosen.append((0, l, int(j), int(k)))
        if l == 1:
            chosen.append((0, *two_edges(gradient, run.x)[1]))
        of_biases = np.abs(gradient.dC_db[l])
        of_biases[[place[2] for place in chosen if place[1] == l]] = -1
        chosen.append((1, l, int(np.argmax(of_biases)), 0))
    return list(dict.fromkeys(chosen))


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the star's column, each example's cost and derivatives, and what other exhibits say too."""
    network, rows, x, label = (
        network_of(trace),
        parameter_places(trace, "table/place"),
        trace["table/x"],
        trace["table/label"],
    )
    if not np.all((label >= 0) & (label < trace.sizes[-1])):
        raise no_place(trace, "table/label", label.tolist())
    yield "table/x begins with x", x[0], trace["x"][0], 0.0
    yield "table/label begins with label", label[0], trace["label"][0], 0.0
    yield "table/label names no class twice", np.array(len(set(label.tolist()))), np.array(len(label)), 0.0
    y = np.eye(trace.sizes[-1])[label]
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    size = 1 + back.C + ULPS * np.abs(back.dC_da[trace.L]).sum(axis=1)
    yield "table/C = cost of each example", trace["table/C"], back.C, size
    yield "table/C begins with C", trace["table/C"][0], trace["C"][0, 0], size[0]
    sizes = _sizes(network, back)
    for row, (bias, l, j, k) in enumerate(rows):
        before = np.ones(len(x)) if bias else fwd.a[l - 1][:, k]
        name, place = (f"dC_db{l}", (j,)) if bias else (f"dC_dW{l}", (j, k))
        yield from _row_claims(trace, row, name, place, back.delta[l][:, j] * before, sizes[l] * (1 + np.abs(before)))


def _row_claims(
    trace: Trace, row: int, name: str, place: tuple[int, ...], derived: Array, size: Array
) -> Iterator[Claim]:
    """List what must hold of a row of the table, whose parameter has the derivatives `name` at a place in them."""
    recorded, mean = trace["table/dC_dp"][row], trace["table/mean"][row]
    yield f"row {row} of table/dC_dp = {name}{list(place)}", recorded, derived, size
    if trace.has("one"):
        star = trace[f"one/{name}"][place]
        yield f"row {row} of table/dC_dp begins with one/{name}{list(place)}", recorded[0], star, size[0]
    if trace.has("gradient"):
        entry = trace[f"gradient/{name}"][place]
        yield f"row {row} of table/mean = gradient/{name}{list(place)}", mean, entry, np.abs(entry)


def _sizes(network: Network, back: Backward) -> dict[int, Array]:
    """Bound what each layer's deltas are sums of, for each example, (E,): no activation is steeper than 1."""
    sizes = {network.L: 1 + np.abs(back.delta[network.L]).max(axis=1)}
    for l in range(network.L - 1, 0, -1):
        sizes[l] = sizes[l + 1] * (1 + np.abs(network.W[l + 1]).sum(axis=0).max())
    return sizes


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
