"""The levers exhibit: what the star's own output could be changed by."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.explain import levers
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import before, moment_place
from netsim.exhibits.run import Run
from netsim.trace.declared import DERIVATIVE, PLACE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "at": Declared("t_e_l_j", "which output, of which record, for which example", PLACE),
    "dC_db": Declared("", "change of C per unit of its bias: delta", DERIVATIVE),
    "dC_dw": Declared("n_{L-1}", "change of C per unit of each of its weights: a delta", DERIVATIVE),
    "dC_da": Declared("n_{L-1}", "change of C per unit of each activation before it: w delta", DERIVATIVE),
}

DIMS = {"t_e_l_j": Dimension("record, example, layer, neuron", 4)}


def record(run: Run) -> Arrays:
    """Take the three levers of the star's own output."""
    L, own = run.network.L, run.own_output
    three = levers(run.network, run.fwd, run.back, 0, L, own)
    return {
        "at": np.array([0, 0, L, own]),
        "dC_db": np.array(three.dC_db),
        "dC_dw": three.dC_dw,
        "dC_da": three.dC_da,
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: each lever is delta, times what it is multiplied by in the neuron's sum."""
    t, e, l, j = moment_place(trace, "levers/at")
    delta, inputs, W = trace[f"delta{l}"][t, e, j], before(trace, l)[t, e], trace[f"W{l}"][t, j]
    yield "levers/dC_db = delta", trace["levers/dC_db"], delta, abs(delta)
    yield "levers/dC_dw = a delta", trace["levers/dC_dw"], inputs * delta, np.abs(inputs * delta)
    yield "levers/dC_da = w delta", trace["levers/dC_da"], W * delta, np.abs(W * delta)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
