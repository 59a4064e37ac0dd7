"""How much larger deltas are drawn: the largest power of ten that keeps them within the largest of all; what grows."""

import numpy as np
import pytest

from netsim.figures.calculus.deltas import any_drawn_larger, drawn_larger, what_grows
from tests.netsim.figures.hand_made import make
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


@pytest.mark.parametrize("name", ["784-16-16-10", "softmax"])
def test_a_step_lets_the_weights_grow_that_are_said_to(name: str) -> None:
    trace = recorded(name)
    step, before = -trace[f"one/dC_dW{trace.L}"], trace[f"a{trace.L - 1}"][0, 0]
    assert what_grows(trace) == "to_the_label"
    assert (step[trace.label(0)][before > 0] > 0).all()


@pytest.mark.parametrize(
    ("delta", "y", "a", "grows"),
    [
        ([-0.1, 0.2], [1, 0], [0, 0, 0.5], "to_the_label"),
        ([0.1, 0.2], [1, 0], [0, 0, 0.5], "elsewhere"),
        ([0.0, 0.2], [1, 0], [0, 0, 0.5], "elsewhere"),
        ([-0.1, 0.2], [0, 0], [0, 0, 0.5], "elsewhere"),
        ([-0.1, 0.2], [1, 0], [0, 0, -0.5], "elsewhere"),
    ],
)
def test_nothing_grows_without_a_delta_below_0_and_a_bright_neuron(
    delta: list[float], y: list[float], a: list[float], grows: str
) -> None:
    trace = make({"delta2": [[delta]], "y": [y], "a1": [[a]], "label": [0]})
    assert what_grows(trace) == grows
