"""Figures of what a gradient costs: one sweep back, against a forward pass for each parameter."""

from __future__ import annotations

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: Each unit of time, how many seconds it has, and up to how many of it a time is said in it.
UNITS = {"seconds": (1, 90), "minutes": (60, 90), "hours": (3600, 36), "days": (86400, float("inf"))}
FEW = 9.95  # so many of a unit are said to a tenth
SMALL = 90  # times as much work: less is not what makes the point


@figure
def passes_back(trace: Trace) -> int:
    """Count the forward passes, to the nearest, that have as many multiplications as the sweep back."""
    return round(float(trace["graph/network_backward"]) / float(trace["graph/network_forward"]))


@figure
def one_sweep(trace: Trace) -> float:
    """Count the multiplications of one pass forward and one back through the lesson's network."""
    return float(trace["graph/network_forward"]) + float(trace["graph/network_backward"])


@figure
def work_one_by_one(trace: Trace) -> float:
    """Give how many times the work of one pass and one sweep a forward pass for each parameter is."""
    return float(trace["graph/one_by_one"]) / float(one_sweep(trace))


@state(*UNITS)
def unit_one_by_one(trace: Trace) -> str:
    """Tell the unit in which that work is a time that can be pictured, if one pass and one sweep take a second."""
    seconds = float(work_one_by_one(trace))
    return next(name for name, (unit, most) in UNITS.items() if seconds < most * unit)


@figure
def time_one_by_one(trace: Trace) -> float:
    """Give that time in its unit: to a tenth where it is less than ten of them, else whole."""
    unit, _ = UNITS[unit_one_by_one(trace)]
    time = float(work_one_by_one(trace)) / unit
    return round(time, 1 if time < FEW else 0)


@state("small", "large")
def size_for_the_sweep(trace: Trace) -> str:
    """Tell whether the network is so small that the work one by one makes no great difference."""
    return "small" if float(work_one_by_one(trace)) < SMALL else "large"
