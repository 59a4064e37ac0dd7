"""The update exhibit: one weight before and after the first recorded update."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array
from netsim.subject import Subject


def record_update(subject: Subject) -> dict[str, Array]:
    """Make the update/ group: update/after = update/before + update/step, and the step is -eta dC_dw.

    update/place (3,) are the layer, j and k of the weight of the last layer whose derivative is the largest, and
    update/dC_dw is that derivative, the mean over the mini-batch of the update.
    """
    L, eta = subject.network.L, subject.first.eta
    mean = np.asarray(subject.first.back.mean_dC_dW[L], np.float64)
    j, k = np.unravel_index(np.argmax(np.abs(mean)), mean.shape)
    before, dC_dw = subject.network.W[L][j, k], mean[j, k]
    step = -eta * dC_dw
    kept = {"eta": eta, "dC_dw": dC_dw, "before": before, "step": step, "after": before + step}
    return {"update/place": np.array([L, j, k])} | {f"update/{name}": np.array(value) for name, value in kept.items()}
