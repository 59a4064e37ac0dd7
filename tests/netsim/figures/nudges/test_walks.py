"""What is said of two walks: whether one staggers, how low it ends, how good that is, and how far their map errs."""

from __future__ import annotations

import pytest

from netsim.figures.nudges.walks import (
    careful_steps,
    end_in_batches,
    gap_in_time,
    good_as_trained,
    hasty_steps,
    truth_of_the_map,
    way_in_batches,
    worst_of_the_map,
)


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([[0, 0], [1, 0], [2, 0]], "straight"),
        ([[0, 0], [0.6, 0.8], [1.2, 0]], "staggers"),
        ([[0, 0], [1, 0], [0, 0]], "straight"),
    ],
)
def test_a_walk_staggers_if_it_is_much_longer_than_the_straight_way(made, places: list[list[float]], told: str) -> None:
    assert way_in_batches(made({"paths/mini": places})) == told


@pytest.mark.parametrize(
    ("full", "mini", "told"),
    [
        ([1.0, 0.5], [1.0, 1.2], "nowhere"),
        ([1.0, 0.5], [1.0, 0.7, 0.4], "lower"),
        ([1.0, 0.5], [1.0, 0.5004], "as_low"),
        ([1.0, 0.5], [1.0, 0.6], "about_as_low"),
    ],
)
def test_where_a_walk_ends_is_held_against_start_and_end_of_the_other(
    made, full: list[float], mini: list[float], told: str
) -> None:
    trace = made({"paths/full_C": full, "paths/mini_C": mini})
    assert end_in_batches(trace) == told
    assert (float(careful_steps(trace)), float(hasty_steps(trace))) == (len(full) - 1, len(mini) - 1)


@pytest.mark.parametrize(
    ("full", "mini", "worst", "told"),
    [
        ([1.0, 0.5, 0.4], [1.0, 0.9], ("full", 1), "errs"),
        ([1.0, 0.8, 0.4], [1.0, 1.2], ("mini", 1), "errs"),
        ([1.0, 0.8, 0.4], [1.0, 0.9001], ("mini", 1), "right"),
    ],
)
def test_the_map_errs_where_it_is_farthest_from_the_true_cost(
    made, full: list[float], mini: list[float], worst: tuple[str, int], told: str
) -> None:
    true = {"paths/full_C": [1.0, 0.8, 0.4], "paths/mini_C": [1.0, 0.9]}
    trace = made(true | {"paths/full_plane_C": full, "paths/mini_plane_C": mini})
    assert worst_of_the_map(trace) == worst
    assert truth_of_the_map(trace) == told


@pytest.mark.parametrize(("right", "trained", "told"), [(0.18, 0.98, "not_yet"), (0.94, 0.98, "as_good")])
def test_a_walk_is_as_good_if_it_gets_nearly_as_many_right(made, right: float, trained: float, told: str) -> None:
    assert good_as_trained(made({"paths/mini_right": right, "accuracy": [0.1, trained]})) == told


@pytest.mark.parametrize(
    ("asked", "took", "told"),
    [
        ((1000, 10), (2.0, 1.0), "less_in_seconds"),
        ((1000, 10), (60.0, 1.0), "as_much"),
        ((1000, 10), (0.5, 1.0), "as_much"),
    ],
)
def test_seconds_are_held_against_examples(made, asked: tuple[int, int], took: tuple[float, float], told: str) -> None:
    arrays = {f"paths/{name}_examples": [0, count] for name, count in zip(("full", "mini"), asked, strict=True)}
    arrays |= {f"paths/{name}_seconds": [0.0, time] for name, time in zip(("full", "mini"), took, strict=True)}
    assert gap_in_time(made(arrays)) == told
