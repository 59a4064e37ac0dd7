"""What the lesson's run was made of: how many examples a step asks, and what it keeps of the step before."""

from __future__ import annotations

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@state("all", "one", "several", "unknown")
def asked_by_a_step(trace: Trace) -> str:
    """Tell of how many training examples a step takes the gradient; unknown where another program made the steps."""
    if trace.rule == "unknown":
        return "unknown"
    plan = trace.header["recipe"]["training"]
    if plan["method"] == "full_batch" or int(trace["run_steps"][1]) == 1:
        return "all"
    return "one" if int(plan["batch"]) == 1 else "several"


@figure
def batch(trace: Trace) -> int:
    """Give how many examples the lesson puts into a mini-batch; 0 where that is not known."""
    return int(trace.header["recipe"]["training"].get("batch", 0))


@state("nothing", "a_part")
def kept_of_a_step(trace: Trace) -> str:
    """Tell whether a step keeps a part of the one before: momentum."""
    return "a_part" if trace.rule == "momentum" else "nothing"
