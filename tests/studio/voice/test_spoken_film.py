"""A film that espeak-ng speaks: as long as its voice, as loud as is usual, and each word when it is said."""

import json

import av
import numpy as np
import pytest

from scenes.studio.film.clips.sounds import RATE, samples_of
from scenes.studio.voice.loudness import TARGET, measured
from tests.studio.conftest import TINY
from tests.studio.film.clips.test_film import decoded
from tests.studio.voice.conftest import needs_espeak

BREATH = 0.5
SAID = ["The", "two", "should", "light", "up,", "the", "rest", "should", "dim."]
FRAME = 1 / TINY.fps


def kept_voices(production):
    """What is kept of the voices: seconds and words, by the first word."""
    told = [json.loads(path.read_text()) for path in (production.work / "voice").glob("*.json")]
    return {one["words"][0]["text"]: one for one in told}


@needs_espeak
def test_espeak_speaks_a_scene(produced, display):
    production = produced(engine="espeak-ng", breath=BREATH)
    film = production.make(display)
    voices = kept_voices(production)
    first, second = voices["The"], voices["Each"]
    wishes, error, _ = production.film_scenes(display).clips

    assert [word["text"] for word in first["words"]] == [
        "The",
        "two",
        "should",
        "light",
        "up,",
        "the",
        "rest",
        "should",
        "dim.",
    ]
    for voice in (first, second):
        times = [moment for word in voice["words"] for moment in (word["start"], word["end"])]
        assert times == sorted(times)
        assert times[0] >= 0
        assert times[-1] <= voice["seconds"]

    assert error.seconds == pytest.approx(second["seconds"] + BREATH, abs=FRAME)
    [said] = wishes.spoken
    assert wishes.seconds - said.start == pytest.approx(first["seconds"] + BREATH, abs=FRAME)
    assert said.end - said.start == pytest.approx(first["seconds"], abs=FRAME)

    heard = samples_of(film.path)
    assert heard.shape[1] / RATE == pytest.approx(film.seconds, abs=0.05)
    assert measured(heard)[0] == pytest.approx(TARGET, abs=1)
    with av.open(str(film.path)) as file:
        [track] = file.streams.audio
        assert (track.codec_context.name, track.rate) == ("aac", RATE)

    quiet = np.abs(heard).max(axis=0) < 0.01
    speech = round((wishes.seconds + 0.02) * RATE)
    assert not quiet[round(said.start * RATE) :][: RATE // 10].all()
    assert quiet[round((said.end + 0.1) * RATE) : round((wishes.seconds - 0.02) * RATE)].all()
    assert not quiet[speech : speech + RATE // 4].all()

    times, shades = decoded(film.path)
    there = float(times[int(np.argmax(np.diff(shades[: wishes.frames]))) + 1])  # the square is there
    rest = next(word["start"] for word in first["words"] if word["text"] == "rest")
    assert there - said.start == pytest.approx(rest, abs=1.5 * FRAME)

    again = production.make(display)
    assert (again.made, again.kept) == (0, 2)
