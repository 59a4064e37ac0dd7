"""What examples want of weights and biases: why some nudges are 0, and how few weigh most."""

from __future__ import annotations

import numpy as np

from netsim.figures.descent.components import share_of
from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@state("pixels", "numbers")
def inputs_of_the_star(trace: Trace) -> str:
    """Tell pixels, of 0 and more, from inputs that are any numbers."""
    return "pixels" if trace.image_shape and trace["x"][0].min() >= 0 else "numbers"


@state("none", "all", "most", "some")
def zeros_of_dark_inputs(trace: Trace) -> str:
    """Tell how many of the nudges that are 0 belong to weights whose input is 0."""
    dark, zero = int((trace["x"][0] == 0).sum()) * trace.sizes[1], int(trace["one/zero"])
    if not dark:
        return "none"
    return "all" if dark == zero else "most" if 2 * dark > zero else "some"


@state("nothing", "something")
def wanted_of_all(trace: Trace) -> str:
    """Tell whether the followed example wants anything of any weight or bias."""
    return "nothing" if trace["one/zero"] == trace["one/components"] else "something"


@figure
def share_of_its_largest(trace: Trace) -> float:
    """Give what the one/most largest components of the star's gradient have of its squared length, 0 to 1."""
    parts = [trace[f"one/dC_d{kind}{l}"].ravel() for l in range(1, trace.L + 1) for kind in "Wb"]
    return share_of(np.concatenate(parts), int(trace["one/most"]))


@state("all", "some")
def classes_shown(trace: Trace) -> str:
    """Tell whether an example of each class is shown."""
    return "all" if len(trace["only/label"]) == len(trace.classes) else "some"


@state("same", "differ")
def answers_before(trace: Trace) -> str:
    """Tell whether all examples shown get the same answer before a network hears one class alone."""
    return "same" if len(np.unique(trace.answers.said(trace[f"only/a{trace.L}"][0]))) == 1 else "differ"


@state("as_before", "all", "some")
def answers_of_one_class(trace: Trace) -> str:
    """Tell whether a network that heard one class alone gives this answer to all, and whether it did before."""
    said = trace["only/said"]
    return "some" if said[-1] < 1 else "as_before" if said[0] == 1 else "all"


def all_since(trace: Trace) -> int:
    """Find the first kept moment of the run on one class from which on all answers are that class; else the last."""
    others = np.flatnonzero(trace["only/said"] < 1)
    return min(int(others.max(initial=-1)) + 1, len(trace["only/said"]) - 1)
