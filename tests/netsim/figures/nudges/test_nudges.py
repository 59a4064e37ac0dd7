"""What is said of nudges: why some are 0, how few weigh most, and who hears whom."""

from __future__ import annotations

import numpy as np
import pytest

from netsim.figures.nudges.nudges import (
    all_since,
    answers_before,
    answers_of_one_class,
    classes_shown,
    inputs_of_the_star,
    share_of_its_largest,
    wanted_of_all,
    zeros_of_dark_inputs,
)


@pytest.mark.parametrize(
    ("x", "shape", "told"),
    [
        ([0, 0.5], (1, 2), "pixels"),
        ([0.1, 0.5], (1, 2), "pixels"),
        ([-0.1, 0.5], (1, 2), "numbers"),
        ([0, 0.5], None, "numbers"),
    ],
)
def test_inputs_are_pixels_if_none_is_below_0(made, x: list[float], shape: tuple[int, int] | None, told: str) -> None:
    assert inputs_of_the_star(made({"x": [x]}, image_shape=shape)) == told


@pytest.mark.parametrize(
    ("x", "zero", "told"),
    [([1, 1], 4, "none"), ([0, 1], 3, "all"), ([0, 1], 5, "most"), ([0, 1], 6, "some"), ([0, 1], 9, "some")],
)
def test_zeros_are_laid_to_dark_inputs_as_far_as_those_go(made, x: list[float], zero: int, told: str) -> None:
    """A dark input has three weights in a 2-3-2."""
    assert zeros_of_dark_inputs(made({"x": [x], "one/zero": zero})) == told


def test_the_largest_have_their_part_of_the_squared_length(made) -> None:
    rng = np.random.default_rng(1)
    parts = {"dC_dW1": rng.normal(size=(3, 2)), "dC_db1": rng.normal(size=3)}
    parts |= {"dC_dW2": rng.normal(size=(2, 3)), "dC_db2": rng.normal(size=2)}
    trace = made({f"one/{name}": part for name, part in parts.items()} | {"one/most": 4})
    sizes = sorted((float(size) for part in parts.values() for size in np.abs(part).ravel()), reverse=True)
    assert float(share_of_its_largest(trace)) == pytest.approx(
        sum(s * s for s in sizes[:4]) / sum(s * s for s in sizes)
    )
    nothing = made({f"one/{name}": 0 * part for name, part in parts.items()} | {"one/most": 0})
    assert float(share_of_its_largest(nothing)) == 0


@pytest.mark.parametrize(
    ("said", "told", "since"),
    [
        ([0.1, 1, 1], "all", 1),
        ([0.1, 1, 0.9, 1], "all", 3),
        ([1, 1], "as_before", 0),
        ([0.1, 1, 0.9], "some", 2),
        ([0.5], "some", 0),
    ],
)
def test_all_are_answered_with_one_class_from_where_they_stay_so(
    made, said: list[float], told: str, since: int
) -> None:
    trace = made({"only/said": said})
    assert (answers_of_one_class(trace), all_since(trace)) == (told, since)


@pytest.mark.parametrize(("labels", "told"), [([0, 1], "all"), ([1], "some")])
def test_an_example_of_each_class_is_shown_or_of_some(made, labels: list[int], told: str) -> None:
    assert classes_shown(made({"only/label": labels})) == told


@pytest.mark.parametrize(
    ("outputs", "told"),
    [([[0.1, 0.9], [0.4, 0.5]], "same"), ([[0.1, 0.9], [0.5, 0.4]], "differ"), ([[0.2, 0.1]], "same")],
)
def test_answers_before_are_the_same_if_the_highest_output_is(made, outputs: list[list[float]], told: str) -> None:
    assert answers_before(made({"only/a2": [outputs, [[1.0, 0.0]] * len(outputs)]}, sizes=(2, 2, 2))) == told


@pytest.mark.parametrize(("outputs", "told"), [([-0.9, -0.1], "same"), ([-0.1, 0.2], "differ")])
def test_a_single_output_answers_by_its_side_of_the_middle(made, outputs: list[float], told: str) -> None:
    trace = made(
        {"only/a2": [[[a] for a in outputs]]}, sizes=(2, 2, 1), classes=["0", "1"], answers={"ends": [-1.0, 1.0]}
    )
    assert answers_before(trace) == told


@pytest.mark.parametrize(("zero", "told"), [(13, "nothing"), (12, "something")])
def test_nothing_is_wanted_if_all_components_are_0(made, zero: int, told: str) -> None:
    assert wanted_of_all(made({"one/components": 13, "one/zero": zero})) == told
