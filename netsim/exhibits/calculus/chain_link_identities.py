"""What must hold between the numbers of the exhibits links and several, of the 1-1-1-1 network."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.functions import Array, sigmoid
from netsim.trace.trace import Trace

NAMES = ("dC_dw", "dC_db")


def links_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: delta from its factors, and where the chain itself is there, all that it gives."""
    da_dz, delta, dC_da, dC_dw, dC_db = (trace[f"links/{n}"] for n in ("da_dz", "delta", "dC_da", *NAMES))
    yield "links/delta = da_dz dC_da", delta, da_dz * dC_da[1:], np.abs(delta)
    yield "links/dC_db = delta", dC_db, delta, np.abs(delta)
    if not trace.has("chain"):
        return
    W, a, y = (trace[f"chain/{name}"] for name in ("W", "a", "y"))
    yield "links/da_dz = a (1 - a)", da_dz, a[1:] * (1 - a[1:]), 1.0
    back = np.append(W * delta, 2 * (a[3] - y))
    yield "links/dC_da = w delta, and 2 (a - y)", dC_da, back, np.abs(back)
    yield "links/dC_dw = delta a", dC_dw, delta * a[:-1], np.abs(dC_dw)
    yield "the last of links/dC_dw = chain/dC_dw", dC_dw[2], trace["chain/dC_dw"], np.abs(dC_dw[2])
    epsilon = float(trace["chain/epsilon"][int(trace["chain/at"])])
    for name, place in (("dC_dw", "W"), ("dC_db", "b")):
        recorded = trace[f"links/measured_{name}"]
        changes = np.array([_cost(trace, place, l, epsilon) for l in range(3)]) - trace["chain/C"]
        yield f"links/measured_{name} = change of C / epsilon", recorded, changes / epsilon, 1 / epsilon


def several_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: costs, means, and where the chain itself is there, every example's derivatives."""
    x, y, a, C = (trace[f"several/{name}"] for name in "xyaC")
    yield "several/y is 0 or 1", y, (y > 0.5).astype(float), 0.0
    yield "several/y is both", np.array([y.min(), y.max()]), np.array([0.0, 1.0]), 0.0
    yield "several/C = (a - y)^2", C, (a - y) ** 2, 1.0
    yield "several/mean_C = mean of C", trace["several/mean_C"], C.mean(), 1.0
    last = 2 * (a - y) * a * (1 - a)
    yield "the last of several/dC_db = 2 (a - y) a (1 - a)", trace["several/dC_db"][:, 2], last, 1.0
    for name in NAMES:
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
    outputs = _activations(trace["chain/W"], trace["chain/b"], x)
    yield "several/a = output for x", a, outputs[:, 3], 1.0
    delta = np.empty((len(x), 3))
    delta[:, 2] = last
    for l in (1, 0):
        slope = outputs[:, l + 1] * (1 - outputs[:, l + 1])
        delta[:, l] = slope * trace["chain/W"][l + 1] * delta[:, l + 1]
    yield "several/dC_db = delta", trace["several/dC_db"], delta, 1.0
    yield "several/dC_dw = delta a", trace["several/dC_dw"], delta * outputs[:, :-1], 1.0


def _activations(W: Array, b: Array, x: Array) -> Array:
    """Pass inputs (E,) through the 1-1-1-1 network: its activations, (E, 4)."""
    a = [x]
    for w, bias in zip(W, b, strict=True):
        a.append(sigmoid(w * a[-1] + bias))
    return np.stack(a, axis=-1)


def _cost(trace: Trace, kind: str, l: int, epsilon: float) -> float:
    """Compute the chain's cost with one entry of W or b changed by epsilon."""
    parts = {name: trace[f"chain/{name}"].copy() for name in "Wb"}
    parts[kind][l] += epsilon
    outputs = _activations(parts["W"], parts["b"], trace["chain/x"][None])
    return float((outputs[0, 3] - trace["chain/y"]) ** 2)
