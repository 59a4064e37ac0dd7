"""The price of a gradient is what the counted multiplications make it."""

from __future__ import annotations

import pytest

from netsim import Trace
from netsim.figures.calculus.sweep import (
    UNITS,
    passes_back,
    size_for_the_sweep,
    time_one_by_one,
    unit_one_by_one,
    work_one_by_one,
)
from tests.netsim.figures.hand_made import make


def counted(forward: int, backward: int, parameters: int) -> Trace:
    """Counts without a run."""
    counts = {"network_forward": forward, "network_backward": backward, "one_by_one": parameters * forward}
    return make({f"graph/{name}": float(count) for name, count in counts.items()})


@pytest.mark.parametrize(
    ("counts", "passes", "time", "unit", "size"),
    [
        ((100, 104, 410), 1, 3.3, "minutes", "large"),
        ((10, 22, 9), 2, 2.8, "seconds", "small"),
        ((1000, 1000, 14_400), 1, 2, "hours", "large"),
        ((1000, 1000, 864_000), 1, 5, "days", "large"),
        ((1, 8, 9), 8, 1, "seconds", "small"),
        ((1000, 1000, 7_200_000), 1, 42, "days", "large"),
    ],
)
def test_a_time_that_can_be_pictured(
    counts: tuple[int, int, int], passes: int, time: float, unit: str, size: str
) -> None:
    trace = counted(*counts)
    assert float(passes_back(trace)) == passes
    assert float(time_one_by_one(trace)) == time
    assert unit_one_by_one(trace) == unit
    assert size_for_the_sweep(trace) == size


def test_the_time_is_the_counted_ratio(trace_of_xor: Trace) -> None:
    forward, backward, parameters = (
        float(trace_of_xor[f"graph/{name}"]) for name in ("network_forward", "network_backward", "parameters")
    )
    ratio = parameters * forward / (forward + backward)
    assert float(work_one_by_one(trace_of_xor)) == pytest.approx(ratio)
    seconds = float(time_one_by_one(trace_of_xor)) * UNITS[unit_one_by_one(trace_of_xor)][0]
    assert seconds == pytest.approx(ratio, rel=0.05)
