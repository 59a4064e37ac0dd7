"""The worked example is updated as often as it has costs after the first."""

from __future__ import annotations

import pytest

from netsim import Trace
from netsim.figures.calculus.worked import updates_of_worked, worked_update


def test_each_update_has_a_cost(trace_of_xor: Trace) -> None:
    costs = trace_of_xor["worked/C"]
    assert float(updates_of_worked(trace_of_xor)) + 1 == len(costs) == len(trace_of_xor["worked/W1"])
    assert [float(worked_update(trace_of_xor, t)) for t in range(len(costs))] == list(range(len(costs)))
    with pytest.raises(IndexError):
        worked_update(trace_of_xor, len(costs))
