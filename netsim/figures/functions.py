"""What is true of a lesson's functions where it decides what is said: the output's curve, and how it is judged."""

from __future__ import annotations

from math import isfinite

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@state("own", "shared")
def coupling(trace: Trace) -> str:
    """Tell outputs that each go by their own sum from those that share a total of 1."""
    return "shared" if trace.activation(trace.L).couples else "own"


@state("shared", "levels", "straight", "rectified", "leaking", "bending")
def output_curve(trace: Trace) -> str:
    """Tell how an output follows its sum.

    Outputs that share a total have no curve of their own. A curve has two levels if it gets flat on both sides; of
    those that are made of straight pieces one is rectified if it is 0 below 0, and leaking if it only rises less there.
    """
    of = trace.activation(trace.L)
    if of.couples:
        return "shared"
    if of.saturating:
        return "levels"
    if of.straight:
        return "straight" if of.linear else "rectified" if of.zero_below else "leaking"
    return "bending"


@figure
def lowest_output(trace: Trace) -> float:
    """Give the bound of the outputs below; 0 if there is none."""
    low = trace.activation(trace.L).low
    return low if isfinite(low) else 0.0


@figure
def highest_output(trace: Trace) -> float:
    """Give the bound of the outputs above; 0 if there is none."""
    high = trace.activation(trace.L).high
    return high if isfinite(high) else 0.0


@state("simple", "through_the_slope")
def effect(trace: Trace) -> str:
    """Tell whether the effect -dC/dz of an output is simply y - a, since the slope cancels, or wish times slope."""
    return "simple" if trace.judge.cancels else "through_the_slope"
