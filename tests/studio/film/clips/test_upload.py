"""What is pasted under an uploaded film: chapters that YouTube takes, and no sign that it refuses."""

import re

from hypothesis import given
from hypothesis import strategies as st

from scenes.nudges.output_nudges import OutputNudges
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.nudges.the_question import TheQuestion
from scenes.story.chapter_cards import CARDS
from scenes.studio.film.clips.upload import chapters, upload_text
from scenes.words.messages import Messages
from tests.scenes.conftest import recorded


@given(st.lists(st.floats(0.2, 200), max_size=40))
def test_chapters_are_as_youtube_takes_them(seconds):
    found = chapters([str(i) for i in range(len(seconds))], seconds)
    if not found:
        return
    starts = [int(chapter.start) for chapter in found]
    assert starts[0] == 0
    assert len(starts) >= 3
    assert all(b - a >= 10 for a, b in zip(starts, [*starts[1:], int(sum(seconds))], strict=True))


@given(st.lists(st.floats(11, 200), min_size=3, max_size=40))
def test_scenes_that_are_long_enough_are_chapters(seconds):
    found = chapters([str(i) for i in range(len(seconds))], seconds)
    assert [chapter.title for chapter in found] == [str(i) for i in range(len(seconds))]


def test_a_card_joins_the_scene_that_it_opens():
    found = chapters(["card", "scene", "other", "last"], [4, 20, 30, 12])
    assert [(chapter.start, chapter.title) for chapter in found] == [(0, "scene"), (24, "other"), (54, "last")]


def test_a_short_end_joins_what_is_before_it():
    found = chapters(["a", "b", "c", "end"], [20, 20, 20, 5])
    assert [(chapter.start, chapter.seconds, chapter.title) for chapter in found] == [
        (0, 20, "a"),
        (20, 20, "b"),
        (40, 25, "c"),
    ]


def test_a_short_film_has_no_chapters():
    assert chapters(["a", "b"], [100, 100]) == []


def test_the_text_names_the_network_the_chapters_and_the_subtitles():
    trace = recorded("784-16-16-10")
    scenes, seconds = [CARDS["nudges"], TheQuestion, OutputNudges, SumOfWishes], [4.0, 30.0, 3600.0, 40.0]
    text = upload_text(scenes, seconds, trace, Messages.load(), [("my.srt", "English"), ("my.de.srt", "Deutsch")])
    assert text.startswith("Backpropagation, intuitively\n")
    assert "784-16-16-10" in text
    assert re.findall(r"^(\d[\d:]*) ", text, re.M) == ["0:00", "0:34", "1:00:34"]
    assert "my.srt (English)\nmy.de.srt (Deutsch)" in text
    assert not set("<>") & set(text)
    assert len(text) < 5000
