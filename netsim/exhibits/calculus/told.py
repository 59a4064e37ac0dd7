"""The told exhibit: the weight of the last layer that is told of, nudged: what the cost made of it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.explain import nudge
from netsim.anatomy.told import told_weight
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of, no_place, record_plan_of
from netsim.exhibits.run import Run
from netsim.figures.calculus.told import weight_told_of
from netsim.trace.declared import DERIVATIVE, PLACE, WEIGHT, Declared
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace
from netsim.weight_names import weight_in

ARRAYS = {
    "place": Declared("l_j_k", "which weight: of those that lead to an output the one that is told of", PLACE),
    "epsilon": Declared("", "by how much it is nudged", WEIGHT),
    "measured_dC_dw": Declared("", "change of the star's cost by that nudge, by the nudge", DERIVATIVE),
}


def record(run: Run) -> Arrays:
    """Nudge the weight by the recipe's epsilon, at the first recorded step."""
    L, plan = run.network.L, run.recipe.record
    before = run.back.delta[L - 1][0] if L > 1 else None
    j, k = told_weight(run.back.delta[L][0], run.fwd.a[L - 1][0], before, run.own_output)
    if plan.weight and weight_in(plan.weight, run.network.sizes)[0] == L:
        _, j, k = weight_in(plan.weight, run.network.sizes)
    measured = nudge(run.network, run.x, run.y, L, (j, k), plan.epsilon).measured
    return {
        "place": np.array([L, j, k]),
        "epsilon": np.array(plan.epsilon),
        "measured_dC_dw": np.array(measured / plan.epsilon),
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: which weight, the nudge, and the cost of the star passed through anew with it."""
    place, epsilon = trace["told/place"], trace["told/epsilon"]
    l, (j, k) = trace.L, weight_told_of(trace)
    if place.tolist() != [l, j, k]:
        raise no_place(trace, "told/place", place.tolist())
    planned = record_plan_of(trace).get("epsilon", float(epsilon))
    yield "told/epsilon = record.epsilon", epsilon, np.array(planned), 0.0
    if epsilon == 0:
        raise TraceError(f"{trace.name} has told/epsilon = 0, expected a nudge; record it anew.")
    moved = nudge(network_of(trace), trace["x"][0], trace["y"][0], l, (j, k), float(epsilon))
    size = (1 + abs(moved.C_before) + abs(moved.C_after)) / abs(float(epsilon))
    measured = trace["told/measured_dC_dw"]
    yield "told/measured_dC_dw = change of C / epsilon", measured, np.array(moved.measured / float(epsilon)), size


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims)
