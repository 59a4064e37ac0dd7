"""Recordings: found by beat, whatever their format; what cannot be used is one sentence that names it."""

import json

import numpy as np
import pytest

from scenes.stage.heard.sounding import SoundError
from scenes.studio.digests import content_digest
from scenes.studio.film.clips.sounds import RATE, samples_of
from scenes.studio.voice.broken_off import breaks_off
from scenes.studio.voice.faults import remarks_on
from scenes.studio.voice.heard import recorded
from scenes.studio.voice.kept_voices import KeptVoices
from scenes.studio.voice.loudness import TARGET, measured
from scenes.studio.voice.noted import BOOK, note_new, older
from scenes.studio.voice.recordings import Recordings, names_of
from tests.studio.fakes import Fake, Longer
from tests.studio.voice.conftest import encoded, speech

FORMATS = [
    ("a.wav", "pcm_u8", 8000, "mono"),
    ("a.WAV", "pcm_f32le", 96000, "stereo"),
    ("a.flac", "flac", 44100, "mono"),
    ("a.mp3", "mp3", 22050, "mono"),
    ("a.m4a", "aac", 32000, "stereo"),
    ("a.ogg", "libopus", 48000, "stereo"),
]


class Alike(Fake):
    """Its beats have the ids and names of those of another scene."""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "voice").mkdir()
    return tmp_path / "voice"


def test_a_recording_is_called_by_its_idea_and_beat_and_by_its_scene_where_two_have_both():
    assert names_of([Longer]) == {("Longer", f"part_{i}"): f"T{i}-part_{i}" for i in range(3)}
    names = names_of([Fake, Alike])
    assert names["Fake", "part_0"] == "Fake-part_0"
    assert names["Alike", "part_1"] == "Alike-part_1"


def test_recordings_are_found_under_all_their_names(folder):
    for name in ("t0-PART_0.wav", "Longer-part_1.mp3", "T2-Longer-part_2.m4a", "T2-part_3.ogg", "T2-part_2.txt"):
        (folder / name).touch()
    found = Recordings.of(folder, [Longer])
    assert {beat: path.name for (_, beat), path in found.files.items()} == {
        "part_0": "t0-PART_0.wav",
        "part_1": "Longer-part_1.mp3",
        "part_2": "T2-Longer-part_2.m4a",
    }
    assert found.stray == {folder / "T2-part_3.ogg": "T2-part_2"}


@pytest.mark.parametrize(
    ("scenes", "files", "said"),
    [
        ([Fake, Alike], ["T0-part_0.wav"], "may be the voice of 2 beats, expected Fake-part_0 or Alike-part_0"),
        ([Fake], ["T0-part_0.wav", "Fake-part_0.mp3"], "are recordings of one beat; keep one of them"),
    ],
)
def test_a_recording_of_two_beats_and_two_of_one_are_refused(folder, scenes, files, said):
    for name in files:
        (folder / name).touch()
    with pytest.raises(SoundError, match=said):
        Recordings.of(folder, scenes)


def test_a_folder_is_no_recording_whatever_it_is_called(folder):
    (folder / "Fake-part_0.wav").mkdir()
    assert not Recordings.of(folder, [Fake]).files


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SoundError, match=r"\[voice\] folder: .*nowhere is not there; make it"):
        Recordings.of(tmp_path / "nowhere", [Fake])


@pytest.mark.parametrize(("name", "codec", "rate", "layout"), FORMATS)
def test_a_recording_of_any_format_is_as_long_as_it_is_and_as_loud_as_all(folder, tmp_path, name, codec, rate, layout):
    path = encoded(folder / name, speech(2.0, 0.05), codec, rate, layout)
    voice = recorded(path, KeptVoices(tmp_path, 0.5))
    assert voice.seconds == pytest.approx(2.0, abs=0.08)  # of mp3 and AAC a frame before and after is silence
    assert measured(samples_of(voice.file))[0] == pytest.approx(TARGET, abs=1)


@pytest.mark.parametrize(
    ("name", "codec", "said"),
    [
        ("a.wav", "pcm_s16le", r"is cut off: 1\.0 of its 2\.0 seconds are there"),
        ("a.flac", "flac", "is no sound that can be read"),
        ("a.m4a", "aac", "is no sound that can be read"),
        ("a.mp3", "mp3", r"is cut off: 1\.0 of its 2\.0 seconds are there"),
        ("a.aac", "aac", r"is no sound that can be read to its end: after \d\.\d seconds it is cut off or damaged"),
    ],
)
def test_a_file_that_was_cut_off_is_refused(folder, tmp_path, name, codec, said):
    path = encoded(folder / name, speech(2.0), codec, RATE)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(SoundError, match=f"{said}.*; record it again, or take it away"):
        recorded(path, KeptVoices(tmp_path, 0.5))


@pytest.mark.parametrize(
    ("name", "codec", "rate"), [("a.mp3", "mp3", 22050), ("a.mp3", "mp3", 44100), ("a.ogg", "libopus", RATE)]
)
def test_a_file_of_pieces_that_states_no_length_of_the_whole_ends_with_one_or_is_refused(
    folder, tmp_path, name, codec, rate
):
    path = encoded(folder / name, speech(5.0), codec, rate, options={"write_xing": "0"} if codec == "mp3" else {})
    content = path.read_bytes()
    assert recorded(path, KeptVoices(tmp_path, 0.5)).seconds == pytest.approx(5, abs=0.1)
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(SoundError, match=r"is cut off: after \d\.\d seconds the file ends within a piece of sound;"):
        recorded(path, KeptVoices(tmp_path, 0.5))


@pytest.mark.parametrize(("name", "codec", "rate", "layout"), [*FORMATS, ("a.aac", "aac", 24000, "mono")])
def test_no_whole_file_is_taken_for_one_that_breaks_off(folder, name, codec, rate, layout):
    assert not breaks_off(encoded(folder / name, speech(0.7), codec, rate, layout))


@pytest.mark.parametrize("level", [0.0, 0.0005])
def test_a_silent_recording_is_refused(folder, tmp_path, level):
    path = encoded(folder / "a.wav", level * speech(2.0), "pcm_s16le", RATE)
    with pytest.raises(SoundError, match=r"a\.wav is silent; record it again, or take it away"):
        recorded(path, KeptVoices(tmp_path, 0.5))


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("a.wav", "pcm_s16le", RATE),
        ("a.wav", "pcm_s16le", 8000),
        ("a.wav", "pcm_s16le", 44100),
        ("a.mp3", "mp3", 44100),
    ],
)
def test_what_is_clipped_or_ends_within_a_word_is_remarked(folder, name, codec, rate):
    def remarks(samples):  # of what a program at this rate recorded
        at = np.arange(round(samples.shape[1] * rate / RATE)) * RATE / rate
        own = np.stack([np.interp(at, np.arange(samples.shape[1]), side) for side in samples]).astype(np.float32)
        path = encoded(folder / name, np.clip(own, -1, 1), codec, rate, at=rate)
        return remarks_on(path, samples_of(path))

    assert remarks(speech(2.0, 0.9)) == []
    [clipped] = remarks(speech(2.0, 4.0))
    assert clipped.startswith("is clipped")
    assert remarks(speech(2.0, 0.9)[:, : round(1.17 * RATE)]) == ["ends within a word"]


def test_a_recording_is_old_when_its_sentence_changed_and_new_when_it_was_recorded_anew(folder):
    path = encoded(folder / "T0-part_0.wav", speech(0.5), "pcm_s16le", RATE)
    place, found = ("Fake", "part_0"), Recordings.of(folder, [Fake])

    def old_when(says):
        note_new(found, {place: says})
        return older(found, {place: says})

    assert old_when("Before.") == []
    assert old_when("Before.") == []
    assert old_when("After.") == [place]
    encoded(path, speech(0.6), "pcm_s16le", RATE)
    assert old_when("After.") == []
    assert old_when("Before.") == [place]
    without_language = {"T0-part_0.wav": {"sound": content_digest(path), "says": "Long ago."}}
    (folder / BOOK).write_text(json.dumps(without_language))
    assert old_when("After.") == [place]
    (folder / BOOK).write_text(json.dumps({"T0-part_0.wav": "?"}))
    assert old_when("Again.") == []
