"""What is true to say of a lesson's examples: how many there are, what they are, and what each costs (D4, D7)."""

from __future__ import annotations

import numpy as np

from netsim import Trace
from scenes.mobjects.number import spec_for
from scenes.stage import Fact

SETTLED = 0.05  # of the mean: once the running mean stays this near to its last value, it is said to settle


def examples_of(trace: Trace) -> dict[str, Fact]:
    """Return how many examples there are to learn from, and how many are put aside."""
    examples, unseen = int(trace["data/examples"]), int(trace["data/unseen"])
    return {
        "examples": f"{examples:,} examples are" if examples > 1 else "One example is",
        "unseen": f"{unseen:,} more are" if unseen > 1 else "One more is",
    }


def costs_of_examples(trace: Trace) -> dict[str, Fact]:
    """Return how the mean of the shown examples' costs goes, and what it is over all of them."""
    C, running = np.asarray(trace["data/C"]), np.asarray(trace["data/running"])
    shown = len(C)
    half = running[shown // 2 :]
    steady = float(np.abs(half - half[-1]).max()) <= SETTLED * abs(float(half[-1]))
    last = trace.reading("data/running", shown - 1)
    at = format(last, spec_for([trace.reading("data/C")], 2, sign=""))
    course = f"after {shown} the average is {at}"
    if steady and shown > 1:
        course = f"soon the average settles, at {at}"
    return {
        "examples": trace.reading("data/examples"),
        "course": f"Average them as they come: each new one counts a little less, and {course}.",
    }
