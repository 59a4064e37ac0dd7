"""The worked example is updated as often as it has costs after the first."""

from __future__ import annotations

import numpy as np

from netsim import Trace
from netsim.figures.calculus.worked import handed_back, updates_at_rates, updates_of_worked


def test_each_update_has_a_cost(trace_of_xor: Trace) -> None:
    costs = trace_of_xor["worked/C"]
    assert float(updates_of_worked(trace_of_xor)) + 1 == len(costs) == len(trace_of_xor["worked/W1"])
    assert np.array_equal(updates_at_rates(trace_of_xor).value, np.arange(trace_of_xor["rates/C"].shape[1]))


def test_what_the_outputs_hand_back_is_the_slope_by_each_hidden_activation(trace_of_xor: Trace) -> None:
    handed = [handed_back(trace_of_xor, j).value for j in (0, 1)]
    np.testing.assert_allclose(np.sum(handed, axis=0), trace_of_xor["worked/dC_da1"][0])
