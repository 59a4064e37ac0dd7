"""All components of the gradient at once: how they are ranked, and why so many are 0."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@figure
def other_components(trace: Trace) -> int:
    """Count the components besides the largest."""
    return int(trace["gradient/components"]) - int(trace["gradient/most"])


@state("none", "some", "all")
def zero_components(trace: Trace) -> str:
    """Tell whether components are exactly 0."""
    zero = trace["gradient/zero"]
    return "none" if zero == 0 else "all" if zero == trace["gradient/components"] else "some"


@state("none", "few", "most", "all")
def weights_of_dark_inputs(trace: Trace) -> str:
    """Tell how many of the components that are 0 belong to weights from inputs that are 0 in every example."""
    dark, zero = int(trace["lit/never"]) * trace.sizes[1], int(trace["gradient/zero"])
    if not dark:
        return "none"
    return "all" if dark == zero else "most" if 2 * dark > zero else "few"


@figure
def nudges_of_the_others(trace: Trace, l: int) -> np.ndarray:
    """Give minus the derivatives by the weights of a layer, (n_l, n_{l-1}), but 0 for those among the largest."""
    ranks = ranks_of("gradient", trace)["W", l]
    return np.where(ranks < int(trace["gradient/most"]), 0.0, -np.asarray(trace[f"gradient/dC_dW{l}"]))


def ranks_of(exhibit: str, trace: Trace) -> dict[tuple[str, int], np.ndarray]:
    """Rank the components of a gradient by their size: 0 is the largest.

    Parameters
    ----------
    exhibit
        Whose it is: "one", of the star's own cost, or "gradient", of the mean cost of all examples.

    Returns
    -------
    ranks
        For the kind of parameter, "W" or "b", and the layer: of the shape of dC_dW{l}, dC_db{l}.
    """
    parts = {(kind, l): np.abs(trace[f"{exhibit}/dC_d{kind}{l}"]) for l in range(1, trace.L + 1) for kind in "Wb"}
    order = np.argsort(-np.concatenate([part.ravel() for part in parts.values()]), kind="stable")
    ranks = np.empty(len(order), dtype=int)
    ranks[order] = np.arange(len(order))
    ends = np.cumsum([part.size for part in parts.values()])[:-1]
    cut = zip(parts.items(), np.split(ranks, ends), strict=True)
    return {place: some.reshape(part.shape) for (place, part), some in cut}


def share_of(components: np.ndarray, most: int) -> float:
    """Compute what so many of the largest components have of the squared length, 0 to 1; 0 if all are 0."""
    largest = np.abs(components).max()
    if largest == 0:
        return 0.0
    squares = np.sort((components / largest) ** 2)[::-1]
    return float(squares[:most].sum() / squares.sum())
