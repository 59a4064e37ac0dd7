"""What the network answers to the examples that are shown: before it has learned, and when the training is over."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@figure
def right_at_first(trace: Trace) -> int:
    """Count the answers to them that are right at the first recorded moment."""
    return int(np.sum(trace["data/said"] == trace["data/label"]))


@state("one", "several")
def answers_at_first(trace: Trace) -> str:
    """Tell whether all of them get the same answer then; numbers are never quite the same."""
    if "data/said" not in trace:
        return "several"
    return "one" if len(set(trace["data/said"].tolist())) == 1 else "several"


@state("all", "more", "no_more")
def answers_at_last(trace: Trace) -> str:
    """Tell whether all answers are right when the training is over, or more of them than at the first moment."""
    last = int(trace["learning/right"][-1])
    if last == len(trace["data/label"]):
        return "all"
    return "more" if last > int(np.sum(trace["data/said"] == trace["data/label"])) else "no_more"
