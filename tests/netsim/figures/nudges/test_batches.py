"""What is said of mini-batches: which of their gradients point where, and how that changes in training."""

from __future__ import annotations

import pytest

from netsim.figures.nudges.batches import (
    angles_in_degrees,
    batches_drawn,
    by_angle,
    course_of_angles,
    first_batches,
    flat_batches,
    gradient_of_a_batch,
    more_examples,
    uphill_at_last,
)


@pytest.mark.parametrize(
    ("length", "lengths", "told"),
    [
        (0.0, [0, 0], "flat"),
        (2.0, [0, 0], "all_flat"),
        (2.0, [0, 1], "rough"),
    ],
)
def test_a_gradient_is_told_by_its_length(made, length: float, lengths: list[float], told: str) -> None:
    trace = made({"gradient/length": length, "batches/length": lengths})
    assert gradient_of_a_batch(trace) == told


@pytest.mark.parametrize(
    ("angles", "lengths", "order", "told"),
    [
        ([20.4, 90, 14.2], [1, 0, 1], [2, 0], "several"),
        ([20.4, 19.6, 90], [1, 2, 0], [1, 0], "one"),
        ([90, 90], [0, 0], [], "one"),
    ],
)
def test_angles_are_those_of_gradients_that_point(
    made, angles: list[float], lengths: list[float], order: list[int], told: str
) -> None:
    trace = made({"batches/angle": angles, "batches/length": lengths})
    assert (by_angle(trace), angles_in_degrees(trace)) == (order, told)
    assert (float(first_batches(trace)), float(flat_batches(trace))) == (len(angles), lengths.count(0))


@pytest.mark.parametrize(
    ("length", "angles", "lengths", "told"),
    [
        (0.0, [90, 90], [0, 0], "flat"),
        (1.0, [40, 20, 0], [1, 1, 1], "always"),
        (1.0, [40, 50, 0], [1, 1, 1], "in_the_end"),
        (1.0, [40, 90, 0], [1, 0, 1], "always"),
    ],
)
def test_more_examples_come_nearer(made, length: float, angles: list[float], lengths: list[float], told: str) -> None:
    trace = made({"gradient/length": length, "batches/angle_of_size": angles, "batches/length_of_size": lengths})
    assert more_examples(trace) == told


@pytest.mark.parametrize(
    ("size", "room", "count", "drawn"), [(2, 9, 7, 4), (2, 9, 3, 3), (2, 1, 7, 1), (8, 9, 1, 1), (100, 2000, 600, 20)]
)
def test_whole_mini_batches_are_drawn_as_far_as_there_is_room(
    made, size: int, room: int, count: int, drawn: int
) -> None:
    trace = made({"batches/size": size, "batches/count": count})
    assert float(batches_drawn(trace, room)) == drawn


@pytest.mark.parametrize(
    ("middle", "lengths", "told"),
    [
        ([16], [[1]], "one_moment"),
        ([16, 90], [[1], [0]], "flat"),
        ([90, 20], [[0], [2]], "flat"),
        ([16, 0, 22], [[1], [0], [1]], "opens"),
        ([16, 0, 20], [[1], [0], [1]], "stays"),
        ([22, 0, 16], [[1], [0], [1]], "closes"),
    ],
)
def test_a_fan_opens_if_the_median_angle_grows(made, middle: list[float], lengths: list, told: str) -> None:
    assert course_of_angles(made({"batches/middle": middle, "batches/length_at": lengths})) == told


@pytest.mark.parametrize(
    ("angles", "lengths", "told"),
    [([80, 91], [1, 1], "some"), ([80, 91], [1, 0], "none"), ([80, 90], [1, 1], "none")],
)
def test_beyond_a_right_angle_a_step_leads_uphill(made, angles: list[float], lengths: list[float], told: str) -> None:
    trace = made({"batches/angle_at": [[170, 170], angles], "batches/length_at": [[1, 1], lengths]})
    assert uphill_at_last(trace) == told
