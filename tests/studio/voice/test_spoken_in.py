"""Recordings of a language: in a folder of its own, in the lesson's where that is for it, or one sentence tells."""

import sys
from dataclasses import replace

import pytest

from netsim import Trace
from scenes.stage.heard.sounding import SoundError
from scenes.studio.voice.heard import Heard
from scenes.studio.voice.noted import BOOK, note_new
from scenes.studio.voice.spoken_in import recordings_in
from tests.studio.voice.conftest import Told, encoded, production_in, speech

BEAT = "T4-the_wishes.wav"


@pytest.fixture
def production(tmp_path):
    """The scene's production, in English, with recordings in English and in German."""
    for folder in (tmp_path / "voice", tmp_path / "voice" / "de"):
        folder.mkdir()
        encoded(folder / BEAT, speech(1.0), "pcm_s16le", 48000)
    return production_in(tmp_path, folder="voice")


def found(production, language, told_in="en"):
    """Returns the file that is heard of the beat of a lesson in a language when it is asked for in another."""
    lesson = written_in(production.lesson, told_in).in_language(language)
    return recordings_in(lesson.words().language, lesson, production.parts).files["Aloud", "the_wishes"]


def written_in(lesson, language):
    """Returns a lesson as if its file named another language."""
    return replace(lesson, story=lesson.story.model_copy(update={"language": language}))


@pytest.mark.parametrize(
    ("language", "folder"), [("en", "voice"), ("en-GB", "voice"), ("de", "voice/de"), ("de-CH", "voice/de")]
)
def test_recordings_of_a_language_are_in_a_folder_of_it_or_in_the_lesson_s_own(production, tmp_path, language, folder):
    assert found(production, language) == tmp_path / folder / BEAT


def test_a_translation_of_one_s_own_has_recordings_in_a_folder_of_its_language(production, tmp_path):
    (tmp_path / "voice" / "de").rename(tmp_path / "voice" / "fr")
    (tmp_path / "fr.ftl").write_text("language = français\n    .code = fra\n")
    assert found(production, str(tmp_path / "fr.ftl")) == tmp_path / "voice" / "fr" / BEAT


def test_a_language_is_the_lesson_s_own_by_its_file_not_by_what_was_asked_before(production, tmp_path):
    (tmp_path / "voice" / "de").rename(tmp_path / "elsewhere")
    assert found(production, "de", told_in="de") == tmp_path / "voice" / BEAT
    assert production.lesson.in_language("es").in_language("de").recorded_in == "en"


def test_a_language_without_recordings_is_one_sentence_at_the_start(production, tmp_path):
    production = replace(production, lesson=production.lesson.in_language("es"))
    with pytest.raises(SoundError) as error:
        production.film_scenes(Told())
    assert str(error.value) == (
        f"{tmp_path}/aloud.toml: [voice] folder: {tmp_path}/voice is for recordings in English, expected those in "
        f"Spanish in {tmp_path}/voice/es; `nudge voice {tmp_path}/aloud.toml --language es` records them, and an empty "
        "folder of that name lets the film be without a voice."
    )
    (tmp_path / "voice" / "es").mkdir()
    assert not Heard.of(production.lesson, production.parts, production.words()).recordings.files


def test_recordings_noted_in_another_language_are_not_taken_for_the_lesson_s(production, tmp_path):
    recordings = recordings_in("en", production.lesson, production.parts)
    note_new(recordings, {("Aloud", "the_wishes"): "The two should light up."})
    (tmp_path / "voice" / "de").rename(tmp_path / "elsewhere")
    edited = written_in(production.lesson, "de")
    with pytest.raises(SoundError, match=r"voice is for recordings in English, expected those in German in .*voice/de"):
        recordings_in("de", edited, production.parts)
    assert recordings_in("en", edited.in_language("en"), production.parts).files
    book = tmp_path / "voice" / BOOK
    whole = book.read_text("utf-8")
    book.write_text(whole.replace('"language": "en",', ""), "utf-8")
    assert recordings_in("de", edited, production.parts).files, "of what is not noted nothing is known"
    book.write_text(whole, "utf-8")
    encoded(tmp_path / "voice" / BEAT, speech(0.7), "pcm_s16le", 48000)
    assert recordings_in("de", edited, production.parts).files


def test_what_an_engine_speaks_needs_no_folder_of_its_language_and_that_is_told(production, tmp_path, trace_file):
    speaker = tmp_path / "speak.py"
    speaker.write_text(f"import shutil, sys\nshutil.copy({str(tmp_path / 'voice' / BEAT)!r}, sys.argv[1])\n")
    engine = f"command {sys.executable} {speaker} {{out}} {{text}}"
    voice = production.lesson.voice.model_copy(update={"engine": engine})
    lesson, display = replace(production.lesson, voice=voice).in_language("es"), Told()
    heard = Heard.of(lesson, production.parts, lesson.words())
    voices = heard.voices(Trace.load(trace_file), production.work, display)
    assert set(voices[production.parts[0].scene]) == {"the_wishes", "the_error"}
    told = f"Voice      no recordings in {tmp_path}/voice/es: {heard.engine.name} speaks every beat"
    assert told in display.sentences
