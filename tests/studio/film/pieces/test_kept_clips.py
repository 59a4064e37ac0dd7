"""A piece's clip is kept under its key and what its trace answers, and only when whole; long unused ones go."""

import os
import shutil
import time
from dataclasses import replace

import pytest

from netsim import Trace
from netsim.exhibits.registry import DIMS, EXHIBITS, declared
from scenes.studio.digests import content_digest
from scenes.studio.film.pieces import kept_clips
from scenes.studio.film.pieces.kept_clips import KEPT_CLIPS, KEPT_DAYS, Known, Spoken, known_pieces, prune
from scenes.studio.film.pieces.witness import Witness
from tests.studio.fakes import Fake, Longer

MADE = {
    "id": "N4",
    "frames": 15,
    "picture": 9,
    "steps": [4],
    "spoken": [{"start": 0.0, "end": 1.0, "text": "Said."}],
    "numbers": [["C", "0.25"]],
    "took": 0.5,
    "heard": {},
}


def kept(shot, work):
    """The clip of a shot's first piece."""
    return kept_clips.kept(shot, shot.pieces[0], work)


def keep(shot, work, asked=(), trace=None, **made):
    film = work / "new.mp4"
    film.write_bytes(b"frames")
    witness = Witness.load(trace or shot.trace)
    for key in asked:
        assert witness[key] is not None
    kept_clips.keep(shot, shot.pieces[0], film, MADE | {"asked": witness.asked} | made, work)
    clip = kept(shot, work)
    assert clip is not None
    return clip.path


def test_a_clip_whose_sound_was_changed_is_not_given_back(tmp_path, shot_of):
    shot, sound = shot_of(Fake), tmp_path / "click.wav"
    sound.write_bytes(b"click")
    keep(shot, tmp_path, heard={str(sound): content_digest(sound)})
    sound.write_bytes(b"another")
    assert kept(shot, tmp_path) is None
    sound.write_bytes(b"click")
    assert kept(shot, tmp_path) is not None
    sound.unlink()
    assert kept(shot, tmp_path) is None


def altered(path, folder, key):
    """Write the same trace with other numbers in one array."""
    trace = Trace.load(path)
    about = {name: value for name, value in trace.header.items() if name not in ("dims", "arrays", "digest")}
    arrays = {name: trace[name] + (1 if name == key else 0) for name in trace}
    place = folder / f"without-{key.replace('/', '-')}.npz"
    Trace.of(about, arrays, declared(EXHIBITS, trace.L), DIMS).save(place)
    return place


def test_a_kept_clip_comes_back_as_it_was(tmp_path, shot_of):
    shot = shot_of(Fake)
    keep(shot, tmp_path)
    clip = kept(shot, tmp_path)
    assert (clip.beat, clip.id, clip.frames, clip.fps, clip.seconds) == ("part_0", "N4", 15, 10, 1.5)
    assert (clip.spoken, clip.says) == ((Spoken(0.0, 1.0, "Said."),), "Said.")
    assert (clip.picture, clip.numbers) == (9, (("C", "0.25"),))
    assert not (tmp_path / "new.mp4").exists()


def test_a_clip_of_no_frames_is_kept_without_a_film(tmp_path, shot_of):
    shot = shot_of(Fake)
    kept_clips.keep(shot, shot.pieces[-1], None, MADE | {"frames": 0, "asked": {}}, tmp_path)
    clip = kept_clips.kept(shot, shot.pieces[-1], tmp_path)
    assert (clip.frames, clip.is_beat, clip.path.exists()) == (0, False, False)
    clip.path.write_bytes(b"frames of another")
    assert kept_clips.kept(shot, shot.pieces[-1], tmp_path) is None


def test_another_key_finds_nothing(tmp_path, shot_of):
    keep(shot_of(Fake), tmp_path)
    assert kept(shot_of(Fake, pace=2.0), tmp_path) is None


def test_only_an_array_that_was_read_makes_a_clip_old(tmp_path, shot_of):
    shot = shot_of(Fake)
    keep(shot, tmp_path, asked=["a1"])
    assert kept(replace(shot, trace=altered(shot.trace, tmp_path, "delta1")), tmp_path) is not None
    assert kept(replace(shot, trace=altered(shot.trace, tmp_path, "a1")), tmp_path) is None


def test_going_back_to_an_older_trace_finds_its_clip(tmp_path, shot_of):
    shot = shot_of(Fake)
    other = replace(shot, trace=altered(shot.trace, tmp_path, "a1"))
    assert keep(shot, tmp_path, asked=["a1"]) != keep(other, tmp_path, asked=["a1"])
    assert kept(shot, tmp_path) is not None


def test_where_the_trace_lies_does_not_matter_but_without_one_nothing_is_kept(tmp_path, shot_of):
    shot = shot_of(Fake)
    keep(shot, tmp_path)
    moved = tmp_path / "moved.npz"
    assert kept(replace(shot, trace=moved), tmp_path) is None
    shutil.copy(shot.trace, moved)
    assert kept(replace(shot, trace=moved), tmp_path) is not None


# What is whole, and not what was kept.
SPOILT = ("zeros of the same size", "another word")


@pytest.mark.parametrize(
    "harm", ["no sidecar", "half a sidecar", "a sidecar of before", "half a film", "no film", *SPOILT]
)
def test_a_clip_that_is_not_whole_is_not_kept(tmp_path, shot_of, harm):
    shot = shot_of(Longer)
    path = keep(shot, tmp_path)
    sidecar = path.with_suffix(".json")
    match harm:
        case "no sidecar":
            sidecar.unlink()
        case "half a sidecar":
            sidecar.write_text(sidecar.read_text()[:40])
        case "a sidecar of before":
            sidecar.write_text('{"frames": 15}')
        case "half a film":
            path.write_bytes(b"fra")
        case "no film":
            path.unlink()
        case "zeros of the same size":
            path.write_bytes(bytes(path.stat().st_size))
        case "another word":
            sidecar.write_text(sidecar.read_text("utf-8").replace("Said.", "Sold."), "utf-8")
    assert kept(shot, tmp_path) is None


def test_clips_that_nobody_used_for_long_go_but_the_last_few_stay(tmp_path, shot_of):
    paths = [keep(shot_of(Fake, pace=1 + i / 10), tmp_path) for i in range(KEPT_CLIPS + 2)]
    long_ago = time.time() - (KEPT_DAYS + 1) * 86400
    for i, path in enumerate(paths):
        os.utime(path.with_suffix(".json"), (long_ago + i, long_ago + i))
    used = kept(shot_of(Fake), tmp_path)
    assert prune([used], tmp_path) == 2
    assert [path.exists() for path in paths] == [True, False, False, True, True]
    assert prune([used], tmp_path) == 0
    assert {path.with_suffix("") for path in (tmp_path / "clips").iterdir()} == {
        path.with_suffix("") for path in paths if path.exists()
    }


def test_a_clip_of_before_tells_how_long_its_beat_lasts_and_at_its_quality_how_long_it_took(tmp_path, shot_of):
    assert known_pieces(tmp_path, "tiny") == {}
    keep(shot_of(Fake), tmp_path)
    assert known_pieces(tmp_path, "tiny") == {("Fake", "part_0"): Known(1.5, 0.5)}
    assert known_pieces(tmp_path, "full") == {("Fake", "part_0"): Known(1.5, None)}
    newer = keep(shot_of(Fake, pace=2.0), tmp_path, frames=10, took=0.25).with_suffix(".json")
    os.utime(newer, (time.time() + 5, time.time() + 5))
    (tmp_path / "clips" / "broken.json").write_text("{")
    assert known_pieces(tmp_path, "tiny") == {("Fake", "part_0"): Known(1.0, 0.25)}
