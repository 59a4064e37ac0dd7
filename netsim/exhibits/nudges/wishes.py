"""The wishes exhibit: what each output wishes of the layer before, and what that adds up to."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.explain import wishes
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import moment_place
from netsim.exhibits.run import Run
from netsim.trace.declared import DERIVATIVE, PLACE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "at": Declared("t_e_l", "which layer, of which record, for which example", PLACE),
    "table": Declared("n_{L} n_{L-1}", "what output j wishes of activation k: -w delta", DERIVATIVE),
    "running": Declared("n_{L} n_{L-1}", "sums of the rows 0..j of the table; the last is minus dC/da", DERIVATIVE),
}

DIMS = {"t_e_l": Dimension("record, example, layer", 3)}


def record(run: Run) -> Arrays:
    """Ask every output what it wishes for the star."""
    L = run.network.L
    table, running = wishes(run.network, run.back, 0, L)
    return {"at": np.array([0, 0, L]), "table": table, "running": running}


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: each wish, the running sums, and that the last of these is the wish of all."""
    t, e, l = moment_place(trace, "wishes/at")
    table = -trace[f"W{l}"][t] * trace[f"delta{l}"][t, e][:, None]
    total = np.cumsum(np.abs(table), axis=0)
    yield "wishes/table = -w delta", trace["wishes/table"], table, np.abs(table)
    yield "wishes/running = sums of wishes/table", trace["wishes/running"], np.cumsum(table, axis=0), total
    if l > 1:
        wish = -trace[f"dC_da{l - 1}"][t, e]
        yield f"last row of wishes/running = -dC_da{l - 1}", trace["wishes/running"][-1], wish, total[-1]


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
