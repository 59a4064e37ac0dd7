"""What the walk with all examples and the one in mini-batches came to."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: How many times as long as the straight way a walk is that staggers.
STAGGERS = 1.3


@figure
def careful_steps(trace: Trace) -> int:
    """Count the steps of the walk with all examples."""
    return len(trace["paths/full_C"]) - 1


@figure
def hasty_steps(trace: Trace) -> int:
    """Count the steps of the walk in mini-batches."""
    return len(trace["paths/mini_C"]) - 1


@state("straight", "staggers")
def way_in_batches(trace: Trace) -> str:
    """Tell whether the walk in mini-batches is much longer than the straight way from its start to its end."""
    places = trace["paths/mini"]
    straight = float(np.linalg.norm(places[-1] - places[0]))
    walked = float(np.linalg.norm(np.diff(places, axis=0), axis=1).sum())
    return "staggers" if straight and walked > STAGGERS * straight else "straight"


@state("same_way", "nowhere", "as_low", "about_as_low", "lower")
def end_in_batches(trace: Trace) -> str:
    """Tell how low the walk in mini-batches ends, beside its start and beside the end of the walk with all examples.

    They are as low as each other if three decimals do not tell them apart.
    """
    full, mini = trace["paths/full_C"], trace["paths/mini_C"]
    if int(trace["paths/batch"]) == int(trace["paths/examples"]):
        return "same_way"
    if mini[-1] >= full[0]:
        return "nowhere"
    if full[-1] > mini[-1]:
        return "lower"
    return "as_low" if f"{mini[-1]:.3f}" == f"{full[-1]:.3f}" else "about_as_low"
