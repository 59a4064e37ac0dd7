"""What must hold between the numbers of the exhibits gradient, sensitivity and update."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.first_record import training_of, weight_places
from netsim.exhibits.nudges.sensitivity import NUDGES, ratio
from netsim.functions import Array
from netsim.trace.trace import Trace


def gradient_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the length, and that a batch of all examples has this very gradient."""
    names = [f"dC_d{kind}{l}" for l in range(1, trace.L + 1) for kind in "Wb"]
    length = np.linalg.norm(np.concatenate([trace[f"gradient/{name}"].ravel() for name in names]))
    yield "gradient/length = length of all gradient/dC_dW and dC_db", trace["gradient/length"], *_one(float(length))
    plan = training_of(trace)
    if plan.get("method") == "full_batch" and plan.get("precision") != "float32" and not plan.get("shift"):
        for name in names:
            mean = trace[f"mean_{name}"][0]
            yield f"gradient/{name} = mean_{name}", trace[f"gradient/{name}"], mean, 1 + np.abs(mean).max()


def sensitivity_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: places, nudges, changes and both ratios, and what the gradient exhibit says too."""
    dC_dw, nudge, C, change = (trace[f"sensitivity/{name}"] for name in ("dC_dw", "nudge", "C", "change_C"))
    places = weight_places(trace, "sensitivity/place")
    middle = len(nudge) // 2
    yield "sensitivity/place is in layer 1", np.array([l for l, _, _ in places]), np.ones(len(places)), 0.0
    even = np.linspace(NUDGES[0], NUDGES[-1], len(nudge))
    yield "sensitivity/nudge ascends evenly", nudge, even, 1.0
    yield "sensitivity/nudge is 0 in the middle", nudge[middle], np.array(0.0), 0.0
    yield "sensitivity/change_C = C - C at nudge 0", change, C - C[:, middle, None], np.abs(C)
    yield "sensitivity/ratio = |dC_dw[0] / dC_dw[1]|", trace["sensitivity/ratio"], *_one(ratio(dC_dw))
    measured = trace["sensitivity/measured_ratio"]
    yield "sensitivity/measured_ratio = that of the last change_C", measured, *_one(ratio(change[:, -1]))
    if trace.has("gradient"):
        entries = np.array([trace[f"gradient/dC_dW{l}"][j, k] for l, j, k in places])
        yield "sensitivity/dC_dw = gradient/dC_dW1 there", dC_dw, entries, np.abs(entries)
        start = np.full(len(places), trace["gradient/C"])
        yield "sensitivity/C at nudge 0 = gradient/C", C[:, middle], start, 1 + start
    w = np.array([trace[f"W{l}"][0, j, k] + nudge for l, j, k in places])
    yield "sensitivity/w = W1 there + nudge", trace["sensitivity/w"], w, np.abs(w)


def update_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the place, and the update of the weight that stands there."""
    ((l, j, k),) = weight_places(trace, "update/place")
    eta, dC_dw, before, step, after = (trace[f"update/{name}"] for name in ("eta", "dC_dw", "before", "step", "after"))
    mean = trace[f"mean_dC_dW{l}"][0]
    yield "update/place leads to the star's output", np.array([l, j]), np.array([trace.L, trace.label(0)]), 0.0
    yield f"update/dC_dw = mean_dC_dW{l} there", dC_dw, *_one(mean[j, k])
    yield f"update/dC_dw is the largest of mean_dC_dW{l}[{j}]", np.abs(dC_dw), *_one(np.abs(mean[j]).max())
    yield "update/eta = eta", eta, *_one(trace["eta"][0])
    yield f"update/before = W{l} there", before, *_one(trace[f"W{l}"][0, j, k])
    yield "update/step = -eta dC_dw", step, *_one(-eta * dC_dw)
    yield "update/after = before + step", after, before + step, np.abs(before) + np.abs(step)


def _one(derived: float) -> tuple[Array, float]:
    """Give a single number, and its size."""
    return np.array(derived), abs(derived)
