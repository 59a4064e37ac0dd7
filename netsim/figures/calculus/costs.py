"""What the cost makes of an output's error."""

from __future__ import annotations

from netsim.figures.registry import state
from netsim.trace.trace import Trace


@state("sum", "mean")
def cost_over_outputs(trace: Trace) -> str:
    """Tell whether the cost of an example is a sum over its outputs, or their mean."""
    return "mean" if trace.judge.mean else "sum"


@state("yes", "no")
def outputs_share(trace: Trace) -> str:
    """Tell whether every output depends on the sums of all, as with a softmax."""
    return "yes" if trace.activation(trace.L).couples else "no"
