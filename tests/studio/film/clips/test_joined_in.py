"""A film of others is brought to ours: its moments in their places, its shape and sound kept; what is none is said."""

from fractions import Fraction

import av
import numpy as np
import pytest
from manim import ManimColor
from PIL import Image

from scenes.studio.film.clips.encoders import SOFTWARE
from scenes.studio.film.clips.film import FilmError, Footage
from scenes.studio.film.clips.joined_in import brought_to, look_into
from scenes.studio.film.clips.sounds import RATE, samples_of
from tests.studio.conftest import TINY

GROUND = ManimColor("#204060")
ORANGE = np.array((250, 130, 10), np.uint8)


def foreign(path, size, fps, frames, picture=None, tone=False, codec="libx264", wide=None):
    """Write a film whose frames are as light as their time says, or all alike, with a tone or without."""
    with av.open(str(path), "w") as file:
        stream = file.add_stream(codec, rate=Fraction(fps))
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        if wide is not None:
            stream.codec_context.sample_aspect_ratio = wide
        sound = file.add_stream("aac", rate=RATE, layout="mono") if tone else None
        for i in range(frames):
            seen = np.full((*size[::-1], 3), 200 * i // frames + 20, np.uint8) if picture is None else picture
            file.mux(stream.encode(av.VideoFrame.from_ndarray(seen, format="rgb24")))
        file.mux(stream.encode(None))
        if sound is not None:
            wave = np.sin(2 * np.pi * 440 * np.arange(round(frames / Fraction(fps) * RATE)) / RATE).astype(np.float32)
            for at in range(0, len(wave), 1024):
                heard = av.AudioFrame.from_ndarray(wave[None, at : at + 1024], "fltp", "mono")
                heard.sample_rate, heard.pts, heard.time_base = RATE, at, Fraction(1, RATE)
                file.mux(sound.encode(heard))
            file.mux(sound.encode(None))
    return path


def brought(path, folder):
    return brought_to(path, TINY, SOFTWARE, GROUND, folder / "films")


def frames_of(path):
    with av.open(str(path)) as film:
        return np.array([frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)])


@pytest.mark.parametrize(("fps", "frames"), [("24", 48), ("30000/1001", 60), ("5", 10), ("60", 120)])
def test_each_moment_comes_at_its_time_and_no_frame_more(tmp_path, fps, frames):
    seen = frames_of(brought(foreign(tmp_path / "in.mp4", (128, 72), fps, frames), tmp_path))
    assert len(seen) == 20
    middle = seen[:, 36, 64, 0].astype(float)
    # The step of a tenth of a second, or of a frame that is longer.
    within = max(1, TINY.fps / float(Fraction(fps))) * 10 + 3
    assert np.allclose(middle, 20 + 200 * np.arange(20) / 20, atol=within)


@pytest.mark.parametrize(
    ("size", "wide", "box"),
    [((96, 72), None, (0, 16, 72, 112)), ((128, 36), None, (18, 0, 54, 128)), ((64, 72), 2, (0, 0, 72, 128))],
    ids=["old", "broad", "anamorphic"],
)
def test_a_picture_of_another_shape_stands_in_the_middle_of_the_ground(tmp_path, size, wide, box):
    film = foreign(tmp_path / "in.mp4", size, "10", 5, np.full((*size[::-1], 3), ORANGE), wide=wide)
    top, left, bottom, right = box
    expected = np.full((TINY.height, TINY.width, 3), GROUND.to_int_rgb(), float)
    expected[top:bottom, left:right] = ORANGE
    off = np.abs(frames_of(brought(film, tmp_path))[2] - expected).max(axis=2)
    assert (off < 12).mean() > 0.95  # but for what coarser colours do to the edges


def test_its_sound_is_heard_and_it_can_be_joined_to_ours(tmp_path):
    film = brought(foreign(tmp_path / "in.mp4", (320, 180), "25", 25, tone=True), tmp_path)
    footage = Footage.of(film)
    assert footage.heard
    assert (footage.fps, footage.settings[:2], len(footage.shown)) == (TINY.fps, (TINY.width, TINY.height), 10)
    heard = samples_of(film)[0, : RATE // 2]
    assert np.argmax(np.abs(np.fft.rfft(heard))) / 0.5 == pytest.approx(440, abs=2)


def test_it_is_kept_until_it_or_what_it_is_brought_to_changes(tmp_path):
    source = foreign(tmp_path / "in.mp4", (128, 72), "10", 5)
    first = brought(source, tmp_path)
    made = first.stat().st_mtime_ns
    assert brought(source, tmp_path) == first
    assert first.stat().st_mtime_ns == made
    foreign(source, (128, 72), "10", 7)
    other = brought(source, tmp_path)
    assert len(frames_of(other)) == 7
    assert list((tmp_path / "films").iterdir()) == [other]


def test_what_is_no_film_is_said(tmp_path):
    Image.new("RGB", (64, 36)).save(tmp_path / "logo.png")
    (tmp_path / "text.mp4").write_text("no film")
    cut = foreign(tmp_path / "cut.mp4", (128, 72), "10", 5)
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    with av.open(str(tmp_path / "tone.m4a"), "w", format="mp4") as file:
        stream = file.add_stream("aac", rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        frame.sample_rate = RATE
        file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    said = {
        "nothing.mp4": "is not there",
        "logo.png": "is a picture",
        "text.mp4": "cannot be read",
        "cut.mp4": "cannot be read",
        "tone.m4a": "has no pictures",
    }
    for name, expected in said.items():
        with pytest.raises(FilmError, match=expected):
            look_into(tmp_path / name)
