"""A shot's clip is kept under all that it was made of, and only when it is whole; long unused ones go."""

import os
import shutil
import time
from dataclasses import replace

import pytest

from netsim import Trace
from netsim.exhibits.registry import DIMS, EXHIBITS, declared
from scenes.studio.film.encoders import SOFTWARE, offered
from scenes.studio.film.quality import QUALITIES
from scenes.studio.film.shot import KEPT_CLIPS, KEPT_DAYS, prune
from scenes.studio.film.witness import Witness
from tests.studio.fakes import Fake, Longer


def keep(shot, work, asked=(), trace=None):
    film = work / "new.mp4"
    film.write_bytes(b"frames")
    witness = Witness.load(trace or shot.trace)
    for key in asked:
        assert witness[key] is not None
    spoken = [{"beat": "b", "id": "N4", "start": 0.0, "end": 1.0, "text": "Said."}]
    beat = {"name": "b", "id": "N4", "first": 0, "end": 10, "picture": 9, "exact_numbers": [["C[0]", "0.25"]]}
    shot.keep(film, {"frames": 15, "spoken": spoken, "passages": [beat], "asked": witness.asked}, work)
    clip = shot.kept(work)
    assert clip is not None
    return clip.path


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
    clip = shot.kept(tmp_path)
    assert (clip.frames, clip.fps) == (15, 10)
    assert (clip.spoken[0].id, clip.spoken[0].text) == ("N4", "Said.")
    assert (clip.passages[0].picture, clip.passages[0].exact_numbers) == (9, (("C[0]", "0.25"),))
    assert clip.says(clip.passages[0]) == "Said."
    assert not (tmp_path / "new.mp4").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"captions": False},
        {"quality": QUALITIES["draft"]},
        {"scene": "tests.studio.fakes:Longer"},
        {"pace": 2.0},
        {"told": ("part_1",)},
        {"encoder": next(name for name in offered() if name != SOFTWARE)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_changes_a_frame_changes_the_key(tmp_path, shot_of, change):
    shot = shot_of(Fake)
    keep(shot, tmp_path)
    assert replace(shot, **change).kept(tmp_path) is None


def test_a_theme_counts_by_what_it_says(tmp_path, shot_of):
    theme = tmp_path / "mine.toml"
    theme.write_text('[colour]\nup = "#112233"\n')
    shot = shot_of(Fake, theme=str(theme))
    keep(shot, tmp_path)
    moved = tmp_path / "moved.toml"
    shutil.copy(theme, moved)
    assert replace(shot, theme=str(moved)).kept(tmp_path) is not None
    theme.write_text('[colour]\nup = "#112234"\n')
    assert replace(shot).kept(tmp_path) is None


def test_only_an_array_that_was_read_makes_a_clip_old(tmp_path, shot_of):
    shot = shot_of(Fake)
    keep(shot, tmp_path, asked=["a1"])
    assert replace(shot, trace=altered(shot.trace, tmp_path, "delta1")).kept(tmp_path) is not None
    assert replace(shot, trace=altered(shot.trace, tmp_path, "a1")).kept(tmp_path) is None


def test_going_back_to_an_older_trace_finds_its_clip(tmp_path, shot_of):
    shot = shot_of(Fake)
    other = replace(shot, trace=altered(shot.trace, tmp_path, "a1"))
    assert keep(shot, tmp_path, asked=["a1"]) != keep(other, tmp_path, asked=["a1"])
    assert shot.kept(tmp_path) is not None


def test_where_the_trace_lies_does_not_matter_but_without_one_nothing_is_kept(tmp_path, shot_of):
    shot = shot_of(Fake)
    keep(shot, tmp_path)
    moved = tmp_path / "moved.npz"
    assert replace(shot, trace=moved).kept(tmp_path) is None
    shutil.copy(shot.trace, moved)
    assert replace(shot, trace=moved).kept(tmp_path) is not None


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
    assert shot.kept(tmp_path) is None


def test_clips_that_nobody_used_for_long_go_but_the_last_few_stay(tmp_path, shot_of):
    paths = [keep(replace(shot_of(Fake), pace=1 + i / 10), tmp_path) for i in range(KEPT_CLIPS + 2)]
    long_ago = time.time() - (KEPT_DAYS + 1) * 86400
    for i, path in enumerate(paths):
        os.utime(path.with_suffix(".json"), (long_ago + i, long_ago + i))
    used = shot_of(Fake).kept(tmp_path)
    assert prune([used], tmp_path) == 2
    assert [path.exists() for path in paths] == [True, False, False, True, True]
    assert prune([used], tmp_path) == 0
    assert {path.with_suffix("") for path in (tmp_path / "clips").iterdir()} == {
        path.with_suffix("") for path in paths if path.exists()
    }
