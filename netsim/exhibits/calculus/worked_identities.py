"""What must hold between the numbers of the worked exhibit, the 2-2-2 network."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.functions import sigmoid
from netsim.trace.trace import Trace


def worked_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: forward pass, cost, the four equations, and each update."""
    y, C, eta = (trace[f"worked/{name}"] for name in ("y", "C", "eta"))
    a = {0: np.broadcast_to(trace["worked/x"], (len(C), 2))} | {l: trace[f"worked/a{l}"] for l in (1, 2)}
    yield "worked/C = sum of (a2 - y)^2", C, np.sum((a[2] - y) ** 2, axis=-1), 1.0
    for l in (1, 2):
        W, b, z, da_dz, dC_da, delta = (trace[f"worked/{n}{l}"] for n in ("W", "b", "z", "da_dz", "dC_da", "delta"))
        size = np.einsum("tjk,tk->tj", np.abs(W), np.abs(a[l - 1])) + np.abs(b)
        yield f"worked/z{l} = W{l} a{l - 1} + b{l}", z, np.einsum("tjk,tk->tj", W, a[l - 1]) + b, size
        yield f"worked/a{l} = sigmoid(z{l})", a[l], sigmoid(z), 1.0
        yield f"worked/da_dz{l} = a{l} (1 - a{l})", da_dz, a[l] * (1 - a[l]), 1.0
        if l == 2:
            yield "worked/dC_da2 = 2 (a2 - y)", dC_da, 2 * (a[2] - y), 1.0
        else:
            W2, delta2 = trace["worked/W2"], trace["worked/delta2"]
            size = np.einsum("tjk,tj->tk", np.abs(W2), np.abs(delta2))
            yield "worked/dC_da1 = delta2 W2", dC_da, np.einsum("tjk,tj->tk", W2, delta2), size
        yield f"worked/delta{l} = da_dz{l} dC_da{l}", delta, da_dz * dC_da, np.abs(dC_da)
        dC_dW = delta[:, :, None] * a[l - 1][:, None, :]
        yield f"worked/dC_dW{l} = delta{l} a{l - 1}", trace[f"worked/dC_dW{l}"], dC_dW, np.abs(dC_dW)
        yield f"worked/dC_db{l} = delta{l}", trace[f"worked/dC_db{l}"], delta, np.abs(delta)
        for name in (f"W{l}", f"b{l}"):
            now, slope = trace[f"worked/{name}"], trace[f"worked/dC_d{name}"]
            said = f"next worked/{name} = {name} - eta dC_d{name}"
            yield said, now[1:], (now - eta * slope)[:-1], np.abs(now[:-1]) + np.abs(eta * slope[:-1])
