"""What the star wants of the outputs at the first recorded step: whose wishes point where, and who is loudest."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import state
from netsim.trace.trace import Trace


@state("right", "wrong")
def answer(trace: Trace) -> str:
    """Tell whether the largest output is the label's."""
    return "right" if int(np.argmax(trace[f"a{trace.L}"][0, 0])) == trace.label(0) else "wrong"


@state("none", "down", "up", "both")
def wishes_of_the_rest(trace: Trace) -> str:
    """Tell where the wishes -dC/da of all outputs but the label's point."""
    others = np.delete(-trace[f"dC_da{trace.L}"][0, 0], trace.label(0))
    if not others.any():
        return "none"
    return "down" if (others <= 0).all() else "up" if (others >= 0).all() else "both"
