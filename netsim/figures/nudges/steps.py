"""What the examples of a step want of the weight that is followed, beside what the star alone wants of it."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import state
from netsim.trace.trace import Trace


@state("agrees", "against", "nothing")
def star_and_mean(trace: Trace) -> str:
    """Tell whether the star wants the weight of the update to move as the step's examples do; nothing, if one is 0."""
    l, j, k = (int(place) for place in trace["update/place"])
    wanted, mean = trace[f"one/dC_dW{l}"][j, k], trace["update/dC_dw"]
    if not wanted or not mean:
        return "nothing"
    return "agrees" if np.sign(wanted) == np.sign(mean) else "against"
