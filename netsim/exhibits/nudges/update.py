"""The update exhibit: one weight before and after the first recorded update."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, one_number
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import training_of, weight_places
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.rules import OfEach, Rule, rule_for, rule_from, slopes_of
from netsim.trace.declared import DERIVATIVE, PLACE, RATE, WEIGHT, Declared, Unit
from netsim.trace.trace import Trace
from netsim.training import Step

HEADING = Unit("what is multiplied with the learning rate")

ARRAYS = {
    "place": Declared(
        "l_j_k", "which weight: of those that lead to the star's output that of the largest dC_dw", PLACE
    ),
    "eta": Declared("", "learning rate of the update", RATE),
    "dC_dw": Declared("", "derivative by it, the mean over the update's mini-batch", DERIVATIVE),
    "heading": Declared("", "what eta is multiplied with: dC_dw, or what the run's rule makes of it", HEADING),
    "before": Declared("", "the weight before the update", WEIGHT),
    "step": Declared("", "-eta heading", WEIGHT),
    "after": Declared("", "the weight after it: before + step", WEIGHT),
}


def record(run: Run) -> Arrays:
    """Follow a weight: of those to the star's output the one with the largest derivative."""
    L, eta = run.network.L, run.first.eta
    mean = np.asarray(run.first.back.mean_dC_dW[L], np.float64)
    j = run.own_output
    k = int(np.argmax(np.abs(mean[j])))
    before, dC_dw = run.network.W[L][j, k], mean[j, k]
    heading = _heading(run.first, rule_for(run.recipe.training), (L, j, k))
    step = -eta * heading
    kept = {"eta": eta, "dC_dw": dC_dw, "heading": heading, "before": before, "step": step, "after": before + step}
    return {"place": np.array([L, j, k])} | {name: np.array(value) for name, value in kept.items()}


def _heading(step: Step, rule: Rule, place: tuple[int, int, int]) -> float:
    """Give what the update after a step multiplies eta with, for one weight, in float64."""
    l, j, k = place

    def there(numbers: OfEach) -> OfEach:
        return OfEach({l: np.asarray(numbers.W[l][j, k], np.float64)}, {})

    slope = there(slopes_of(step.back))
    kept = rule.after({name: there(numbers) for name, numbers in step.kept.items()}, slope)
    return float(rule.heading(kept, slope, step.number + 1).W[l])


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the place, and the update of the weight that stands there."""
    ((l, j, k),) = weight_places(trace, "update/place")
    eta, dC_dw, heading, before, step, after = (trace[f"update/{name}"] for name in list(ARRAYS)[1:])
    mean = trace[f"mean_dC_dW{l}"][0]
    yield "update/place leads to the star's output", np.array([l, j]), np.array([trace.L, trace.own_output(0)]), 0.0
    yield f"update/dC_dw = mean_dC_dW{l} there", dC_dw, *one_number(mean[j, k])
    yield f"update/dC_dw is the largest of mean_dC_dW{l}[{j}]", np.abs(dC_dw), *one_number(np.abs(mean[j]).max())
    yield "update/eta = eta", eta, *one_number(trace["eta"][0])
    yield f"update/before = W{l} there", before, *one_number(trace[f"W{l}"][0, j, k])
    yield "update/heading is what the rule makes of dC_dw", heading, *_derived(trace, (l, j, k))
    yield "update/step = -eta heading", step, *one_number(-eta * heading)
    yield "update/after = before + step", after, before + step, np.abs(before) + np.abs(step)


def _derived(trace: Trace, place: tuple[int, int, int]) -> tuple[Array, float]:
    """Derive the heading of a weight from what the rule had kept at the first record."""
    l, j, k = place
    rule, slope = rule_from(training_of(trace)), OfEach({l: trace[f"mean_dC_dW{l}"][0, j, k]}, {})
    before = {name: OfEach({l: trace[f"{name}/W{l}"][0, j, k]}, {}) for name in rule.keeps}
    after = rule.after(before, slope)
    heading = float(rule.heading(after, slope, int(trace["steps"][0]) + 1).W[l])
    return np.array(heading), sum(abs(float(kept.W[l])) for kept in (slope, *before.values(), *after.values())) + abs(
        heading
    )


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, asks=("rule",))
