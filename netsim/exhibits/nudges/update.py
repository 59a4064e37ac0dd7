"""The update exhibit: one weight before and after the first recorded update."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import Array


def record_update(subject: Subject) -> dict[str, Array]:
    """Make the update/ group: update/after = update/before + update/step, and the step is -eta dC_dw.

    update/place (3,) are the layer, j and k of a weight of the last layer: of those that lead to the output of the
    star's class the one with the largest derivative. update/dC_dw is that, the mean over the update's mini-batch.
    """
    L, eta = subject.network.L, subject.first.eta
    mean = np.asarray(subject.first.back.mean_dC_dW[L], np.float64)
    j = subject.label
    k = int(np.argmax(np.abs(mean[j])))
    before, dC_dw = subject.network.W[L][j, k], mean[j, k]
    step = -eta * dC_dw
    kept = {"eta": eta, "dC_dw": dC_dw, "before": before, "step": step, "after": before + step}
    return {"update/place": np.array([L, j, k])} | {f"update/{name}": np.array(value) for name, value in kept.items()}
