"""What is said of a run: what became of the followed example, and how often all examples were seen."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Recipe, record
from netsim.figures.nudges.course import course_of_the_star, epochs, examples_on_the_wall


@pytest.mark.parametrize(
    ("outputs", "course"),
    [
        ([[0.6, 0.4], [0.2, 0.1], [0.9, 0.1]], "dark_then_light"),
        ([[0.6, 0.4], [0.4, 0.1], [0.9, 0.1]], "otherwise"),
        ([[0.6, 0.4], [0.2, 0.1], [0.5, 0.1]], "otherwise"),
        ([[0.6, 0.4], [0.2, 0.1], [0.7, 0.8]], "otherwise"),
        ([[0.6, 0.4]], "otherwise"),
    ],
)
def test_the_course_of_the_followed_example(made, outputs: list[list[float]], course: str) -> None:
    trace = made({"course/a2": outputs, "label": [0]})
    assert course_of_the_star(trace) == course


@pytest.mark.parametrize(("room", "drawn"), [(3, 3), (7, 5)])
def test_a_wall_holds_as_many_as_there_are_and_as_there_is_room_for(made, room: int, drawn: int) -> None:
    trace = made({"batches/x": np.zeros((5, 2))})
    assert float(examples_on_the_wall(trace, room)) == drawn


def test_a_run_is_counted_in_times_that_it_saw_all_examples() -> None:
    tables = {"data": {"name": "xor"}, "network": {"hidden": [2]}, "training": {"epochs": 3}}
    assert float(epochs(record(Recipe.from_dict(tables)))) == 3
