"""All components of the gradient at once: how much the largest bring, and why so many are 0."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: A share from which on all but nothing is brought: as a percentage it would be rounded to 100.
ALL_BUT = 0.995


@figure
def share_of_the_largest(trace: Trace) -> float:
    """Give what the components/most largest components have of the squared length, 0 to 1.

    That is their share in the fall of the cost, in one small step. It is 0 for a gradient of zeros.
    """
    return share_of(_components(trace), int(trace["components/most"]))


@figure
def other_components(trace: Trace) -> int:
    """Count the components besides the largest."""
    return int(trace["components/all"]) - int(trace["components/most"])


@state("none", "all", "nearly_all", "a_share")
def brought_by_the_largest(trace: Trace) -> str:
    """Tell how much of the fall in cost the largest components bring; none if all components are 0."""
    if not _components(trace).any():
        return "none"
    if trace["components/most"] == trace["components/all"]:
        return "all"
    return "nearly_all" if float(share_of_the_largest(trace)) >= ALL_BUT else "a_share"


@state("none", "some", "all")
def zero_components(trace: Trace) -> str:
    """Tell whether components are exactly 0."""
    zero = trace["components/zero"]
    return "none" if zero == 0 else "all" if zero == trace["components/all"] else "some"


@state("none", "few", "most", "all")
def weights_of_dark_inputs(trace: Trace) -> str:
    """Tell how many of the components that are 0 belong to weights from inputs that are 0 in every example shown."""
    derivative = np.asarray(trace["gradient/dC_dW1"])
    if not derivative.any():
        return "none"
    silent = ~derivative.any(axis=0) & ~np.asarray(trace["data/x"]).any(axis=0)
    dark, zero = int(silent.sum()) * len(derivative), int(trace["components/zero"])
    if not dark:
        return "none"
    return "all" if dark == zero else "most" if 2 * dark > zero else "few"


def share_of(components: np.ndarray, most: int) -> float:
    """Compute what so many of the largest components have of the squared length, 0 to 1; 0 if all are 0."""
    largest = np.abs(components).max()
    if largest == 0:
        return 0.0
    squares = np.sort((components / largest) ** 2)[::-1]
    return float(squares[:most].sum() / squares.sum())


def _components(trace: Trace) -> np.ndarray:
    """Give all components, (parameters,)."""
    return np.concatenate([np.ravel(trace[f"gradient/dC_d{kind}{l}"]) for l in range(1, trace.L + 1) for kind in "Wb"])
