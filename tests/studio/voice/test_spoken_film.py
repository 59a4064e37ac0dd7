"""A film that espeak-ng speaks: as long as its voice, as loud as is usual, each word in its time, heard in slides."""

import json

import av
import numpy as np
import pytest

from scenes.look.theme import Theme
from scenes.studio.film.clips.sounds import RATE, samples_of
from scenes.studio.ownership import Made
from scenes.studio.print.deck import About, cards
from scenes.studio.print.slides import write_html
from scenes.studio.voice.loudness import TARGET, measured
from tests.studio.conftest import TINY
from tests.studio.film.clips.test_film import decoded
from tests.studio.voice.conftest import SAID, Told, needs_espeak, production_in

pytestmark = needs_espeak
BREATH = 0.5
FRAME = 1 / TINY.fps


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """The production of a film that was spoken."""
    production = production_in(tmp_path_factory.mktemp("spoken"), engine="espeak-ng", breath=BREATH)
    production.make(Told())
    return production


@pytest.fixture(scope="module")
def voices(spoken):
    """What is kept of the voices, in the order of telling."""
    told = [json.loads(path.read_text()) for path in (spoken.work / "voice").glob("*.json")]
    return sorted(told, key=lambda one: SAID.index(" ".join(word["text"] for word in one["words"])))


def test_its_words_have_times_in_order(voices):
    for voice in voices:
        times = [moment for word in voice["words"] for moment in (word["start"], word["end"])]
        assert times == sorted(times)
        assert 0 <= times[0] < times[-1] <= voice["seconds"]


def test_each_beat_lasts_as_long_as_its_voice_and_a_breath_and_is_heard_from_its_start(spoken, voices):
    takes = spoken.film_scenes(Told())
    assert takes.kept == 2  # spoken again, it is the same: nothing is filmed anew
    wishes, error, _ = takes.clips
    heard, before = samples_of(spoken.place(".mp4")), 0.0
    assert heard.shape[1] / RATE == pytest.approx(sum(clip.seconds for clip in takes.clips), abs=0.05)
    for clip, voice in zip((wishes, error), voices, strict=True):
        [said] = clip.spoken
        assert clip.seconds - said.start == pytest.approx(voice["seconds"] + BREATH, abs=FRAME)
        assert said.end - said.start == pytest.approx(voice["seconds"], abs=FRAME)
        loud = np.flatnonzero(np.abs(heard[0]) > 0.02) / RATE
        start, end = before + said.start, before + said.end
        assert loud[loud >= start - 0.02][0] == pytest.approx(start, abs=0.1)
        assert not ((loud > end + 0.05) & (loud < before + clip.seconds - 0.02)).any()
        before += clip.seconds


def test_a_beat_is_heard_too_where_filming_begins_with_it(spoken, tmp_path):
    production = production_in(tmp_path, engine="espeak-ng", breath=BREATH)
    whole = production.film_scenes(Told()).clips
    for path in (production.work / "clips").glob("Aloud-the_error-*"):
        path.unlink()
    again = production.film_scenes(Told()).clips
    for before, after in zip(whole[:2], again[:2], strict=True):
        assert np.array_equal(samples_of(after.path), samples_of(before.path))


def test_it_is_as_loud_as_speech_should_be(spoken):
    film = spoken.place(".mp4")
    assert measured(samples_of(film))[0] == pytest.approx(TARGET, abs=1)
    with av.open(str(film)) as file:
        [track] = file.streams.audio
        assert (track.codec_context.name, track.rate, track.language) == ("aac", RATE, "eng")


def test_a_move_waits_for_its_word(spoken, voices):
    times, shades = decoded(spoken.place(".mp4"))
    wishes = spoken.film_scenes(Told()).clips[0]
    there = float(times[int(np.argmax(np.diff(shades[: wishes.frames]))) + 1])  # the square is there
    rest = next(word["start"] for word in voices[0]["words"] if word["text"] == "rest")
    assert there - wishes.spoken[0].start == pytest.approx(rest, abs=1.5 * FRAME)


def test_slides_in_a_browser_are_heard(spoken, browser, tmp_path):
    words, deck = spoken.words(), tmp_path / "deck.html"
    scenes = [part.scene for part in spoken.parts]
    slides = list(cards(scenes, spoken.film_scenes(Told()).scenes, tmp_path, words))
    write_html(slides, About("aloud", words, Theme.load()), deck, Made(tmp_path), captioned=False, offline=True)
    film = "document.querySelector('section.present video')"
    browser.go(deck.as_uri())
    browser.press("r")  # a key, before which a browser lets nothing be heard
    browser.wait(f"{film}.currentTime > 0.3 && !{film}.muted && {film}.webkitAudioDecodedByteCount > 0")
    browser.wait(f"{film}.ended")
    assert browser.ask(f"{film}.duration") == pytest.approx(slides[0].seconds, abs=0.1)
    assert browser.troubles == []
