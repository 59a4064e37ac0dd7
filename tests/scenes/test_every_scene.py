"""Each scene on each lesson, rehearsed once: its values are the trace's, all is in its place, words can be read."""

from __future__ import annotations

from scenes.look.theme import Theme
from tests.scenes.camera.compare import SHARE
from tests.scenes.inspection import Inspected


def test_a_scene_is_true_in_its_place_and_readable(inspection: Inspected) -> None:
    every_shown_value_is_the_traces(inspection)
    and_is_while_it_moves(inspection)
    nothing_overlaps_or_leaves_its_zone(inspection)
    notes_have_a_name_for_its_numbers(inspection)
    nothing_english_stands_in_a_second_language(inspection)
    no_type_is_smaller_than_20_pixels_at_1080p(inspection)
    captions_stand_long_enough_to_be_read(inspection)
    its_last_picture_is_the_one_that_is_taken_over(inspection)
    what_stays_does_not_fade(inspection)
    our_camera_sees_what_manims_sees(inspection)


def every_shown_value_is_the_traces(inspection: Inspected) -> None:
    assert {beat: faults for beat, faults in inspection.false.items() if faults} == {}
    assert set(inspection.pictures) == {beat.name for beat in inspection.told}
    assert max(inspection.pictures.values()) >= 4, "an audit that finds hardly a picture proves nothing"


def and_is_while_it_moves(inspection: Inspected) -> None:
    assert {beat: faults for beat, faults in inspection.moving.items() if faults} == {}


def nothing_overlaps_or_leaves_its_zone(inspection: Inspected) -> None:
    assert {beat: found for beat, found in inspection.misplaced.items() if found} == {}


def notes_have_a_name_for_its_numbers(inspection: Inspected) -> None:
    assert {beat: names for beat, names in inspection.nameless.items() if names} == {}


def nothing_english_stands_in_a_second_language(inspection: Inspected) -> None:
    assert {beat: words for beat, words in inspection.english.items() if words} == {}


def no_type_is_smaller_than_20_pixels_at_1080p(inspection: Inspected) -> None:
    sizes = {size for found in inspection.sizes.values() for size in found}
    assert sizes
    assert min(sizes) >= 20


def captions_stand_long_enough_to_be_read(inspection: Inspected) -> None:
    pace = Theme.load().time.chars_per_second
    assert inspection.spoken
    for said in inspection.spoken:
        assert said.end - said.start >= len(said.text) / pace - 1e-6
    for one, two in zip(inspection.spoken, inspection.spoken[1:], strict=False):
        assert one.end <= two.start + 1e-6


def its_last_picture_is_the_one_that_is_taken_over(inspection: Inspected) -> None:
    if inspection.scene_class.closes_with is not None and inspection.told == inspection.scene_class.beats():
        assert inspection.joins_otherwise == 0


def what_stays_does_not_fade(inspection: Inspected) -> None:
    """The stage would be dark, and lit again at once."""
    assert {beat: parts for beat, parts in inspection.came_back.items() if parts} == {}


def our_camera_sees_what_manims_sees(inspection: Inspected) -> None:
    assert set(inspection.painted_otherwise) == (set(inspection.pictures) if inspection.photographed else set())
    assert {beat: share for beat, share in inspection.painted_otherwise.items() if share > SHARE} == {}
