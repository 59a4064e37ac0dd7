"""A step of all parameters against the gradient, while it is made."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

NEARLY = 0.9  # of the fall of the mean cost in a whole step


@figure
def weights_on_the_step(trace: Trace, l: int, part: int) -> np.ndarray:
    """Give the weights of a layer, (n_l, n_{l-1}), when a part of the step is made: W - share eta dC/dW."""
    made = float(trace["step/share"][part] * trace["step/eta"])
    return np.asarray(trace[f"W{l}"][0] - made * trace[f"gradient/dC_dW{l}"])


@figure
def before_and_after(trace: Trace) -> np.ndarray:
    """Give the mean cost before the step and after all of it, (2,)."""
    return np.asarray(trace["step/C_all"][[0, -1]])


@state("falls", "rises", "stays")
def step_of_all(trace: Trace) -> str:
    """Tell where the mean cost goes in the whole step."""
    first, last = trace["step/C_all"][[0, -1]]
    return "stays" if first == last else "falls" if last < first else "rises"


@state("nearly_as_far", "otherwise")
def step_of_the_largest(trace: Trace) -> str:
    """Tell whether a step of the largest components alone, of more, makes at least nine tenths of the whole fall."""
    before, after = trace["step/C_all"][[0, -1]]
    alone, fewer = trace["step/C_most"][-1], trace["gradient/most"] < trace["gradient/components"]
    far = NEARLY * (before - after) <= before - alone <= before - after
    return "nearly_as_far" if fewer and after < before and far else "otherwise"
