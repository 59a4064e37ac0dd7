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
    if plan["method"] == "full_batch" or (not trace.elsewhere and trace["run_steps"][:2].tolist() == [0, 1]):
        return "all"
    return "one" if int(plan["batch"]) == 1 else "several"


@state("drawn", "brought")
def came_from(trace: Trace) -> str:
    """Tell whether the first weights were drawn at random here, or brought along from another program."""
    return "brought" if trace.elsewhere or "weights" in trace.header else "drawn"


@figure
def batch(trace: Trace) -> int:
    """Give how many examples the lesson puts into a mini-batch; 0 where that is not known."""
    return int(trace.header["recipe"]["training"].get("batch", 0))


@state("sgd", "momentum", "adam", "unknown")
def update_rule(trace: Trace) -> str:
    """Tell by which rule each step is made of the gradient."""
    return trace.rule


@state("slope", "velocity", "scaled")
def heading_of_a_step(trace: Trace) -> str:
    """Tell what the first recorded step multiplies eta with; a velocity that begins at rest is the gradient then."""
    if trace.rule == "adam":
        return "scaled"
    return "slope" if float(trace["update/heading"]) == float(trace["update/dC_dw"]) else "velocity"
