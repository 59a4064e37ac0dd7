"""Figures of the training: how far it has come at a recorded moment."""

from __future__ import annotations

from netsim.figures.registry import state
from netsim.trace.trace import Trace


@state("untrained", "midway", "last")
def moment(trace: Trace, t: int) -> str:
    """Tell the network before its first update from the last that is recorded, and from those between."""
    if not trace.steps[t]:
        return "untrained"
    return "last" if t == len(trace.steps) - 1 else "midway"
