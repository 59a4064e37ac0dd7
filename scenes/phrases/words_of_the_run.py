"""What is true to say of the run of gradient descent, and of what became of the followed example (D11)."""

from __future__ import annotations

from typing import Any

import numpy as np

from netsim import Trace
from scenes.mobjects.type.number import spec_for
from scenes.parts.selection import highest
from scenes.phrases.words_for_weights import parameters
from scenes.words.numbers import Fact


def step_by_step(trace: Trace) -> dict[str, Fact]:
    """Return what the run of gradient descent was made of, what became of the cost, and of the followed example."""
    cost, last = trace.reading("cost"), len(trace["cost"]) - 1
    spec, updates = spec_for([cost], 3, sign=""), int(trace["run_steps"][-1])
    plan = trace.header["recipe"].get("training", {})
    each = f"each of {updates:,} steps" if updates > 1 else "the one step"
    kept = ", with a part of the step before" if plan.get("momentum") else ""
    course, few = f"from {format(cost[0], spec)} to {format(cost[last], spec)}.", _few(trace, plan)
    falls = float(cost[last]) < float(cost[0])
    if not few:
        run = f"{each.capitalize()} takes the gradient of all examples{kept}: "
        run += f"the [cost](cost) {'falls' if falls else 'goes'} {course}"
    else:
        still = "and the [cost](cost) still falls," if falls else "and the [cost](cost) goes"
        run = f"To save time {each} asks only {few}: a rough gradient{kept}, {still} {course}"
    return {"run": run, "star": _star(trace)}


def _few(trace: Trace, plan: dict[str, Any]) -> str:
    """Return of how few examples a step takes the gradient; "" if of all."""
    whole = plan.get("method") == "full_batch" or int(trace["run_steps"][1]) == 1
    size = int(plan.get("batch", 0))
    return "" if whole else "one example" if size == 1 else f"{size:,} examples"


def _star(trace: Trace) -> str:
    """Return what became of the followed example's own output."""
    L, label, end = trace.L, trace.label(0), len(trace.steps) - 1
    star = f"[{trace.classes[label]}](focus)"
    first, last = trace.reading(f"a{L}", 0, 0), trace.reading(f"a{L}", end, 0)
    values, loudest = np.asarray(last.value), highest(last)
    sign = "the brightest of all" if loudest == label else f"but the {trace.classes[loudest]} is brighter"
    if values[label] == values[loudest] and (values == values[label]).sum() > 1:
        sign = "as bright as others"
    if end == 0:
        return f"For this example the output of the {star} is {last[label]:.2f}, {sign}."
    before, after = f"{first[label]:.2f}", f"{last[label]:.2f}"
    course = f"went from {before} to {after}" if before != after else f"is {after} as it was"
    ahead = f"But what are {parameters(trace)['count']:,} slopes at once?"
    return f"Here the output of the {star} {course}, {sign}. {ahead}"
