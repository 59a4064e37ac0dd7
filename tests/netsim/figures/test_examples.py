"""What examples are, how bright they are, and how many are shown."""

import numpy as np
import pytest

from netsim.figures import examples


@pytest.mark.parametrize(
    ("header", "kind"),
    [({"data": "mnist", "image_shape": [1, 2]}, "handwritten"), ({"image_shape": [1, 2]}, "image"), ({}, "row")],
)
def test_handwriting_images_and_rows_are_told_apart(made, header, kind):
    assert examples.kind_of_examples(made(**header)) == kind


@pytest.mark.parametrize(
    ("x", "brightness", "dark"),
    [((0.0, 1.0), "zero_to_one", "some"), ((0.1, 1.5), "wider", "none"), ((-0.5, 0.0), "wider", "some")],
)
def test_the_stars_inputs_are_looked_at(made, x, brightness, dark):
    trace = made({"x": [x, (7.0, 7.0)]})
    assert examples.brightness(trace) == brightness
    assert examples.dark_inputs(trace) == dark


def test_what_is_shown_is_counted(made):
    trace = made({"data/C": np.ones(60), "data/x": np.ones((60, 2)), "data/unseen_x": np.ones((9, 2))})
    assert float(examples.examples_shown(trace)) == 60
    assert examples.costs_so_far(trace).value.tolist() == list(range(1, 61))
    assert [float(examples.examples_drawn(trace, room)) for room in (40, 90)] == [40, 60]
    assert [float(examples.unseen_drawn(trace, room)) for room in (4, 90)] == [4, 9]
    assert float(examples.mixed_drawn(trace, 40, 90)) == 49


def test_examples_to_learn_from_and_unseen_ones_are_counted_together(made):
    assert float(examples.examples_in_all(made({"data/examples": 1500, "data/unseen": 297}))) == 1797


@pytest.mark.parametrize(
    ("data", "shape", "origin", "pixels"),
    [
        ("digits", [28, 28], "uci", 28),
        ("mnist", [28, 28], "mnist", 28),
        ("images", [20, 20], "scaled", 20),
        ("arrays", [3, 4], "own", 4),
        ("csv", None, "rows", 0),
    ],
)
def test_where_the_images_come_from(made, data, shape, origin, pixels):
    trace = made(data=data, image_shape=shape)
    assert examples.origin_of_examples(trace) == origin
    assert float(examples.pixels_a_side(trace)) == pixels


def test_how_far_the_outputs_move_over_the_examples_shown(made):
    trace = made({"data/a2": [(0.3, 0.5), (0.4, 0.9), (0.35, 0.8)]})
    assert float(examples.widest_answer(trace)) == pytest.approx(0.4)
