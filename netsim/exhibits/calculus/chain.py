"""The chain exhibit: a 1-1-1-1 network of its own, its last weight taken apart and nudged."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.chain import drawn_chain
from netsim.anatomy.explain import Nudge, nudge
from netsim.anatomy.paths import paths
from netsim.backprop import backprop
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.functions import Array, sigmoid, squares_of
from netsim.network import Forward, Network
from netsim.trace.declared import (
    ACTIVATION,
    BIAS,
    COST,
    DERIVATIVE,
    INPUT,
    PLACE,
    RATIO,
    SLOPE,
    SUM,
    TARGET,
    WEIGHT,
    Declared,
    Dimension,
    Unit,
)
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace

#: What a nudge changes on the way from the weight to the cost, and the unit of each.
ON_THE_WAY = {"w": WEIGHT, "z": SUM, "a": ACTIVATION, "C": COST}
ARRAYS = {
    "W": Declared("chain_layer", "weights; W[2] is w^(L)", WEIGHT),
    "b": Declared("chain_layer", "biases", BIAS),
    "x": Declared("", "the example's input", INPUT),
    "y": Declared("", "its target", TARGET),
    "z": Declared("chain_layer", "weighted sums", SUM),
    "a": Declared("chain_layer_from_0", "input and activations", ACTIVATION),
    "C": Declared("", "the example's cost", COST),
    "dz_dw": Declared("", "first factor of dC/dw^(L): the activation before", ACTIVATION),
    "da_dz": Declared("", "second factor: the slope of the last activation", SLOPE),
    "dC_da": Declared("", "third factor", DERIVATIVE),
    "dC_dw": Declared("", "dC/dw^(L): the product of the three", DERIVATIVE),
    "epsilon": Declared("nudge", "by how much w^(L) is nudged", WEIGHT),
    "at": Declared("", "which of the nudges is the recipe's own", PLACE),
    "measured_dC_dw": Declared("nudge", "change of C by the change of w^(L)", RATIO),
}
ARRAYS |= {
    f"change_{name}": Declared("nudge", f"by how much {name} changed", Unit(f"change of the {unit.name}"))
    for name, unit in ON_THE_WAY.items()
}

DIMS = {"nudge": Dimension("sizes of the nudge, the largest first")}

#: Sizes of the nudges that are measured, besides the recipe's own.
EPSILONS = (0.1, 0.03, 0.01, 0.003, 0.001)


def record(run: Run) -> Arrays:
    """Draw the network and its example, and take them apart."""
    plan = run.recipe.record
    network, x, y = drawn_chain(plan.chain_seed, 1, squares_of(run.recipe.network.cost).name)
    return chain_of(network, float(x[0]), float(y[0]), plan.epsilon)


def chain_of(network: Network, x: float, y: float, epsilon: float) -> Arrays:
    """Take apart a given 1-1-1-1 network of sigmoids: its values, the factors of its last weight, nudges."""
    fwd = network.forward(np.array([x]))
    back = backprop(network, fwd, np.array([y]))
    factors = paths(network, fwd, back, 0, 3, 0, 0)
    kept = {
        "W": np.array([network.W[l][0, 0] for l in (1, 2, 3)]),
        "b": np.array([network.b[l][0] for l in (1, 2, 3)]),
        "x": np.array(x),
        "y": np.array(y),
        "z": np.array([fwd.z[l][0, 0] for l in (1, 2, 3)]),
        "a": np.array([fwd.a[l][0, 0] for l in (0, 1, 2, 3)]),
        "C": np.array(back.C[0]),
        "dz_dw": np.array(factors.dz_dw),
        "da_dz": np.array(factors.da_dz[0, 0]),
        "dC_da": np.array(factors.dC_da[0]),
        "dC_dw": np.array(factors.dC_dw),
    }
    epsilons = np.array(sorted({*EPSILONS, epsilon}, reverse=True))
    kept["epsilon"] = epsilons
    kept["at"] = np.array(np.flatnonzero(epsilons == epsilon)[0])
    nudges = [nudge(network, np.array([x]), np.array([y]), 3, (0, 0), float(e)) for e in epsilons]
    kept |= _measured(float(network.W[3][0, 0]), nudges)
    return kept


def _measured(w: float, nudges: list[Nudge]) -> Arrays:
    """Say what each nudge of w changed, from w through z and a to C, and the ratio of the last change to the first."""
    before = _values(w, nudges[0].before, nudges[0].C_before)
    nudged = np.array([_values(w + one.epsilon, one.after, one.C_after) for one in nudges])
    change = dict(zip(ON_THE_WAY, (nudged - before).T, strict=True))
    kept = {f"change_{name}": changes for name, changes in change.items()}
    return kept | {"measured_dC_dw": change["C"] / change["w"]}


def _values(w: float, fwd: Forward, C: float) -> Array:
    return np.array([w, fwd.z[3][0, 0], fwd.a[3][0, 0], C])


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: forward pass, product of the factors, measured changes."""
    W, b, x, y, z, a, C = (trace[f"chain/{name}"] for name in ("W", "b", "x", "y", "z", "a", "C"))
    yield "chain/a begins with chain/x", a[:1], x[None], 1.0
    yield "chain/z = W a + b", z, W * a[:-1] + b, np.abs(W * a[:-1]) + np.abs(b)
    yield "chain/a = sigmoid(z)", a[1:], sigmoid(z), 1.0
    share = trace.squares.share(1)
    yield "chain/C = cost of a and y", C, share * (a[3] - y) ** 2, 1.0
    dz_dw, da_dz, dC_da, dC_dw = (trace[f"chain/{name}"] for name in ("dz_dw", "da_dz", "dC_da", "dC_dw"))
    yield "chain/dz_dw = a before", dz_dw, a[2], 1.0
    yield "chain/da_dz = a (1 - a)", da_dz, a[3] * (1 - a[3]), 1.0
    yield "chain/dC_da = slope of the cost", dC_da, 2 * share * (a[3] - y), 1.0
    yield "chain/dC_dw = dz_dw da_dz dC_da", dC_dw, dz_dw * da_dz * dC_da, np.abs(dC_dw)
    yield from _nudge_claims(trace)


def _nudge_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold of the measured nudges of the last weight."""
    W, b, y, z, a, C = (trace[f"chain/{name}"] for name in ("W", "b", "y", "z", "a", "C"))
    epsilon, change = trace["chain/epsilon"], {name: trace[f"chain/change_{name}"] for name in ON_THE_WAY}
    if not 0 <= trace["chain/at"] < len(epsilon):
        raise TraceError(f"{trace.name} has chain/at = {trace['chain/at']}, which is no place in it; record it anew.")
    yield "chain/change_w = epsilon", change["w"], epsilon, 1.0
    sums = (W[2] + epsilon) * a[2] + b[2]
    yield "chain/change_z = change of w a + b", change["z"], sums - z[2], 1.0
    yield "chain/change_a = change of sigmoid(z)", change["a"], sigmoid(sums) - a[3], 1.0
    cost = trace.squares.share(1) * (sigmoid(sums) - y) ** 2
    yield "chain/change_C = change of the cost of a and y", change["C"], cost - C, 1.0
    yield "chain/measured_dC_dw = change_C / change_w", trace["chain/measured_dC_dw"], change["C"] / change["w"], 1.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
