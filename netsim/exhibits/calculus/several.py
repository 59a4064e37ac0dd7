"""The several exhibit: six examples of the 1-1-1-1 network, and the mean of their derivatives."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.chain import LAYERS, activations_along, drawn_chain
from netsim.backprop import backprop
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.functions import Array, squares_of
from netsim.network import Network
from netsim.trace.declared import ACTIVATION, COST, DERIVATIVE, INPUT, TARGET, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "x": Declared("several", "inputs; the first is the chain exhibit's", INPUT),
    "y": Declared("several", "targets", TARGET),
    "a": Declared("several", "outputs", ACTIVATION),
    "C": Declared("several", "cost of each example", COST),
    "dC_dw": Declared("several chain_layer", "dC/dw of each example and layer", DERIVATIVE),
    "dC_db": Declared("several chain_layer", "dC/db of each example and layer", DERIVATIVE),
    "mean_dC_dw": Declared("chain_layer", "mean of dC_dw over the examples", DERIVATIVE),
    "mean_dC_db": Declared("chain_layer", "mean of dC_db over the examples", DERIVATIVE),
    "mean_C": Declared("", "mean cost of the examples", COST),
}

DIMS = {"several": Dimension("examples of the 1-1-1-1 network")}

#: How many examples the mean is taken over.
SEVERAL = 6


def record(run: Run) -> Arrays:
    """Draw six examples of the chain exhibit's network, of which the first is its own."""
    cost = squares_of(run.recipe.network.cost).name
    return several_of(*drawn_chain(run.recipe.record.chain_seed, SEVERAL, cost))


def several_of(network: Network, x: Array, y: Array) -> Arrays:
    """Take the derivatives of a given 1-1-1-1 network for examples x (E,) with targets y (E,)."""
    fwd = network.forward(x[:, None])
    back = backprop(network, fwd, y[:, None])
    delta = np.column_stack([back.delta[l][:, 0] for l in LAYERS])
    before = np.column_stack([fwd.a[l - 1][:, 0] for l in LAYERS])
    return {
        "x": x,
        "y": y,
        "a": fwd.a[3][:, 0],
        "C": back.C,
        "dC_dw": delta * before,
        "dC_db": delta,
        "mean_dC_dw": np.array([back.mean_dC_dW[l][0, 0] for l in LAYERS]),
        "mean_dC_db": np.array([back.mean_dC_db[l][0] for l in LAYERS]),
        "mean_C": np.array(back.C.mean()),
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: costs, means, and where the chain itself is there, every example's derivatives."""
    x, y, a, C = (trace[f"several/{name}"] for name in "xyaC")
    yield "several/y is 0 or 1", y, (y > 0.5).astype(float), 0.0
    yield "several/y is both", np.array([y.min(), y.max()]), np.array([0.0, 1.0]), 0.0
    yield "several/C = cost of a and y", C, trace.squares.share(1) * (a - y) ** 2, 1.0
    yield "several/mean_C = mean of C", trace["several/mean_C"], C.mean(), 1.0
    last = trace.squares.factor(1) * (a - y) * a * (1 - a)
    yield "the last of several/dC_db = slope of the cost times a (1 - a)", trace["several/dC_db"][:, 2], last, 1.0
    for name in ("dC_dw", "dC_db"):
        each = trace[f"several/{name}"]
        yield (
            f"several/mean_{name} = mean of {name}",
            trace[f"several/mean_{name}"],
            each.mean(axis=0),
            np.abs(each).max(),
        )
    if not trace.has("chain"):
        return
    yield "several/x begins with chain/x", x[0], trace["chain/x"], 0.0
    yield "several/y begins with chain/y", y[0], trace["chain/y"], 0.0
    outputs = activations_along(trace["chain/W"], trace["chain/b"], x)
    yield "several/a = output for x", a, outputs[:, 3], 1.0
    delta = np.empty((len(x), 3))
    delta[:, 2] = last
    for l in (1, 0):
        slope = outputs[:, l + 1] * (1 - outputs[:, l + 1])
        delta[:, l] = slope * trace["chain/W"][l + 1] * delta[:, l + 1]
    yield "several/dC_db = delta", trace["several/dC_db"], delta, 1.0
    yield "several/dC_dw = delta a", trace["several/dC_dw"], delta * outputs[:, :-1], 1.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
