"""What is said of two weights that are wiggled is what was measured."""

from __future__ import annotations

import pytest

from netsim.figures.nudges.wiggles import first_change, first_is_lit, second_change, wiggled


@pytest.mark.parametrize(("second", "told"), [([1, 0, 0], "one"), ([1, 0, 1], "two")])
def test_one_weight_is_wiggled_if_no_other_was_found(made, second: list[int], told: str) -> None:
    assert wiggled(made({"sensitivity/place": [[1, 0, 0], second]})) == told


@pytest.mark.parametrize(("lit", "told"), [([0.9, 0.2], "oftener"), ([1, 1], "as_often"), ([0.2, 0.9], "more_seldom")])
def test_whose_input_is_lit_in_more_examples(made, lit: list[float], told: str) -> None:
    places = [[1, 0, 0], [1, 0, 1]]
    assert first_is_lit(made({"sensitivity/lit": lit, "sensitivity/place": places})) == told


def test_two_weights_may_start_at_one_input(made) -> None:
    places = [[1, 0, 3], [1, 1, 3]]
    assert first_is_lit(made({"sensitivity/lit": [0.5, 0.5], "sensitivity/place": places})) == "one_input"


@pytest.mark.parametrize(
    ("changes", "ratio", "told"),
    [
        ([[0, 0], [0, 0]], 0, ("rests", "rests")),
        ([[-1, 6], [0, 1]], 6, ("moves", "barely")),
        ([[-1, 5], [0, 1]], 5, ("moves", "less")),
        ([[-1, 1.1], [0, 1]], 1.1, ("moves", "as_well")),
    ],
)
def test_the_cost_moves_as_it_was_measured(
    made, changes: list[list[float]], ratio: float, told: tuple[str, str]
) -> None:
    trace = made({"sensitivity/change_C": changes, "sensitivity/measured_ratio": ratio})
    assert (first_change(trace), second_change(trace)) == told
