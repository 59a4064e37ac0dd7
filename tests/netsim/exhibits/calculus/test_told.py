"""The told exhibit: which weight it is, and what the cost made of its nudge, by a network changed by hand."""

import numpy as np
import pytest

from netsim import TraceError, record, verify
from netsim.anatomy.told import told_weight
from netsim.exhibits.calculus.told import EXHIBIT as TOLD
from netsim.figures.calculus.told import weight_told_of
from netsim.functions import COSTS
from tests.netsim.exhibits.exhibited import KINDS, changed, held, random_run


@pytest.mark.parametrize("kind", KINDS, ids="-".join)
def test_the_nudge_is_what_the_cost_makes_of_a_changed_weight(kind):
    run = random_run(kind=kind)
    told = {name.partition("/")[2]: array for name, array in TOLD.record(run).items()}
    l, j, k = told["place"]
    W = {layer: weights.copy() for layer, weights in run.network.W.items()}
    W[l][j, k] += told["epsilon"]
    after = type(run.network)(W, run.network.b, run.network.hidden, run.network.output, run.network.cost)
    costs = [COSTS[n.cost].value(n.forward(run.x).a[l][0], run.y, n.output) for n in (run.network, after)]
    assert told["measured_dC_dw"] == pytest.approx((costs[1] - costs[0]) / told["epsilon"], abs=1e-9)
    assert told["measured_dC_dw"] == pytest.approx(run.back.mean_dC_dW[l][j, k], rel=0.01)


def test_it_leads_to_the_label_from_the_largest_delta_and_among_equals_from_the_brightest():
    delta, inputs = np.array([0.1, -0.5, 0.2]), np.array([0.2, 0.9, 0.4])
    assert told_weight(delta, inputs, np.array([0.3, 0.1, -0.4]), 0) == (0, 2)
    assert told_weight(delta, inputs, np.array([0.4, 0.1, -0.4]), 2) == (2, 2)
    assert told_weight(delta, inputs, None, 2) == (2, 1)
    assert told_weight(np.array([0.1, -0.5, 0.0]), inputs, None, 2) == (1, 1), "nothing comes back from the label's"


@pytest.mark.parametrize(("named", "told"), [("W3[1,2]", (1, 2)), ("W1[2,1]", None)])
def test_a_lessons_own_weight_is_told_of_if_it_leads_to_an_output(quick, named, told):
    trace = record(quick(record={"weight": named}), exhibits=["told"])
    place = trace["told/place"].tolist()
    assert place == [3, *weight_told_of(trace)]
    assert told is None or place == [3, *told]
    verify(trace)


def test_every_array_is_held_by_some_identity(small_trace):
    held(small_trace, TOLD)


@pytest.mark.parametrize("change", [lambda a: a + 50, lambda a: a - [1, 0, 0]])
def test_another_place_is_refused(small_trace, change):
    with pytest.raises(TraceError, match=r"told/place = .* no place"):
        verify(changed(small_trace, "told/place", change))
