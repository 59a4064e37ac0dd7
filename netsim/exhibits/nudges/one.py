"""The one exhibit: the whole gradient of the star's own cost, and the slopes that it came through."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.components import fewest
from netsim.anatomy.curves import slopes, slopes_of
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.trace.declared import COUNT, DERIVATIVE, SLOPE, Declared
from netsim.trace.trace import Trace

ARRAYS = {
    "dC_dW{l}": Declared("n_{l} n_{l-1}", "derivatives of the star's cost by the weights of layer {l}", DERIVATIVE),
    "dC_db{l}": Declared("n_{l}", "derivatives of the star's cost by the biases of layer {l}", DERIVATIVE),
    "da_dz{l}": Declared("n_{l}", "slope of each activation of layer {l}", SLOPE),
    "components": Declared("", "components of the gradient", COUNT),
    "zero": Declared("", "those that are exactly 0", COUNT),
    "most": Declared("", "the fewest that have nine tenths of the squared length", COUNT),
}


def record(run: Run) -> Arrays:
    """Take the gradient of the star's cost at the first recorded step, layer by layer."""
    network, back = run.network, run.back
    kept: dict[str, Array] = {}
    for l in range(1, network.L + 1):
        kept[f"dC_dW{l}"], kept[f"dC_db{l}"] = back.mean_dC_dW[l], back.mean_dC_db[l]
        kept[f"da_dz{l}"] = slopes(network, run.fwd, l)
    components = np.concatenate([part.ravel() for name, part in kept.items() if name.startswith("dC_d")])
    kept["components"] = np.array(components.size)
    kept["zero"] = np.array(np.count_nonzero(components == 0))
    kept["most"] = np.array(fewest(components))
    return kept


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the last two of the four equations, the slopes, and the counts."""
    network, components = network_of(trace), []
    for l in range(1, trace.L + 1):
        dC_dW, delta = trace.dC_dW(l, 0, 0), trace[f"delta{l}"][0, 0]
        yield f"one/dC_dW{l} = delta{l} a{l - 1}", trace[f"one/dC_dW{l}"], dC_dW, np.abs(dC_dW)
        yield f"one/dC_db{l} = delta{l}", trace[f"one/dC_db{l}"], delta, np.abs(delta)
        da_dz = slopes_of(network, l, trace[f"z{l}"][0, 0], trace[f"a{l}"][0, 0])
        yield f"one/da_dz{l} = sigma'(z{l})", trace[f"one/da_dz{l}"], da_dz, 1.0
        components += [trace[f"one/dC_dW{l}"].ravel(), trace[f"one/dC_db{l}"]]
    whole = np.concatenate(components)
    yield "one/components counts dC_dW and dC_db", trace["one/components"], np.array(whole.size), 0.0
    yield "one/zero counts those that are 0", trace["one/zero"], np.array(np.count_nonzero(whole == 0)), 0.0
    yield "one/most counts those that matter", trace["one/most"], np.array(fewest(whole)), 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims)
