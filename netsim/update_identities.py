"""What must hold between two records that are one update apart."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.claims import ROUNDING
from netsim.exhibits.first_record import training_of
from netsim.trace.trace import Trace


def updates_claims(trace: Trace) -> Iterator[Claim]:
    """W[t+1] = W[t] - eta mean_dC_dW[t], where two records are one update apart; with momentum, - eta v[t+1]."""
    (pairs,) = np.nonzero(np.diff(trace["steps"]) == 1)
    plan = training_of(trace)
    single = plan.get("precision") == "float32"
    # eta, the product and the sum are rounded; with momentum so are the velocity's own
    slack = (4 if trace.has("velocity") else 2) * np.finfo(np.float32).eps / ROUNDING if single else 1.0
    for name in [f"{kind}{l}" for l in range(1, trace.L + 1) for kind in "Wb"]:
        now, down, said = trace[name][pairs], trace[f"mean_dC_d{name}"][pairs], f"mean_dC_d{name}"
        size = np.abs(down)
        if trace.has("velocity"):
            kept = plan.get("momentum", 0.0) * trace[f"velocity/{name}"]
            down, size = kept[pairs] + down, np.abs(kept[pairs]) + size
            said = f"(momentum velocity/{name} + {said})"
            yield f"next velocity/{name} = {said[1:-1]}", trace[f"velocity/{name}"][pairs + 1], down, slack * size
        eta = trace["eta"][pairs].reshape(-1, *[1] * (now.ndim - 1))
        yield (
            f"next {name} = {name} - eta {said}",
            trace[name][pairs + 1],
            now - eta * down,
            slack * (np.abs(now) + eta * size),
        )
    if trace.has("velocity") and trace["steps"][0] == 0:
        for name in [f"{kind}{l}" for l in range(1, trace.L + 1) for kind in "Wb"]:
            first = trace[f"velocity/{name}"][0]
            yield f"velocity/{name} begins at rest", first, np.zeros_like(first), 0.0
