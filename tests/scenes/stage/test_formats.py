"""Formats: each has the shape that its name says, about as much room as the others, and sizes that encoders take."""

from __future__ import annotations

import typing

import pytest

from scenes.lesson.lesson import Lesson
from scenes.lesson.sections import Look
from scenes.stage.formats import FORMATS, WIDE, Format
from scenes.studio.film.clips.quality import QUALITIES, suffix

EACH = pytest.mark.parametrize("one", FORMATS.values(), ids=list(FORMATS))


def test_a_lesson_may_name_each_of_them() -> None:
    assert typing.get_args(Look.model_fields["aspect"].annotation) == tuple(FORMATS)
    assert Lesson.of({"look": {"aspect": "4:3"}}).look.aspect == "4:3"


@EACH
def test_the_frame_has_the_shape_that_its_name_says(one: Format) -> None:
    width, height = map(int, one.name.split(":"))
    assert one.width / one.height == pytest.approx(width / height)


@EACH
def test_pixels_have_that_shape_and_can_be_encoded(one: Format) -> None:
    for quality in QUALITIES.values():
        size = quality.of(one.name)
        assert size.width / size.height == pytest.approx(one.width / one.height, rel=0.005)
        assert size.width % 2 == 0
        assert size.height % 8 == 0
        assert min(size.width, size.height) == quality.height, "the shorter side has as many pixels in every format"


def test_the_usual_format_has_the_usual_sizes_and_names() -> None:
    assert all(quality.of(WIDE.name) == quality for quality in QUALITIES.values())
    sizes = {name: (size.width, size.height) for name in FORMATS for size in [QUALITIES["full"].of(name)]}
    assert sizes["4:3"] == (1440, 1080)
    assert sizes["9:16"] == (1080, 1920)
    assert [suffix(name) for name in FORMATS] == ["", "-16x10", "-4x3", "-1x1", "-9x16"]


@EACH
def test_small_type_can_be_read(one: Format) -> None:
    """26 pixels of a picture with 1080 rows, by the look; where it is no wider than high, on a phone, 30 of 1080."""
    em = 23 / 96
    assert em / min(one.width, one.height) * 1080 >= (26 if one.width > one.height else 30)


@pytest.mark.parametrize("aspect", ["1:1", "9:16"])
def test_what_is_said_can_be_read_on_a_phone(aspect: str) -> None:
    """15 points of the 390 that a phone is wide."""
    one = FORMATS[aspect]
    assert 29 / 96 * one.caption_size / one.width * 390 >= 15


@EACH
def test_a_caption_stands_inside_its_zone_however_many_lines_it_has(one: Format) -> None:
    last = [one.last_line(lines) for lines in range(1, one.caption_lines + 1)]
    assert last == sorted(last, reverse=True)
    for lines, y in enumerate(last, start=1):
        first = y + (lines - 1) * 1.35 * 29 / 96
        assert one.caption.bottom < y
        assert first + 0.25 < one.caption.top
