"""What is said of mini-batches: which of their gradients point where, and what a step of one moves."""

from __future__ import annotations

import numpy as np
import pytest

from netsim.figures.nudges.batches import (
    angles_in_degrees,
    batches_drawn,
    by_angle,
    first_batches,
    flat_batches,
    gradient_of_a_batch,
    more_examples,
    unmoved_by_a_batch,
)


@pytest.mark.parametrize(
    ("length", "count", "lengths", "told"),
    [
        (0.0, 3, [0, 0], "flat"),
        (2.0, 1, [1], "whole"),
        (2.0, 3, [0, 0], "all_flat"),
        (2.0, 3, [0, 1], "rough"),
    ],
)
def test_a_gradient_is_told_by_its_length(made, length: float, count: int, lengths: list[float], told: str) -> None:
    trace = made({"gradient/length": length, "batches/count": count, "batches/length": lengths})
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
    ("size", "changed", "shape", "told"),
    [(1, 11, (1, 2), "dark"), (2, 14, (1, 2), "others"), (1, 10, (1, 2), "others"), (1, 11, None, "others")],
)
def test_dark_pixels_are_named_only_if_theirs_are_all_that_rest(
    made, size: int, changed: int, shape: tuple[int, int] | None, told: str
) -> None:
    """A pixel that is dark in the whole mini-batch has three weights in a 2-3-2, which has 17 numbers."""
    x = np.array([[0.0, 0.0], [0.5, 0.0]]) if size == 2 else np.array([[0.0, 0.0], [0.5, 0.5]])
    trace = made(
        {"batches/size": size, "batches/x": x, "batches/components": 17, "batches/changed": changed}, image_shape=shape
    )
    assert unmoved_by_a_batch(trace) == (told if size == 1 else "dark")


@pytest.mark.parametrize(("size", "room", "drawn"), [(2, 9, 2), (2, 1, 1), (8, 9, 1)])
def test_whole_mini_batches_are_drawn_of_the_examples_that_are_kept(made, size: int, room: int, drawn: int) -> None:
    trace = made({"batches/size": size, "batches/x": np.zeros((5, 2))})
    assert float(batches_drawn(trace, room)) == drawn
