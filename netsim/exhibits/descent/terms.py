"""The terms exhibit: what each output adds to the star's cost, at the first record."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.run import Run
from netsim.functions import COSTS
from netsim.trace.declared import COST, Declared
from netsim.trace.trace import Trace

ARRAYS = {
    "gap": Declared("n_{L}", "how far each output is from what was wanted of it, a - y"),
    "C": Declared("n_{L}", "what it adds to the cost; over the outputs these add up to the star's C", COST),
}


def record(run: Run) -> Arrays:
    """Take the star's cost apart at the first recorded step: what each output adds to it."""
    a = run.fwd.a[run.network.L][0]
    return {"gap": a - run.y, "C": COSTS[run.network.cost].terms(a, run.y, run.network.output)}


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the gaps, the terms of the cost, and that they add up to it."""
    network = network_of(trace)
    a, y = trace[f"a{trace.L}"][0, 0], trace["y"][0]
    yield f"terms/gap = a{trace.L} - y", trace["terms/gap"], a - y, np.abs(a) + np.abs(y)
    derived = COSTS[network.cost].terms(a, y, network.output)
    yield f"terms/C = terms of the {network.cost} cost", trace["terms/C"], derived, 1.0
    yield "sum of terms/C = C", trace["terms/C"].sum(), trace["C"][0, 0], 1.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims)
