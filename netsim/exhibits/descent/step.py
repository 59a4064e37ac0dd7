"""The step exhibit: all parameters turned against the gradient at once, or only some of them, and the cost measured."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.components import fewest
from netsim.exhibits.claims import Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.network import Network
from netsim.terrain.landscape import Slice, network_at, place, vector
from netsim.trace.declared import ACTIVATION, COST, RATE, SHARE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "eta": Declared("", "learning rate: the whole step is minus eta times the gradient of all examples", RATE),
    "share": Declared("part", "how much of the step is made, from 0 to 1", SHARE),
    "C_all": Declared("part", "mean cost of all training examples when every parameter has gone so far", COST),
    "C_most": Declared("part", "the same when only the fewest have that are nine tenths of the squared length", COST),
    "C_others": Declared("part", "the same when only the others have", COST),
    "a{l}": Declared("part n_{l}", "the star's activations of layer {l} when every parameter has", ACTIVATION),
}

DIMS = {"part": Dimension("parts of a step, from none of it to the whole")}

#: So many parts of the step are looked at.
PARTS = 101


def record(run: Run) -> Arrays:
    """Go from the first recorded network against the gradient of the mean cost, step by small step."""
    network, gradient, eta = run.network, run.gradient.flat, run.first.eta
    many, share = fewest(gradient), np.linspace(0.0, 1.0, PARTS)
    largest = np.argsort(-np.abs(gradient), kind="stable")[:many]
    most = np.zeros_like(gradient)
    most[largest] = gradient[largest]
    along = Slice(network, -eta * np.stack([most, gradient - most]))
    x, none = run.data.x.astype(np.float64), 0.0 * share
    ways = {"all": (share, share), "most": (share, none), "others": (none, share)}
    costs = {f"C_{who}": along.costs_at(np.stack(way, axis=1), x, run.targets) for who, way in ways.items()}
    seen = _seen(network, gradient, eta, share, run.x)
    return {"eta": np.array(eta), "share": share, **costs, **seen}


def _seen(network: Network, gradient: Array, eta: float, share: Array, x: Array) -> Arrays:
    """Pass the star through the network at each part of the step: its activations by layer, (part, n_l)."""
    start = place(network)
    passes = [network_at(start - part * eta * gradient, network).forward(x) for part in share]
    return {f"a{l}": np.concatenate([fwd.a[l] for fwd in passes]) for l in range(1, network.L + 1)}


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: even parts, a cost at the start that is one, and what the gradient exhibit says too."""
    share, eta = trace["step/share"], trace["step/eta"]
    costs = {who: trace[f"step/C_{who}"] for who in ("all", "most", "others")}
    yield "step/share ascends evenly from 0 to 1", share, np.linspace(0.0, 1.0, len(share)), 1.0
    if trace.rule != "unknown":
        yield "step/eta = eta", eta, trace["eta"][0], 0.0
    for who, C in costs.items():
        yield f"step/C_{who} is 0 or more", *within(C, 0, np.inf)
        yield f"step/C_{who} starts where C_all does", C[0], costs["all"][0], costs["all"][0]
    layers = range(1, trace.L + 1)
    for l in layers:
        before = trace[f"a{l}"][0, 0]
        yield f"step/a{l} starts with a{l}", trace[f"step/a{l}"][0], before, 1 + np.abs(before)
    if trace.has("gradient"):
        start = trace["gradient/C"]
        yield "step/C_all starts with gradient/C", costs["all"][0], start, 1 + start
        gradient = vector(*({l: trace[f"gradient/dC_d{kind}{l}"] for l in layers} for kind in "Wb"))
        for key, a in _seen(network_of(trace), gradient, float(eta), share, trace["x"][0]).items():
            yield f"step/{key} = forward pass with the step made", trace[f"step/{key}"], a, 1 + np.abs(a)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
