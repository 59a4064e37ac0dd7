"""A great many dials: each shows its number, has a place of its own in the zone, and is found by its index."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.camera.camera import StageCamera
from scenes.camera.cells import Cells
from scenes.look.decimals import spec_that_adds
from scenes.look.theme import Theme
from scenes.mobjects.amounts.dial_field import dial_fields
from scenes.mobjects.amounts.quantity import Scale
from scenes.stage.zones import Zone

THEME, ZONE = Theme.load(), Zone(-1.0, 3.0, -2.0, 1.0)


def readings(*shapes: tuple[int, ...]) -> list[Reading]:
    rng = np.random.default_rng(0)
    return [Reading(rng.uniform(-3, 3, size=shape), f"W{i}", (0,)) for i, shape in enumerate(shapes)]


@pytest.mark.parametrize("shapes", [((16, 784), (16, 16), (16,)), ((1, 2), (3, 1), (1,)), ((7,),)])
def test_each_dial_shows_its_number_within_the_zone_and_apart_from_the_others(shapes: tuple) -> None:
    numbers = readings(*shapes)
    fields = dial_fields(numbers, Scale.fit(numbers, 1), THEME, **ZONE.sides, most=1.2)
    places = np.concatenate([field.places for field in fields])
    for field, reading in zip(fields, numbers, strict=True):
        assert field.shown() == pytest.approx(np.asarray(reading.value), abs=1e-9)
    assert len(np.unique(places.round(9), axis=0)) == len(places) == sum(np.size(one.value) for one in numbers)
    half = fields[0].pitch / 2 - 1e-9
    assert fields[0].pitch <= 1.2
    assert (places >= np.array([ZONE.left, ZONE.bottom]) + half).all()
    assert (places <= np.array([ZONE.right, ZONE.top]) - half).all()


def test_a_dial_is_found_by_its_index() -> None:
    (field,) = dial_fields(readings((3, 5)), Scale.fit(readings((3, 5)), 1), THEME, **ZONE.sides, most=1.2)
    place, radius = field.dial_at(2, 1)
    assert place[:2] == pytest.approx(field.places[11])
    assert radius < field.pitch / 2


def test_round_cells_leave_the_ground_between_them_and_keep_their_colours() -> None:
    cells, camera = Cells(np.ones((2, 2, 3)), 4.0), StageCamera()
    camera.capture_mobjects([cells])
    squares = camera.pixel_array[..., 0].astype(int)
    cells.set_roundness(1.0)
    camera.reset()
    camera.capture_mobjects([cells])
    discs = camera.pixel_array[..., 0].astype(int)
    middle = np.array(discs.shape) // 2
    quarter = round(camera.pixel_width / camera.frame_width)
    assert squares[tuple(middle)] == 255
    assert discs[tuple(middle)] == 0
    assert discs[middle[0] - quarter, middle[1] - quarter] == 255


def test_terms_as_they_are_written_add_up() -> None:
    terms = [Reading(0.123456, "b"), Reading(0.3749, "b")]
    total = Reading(0.498356, "b")
    spec = spec_that_adds(terms, total)
    places = int(spec[2:-1])
    assert places > 2  # 0.12 + 0.37 would be 0.49, and the total reads 0.50
    assert round(sum(round(float(one), places) for one in terms), places) == round(float(total), places)
