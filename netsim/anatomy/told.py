"""The one weight of the last layer that the chain rule is told of, among many."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array


def told_weight(delta: Array, inputs: Array, before: Array | None, own: int) -> tuple[int, int]:
    """Choose (j, k): it leads to the example's own output, from the neuron with the largest delta of the layer before.

    Parameters
    ----------
    delta
        dC/dz of the outputs, (n_L,). If nothing comes back from its own, j is that with the largest size.
    inputs
        a of the layer before, (n_{L-1},): of neurons whose delta has the same size the brightest is taken.
    before
        dC/dz of the layer before, (n_{L-1},); None if those are the inputs, which have none.
    own
        The output that the example is about.
    """
    j = own if delta[own] else int(np.argmax(np.abs(delta)))
    sizes = np.zeros(len(inputs)) if before is None else np.abs(before)
    return j, int(np.argmax(np.where(sizes == sizes.max(), np.abs(inputs), -1.0)))
