"""What the walk with all examples and the one in mini-batches came to."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: How many times as long as the straight way a walk is that staggers.
STAGGERS = 1.3

#: By so much a share of right answers may fall short of another and be nearly the same.
NEARLY = 0.05

#: Less than this part is much less.
MUCH_LESS = 0.5
CLOCKS, TINY = ("examples", "seconds"), 1e-9


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


@state("nowhere", "as_low", "about_as_low", "lower")
def end_in_batches(trace: Trace) -> str:
    """Tell how low the walk in mini-batches ends, beside its start and beside the end of the walk with all examples.

    They are as low as each other if three decimals do not tell them apart.
    """
    full, mini = trace["paths/full_C"], trace["paths/mini_C"]
    if mini[-1] >= full[0]:
        return "nowhere"
    if full[-1] > mini[-1]:
        return "lower"
    return "as_low" if f"{mini[-1]:.3f}" == f"{full[-1]:.3f}" else "about_as_low"


def worst_of_the_map(trace: Trace) -> tuple[str, int]:
    """Find the walk, "mini" or "full", and its step at which the cost on the plane is farthest from the true one."""
    gaps = {name: np.abs(trace[f"paths/{name}_plane_C"] - trace[f"paths/{name}_C"]) for name in ("full", "mini")}
    name = max(gaps, key=lambda walk: float(gaps[walk].max()))
    return name, int(np.argmax(gaps[name]))


@state("errs", "right")
def truth_of_the_map(trace: Trace) -> str:
    """Tell whether three decimals tell the true cost from the one on the plane, where they are farthest apart."""
    name, step = worst_of_the_map(trace)
    plane, true = (float(trace[f"paths/{name}_{of}"][step]) for of in ("plane_C", "C"))
    return "right" if f"{plane:.3f}" == f"{true:.3f}" else "errs"


@state("not_yet", "as_good")
def good_as_trained(trace: Trace) -> str:
    """Tell whether the walk in mini-batches ends nearly as right on unseen examples as the whole training does."""
    return "not_yet" if trace["paths/mini_right"] < trace["accuracy"][-1] - NEARLY else "as_good"


@state("less_in_seconds", "as_much")
def gap_in_time(trace: Trace) -> str:
    """Tell whether the seconds of both walks lie much less far apart than the examples that they ask do."""
    asked, took = (trace[f"paths/full_{of}"][-1] / max(trace[f"paths/mini_{of}"][-1], TINY) for of in CLOCKS)
    return "less_in_seconds" if 1 < took < MUCH_LESS * asked else "as_much"
