"""What must hold between the numbers of the chain exhibit, the 1-1-1-1 network."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.functions import Array, sigmoid
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace

#: (what is said, recorded, derived, size of the numbers that went in)
Claim = tuple[str, Array, Array, Array | float]


def chain_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: forward pass, product of the factors, measured changes, sampled curves."""
    W, b, x, y, z, a, C = (trace[f"chain/{name}"] for name in ("W", "b", "x", "y", "z", "a", "C"))
    yield "chain/a begins with chain/x", a[:1], x[None], 1.0
    yield "chain/z = W a + b", z, W * a[:-1] + b, np.abs(W * a[:-1]) + np.abs(b)
    yield "chain/a = sigmoid(z)", a[1:], sigmoid(z), 1.0
    yield "chain/C = (a - y)^2", C, (a[3] - y) ** 2, 1.0
    dz_dw, da_dz, dC_da, dC_dw = (trace[f"chain/{name}"] for name in ("dz_dw", "da_dz", "dC_da", "dC_dw"))
    yield "chain/dz_dw = a before", dz_dw, a[2], 1.0
    yield "chain/da_dz = a (1 - a)", da_dz, a[3] * (1 - a[3]), 1.0
    yield "chain/dC_da = 2 (a - y)", dC_da, 2 * (a[3] - y), 1.0
    yield "chain/dC_dw = dz_dw da_dz dC_da", dC_dw, dz_dw * da_dz * dC_da, np.abs(dC_dw)
    yield from _nudges(trace)
    yield from _curves(trace)


def _nudges(trace: Trace) -> Iterator[Claim]:
    """List what must hold of the measured nudges of the last weight."""
    W, b, y, z, a, C, dC_dw = (trace[f"chain/{name}"] for name in ("W", "b", "y", "z", "a", "C", "dC_dw"))
    epsilon, nudged = trace["chain/epsilon"], {n: trace[f"chain/nudged_{n}"] for n in "wzaC"}
    if not 0 <= trace["chain/at"] < len(epsilon):
        raise TraceError(f"{trace.name} has chain/at = {trace['chain/at']}, which is no place in it; record it anew.")
    yield "chain/predicted_change_C = dC_dw epsilon", trace["chain/predicted_change_C"], dC_dw * epsilon, 1.0
    yield "chain/nudged_w = w + epsilon", nudged["w"], W[2] + epsilon, 1.0
    yield "chain/nudged_z = nudged_w a + b", nudged["z"], nudged["w"] * a[2] + b[2], 1.0
    yield "chain/nudged_a = sigmoid(nudged_z)", nudged["a"], sigmoid(nudged["z"]), 1.0
    yield "chain/nudged_C = (nudged_a - y)^2", nudged["C"], (nudged["a"] - y) ** 2, 1.0
    change = {n: trace[f"chain/change_{n}"] for n in "wzaC"}
    for name, start in (("w", W[2]), ("z", z[2]), ("a", a[3]), ("C", C)):
        yield f"chain/change_{name} = nudged_{name} - {name}", change[name], nudged[name] - start, 1.0
    for above, below in ("zw", "az", "Ca", "Cw"):
        name = f"chain/measured_d{above}_d{below}"
        yield f"{name} = change_{above} / change_{below}", trace[name], change[above] / change[below], 1.0


def _curves(trace: Trace) -> Iterator[Claim]:
    """List what must hold of the sampled curves."""
    a, b, y = trace["chain/a"], trace["chain/b"], trace["chain/y"]
    curve = {n: trace[f"chain/curve_{n}"] for n in ("w", "z_of_w", "z", "a_of_z", "a", "C_of_a")}
    yield "chain/curve_z_of_w = curve_w a + b", curve["z_of_w"], curve["w"] * a[2] + b[2], 1.0
    yield "chain/curve_a_of_z = sigmoid(curve_z)", curve["a_of_z"], sigmoid(curve["z"]), 1.0
    yield "chain/curve_C_of_a = (curve_a - y)^2", curve["C_of_a"], (curve["a"] - y) ** 2, 1.0
