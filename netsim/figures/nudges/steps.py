"""What a step does to the weight that is followed, beside what the star alone wants of it."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import state
from netsim.trace.trace import Trace


@state("agrees", "against", "nothing")
def star_and_step(trace: Trace) -> str:
    """Tell whether the star wants the weight of the update to move as the step moves it; nothing, if one is 0."""
    l, j, k = (int(place) for place in trace["update/place"])
    wanted, made = -trace[f"one/dC_dW{l}"][j, k], trace["update/step"]
    if not wanted or not made:
        return "nothing"
    return "agrees" if np.sign(wanted) == np.sign(made) else "against"
