"""What is said of two walks: whether one staggers, and how low it ends."""

from __future__ import annotations

import pytest

from netsim.figures.nudges.walks import careful_steps, end_in_batches, hasty_steps, way_in_batches


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
    ("batch", "full", "mini", "told"),
    [
        (8, [1.0, 0.5], [1.0, 0.5], "same_way"),
        (2, [1.0, 0.5], [1.0, 1.2], "nowhere"),
        (2, [1.0, 0.5], [1.0, 0.7, 0.4], "lower"),
        (2, [1.0, 0.5], [1.0, 0.5004], "as_low"),
        (2, [1.0, 0.5], [1.0, 0.6], "about_as_low"),
    ],
)
def test_where_a_walk_ends_is_held_against_start_and_end_of_the_other(
    made, batch: int, full: list[float], mini: list[float], told: str
) -> None:
    trace = made({"paths/batch": batch, "paths/examples": 8, "paths/full_C": full, "paths/mini_C": mini})
    assert end_in_batches(trace) == told
    assert (float(careful_steps(trace)), float(hasty_steps(trace))) == (len(full) - 1, len(mini) - 1)
