"""The crew: finished pieces are kept, failed and dead workers are named, nothing is left behind."""

import errno
import os
import signal
import subprocess
import sys
import time

import pytest

from scenes.stage.stage import END
from scenes.studio.film.crew.crew import Crew
from scenes.studio.film.crew.memory import Hands
from scenes.studio.film.crew.process import end, messages, started
from scenes.studio.film.pieces.kept_clips import Spoken, kept
from scenes.studio.film.pieces.shot import Run
from scenes.studio.signals import signals_minded
from tests.benchmarks.farm import kept as measured
from tests.studio.conftest import whole
from tests.studio.fakes import (
    Breaking,
    Crowded,
    Demanding,
    Dying,
    Endless,
    Failing,
    Fake,
    Leaving,
    Longer,
    Sectioned,
    Silent,
)


@pytest.fixture(scope="module")
def day(tmp_path_factory, shot_of):
    """One day's work: the work folder, and what was reported of each scene."""
    work = tmp_path_factory.mktemp("work")
    scenes = (Fake, Longer, Failing, Dying, Silent, Crowded, Demanding, Leaving, Breaking, Sectioned)
    runs = [whole(shot_of(scene)) for scene in scenes]
    with Crew(work, Hands(2)) as crew:
        reports = [report for report in crew.render(runs) if report is not None]
    return work, {run.shot.name: [r for r in reports if r.run == run] for run in runs}


def clips_of(shot, work):
    """The clips that are kept of a shot, None for a piece of which there is none."""
    return [kept(shot, piece, work) for piece in shot.pieces]


def test_finished_pieces_are_kept_with_their_frames_and_words(day, shot_of):
    work, reports = day
    clips = clips_of(shot_of(Longer), work)
    assert [clip.beat for clip in clips] == ["part_0", "part_1", "part_2", END]
    assert [clip.frames for clip in clips] == [3, 12, 6, 2]
    assert reports["Longer"][-1].frames == 3 + 12 + 6 + 2
    assert [(clip.id, clip.says) for clip in clips[:-1]] == [(f"T{i}", f"Part {i} is told.") for i in range(3)]
    assert [said for clip in clips for said in clip.spoken] == [
        Spoken(0.0, seconds, f"Part {i} is told.") for i, seconds in enumerate((0.3, 1.2, 0.6))
    ]
    assert [clip.picture for clip in clips[:-1]] == [1, 6, 3]


def test_a_scene_that_ends_without_a_picture_ends_with_a_clip_of_no_frames(day, shot_of):
    work, _ = day
    end = clips_of(shot_of(Fake), work)[-1]
    assert (end.beat, end.frames, end.path.exists()) == (END, 0, False)


def test_sections_within_a_beat_stay_in_its_clip(day, shot_of):
    work, _ = day
    assert [clip.frames for clip in clips_of(shot_of(Sectioned), work)] == [2 + 5, 2 + 10, 0]


def test_a_failure_in_a_beat_that_is_passed_over_names_that_beat(tmp_path, shot_of):
    with Crew(tmp_path, Hands(1)) as crew:
        reports = [report for report in crew.render([Run(shot_of(Failing), 1, 3)]) if report is not None]
    assert [(report.kind, report.beat) for report in reports] == [("failed", "part_0")]


def test_a_piece_is_kept_as_soon_as_it_is_finished_whatever_becomes_of_the_next(day, shot_of):
    work, reports = day
    assert [clip is not None for clip in clips_of(shot_of(Breaking), work)] == [True, False, False]
    assert [(r.kind, r.beat) for r in reports["Breaking"] if r.kind != "frames"] == [
        ("beat", "part_0"),
        ("piece", "part_0"),
        ("beat", "part_1"),
        ("failed", "part_1"),
    ]


def test_beats_are_reported_in_order_and_frames_never_fall(day):
    _, reports = day
    for kind in ("beat", "piece"):
        assert [r.beat for r in reports["Longer"] if r.kind == kind] == ["part_0", "part_1", "part_2", END]
    frames = [r.frames for r in reports["Longer"]]
    assert frames == sorted(frames)


@pytest.mark.parametrize(
    ("scene", "why"),
    [
        (Failing, "ZeroDivisionError: the second square is missing"),
        (Dying, "its process was ended by SIGKILL"),
        (Leaving, "sys.exit was called"),
        (Silent, "Silent has no play calls"),
        (Crowded, "the disk is full"),
        (Demanding, "Demanding shows the exhibit 'landscape', which is not recorded."),
    ],
)
def test_a_failed_shot_is_named_with_its_reason_and_not_kept(day, shot_of, scene, why):
    work, reports = day
    last = reports[scene.__name__][-1]
    assert last.kind == "failed"
    assert why in last.why
    assert "\n" not in last.why
    assert last.log.is_file()
    assert not any(clips_of(shot_of(scene), work))


def test_the_traceback_stands_in_the_log(day):
    _, reports = day
    assert "in happen" in reports["Failing"][-1].log.read_text("utf-8")


def test_what_each_piece_took_is_kept_for_a_forecast(day):
    work, _ = day
    took = {(piece.beat, piece.before): piece.took for piece in measured(work, "tiny") if piece.scene == "Longer"}
    assert list(took) == [("part_0", 0), ("part_1", 1), ("part_2", 2), ("the-end", 3)]
    assert all(0 < seconds < 30 for seconds in took.values())


def test_nothing_is_left_of_the_workers(day):
    work, _ = day
    assert list((work / "tmp").iterdir()) == []
    assert {path.stem.split("-")[0] for path in (work / "clips").iterdir()} == {
        "Fake",
        "Longer",
        "Breaking",
        "Sectioned",
    }


def test_a_disk_that_is_full_when_a_clip_is_kept_is_said_so(tmp_path, shot_of, monkeypatch):
    def no_room(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("scenes.studio.film.crew.jobs.keep", no_room)
    with Crew(tmp_path, Hands(1)) as crew:
        failed = [r for r in crew.render([whole(shot_of(Fake))]) if r is not None and r.kind == "failed"]
    assert [(report.beat, report.why) for report in failed] == [
        (beat, "the disk is full") for beat in ("part_0", "part_1", END)
    ]


def interrupt_in_the_first_beat(crew, shot):
    """Raise KeyboardInterrupt while the worker is at it."""
    for report in crew.render([whole(shot)]):
        if report is not None and report.kind == "beat":
            raise KeyboardInterrupt


def test_an_interrupted_crew_ends_its_workers_and_clears_up(tmp_path, shot_of):
    began = time.monotonic()
    crew = Crew(tmp_path, Hands(1))
    with pytest.raises(KeyboardInterrupt), crew:
        interrupt_in_the_first_beat(crew, shot_of(Endless))
    assert time.monotonic() - began < 30
    assert [hand.process.poll() is not None for hand in crew._at_work] == [True]
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "clips").exists()


def test_a_signal_while_a_crew_clears_up_is_heard_when_that_is_done(tmp_path, monkeypatch):
    monkeypatch.setattr("scenes.studio.film.crew.crew.end", lambda processes: signal.raise_signal(signal.SIGTERM))
    with pytest.raises(KeyboardInterrupt), signals_minded(), Crew(tmp_path, Hands(1)):
        assert list((tmp_path / "tmp").iterdir())
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_log_of_a_run_that_ended_goes_when_its_scene_is_filmed_again_but_not_one_that_is_written(tmp_path, shot_of):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / "logs").mkdir()
    for name in (f"Fake-{gone.pid}", f"Fake-{os.getppid()}", f"Longer-{gone.pid}"):
        (tmp_path / "logs" / f"{name}.log").write_text("said")
    with Crew(tmp_path, Hands(1)) as crew:
        list(crew.render([whole(shot_of(Fake))]))
    names = {path.stem for path in (tmp_path / "logs").iterdir()}
    assert names == {f"Fake-part_0-{os.getpid()}", f"Fake-{os.getppid()}", f"Longer-{gone.pid}"}


def test_a_worker_whose_parent_is_gone_ends_whatever_it_is_at(tmp_path, shot_of):
    process = started(tmp_path, tmp_path / "log")
    said = messages(process, whole(shot_of(Endless)).order(tmp_path))
    try:
        assert next(said)["kind"] == "beat"
        process.stdin.close()  # as when the parent is killed
        assert process.wait(10) == 1
    finally:
        end([process])
