"""What became of the star: its answer, its cost and its outputs, from the first recorded step to the last."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: An output this near to its target is said to be near.
NEAR = 0.1


@figure
def recorded_moments(trace: Trace) -> int:
    """Count the recorded steps, T."""
    return len(trace.steps)


@state("right", "shared", "wrong", "none")
def last_answer(trace: Trace) -> str:
    """Tell what is brightest at the last recorded step: the label's output alone, it and others, another, others."""
    return brightest(trace[f"a{trace.L}"][-1, 0], trace.label(0))


def brightest(outputs: np.ndarray, label: int) -> str:
    """Tell what is brightest of some outputs, (n_L,): the label's alone, it and others, another, or others."""
    those = np.flatnonzero(outputs == outputs.max())
    if label in those:
        return "right" if len(those) == 1 else "shared"
    return "wrong" if len(those) == 1 else "none"


@state("once", "level", "rises", "falls")
def course_of_its_cost(trace: Trace) -> str:
    """Tell where the star's cost goes from the first recorded step to the last, as far as four decimals show it."""
    first, last = trace["C"][0, 0], trace["C"][-1, 0]
    if len(trace.steps) == 1:
        return "once"
    if f"{first:.4f}" == f"{last:.4f}":
        return "level"
    return "falls" if last < first else "rises"


@state("three", "four")
def decimals_of_its_cost(trace: Trace) -> str:
    """Tell how many decimals show that the star's cost changed, and that it is not 0: three, else four."""
    first, last = trace["C"][0, 0], trace["C"][-1, 0]
    return "three" if f"{first:.3f}" != f"{last:.3f}" and float(f"{last:.3f}") else "four"


@state("near", "better")
def last_outputs(trace: Trace) -> str:
    """Tell whether all outputs of the star are near their targets at the last recorded step."""
    gaps = np.abs(trace[f"a{trace.L}"][-1, 0] - trace["y"][0])
    return "near" if gaps.max() < NEAR else "better"


#: What squares are called by what each is multiplied by, and whether the mean is taken.
SQUARES = {(1.0, False): "squares", (0.5, False): "half_squares", (1.0, True): "mean_square"}


@state(*SQUARES.values(), "label", "each")
def judged_by(trace: Trace) -> str:
    """Tell what the cost is made of.

    That is the sum of all squares, half of it, or their mean; or what the label's output says alone, or something of
    each output.
    """
    if trace.judge.squared:
        return SQUARES[trace.judge.weight, trace.judge.mean]
    return "label" if trace.judge.sees_only_the_label else "each"
