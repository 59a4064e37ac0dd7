"""Subtitles: two lines of 42 letters, all the words, in time."""

import datetime
from itertools import pairwise

import pytest
import srt
from hypothesis import given
from hypothesis import strategies as st

from scenes.studio.film.clips.subtitles import LINES, WIDTH, as_srt, as_vtt, cues_of, film_cues
from scenes.studio.film.clips.tracks import Cue
from scenes.studio.film.pieces.kept_clips import Clip, Spoken

WORDS = st.lists(st.text("abcdefghij−=₀σ.:", min_size=1, max_size=14), min_size=1, max_size=60)


@given(WORDS, st.floats(0, 100), st.floats(0.5, 30))
def test_no_word_is_lost_and_no_line_is_too_long(words, start, length):
    cues = list(cues_of(Spoken(start, start + length, " ".join(words))))
    assert " ".join(" ".join(text.split("\n")) for *_, text in cues) == " ".join(words)
    for _, _, text in cues:
        lines = text.split("\n")
        assert len(lines) <= LINES
        assert max(map(len, lines)) <= WIDTH


@given(WORDS, st.floats(0, 100), st.floats(0.5, 30))
def test_cues_follow_each_other_from_start_to_end(words, start, length):
    cues = list(cues_of(Spoken(start, start + length, " ".join(words))))
    assert cues[0][0] == start
    assert cues[-1][1] == pytest.approx(start + length)
    assert all(cue[1] == following[0] for cue, following in pairwise(cues))


def test_two_lines_are_of_about_the_same_length():
    text = "The 2 should light up, the rest should dim and stay."
    [(_, _, cue)] = cues_of(Spoken(0, 2, text))
    first, second = cue.split("\n")
    assert abs(len(first) - len(second)) <= 8


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("取一个手写的2，和一个什么都还没学的网络。", ["取一个手写的2，", "和一个什么都还没学的网络。"]),
        ("回答是“对的：”输出2为0.31，但是输出0为0.74。", ["回答是“对的：”输出2为0.31，", "但是输出0为0.74。"]),
        (
            "能移动的，只有输出层里每一个神经元各自的加权和本身而已。",
            ["能移动的，只有输出层里每一个", "神经元各自的加权和本身而已。"],
        ),
    ],
)
def test_a_line_of_chinese_ends_with_a_mark_where_both_lines_have_room_then(text, lines):
    [(_, _, cue)] = cues_of(Spoken(0, 4, text), 20)
    assert cue.split("\n") == lines


def test_a_cue_ends_where_a_sentence_ends():
    text = "The 7 is almost where it should be and asks for little. The 0 is far off and asks for most."
    assert [" ".join(cue.split()) for *_, cue in cues_of(Spoken(0, 9, text))] == [
        "The 7 is almost where it should be and asks for little.",
        "The 0 is far off and asks for most.",
    ]


def test_times_go_on_over_the_clips(tmp_path):
    clips = [
        Clip(tmp_path / "a.mp4", "x", "N3", 45, 30, spoken=(Spoken(0.0, 1.5, "One."),)),
        Clip(tmp_path / "b.mp4", "y", "N4", 30, 30, spoken=(Spoken(0.25, 1.0, "Two."),)),
    ]
    told = list(srt.parse(as_srt(film_cues(clips))))
    seconds = [(cue.start / datetime.timedelta(seconds=1), cue.end / datetime.timedelta(seconds=1)) for cue in told]
    assert seconds == [(0.0, 1.5), (1.75, 2.5)]
    assert [(cue.index, cue.content) for cue in told] == [(1, "One."), (2, "Two.")]


def test_browsers_get_the_same_with_nothing_taken_for_markup():
    text = as_vtt([Cue(0.25, 61.5, "a < b & c\n2 > 1"), Cue(3600.0, 3601.0, "Later.")])
    head, first, second = text.strip().split("\n\n")
    assert head == "WEBVTT"
    assert first == "00:00:00.250 --> 00:01:01.500\na &lt; b &amp; c\n2 &gt; 1"
    assert second.startswith("01:00:00.000 --> 01:00:01.000")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Delta times what came in is the weight’s derivative of the cost. Nudge the weight and measure: it is.", 7),
        ("One. Two sentences that are so long that they come on pages of their own, each of two lines or so, yes.", 8),
    ],
)
def test_no_cue_is_gone_before_it_can_be_read(text, seconds):
    cues = list(cues_of(Spoken(0, seconds, text)))
    assert min(end - start for start, end, _ in cues) > 1
    assert " ".join(" ".join(cue.split()) for *_, cue in cues) == text
