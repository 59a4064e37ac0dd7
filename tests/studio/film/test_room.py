"""What has no room is refused, by scene and beat, in one sentence, before anything is filmed or drawn."""

from __future__ import annotations

import pytest

from netsim import Trace
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.nudges.output_nudges import OutputNudges
from scenes.story.told import Part
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.room import NoRoomError, check_room
from scenes.studio.film.stills import draw_stills, set_up
from scenes.words.messages import Messages

TOO_LARGE = 1.9
UPRIGHT = Quality("tiny", 128, 72, 10).of("9:16")
PARTS = (Part(OutputNudges, None),)


def checked(trace: Trace, theme: Theme, size: Quality = UPRIGHT) -> list[str]:
    """Look whether the wishes have room; return what was told."""
    told: list[str] = []
    with set_up(size):
        check_room(PARTS, trace, size, theme, Messages.load(), True, told.append)
    return told


def test_what_has_room_is_not_refused(trace_file) -> None:
    assert checked(Trace.load(trace_file), Theme.load()) == ["Looking whether OutputNudges has room in 9:16."]


def test_type_that_is_too_large_is_refused_by_scene_and_beat(trace_file) -> None:
    with pytest.raises(NoRoomError) as refused:
        checked(Trace.load(trace_file), Theme.load().at_scale(TOO_LARGE))
    said = str(refused.value)
    assert said.startswith("OutputNudges.the_")
    assert "has no room in 9:16 with type 1.9 times as large: " in said
    assert 'or leave out what has none: leave_out = ["OutputNudges"] in [story].' in said
    assert "\n" not in said


def test_what_tests_hold_is_not_looked_at_again(trace_file) -> None:
    assert checked(Trace.load(trace_file), Theme.load(), Quality("tiny", 128, 72, 10)) == []


def test_a_still_without_room_is_refused_too(trace_file) -> None:
    with pytest.raises(NoRoomError, match=r"^OutputNudges\.the_"):
        list(draw_stills(PARTS, Trace.load(trace_file), UPRIGHT, Theme.load().at_scale(TOO_LARGE), Messages.load()))


def test_a_lesson_says_how_large_its_type_is() -> None:
    assert Lesson.of({"look": {"scale": 1.2}}).theme().scale == pytest.approx(1.2)
    assert Lesson.of({}).theme().size == Theme.load().size
