"""The update exhibit: the weight that moves, and the next record."""

import numpy as np
import pytest

from netsim import TraceError, record, verify
from netsim.exhibits.nudges.update import EXHIBIT as UPDATE
from tests.netsim.exhibits.exhibited import changed, held

RULES = [{}, {"momentum": 0.8}, {"rule": "adam", "eta": 0.02}]


@pytest.mark.parametrize("rule", RULES, ids=str)
@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_the_next_record_has_the_weight_after_the_update(quick, precision, rule):
    plan = {"precision": precision, "schedule": "cosine"} | rule
    trace = record(quick(record={"steps": [3, 4]}, training=plan), exhibits=["update"])
    verify(trace)
    l, j, k = trace["update/place"]
    close = {"rtol": 1e-13} if precision == "float64" else {"rtol": 1e-6}
    assert trace["update/eta"] == trace["eta"][0] < 0.3
    assert trace["update/before"] == trace[f"W{l}"][0, j, k]
    np.testing.assert_allclose(trace["update/after"], trace[f"W{l}"][1, j, k], **close)
    assert trace["update/step"] == -trace["update/eta"] * trace["update/heading"]
    assert (trace["update/heading"] == trace["update/dC_dw"]) == (not rule)
    assert trace["update/after"] == trace["update/before"] + trace["update/step"]


def test_it_is_the_weight_of_the_stars_output_that_moves_most(quick):
    trace = record(quick(record={"follow": ["II"]}))
    l, j, k = trace["update/place"]
    assert (l, j) == (3, 1)
    row = np.abs(trace["mean_dC_dW3"][0, 1])
    assert k == row.argmax()
    assert abs(trace["update/dC_dw"]) == row.max()


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, UPDATE)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("update/place", lambda a: a + 50, "update/place = .* no place"),
        ("update/place", lambda a: a - [1, 0, 0], "update/place leads to the star's output"),
        ("update/place", lambda a: a + np.array([0, 1, 0]), "update/place leads to the star's output"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))
