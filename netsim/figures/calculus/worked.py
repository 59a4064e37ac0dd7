"""Figures of the worked example: how often it has been updated."""

from __future__ import annotations

from netsim.figures.registry import figure
from netsim.trace.trace import Trace


@figure
def updates_of_worked(trace: Trace) -> int:
    """Count the updates of the worked example."""
    return len(trace["worked/C"]) - 1


@figure
def worked_update(trace: Trace, t: int) -> int:
    """Count the updates that are made before moment t of the worked example, at which its cost is worked/C[t]."""
    return range(len(trace["worked/C"]))[t]
