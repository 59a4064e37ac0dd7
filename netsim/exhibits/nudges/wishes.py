"""The wishes exhibit: what each neuron wishes of the layer before it, and what that adds up to, layer by layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from netsim.anatomy.explain import wishes
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.trace.declared import DERIVATIVE, Declared
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace

#: Of a layer of more weights than this no wishes are recorded, but for the outputs': `trace.has("wishes/table2")`.
MOST = 50_000

ARRAYS = {
    "table{l}": Declared(
        "n_{l} n_{l-1}",
        f"what neuron j of layer {{l}} wishes of activation k: -w delta; left out above {MOST:,}, but for layer L",
        DERIVATIVE,
        optional=True,
    ),
    "running{l}": Declared(
        "n_{l} n_{l-1}",
        "sums of the rows 0..j of that table; the last is minus dC/da of layer {l-1}",
        DERIVATIVE,
        optional=True,
    ),
}


def layers(sizes: Sequence[int]) -> list[int]:
    """List the layers l = 1..L of a network n_0, n_1, ..., n_L whose neurons' wishes are recorded."""
    L = len(sizes) - 1
    return [l for l in range(1, L + 1) if l == L or sizes[l] * sizes[l - 1] <= MOST]


def record(run: Run) -> Arrays:
    """Ask every neuron what it wishes for the star at the first recorded step."""
    kept: Arrays = {}
    for l in layers(run.network.sizes):
        kept[f"table{l}"], kept[f"running{l}"] = wishes(run.network, run.back, 0, l)
    return kept


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: each wish, the running sums, and that the last of these is the wish of all."""
    for l in layers(trace.sizes):
        for name in (f"wishes/table{l}", f"wishes/running{l}"):
            if name not in trace:
                raise TraceError(f"{trace.name} lacks the array {name!r}; record the trace anew.")
        table = -trace[f"W{l}"][0] * trace[f"delta{l}"][0, 0][:, None]
        total = np.cumsum(np.abs(table), axis=0)
        running = trace[f"wishes/running{l}"]
        yield f"wishes/table{l} = -W{l} delta{l}", trace[f"wishes/table{l}"], table, np.abs(table)
        yield f"wishes/running{l} = sums of wishes/table{l}", running, np.cumsum(table, axis=0), total
        if l > 1:
            yield (
                f"last row of wishes/running{l} = -dC_da{l - 1}",
                running[-1],
                -trace[f"dC_da{l - 1}"][0, 0],
                total[-1],
            )


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims)
