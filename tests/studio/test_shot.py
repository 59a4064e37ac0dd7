"""A shot's clip is kept under all that it was made of, and only when it is whole."""

from dataclasses import replace

import pytest

from scenes.studio.quality import QUALITIES
from tests.studio.fakes import Fake, Longer


def keep(shot, work):
    film = work / "new.mp4"
    film.write_bytes(b"frames")
    spoken = [{"beat": "b", "id": "N4", "start": 0.0, "end": 1.0, "text": "Said."}]
    shot.keep(film, 15, spoken, work)
    return shot.place(work)


def test_a_kept_clip_comes_back_as_it_was(tmp_path, shot_of):
    shot = shot_of(Fake)
    path = keep(shot, tmp_path)
    clip = shot.kept(tmp_path)
    assert (clip.path, clip.frames, clip.fps) == (path, 15, 10)
    assert (clip.spoken[0].id, clip.spoken[0].text) == ("N4", "Said.")
    assert not (tmp_path / "new.mp4").exists()


@pytest.mark.parametrize(
    "change",
    [{"digest": "another"}, {"captions": False}, {"quality": QUALITIES["draft"]}, {"scene": "elsewhere:Fake"}],
    ids=lambda change: next(iter(change)),
)
def test_whatever_changes_a_frame_changes_the_key(tmp_path, shot_of, change):
    shot = shot_of(Fake)
    keep(shot, tmp_path)
    assert replace(shot, **change).kept(tmp_path) is None


def test_where_the_trace_lies_does_not_matter(tmp_path, shot_of):
    shot = shot_of(Fake)
    keep(shot, tmp_path)
    assert replace(shot, trace=tmp_path / "moved.npz").kept(tmp_path) is not None


@pytest.mark.parametrize("harm", ["no sidecar", "half a sidecar", "half a film", "no film"])
def test_a_clip_that_is_not_whole_is_not_kept(tmp_path, shot_of, harm):
    shot = shot_of(Longer)
    path = keep(shot, tmp_path)
    sidecar = path.with_suffix(".json")
    match harm:
        case "no sidecar":
            sidecar.unlink()
        case "half a sidecar":
            sidecar.write_text(sidecar.read_text()[:40])
        case "half a film":
            path.write_bytes(b"fra")
        case "no film":
            path.unlink()
    assert shot.kept(tmp_path) is None
