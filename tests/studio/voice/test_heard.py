"""What is heard of a lesson's beats: recordings, and what is said of those that are missing or old."""

import pytest

from netsim import Trace
from scenes.stage.heard.voice import Word
from scenes.studio.voice.heard import Heard
from tests.studio.voice.conftest import Told, encoded, production_in, speech


@pytest.fixture
def heard(tmp_path, trace_file):
    """Says what is heard of the scene, and what was told of that."""
    (tmp_path / "voice").mkdir()

    def of(**voice):
        production, display = production_in(tmp_path, folder="voice", **voice), Told()
        found = Heard.of(production.lesson, production.parts, production.words())
        voices = found.voices(Trace.load(trace_file), production.work, display)
        return voices[production.parts[0].scene], display.sentences

    return of


def test_a_beat_without_a_recording_is_told_once_and_has_no_voice(heard, tmp_path):
    encoded(tmp_path / "voice" / "T4-the_wishes.mp3", speech(1.5), "mp3", 44100)
    (tmp_path / "voice" / "T4-the_wishes.txt").write_text("0.5\t1.0\tTwo\n")
    voices, told = heard(breath=0.25)
    [(beat, voice)] = voices.items()
    assert (beat, voice.breath, voice.words) == ("the_wishes", 0.25, (Word("Two", 0.5, 1.0),))
    assert voice.seconds == pytest.approx(1.5, abs=0.08)
    assert told == ["Voice      1 beat has no recording, and nothing to be heard: T4-the_error"]


def test_a_recording_of_another_sentence_is_told_and_heard(heard, tmp_path):
    for name in ("T4-the_wishes.wav", "Aloud-the_error.flac"):
        encoded(tmp_path / "voice" / name, speech(1.0), "flac" if name.endswith("c") else "pcm_s16le", 48000)
    voices, told = heard()
    assert (list(voices), told) == (["the_wishes", "the_error"], [])
    book = tmp_path / "voice" / ".nudge-voice.json"
    book.write_text(book.read_text().replace("twice the error", "half the error"))
    voices, told = heard()
    assert list(voices) == ["the_wishes", "the_error"]
    assert told == ["Voice      1 recording says what was said before: T4-the_error"]
