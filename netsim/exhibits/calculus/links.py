"""The links exhibit: the derivatives of all weights and biases of the 1-1-1-1 network, for its example."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.chain import LAYERS, activations_along, drawn_chain
from netsim.anatomy.explain import nudge
from netsim.backprop import backprop
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.functions import COSTS, Array, sigmoid, squares_of
from netsim.network import Network
from netsim.trace.declared import DERIVATIVE, SLOPE, Declared
from netsim.trace.trace import Trace

ARRAYS = {
    "dC_da": Declared("chain_layer_from_0", "dC/da of the input and of each layer", DERIVATIVE),
    "da_dz": Declared("chain_layer", "slope of each activation", SLOPE),
    "delta": Declared("chain_layer", "dC/dz of each layer", DERIVATIVE),
    "dC_dw": Declared("chain_layer", "dC/dw of each layer", DERIVATIVE),
    "dC_db": Declared("chain_layer", "dC/db of each layer", DERIVATIVE),
    "measured_dC_dw": Declared("chain_layer", "change of C by a nudge of that one weight, by the nudge", DERIVATIVE),
    "measured_dC_db": Declared("chain_layer", "change of C by a nudge of that one bias, by the nudge", DERIVATIVE),
    "measured_dC_da": Declared("chain_layer_from_0", "the same of that one activation, set by hand", DERIVATIVE),
}


def record(run: Run) -> Arrays:
    """Take the derivatives of all layers of the chain exhibit's network, for its example."""
    plan = run.recipe.record
    network, x, y = drawn_chain(plan.chain_seed, 1, squares_of(run.recipe.network.cost).name)
    return links_of(network, float(x[0]), float(y[0]), plan.epsilon)


def links_of(network: Network, x: float, y: float, epsilon: float) -> Arrays:
    """Take the derivatives of a given 1-1-1-1 network of sigmoids; the nudges that are measured are by epsilon."""
    inputs, target = np.array([x]), np.array([y])
    fwd = network.forward(inputs)
    back = backprop(network, fwd, target)
    a, delta = np.array([[values[l][0, 0] for l in LAYERS] for values in (fwd.a, back.delta)])
    kept = {
        "da_dz": a * (1 - a),
        "delta": delta,
        "dC_da": np.array([network.W[1][0, 0] * delta[0], *(back.dC_da[l][0, 0] for l in LAYERS)]),
        "dC_dw": np.array([back.mean_dC_dW[l][0, 0] for l in LAYERS]),
        "dC_db": np.array([back.mean_dC_db[l][0] for l in LAYERS]),
    }
    for name, place in {"dw": (0, 0), "db": (0,)}.items():
        changes = [nudge(network, inputs, target, l, place, epsilon).measured for l in LAYERS]
        kept[f"measured_dC_{name}"] = np.array(changes) / epsilon
    W, b = (np.array([part[l].item() for l in LAYERS]) for part in (network.W, network.b))
    outputs = np.array([_passed_on(W[l:], b[l:], start) for l, start in enumerate(np.append(x, a) + epsilon)])
    costs = COSTS[network.cost].value(outputs[:, None], target, network.output)
    return kept | {"measured_dC_da": (costs - back.C[0]) / epsilon}


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: delta from its factors, and where the chain itself is there, all that it gives."""
    da_dz, delta, dC_da, dC_dw, dC_db = (trace[f"links/{n}"] for n in ("da_dz", "delta", "dC_da", "dC_dw", "dC_db"))
    yield "links/delta = da_dz dC_da", delta, da_dz * dC_da[1:], np.abs(delta)
    yield "links/dC_db = delta", dC_db, delta, np.abs(delta)
    if not trace.has("chain"):
        return
    W, a, y = (trace[f"chain/{name}"] for name in ("W", "a", "y"))
    yield "links/da_dz = a (1 - a)", da_dz, a[1:] * (1 - a[1:]), 1.0
    back = np.append(W * delta, trace.squares.factor(1) * (a[3] - y))
    yield "links/dC_da = w delta, and the slope of the cost", dC_da, back, np.abs(back)
    yield "links/dC_dw = delta a", dC_dw, delta * a[:-1], np.abs(dC_dw)
    yield "the last of links/dC_dw = chain/dC_dw", dC_dw[2], trace["chain/dC_dw"], np.abs(dC_dw[2])
    epsilon = float(trace["chain/epsilon"][int(trace["chain/at"])])
    for name, place in (("dC_dw", "W"), ("dC_db", "b")):
        recorded = trace[f"links/measured_{name}"]
        changes = np.array([_cost(trace, place, l, epsilon) for l in range(3)]) - trace["chain/C"]
        yield f"links/measured_{name} = change of C / epsilon", recorded, changes / epsilon, 1 / epsilon
    outputs = np.array([_passed_on(W[l:], trace["chain/b"][l:], a[l] + epsilon) for l in range(4)])
    costs = trace.squares.share(1) * (outputs - y) ** 2
    measured = trace["links/measured_dC_da"]
    yield "links/measured_dC_da = change of C / epsilon", measured, (costs - trace["chain/C"]) / epsilon, 1 / epsilon


def _passed_on(W: Array, b: Array, a: float) -> float:
    """Pass an activation through the layers that have these weights and biases: what comes out."""
    for weight, bias in zip(W, b, strict=True):
        a = float(sigmoid(weight * a + bias))
    return a


def _cost(trace: Trace, kind: str, l: int, epsilon: float) -> float:
    """Compute the chain's cost with one entry of W or b changed by epsilon."""
    parts = {name: trace[f"chain/{name}"].copy() for name in "Wb"}
    parts[kind][l] += epsilon
    outputs = activations_along(parts["W"], parts["b"], trace["chain/x"][None])
    return float(trace.squares.share(1) * (outputs[0, 3] - trace["chain/y"]) ** 2)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims)
