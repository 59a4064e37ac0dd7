"""What became of the star: its answer, its cost and its outputs, from the first recorded step to the last."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@state("right", "shared", "wrong", "none")
def first_answer(trace: Trace) -> str:
    """Tell what is brightest at the first recorded step: the label's output alone, it and others, another, others."""
    return brightest(trace[f"a{trace.L}"][0, 0], trace.own_output(0))


def brightest(outputs: np.ndarray, label: int) -> str:
    """Tell what is brightest of some outputs, (n_L,): the label's alone, it and others, another, or others."""
    those = np.flatnonzero(outputs == outputs.max())
    if label in those:
        return "right" if len(those) == 1 else "shared"
    return "wrong" if len(those) == 1 else "none"


@state("accuracy", "right", "unseen_cost", "none")
def judged_at_last(trace: Trace) -> str:
    """Tell what array judges the run besides its cost.

    The share of unseen examples that is right; of the training examples, where none are unseen; where outputs are
    numbers the cost of the unseen ones; or nothing.
    """
    return next((name for name in ("accuracy", "right", "unseen_cost") if name in trace), "none")


@figure
def cost_added_up(trace: Trace) -> np.ndarray:
    """Add up what outputs add to the star's cost, (n_L,), in their order."""
    return np.cumsum(trace["terms/C"])


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
