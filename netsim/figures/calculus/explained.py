"""What is found where one weight is taken apart: its paths to the cost, what they add, and a nudge of it."""

from __future__ import annotations

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

ALMOST = 0.05  # of what was foretold: as far as that may be measured differently and is still said to agree


@figure
def other_paths(trace: Trace) -> int:
    """Count the paths to the cost that are not told one by one."""
    return int(trace["explained/many"]) - len(trace["explained/products"])


@state("only", "largest", "one")
def told_path(trace: Trace) -> str:
    """Tell which path comes first: the only one, the largest of many, or one of many that are all 0."""
    if int(trace["explained/many"]) == 1:
        return "only"
    return "largest" if trace["explained/products"].any() else "one"


@state("carries_nothing", "flat", "alive")
def state_of_explained(trace: Trace) -> str:
    """Tell whether the weight does anything here: it may carry 0, or lead to a hidden neuron whose slope is 0."""
    factors = trace["explained/factors"]
    if not factors[:, 0].any():
        return "carries_nothing"
    hidden = int(trace["explained/place"][2]) < trace.L
    return "flat" if hidden and not factors[:, 1].any() else "alive"


@state("before", "last", "shared")
def way_of_explained(trace: Trace) -> str:
    """Tell what lies between the weight and the cost: more layers, the slope of its output, or all outputs at once."""
    if int(trace["explained/place"][2]) < trace.L:
        return "before"
    return "shared" if trace.activation(trace.L).couples else "last"


@state("not_at_all", "almost", "roughly")
def agreement_of_explained(trace: Trace) -> str:
    """Tell how a nudge changed the cost: not at all, as was foretold, or almost or only roughly as foretold."""
    predicted, measured = (float(trace[f"explained/{kind}_change"]) for kind in ("predicted", "measured"))
    if predicted == measured == 0:
        return "not_at_all"
    return "almost" if abs(measured - predicted) <= ALMOST * abs(predicted) else "roughly"
