"""When words are said, from files as programs write them beside a recording."""

import json
from pathlib import Path

import pytest

from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Voice, Word
from scenes.studio.voice.word_times import words_beside

WORDS = [("Each", 0.0, 0.5), ("arrow", 0.5, 1.0), ("counts.", 1.25, 2.0)]
VTT = """WEBVTT

1
00:00.000 --> 00:00.500
<v Anna>Each

00:00.500 --> 00:01.000 align:start
arrow

00:00:01.250 --> 00:00:02.000
counts.
"""
SRT = """1
00:00:00,000 --> 00:00:00,500
Each

2
00:00:00,500 --> 00:00:01,000
arrow

3
00:00:01,250 --> 00:00:02,000
counts.
"""
LABELS = "0.000000\t0.500000\tEach\n\\\t100\t200\n0,5\t1.000000\tarrow\n1.25\t2.0\tcounts.\n"
TIMED = [{"word": word, "start": start, "end": end} for word, start, end in WORDS]
WHISPER = {"segments": [{"start": 0, "end": 2, "text": "x", "words": [word]} for word in TIMED]}
CHUNKS = {"text": "x", "chunks": [{"text": f" {word}", "timestamp": [start, end]} for word, start, end in WORDS]}
PLAIN = [{"text": w, "start": a, "end": b} for w, a, b in reversed(WORDS)]


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        *((".vtt", VTT), (".srt", SRT), (".txt", LABELS)),
        *((".json", json.dumps(told)) for told in (WHISPER, PLAIN, CHUNKS)),
    ],
)
def test_words_stand_in_order_with_their_times(tmp_path, ending, text):
    (tmp_path / f"a{ending}").write_text(text)
    assert words_beside(tmp_path / "a.wav") == tuple(Word(*word) for word in WORDS)


def test_a_span_of_several_words_is_divided_by_their_letters(tmp_path):
    (tmp_path / "a.txt").write_text("1.0\t3.0\tone three\n")
    assert words_beside(tmp_path / "a.wav") == (Word("one", 1.0, 1.75), Word("three", 1.75, 3.0))


def test_a_last_chunk_whose_end_was_not_heard_begins_when_it_begins(tmp_path):
    told = {"chunks": [{"text": " Each", "timestamp": [0.5, 1.0]}, {"text": " arrow", "timestamp": [1.0, None]}]}
    (tmp_path / "a.json").write_text(json.dumps(told))
    assert words_beside(tmp_path / "a.wav") == (Word("Each", 0.5, 1.0), Word("arrow", 1.0, 1.0))


NO_TIMES = [
    *((".vtt", "WEBVTT\n"), (".txt", "1 2 word")),
    *((".json", text) for text in ("{}", "{", '[{"start": 1}, 2]', '[{"text": "a", "timestamp": [1]}]')),
    *((".json", f'[{{"text": "a", "timestamp": {pair}}}]') for pair in ("3", "[null, null]", '["a", 2]', '{"a": 1}')),
]


@pytest.mark.parametrize(("ending", "text"), NO_TIMES)
def test_a_file_that_tells_no_times_is_named(tmp_path, ending, text):
    (tmp_path / f"a{ending}").write_text(text)
    with pytest.raises(SoundError, match=rf"a\{ending} does not tell when words are said .* beside a\.wav"):
        words_beside(tmp_path / "a.wav")


def test_a_word_is_found_whatever_stands_about_it_and_after_a_moment():
    voice = Voice(
        Path("a.wav"), 4.0, 0.5, tuple(Word(w, i, i + 1) for i, w in enumerate(["The", "“two”,", "the", "rest."]))
    )
    assert voice.says("two") == 1
    assert voice.says("the", after=0.0) == 2
    assert voice.says("THE rest") == 2
    assert voice.says("rest two") is None
    assert voice.says("") is None
