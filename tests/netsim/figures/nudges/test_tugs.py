"""What is said of the examples that pull at one weight: how many pull which way, and what is left of it."""

from __future__ import annotations

import numpy as np
import pytest

from netsim.figures.nudges.tugs import (
    asked_so_far,
    left_of_the_pull,
    pulling_down,
    pulling_up,
    where_the_weight_is,
)


def test_those_who_want_it_up_and_down_are_counted_as_they_come(made) -> None:
    trace = made({"tugs/dC_dw": [-1.0, 2.0, 0.0, -0.5]})
    assert np.asarray(pulling_up(trace).value).tolist() == [1, 1, 1, 2]
    assert np.asarray(pulling_down(trace).value).tolist() == [0, 1, 1, 1]
    assert np.asarray(asked_so_far(trace).value).tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("pulls", "mean", "told"),
    [([1, -1], 0.0, "little"), ([1, -0.7], 0.15, "little"), ([1, -0.5], 0.25, "much"), ([0, 0], 0.0, "nothing")],
)
def test_little_is_left_where_nearly_all_cancels(made, pulls: list[float], mean: float, told: str) -> None:
    assert left_of_the_pull(made({"tugs/dC_dw": pulls, "tugs/mean": mean})) == told


@pytest.mark.parametrize(("l", "told"), [(2, "to_an_output"), (1, "between")])
def test_a_weight_of_the_last_layer_leads_to_an_output(made, l: int, told: str) -> None:
    assert where_the_weight_is(made({"tugs/place": [l, 0, 1]})) == told
