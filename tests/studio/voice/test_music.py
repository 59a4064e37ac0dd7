"""Music under a film: as loud as it should be, softer under a voice, again from its beginning, away at the end."""

import numpy as np
import pytest

from scenes.stage.heard.sounding import SoundError
from scenes.studio.film.clips.music import DUCKED, FALL, UNDER, check_music, with_music
from scenes.studio.film.clips.sounds import RATE, Placed, mixed
from tests.studio.voice.conftest import encoded

LENGTH = 20 * RATE
SPOKEN = (4.0, 8.0)  # seconds


def sine(seconds, hertz, loud):
    wavy = loud * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)
    return np.stack([wavy, wavy]).astype(np.float32)


@pytest.fixture(scope="module")
def track(tmp_path_factory):
    """Twenty seconds with a voice (a tone of 3000 Hz) for four of them, and music of twelve (1000 Hz)."""
    music = encoded(tmp_path_factory.mktemp("music") / "music.flac", sine(12, 1000, 0.9), "flac", RATE)
    voice = sine(SPOKEN[1] - SPOKEN[0], 3000, 0.2)
    heard = mixed([Placed(round(SPOKEN[0] * RATE), lambda: voice)], LENGTH)
    return np.concatenate(list(with_music(heard, music, LENGTH)), axis=1)


def level(track, hertz, start, seconds=0.2):
    """The level of one tone at a moment, in decibels: of a sine of 0 dB, 0."""
    part = track[0, round(start * RATE) : round((start + seconds) * RATE)]
    turns = np.exp(-2j * np.pi * hertz * np.arange(part.size) / RATE)
    return 20 * np.log10(2 * abs(np.mean(part * turns)) + 1e-9)


def test_it_is_softer_from_before_a_voice_begins_until_after_it_ends(track):
    assert track.shape == (2, LENGTH)
    # A sine of 1000 Hz at -23 dB on both sides has -23 LUFS (EBU Tech 3341).
    assert level(track, 1000, 2.0) == pytest.approx(UNDER + DUCKED, abs=0.5)
    for moment in (SPOKEN[0], 6.0, SPOKEN[1] - 0.2, SPOKEN[1] + 0.5):
        assert level(track, 1000, moment) == pytest.approx(UNDER, abs=0.7)
    assert level(track, 1000, SPOKEN[0] - FALL - 0.3) == pytest.approx(UNDER + DUCKED, abs=0.7)
    assert level(track, 1000, 14.0) == pytest.approx(UNDER + DUCKED, abs=0.7)
    assert level(track, 3000, 6.0) == pytest.approx(20 * np.log10(0.2), abs=0.2)


def test_it_goes_on_from_its_beginning_without_a_gap_and_ends_softly(track):
    levels = [level(track, 1000, at) for at in np.arange(10.8, 12.4, 0.1)]
    assert min(levels) > UNDER + DUCKED - 6
    last = [level(track, 1000, at, 0.1) for at in (17.0, 18.0, 19.0, 19.8)]
    assert last == sorted(last, reverse=True)
    assert np.abs(track[:, -RATE // 50 :]).max() < 0.001


def test_what_is_no_music_is_a_sentence(tmp_path):
    (tmp_path / "a.mp3").write_bytes(b"nothing")
    silence = encoded(tmp_path / "b.wav", sine(1, 1000, 0), "pcm_s16le", RATE)
    for name, said in (("a.mp3", "is no sound that can be read"), ("c.mp3", "is not there")):
        with pytest.raises(SoundError, match=rf"\[voice\] music: .*{name} {said}; name another file"):
            check_music(tmp_path / name)
    with pytest.raises(SoundError, match=r"b\.wav is silent"):
        next(with_music(mixed([], 5), silence, 5))
