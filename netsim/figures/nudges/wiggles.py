"""What follows when a weight is wiggled and the cost is measured."""

from __future__ import annotations

from netsim.figures.registry import state
from netsim.trace.trace import Trace

#: By how many times the first change must be larger for the second to be said to be barely there, or to be less.
BARELY, LESS = 5.0, 1.1


@state("one", "two")
def wiggled(trace: Trace) -> str:
    """Tell whether two weights were found to wiggle, or one."""
    first, second = trace["sensitivity/place"]
    return "one" if (first == second).all() else "two"


@state("one_input", "oftener", "as_often", "more_seldom")
def first_is_lit(trace: Trace) -> str:
    """Tell whether the first weight's input is not 0 in more training examples than the second's, or is the same."""
    if trace["sensitivity/place"][0, 2] == trace["sensitivity/place"][1, 2]:
        return "one_input"
    first, second = trace["sensitivity/lit"]
    return "oftener" if first > second else "as_often" if first == second else "more_seldom"


@state("moves", "rests")
def first_change(trace: Trace) -> str:
    """Tell whether the cost changes at all as the first weight is wiggled."""
    return "moves" if trace["sensitivity/change_C"][0].any() else "rests"


@state("rests", "barely", "less", "as_well")
def second_change(trace: Trace) -> str:
    """Tell how much the cost changes as the second weight is wiggled, beside the first."""
    measured = float(trace["sensitivity/measured_ratio"])
    if not trace["sensitivity/change_C"][1].any():
        return "rests"
    return "barely" if measured > BARELY else "less" if measured > LESS else "as_well"
