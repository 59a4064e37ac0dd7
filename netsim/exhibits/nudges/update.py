"""The update exhibit: one weight before and after the first recorded update."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, one_number
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import weight_places
from netsim.exhibits.run import Run
from netsim.trace.declared import DERIVATIVE, PLACE, RATE, WEIGHT, Declared
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("l_j_k", "which weight: of those that lead to the star's output the one that moves most", PLACE),
    "eta": Declared("", "learning rate of the update", RATE),
    "dC_dw": Declared("", "derivative by it, the mean over the update's mini-batch", DERIVATIVE),
    "before": Declared("", "the weight before the update", WEIGHT),
    "step": Declared("", "-eta dC_dw", WEIGHT),
    "after": Declared("", "the weight after it: before + step", WEIGHT),
}


def record(run: Run) -> Arrays:
    """Follow a weight: of those to the star's output the one with the largest derivative."""
    L, eta = run.network.L, run.first.eta
    mean = np.asarray(run.first.back.mean_dC_dW[L], np.float64)
    j = run.own_output
    k = int(np.argmax(np.abs(mean[j])))
    before, dC_dw = run.network.W[L][j, k], mean[j, k]
    step = -eta * dC_dw
    kept = {"eta": eta, "dC_dw": dC_dw, "before": before, "step": step, "after": before + step}
    return {"place": np.array([L, j, k])} | {name: np.array(value) for name, value in kept.items()}


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the place, and the update of the weight that stands there."""
    ((l, j, k),) = weight_places(trace, "update/place")
    eta, dC_dw, before, step, after = (trace[f"update/{name}"] for name in ("eta", "dC_dw", "before", "step", "after"))
    mean = trace[f"mean_dC_dW{l}"][0]
    yield "update/place leads to the star's output", np.array([l, j]), np.array([trace.L, trace.own_output(0)]), 0.0
    yield f"update/dC_dw = mean_dC_dW{l} there", dC_dw, *one_number(mean[j, k])
    yield f"update/dC_dw is the largest of mean_dC_dW{l}[{j}]", np.abs(dC_dw), *one_number(np.abs(mean[j]).max())
    yield "update/eta = eta", eta, *one_number(trace["eta"][0])
    yield f"update/before = W{l} there", before, *one_number(trace[f"W{l}"][0, j, k])
    yield "update/step = -eta dC_dw", step, *one_number(-eta * dC_dw)
    yield "update/after = before + step", after, before + step, np.abs(before) + np.abs(step)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, asks=("rule",))
