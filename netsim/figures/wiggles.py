"""What follows when a weight is wiggled and the cost is measured."""

from __future__ import annotations

from netsim.figures.registry import state
from netsim.trace.trace import Trace


@state("moves", "rests")
def first_change(trace: Trace) -> str:
    """Tell whether the cost changes at all as the first weight is wiggled."""
    return "moves" if trace["sensitivity/change_C"][0].any() else "rests"
