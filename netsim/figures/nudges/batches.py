"""What the gradients of a few examples are, beside that of all: how far off, how many are 0, what a step moves."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: By so many degrees the median angle grows if it is said to.
TURNED = 5.0


@figure
def first_batches(trace: Trace) -> int:
    """Count the mini-batches whose gradients were held against that of all."""
    return len(trace["batches/angle"])


@figure
def flat_batches(trace: Trace) -> int:
    """Count those of the first mini-batches whose gradient is 0, so that it points nowhere."""
    return int(np.count_nonzero(trace["batches/length"] == 0))


@state("flat", "all_flat", "rough")
def gradient_of_a_batch(trace: Trace) -> str:
    """Tell whether there is any gradient, and whether those of the first mini-batches point anywhere."""
    if not float(trace["gradient/length"]):
        return "flat"
    return "rough" if trace["batches/length"].any() else "all_flat"


@figure
def batches_drawn(trace: Trace, room: int) -> int:
    """Count the mini-batches that are drawn where there is room for so many examples: whole ones, one at least."""
    return min(max(1, room // int(trace["batches/size"])), int(trace["batches/count"]))


def by_angle(trace: Trace) -> list[int]:
    """List those of the first mini-batches whose gradients point somewhere, by their angle to that of all."""
    pointing = np.flatnonzero(trace["batches/length"])
    return [int(i) for i in pointing[np.argsort(trace["batches/angle"][pointing])]]


@state("one", "several")
def angles_in_degrees(trace: Trace) -> str:
    """Tell whether the smallest and the largest of these angles are the same in whole degrees."""
    angles = trace["batches/angle"][by_angle(trace)]
    return "several" if len(angles) and f"{angles[0]:.0f}" != f"{angles[-1]:.0f}" else "one"


@state("flat", "always", "in_the_end")
def more_examples(trace: Trace) -> str:
    """Tell whether with more examples every gradient comes nearer to that of all, or only the last ones do."""
    if not float(trace["gradient/length"]):
        return "flat"
    angles = trace["batches/angle_of_size"][trace["batches/length_of_size"] > 0]
    return "always" if (np.diff(angles) <= 0).all() else "in_the_end"


@state("one_moment", "flat", "opens", "closes", "stays")
def course_of_angles(trace: Trace) -> str:
    """Tell whether the median angle of the same mini-batches grows from the first recorded moment to the last."""
    middle = trace["batches/middle"]
    if len(middle) == 1:
        return "one_moment"
    if not trace["batches/length_at"][[0, -1]].any(axis=1).all():
        return "flat"
    turned = float(middle[-1] - middle[0])
    return "opens" if turned > TURNED else "closes" if turned < -TURNED else "stays"


@state("some", "none")
def uphill_at_last(trace: Trace) -> str:
    """Tell whether at the last recorded moment a step of some of these mini-batches leads uphill for all examples."""
    pointing = trace["batches/length_at"][-1] > 0
    return "some" if np.any(trace["batches/angle_at"][-1][pointing] > 90) else "none"
