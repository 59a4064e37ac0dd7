"""What is heard in a film: each sound from its moment on, as loud as it is, to its own end."""

import wave
from fractions import Fraction

import av
import numpy as np
import pytest

from scenes.cli import main
from scenes.stage.heard.sounding import SoundError
from scenes.studio.film.clips.film import Footage, join
from scenes.studio.film.clips.sounds import BLOCK, RATE, Placed, Sound, add_sounds, mixed, samples_of
from tests.scenes.tiny import TINY
from tests.studio.film.clips.test_film import FPS, clip, decoded

FRAME = 0.012  # seconds: a frame of AAC lasts 0.021, and smears what begins in it over half of that


def tone(path, seconds, hertz=880, loud=0.4, rate=22050, channels=1):
    """Write a sine, whose loudness is known."""
    wavy = loud * np.sin(2 * np.pi * hertz * np.arange(round(rate * seconds)) / rate)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.repeat((wavy * 32767).astype("<i2"), channels).tobytes())
    return path


def heard(path, from_second, to_second):
    """How loud it is at most between two moments."""
    samples = samples_of(path)
    return np.abs(samples[:, round(from_second * RATE) : round(to_second * RATE)]).max(axis=1)


def silent(path, from_second, to_second):
    return (heard(path, from_second + FRAME, to_second - FRAME) < 0.01).all()


def loud(path, from_second, to_second, how=0.4):
    return heard(path, from_second + FRAME, to_second - FRAME) == pytest.approx([how, how], abs=0.03)


@pytest.mark.parametrize(("rate", "channels"), [(22050, 1), (44100, 2), (48000, 2)])
def test_a_file_is_read_at_one_rate_as_loud_as_it_is_and_on_both_sides(tmp_path, rate, channels):
    samples = samples_of(tone(tmp_path / "a.wav", 1.0, rate=rate, channels=channels))
    assert samples.shape == (2, pytest.approx(RATE, abs=32))
    assert np.abs(samples).max(axis=1) == pytest.approx([0.4, 0.4], abs=0.01)
    crossings = np.count_nonzero(np.diff(np.signbit(samples[0])))
    assert crossings == pytest.approx(2 * 880, abs=4)


def test_what_is_no_sound_is_named(tmp_path):
    (tmp_path / "a.wav").write_bytes(b"nothing")
    with pytest.raises(SoundError, match=r"a\.wav is no sound that can be read \(invalid data[^']*\)\.$"):
        samples_of(tmp_path / "a.wav")
    with pytest.raises(SoundError, match=r"b\.mp4 is no sound that can be read \(nothing in it can be heard\)\.$"):
        samples_of(clip(tmp_path / "b.mp4", [0]))
    (tmp_path / "c.wav").touch()
    with pytest.raises(SoundError, match=r"c\.wav is empty\.$"):
        samples_of(tmp_path / "c.wav")


@pytest.mark.parametrize("length", [None, 2 * BLOCK + 7])
def test_sounds_add_up_where_they_meet_and_are_cut_where_they_would_be_too_loud(length):
    rng = np.random.default_rng(0)
    parts = [(0, 100), (50, 3 * BLOCK), (BLOCK - 1, 2), (BLOCK, BLOCK)]
    made = [(start, rng.uniform(-0.7, 0.7, (2, n)).astype(np.float32)) for start, n in parts]
    whole = np.zeros((2, 5 * BLOCK), np.float32)
    for start, samples in made:
        whole[:, start : start + samples.shape[1]] += samples
    track = np.concatenate(list(mixed([Placed(start, lambda s=samples: s) for start, samples in made], length)), axis=1)
    assert track.shape[1] == length or (length is None and track.shape[1] >= 50 + 3 * BLOCK)
    assert np.abs(whole).max() > 1
    assert track == pytest.approx(np.clip(whole, -1, 1)[:, : track.shape[1]])


def test_a_sound_lies_in_its_clip_from_its_moment_on_and_the_pictures_are_the_same(tmp_path):
    path = clip(tmp_path / "a.mp4", range(0, 240, 4))
    before = Footage.of(path), decoded(path)
    quiet = tone(tmp_path / "b.wav", 0.5, loud=0.8)
    add_sounds(path, [Sound(tone(tmp_path / "c.wav", 1.0), 0.5), Sound(quiet, 2.0, -6.0)])
    after = Footage.of(path), decoded(path)
    assert (after[0].shown, after[0].settings) == (before[0].shown, before[0].settings)
    assert (after[1][0], after[1][1].tolist()) == (before[1][0], before[1][1].tolist())
    assert (before[0].heard, after[0].heard) == (False, True)
    assert silent(path, 0.0, 0.5)
    assert loud(path, 0.5, 1.5)
    assert silent(path, 1.5, 2.0)
    assert loud(path, 2.0, 2.5, 0.8 * 10 ** (-6 / 20))


def test_in_a_film_a_sound_goes_on_over_the_clips_that_follow_and_ends_with_the_film(tmp_path):
    paths = [clip(tmp_path / f"{i}.mp4", [i] * 2 * FPS) for i in range(3)]
    add_sounds(paths[1], [Sound(tone(tmp_path / "a.wav", 2.5), 1.0)])
    add_sounds(paths[2], [Sound(tone(tmp_path / "b.wav", 9.0, hertz=441), 1.75)])
    frames = join(paths, tmp_path / "film.mp4")
    film = tmp_path / "film.mp4"
    assert frames == 6 * FPS
    assert silent(film, 0.0, 3.0)
    assert loud(film, 3.0, 5.5)
    assert silent(film, 5.5, 5.75)
    assert loud(film, 5.75, 6.0)
    with av.open(str(film)) as file:
        [track] = file.streams.audio
        assert (track.codec_context.name, track.rate, track.layout.name) == ("aac", RATE, "stereo")
        assert track.duration * track.time_base <= Fraction(6) + Fraction(2 * BLOCK, RATE)


def test_a_film_without_sounds_has_no_track_of_them(tmp_path):
    join([clip(tmp_path / "a.mp4", [0, 1])], tmp_path / "film.mp4")
    assert not Footage.of(tmp_path / "film.mp4").heard


SCENE = """
from manim import Square
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene

class Bell(TraceScene):
    title = "A bell"

    @beat
    def before(self):
        \"\"\"Listen.\"\"\"
        self.add_sound("click.wav")
        self.wait(1)

    @beat
    def ring(self):
        \"\"\"There it is.\"\"\"
        self.wait(0.4)
        self.add_sound("click.wav", time_offset=0.2, gain=-6)
        self.wait(0.2)
        self.add(Square(4, fill_opacity=1))
        self.wait(0.6)
"""
LESSON = f"""{TINY}[story]
scenes_file = "bell.py"
scenes = ["Bell"]
beats = ["Bell.ring"]
"""


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    """A lesson with a scene of its own that adds a sound, in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bell.py").write_text(SCENE)
    (tmp_path / "bell.toml").write_text(LESSON)
    return tmp_path


def test_add_sound_in_a_scene_of_ones_own_is_heard_in_the_film(lesson):
    tone(lesson / "click.wav", 0.3)
    assert main(["render", "bell.toml", "--quality", "draft", "--jobs", "1"]) == 0
    film = lesson / "out" / "bell.mp4"
    times, shades = decoded(film)
    seen = float(times[int(np.argmax(np.diff(shades))) + 1])  # the square is there
    moment = int(np.argmax(np.abs(samples_of(film)[0]) > 0.05)) / RATE
    assert moment == pytest.approx(seen, abs=0.02)
    assert loud(film, moment + 0.02, moment + 0.28, 0.4 * 10 ** (-6 / 20))
    assert silent(film, moment + 0.35, moment + 0.6)
    tone(lesson / "click.wav", 0.3, loud=0.1)
    assert main(["render", "bell.toml", "--quality", "draft", "--jobs", "1"]) == 0
    assert np.abs(samples_of(film)).max() == pytest.approx(0.1 * 10 ** (-6 / 20), abs=0.01)


def test_in_a_deck_a_film_with_sounds_is_not_muted(lesson):
    tone(lesson / "click.wav", 0.3)
    (lesson / "bell.toml").write_text(LESSON.replace('beats = ["Bell.ring"]', 'leave_out = ["Bell.before"]'))
    assert main(["slides", "bell.toml", "--quality", "draft", "--jobs", "1"]) == 0
    page = (lesson / "out" / "bell-slides.html").read_text()
    assert "<video playsinline" in page
    assert "<video muted" not in page
    [film] = (lesson / "out" / "bell-slides_files").glob("*.mp4")
    assert Footage.of(film).heard


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (SCENE, "Bell adds the sound 'click.wav', which is not there, expected it in "),
        (SCENE.replace("gain=-6", "gain_to_background=3"), "add_sound was given gain_to_background"),
    ],
)
def test_a_sound_that_cannot_be_heard_is_a_sentence(lesson, capsys, source, said):
    if source != SCENE:
        tone(lesson / "click.wav", 0.1)
    (lesson / "bell.py").write_text(source)
    assert main(["render", "bell.toml", "--quality", "draft", "--jobs", "1"]) == 1
    assert said in capsys.readouterr().err
