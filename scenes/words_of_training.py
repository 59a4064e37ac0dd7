"""What is true to say of a lesson's training: captions that follow its run."""

from __future__ import annotations

import numpy as np

from netsim import Trace
from scenes.choices import highest
from scenes.stage import Fact

DARK = 0.5  # of the brightest output at first: below it all are said to have gone dark


def course_of(trace: Trace) -> dict[str, Fact]:
    """Return what became of the followed example's outputs and of its cost over the recorded moments."""
    return {"course": _outputs(trace), "costs": _costs(trace)}


def _outputs(trace: Trace) -> str:
    L, label, last = trace.L, trace.label(0), len(trace.steps) - 1
    shown, end = trace[f"a{L}"][:, 0], trace.reading(f"a{L}", last, 0)
    loudest, star = highest(end), trace.classes[label]
    sign = "the loudest of all" if loudest == label else f"but the {trace.classes[loudest]} is louder"
    learns = " while the network learns"
    dark = shown[1:-1].max(axis=1, initial=0.0) < DARK * shown[0].max()
    if dark.any() and loudest == label and float(end[label]) > shown[0].max():
        return (
            f". First all outputs go dark, since most of them should be; then the {star} lights up, to {end[label]:.2f}"
        )
    first = f"{trace.reading(f'a{L}', 0, 0, label):.2f} after {_updates(trace, 0)}"
    if last == 0:
        return f" again: {first}, {sign}"
    return f"{learns}: {first}, {end[label]:.2f} after {_updates(trace, last)}, {sign}"


def _costs(trace: Trace) -> str:
    last, costs = len(trace.steps) - 1, trace["C"][:, 0]
    first, end = trace.reading("C", 0, 0), trace.reading("C", last, 0)
    if last == 0:
        return f"is {first:.3f} after {_updates(trace, 0)}"
    went = f"went from {first:.3f} to {end:.3f}"
    if (np.diff(costs) > 0).any():
        return f"{went}, though not downhill all the way: every step serves its own few examples"
    return f"{went}, a little with every step"


def _updates(trace: Trace, t: int) -> str:
    many = int(trace.steps[t])
    return f"{many:,} update{'' if many == 1 else 's'}"
