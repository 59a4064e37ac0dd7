"""The worked example as a trace of its own: what can be asked of any network can be asked of it."""

from __future__ import annotations

import numpy as np

from netsim.anatomy.worked_example import example_of, followed
from netsim.functions import Array
from netsim.recipe.worked import WorkedSection
from netsim.trace.header import worked_as_planned
from netsim.trace.trace import Trace


def worked_trace(plan: WorkedSection, lessons_cost: str) -> Trace:
    """Follow the example that a recipe plans, and give its moments as the recorded steps of a trace.

    Its one example is that of the example; its outputs are called by their numbers.

    Raises
    ------
    RecipeError
        If its numbers grow beyond all bounds.
    """
    about = worked_as_planned(plan.sizes, plan.model_dump(), lessons_cost).header
    example = example_of(plan, lessons_cost)
    found = followed(example, plan.eta, plan.updates, plan.train_biases)
    steps = found["steps"]
    kept: dict[str, Array] = {
        "steps": steps,
        "eta": np.full(len(steps), plan.eta),
        "x": found["x"][None],
        "y": found["y"][None],
        "label": np.array([int(np.argmax(found["y"]))]),
        "C": found["C"][:, None],
        "run_steps": steps,
        "cost": found["C"],
        "accuracy": np.zeros(len(steps)),
    }
    for l in range(1, len(plan.sizes)):
        kept |= {f"{name}{l}": found[f"{name}{l}"] for name in "Wb"}
        kept |= {f"{name}{l}": found[f"{name}{l}"][:, None] for name in ("z", "a", "dC_da", "delta")}
        kept |= {f"mean_dC_d{name}{l}": found[f"dC_d{name}{l}"] for name in "Wb"}
    return Trace.of({**about, "recipe": {}, "data": "the worked example"}, kept)
