"""What is true to say of all components of the gradient at once: how few count, and how many are 0 (D12)."""

from __future__ import annotations

import numpy as np

from netsim import Trace
from scenes.words.numbers import Fact


def all_at_once(trace: Trace) -> dict[str, Fact]:
    """Return how many parameters there are, how few of their components count most, and how many are exactly 0."""
    count, zero, most = (int(trace[f"components/{name}"]) for name in ("all", "zero", "most"))
    few = f"Sorted by size: in one small step {_share_of_the_most(trace, most, count)}."
    if zero == count:
        few = "Sorted by size: just now all of them are 0. The ground is flat, and no dial counts."
    return {
        "count": count,
        "eta": trace.reading("components/eta"),
        "most": few,
        "zero": _zeros(trace, count, zero, most),
    }


def _share_of_the_most(trace: Trace, most: int, count: int) -> str:
    """Return how much of the fall in cost the largest components bring: what they have of the squared length."""
    parts = [np.ravel(trace[f"gradient/dC_d{kind}{l}"]) for l in range(1, trace.L + 1) for kind in "Wb"]
    squares = np.sort(np.concatenate(parts) ** 2)[::-1]
    who = "the largest alone brings" if most == 1 else f"the {most:,} largest bring"
    if most == count:
        return f"{who} the whole fall in cost"
    rest = f"the other {count - most:,}" if count - most > 1 else "the other one"
    return f"{who} {min(0.99, squares[:most].sum() / squares.sum()):.0%} of the fall in cost, {rest} the rest"


def _zeros(trace: Trace, count: int, zero: int, most: int) -> str:
    """Return how many components are 0, and why."""
    if zero == count:
        return "Another moment, another gradient: this one belongs to the network as it is now."
    if zero == 0:
        rest = f"all but the [{most:,} largest](focus) together bring at most a tenth"
        return f"None of the {count:,} is exactly 0, but {rest}."
    why, dark = "", _dark_weights(trace)
    if dark:
        part = "all of them weights" if dark == zero else "most of them weights" if 2 * dark > zero else "some weights"
        why = f", {part} of {'pixels that are dark' if trace.image_shape else 'inputs that are 0'} in every example"
    return f"And {zero:,} of the {count:,} are exactly 0{why}."


def _dark_weights(trace: Trace) -> int:
    """Return how many weights have a derivative of 0 since their input is 0 in every example."""
    derivative = np.asarray(trace["gradient/dC_dW1"])
    if not derivative.any():
        return 0
    silent = ~derivative.any(axis=0) & ~np.asarray(trace["data/x"]).any(axis=0)
    return int(silent.sum()) * len(derivative)
