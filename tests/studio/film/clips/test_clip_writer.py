"""The clip: every frame once, at a constant rate, in the colours that were drawn."""

from fractions import Fraction

import av
import numpy as np
import pytest

from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.film.clips.film import join
from tests.studio.conftest import TINY

SHADES = [(20, 1), (200, 7), (90, 1), (160, 30), (40, 2)]  # of grey, and how many frames each is shown


def grey(shade):
    return np.full((TINY.height, TINY.width, 4), shade, np.uint8)


def clip(path, shades=SHADES):
    writer = ClipWriter(path, TINY)
    for shade, repeat in shades:
        writer.write(grey(shade), repeat)
    writer.finish()
    return path


@pytest.fixture(params=["clip", "film"])
def film(request, tmp_path):
    """A clip, and a film of three; and how many frames it has."""
    clips = [clip(tmp_path / f"{i}.mp4", shades) for i, shades in enumerate((SHADES, SHADES[:1], SHADES[1:]))]
    if request.param == "clip":
        return clips[0], sum(repeat for _, repeat in SHADES)
    return tmp_path / "film.mp4", join(clips, tmp_path / "film.mp4")


def test_every_frame_lasts_equally_long(film):
    path, frames = film
    with av.open(str(path)) as file:
        stream = file.streams.video[0]
        assert stream.average_rate == TINY.fps
        assert stream.duration * stream.time_base == Fraction(frames, TINY.fps)
        packets = [packet for packet in file.demux(stream) if packet.size]
        assert {packet.duration * packet.time_base for packet in packets} == {Fraction(1, TINY.fps)}
        assert sorted(p.pts * p.time_base for p in packets) == [Fraction(i, TINY.fps) for i in range(frames)]


def test_each_picture_is_shown_as_often_as_it_was_written(tmp_path):
    told = [shade for shade, repeat in SHADES for _ in range(repeat)]
    with av.open(str(clip(tmp_path / "clip.mp4"))) as file:
        shown = [frame.to_ndarray(format="rgb24").mean() for frame in file.decode(video=0)]
    assert shown == pytest.approx(told, abs=3)


def test_the_same_frames_are_the_same_bytes(tmp_path):
    assert clip(tmp_path / "one.mp4").read_bytes() == clip(tmp_path / "two.mp4").read_bytes()


def test_an_abandoned_clip_goes(tmp_path):
    writer = ClipWriter(tmp_path / "clip.mp4", TINY)
    writer.write(grey(100))
    writer.abandon()
    assert not list(tmp_path.iterdir())


def test_a_player_can_start_at_least_every_ten_seconds(tmp_path):
    path = clip(tmp_path / "clip.mp4", [(90, 1), (120, 25 * TINY.fps)])
    with av.open(str(path)) as file:
        starts = [packet.pts * packet.time_base for packet in file.demux(video=0) if packet.is_keyframe]
    assert starts == [0, 10, 20]
