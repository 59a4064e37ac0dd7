"""How much larger deltas are drawn: the largest power of ten that keeps them within the largest of all."""

import numpy as np
import pytest

from netsim.figures.calculus.deltas import any_drawn_larger, drawn_larger
from tests.scenes.conftest import recorded


@pytest.mark.parametrize("name", ["784-16-16-10", "2-1-3"])
def test_deltas_are_drawn_as_much_larger_as_there_is_room_for(name: str) -> None:
    trace = recorded(name)
    sizes = {l: float(np.abs(trace[f"delta{l}"][0, 0]).max()) for l in range(1, trace.L + 1)}
    times = {l: float(drawn_larger(trace, l)) for l in sizes}
    for l, size in sizes.items():
        assert times[l] * size <= max(sizes.values()) * (1 + 1e-9) < 10 * times[l] * size
        assert times[l] in (1, 10, 100, 1000)
    assert any_drawn_larger(trace) == ("some" if max(times.values()) > 1 else "none")
