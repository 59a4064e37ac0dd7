"""Figures of deltas: how many times larger those of a layer are drawn to be seen, and what they let grow."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

TIE = 1e-9  # what the rounding of logarithms may take from a whole number


@figure
def drawn_larger(trace: Trace, l: int) -> int:
    """Count how many times larger the deltas of layer l are drawn: a power of ten, 1 if they are not.

    It is the highest at which none of them is drawn longer than the largest delta of all layers.
    """
    largest = {m: float(np.abs(trace[f"delta{m}"][0, 0]).max()) for m in range(1, trace.L + 1)}
    if not largest[l]:
        return 1
    return int(10 ** np.floor(np.log10(max(largest.values()) / largest[l]) + TIE))


@state("none", "some")
def any_drawn_larger(trace: Trace) -> str:
    """Tell whether the deltas of some layer are drawn larger."""
    return "some" if any(float(drawn_larger(trace, l)) > 1 for l in range(1, trace.L + 1)) else "none"


@state("to_the_label", "elsewhere")
def what_grows(trace: Trace) -> str:
    """Tell whether a step on the star lets weights grow that lead from bright neurons to the output that should fire.

    They do where that output's delta is below 0, and anything before it is bright.
    """
    if trace.answers.numbers:  # no output should fire where each has a number of its own
        return "elsewhere"
    label, before = trace.own_output(0), trace[f"a{trace.L - 1}"][0, 0] if trace.L > 1 else trace["x"][0]
    falls = trace["y"][0, label] > 0 and trace[f"delta{trace.L}"][0, 0, label] < 0
    return "to_the_label" if falls and before.max() > 0 else "elsewhere"
