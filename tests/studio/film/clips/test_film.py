"""The film: joined without loss, each frame in its place at its time, and never half there."""

from fractions import Fraction
from itertools import pairwise

import av
import numpy as np
import pytest

from scenes.studio.film.clips.film import FilmError, Footage, join

FPS = 15


def clip(path, shades, size=(64, 48)):
    """Encode one flat frame for each shade of grey."""
    with av.open(str(path), "w") as film:
        stream = film.add_stream("libx264", rate=FPS, options={"crf": "18"})
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        for shade in shades:
            pixels = np.full((size[1], size[0], 3), shade, np.uint8)
            film.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        film.mux(stream.encode())
    return path


def decoded(path):
    """Times in seconds and mean shades of all frames, as a player would show them."""
    with av.open(str(path)) as film:
        frames = [(f.pts * f.time_base, f.to_ndarray(format="gray").mean()) for f in film.decode(video=0)]
    return [time for time, _ in frames], np.array([shade for _, shade in frames])


@pytest.fixture
def clips(tmp_path):
    """Clips of many, one and several frames: a short one needs no reordering, a long one does."""
    shades = [list(range(40, 240, 7)), [200], [90, 60, 120, 30, 180, 75]]
    return [clip(tmp_path / f"{i}.mp4", s) for i, s in enumerate(shades)], [shade for part in shades for shade in part]


def test_every_frame_is_in_its_place(tmp_path, clips):
    paths, _ = clips
    frames = join(paths, tmp_path / "film.mp4")
    times, shades = decoded(tmp_path / "film.mp4")
    assert frames == len(times) == sum(len(decoded(path)[0]) for path in paths)
    assert times == [Fraction(i, FPS) for i in range(frames)]
    assert np.array_equal(shades, np.concatenate([decoded(path)[1] for path in paths]))


def test_the_shades_are_those_that_were_encoded(tmp_path, clips):
    paths, told = clips
    join(paths, tmp_path / "film.mp4")
    # Video black and white are 16 and 235, not 0 and 255.
    assert decoded(tmp_path / "film.mp4")[1] == pytest.approx(np.array(told), abs=12)


def test_packets_are_in_order_and_the_length_is_the_sum(tmp_path, clips):
    paths, told = clips
    join(paths, tmp_path / "film.mp4", title="A film")
    with av.open(str(tmp_path / "film.mp4")) as film:
        stream = film.streams.video[0]
        packets = [p for p in film.demux(stream) if p.size]
        assert film.metadata["title"] == "A film"
        assert stream.duration * stream.time_base == Fraction(len(told), FPS)
        assert stream.average_rate == FPS
        assert all(a.dts < b.dts for a, b in pairwise(packets))
        assert all(p.dts <= p.pts for p in packets)


def test_players_can_start_before_the_whole_is_loaded(tmp_path, clips):
    join(clips[0], tmp_path / "film.mp4")
    content = (tmp_path / "film.mp4").read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_a_clip_encoded_otherwise_is_refused_by_name(tmp_path, clips):
    other = clip(tmp_path / "other.mp4", [100, 120], size=(32, 24))
    with pytest.raises(FilmError, match=r"other\.mp4 was encoded otherwise"):
        join([*clips[0], other], tmp_path / "film.mp4")
    assert not (tmp_path / "film.mp4").exists()


@pytest.mark.parametrize("content", [b"", b"no film at all" * 100])
def test_what_is_no_film_is_refused_and_leaves_the_old_film_alone(tmp_path, clips, content):
    film = tmp_path / "film.mp4"
    film.write_bytes(b"the film of yesterday")
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(content)
    with pytest.raises(FilmError, match=r"broken\.mp4"):
        join([*clips[0], broken], film)
    assert film.read_bytes() == b"the film of yesterday"
    assert not list(tmp_path.glob(".*"))


def test_a_cut_off_clip_is_refused(tmp_path, clips):
    whole = clips[0][0].read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FilmError, match=r"cut\.mp4"):
        Footage.of(cut)
