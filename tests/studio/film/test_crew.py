"""The crew: finished shots are kept, failed and dead workers are named, nothing is left behind."""

import os
import subprocess
import sys
import time
from dataclasses import asdict

import pytest

from scenes.studio.film.crew import Crew
from scenes.studio.film.process import end, messages, started
from tests.studio.fakes import Crowded, Demanding, Dying, Endless, Failing, Fake, Leaving, Longer, Silent


@pytest.fixture(scope="module")
def day(tmp_path_factory, shot_of):
    """One day's work: the work folder, and what was reported of each scene."""
    work = tmp_path_factory.mktemp("work")
    shots = [shot_of(scene) for scene in (Fake, Longer, Failing, Dying, Silent, Crowded, Demanding, Leaving)]
    with Crew(work, hands=2) as crew:
        reports = [report for report in crew.render(shots) if report is not None]
    return work, {s.name: [r for r in reports if r.shot == s] for s in shots}


def test_a_finished_shot_is_kept_with_its_frames_and_words(day, shot_of):
    work, reports = day
    clip = shot_of(Longer).kept(work)
    assert clip.frames == reports["Longer"][-1].frames == 3 + 12 + 6
    assert clip.seconds == pytest.approx(2.1)
    assert [(said.id, said.text) for said in clip.spoken] == [(f"T{i}", f"Part {i} is told.") for i in range(3)]
    assert [(said.start, said.end) for said in clip.spoken] == [
        pytest.approx(times) for times in ((0, 0.3), (0.3, 1.5), (1.5, 2.1))
    ]


def test_beats_are_reported_in_order_and_frames_never_fall(day):
    _, reports = day
    assert [r.beat for r in reports["Longer"] if r.kind == "beat"] == ["part_0", "part_1", "part_2"]
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
    assert shot_of(scene).kept(work) is None


def test_the_traceback_stands_in_the_log(day):
    _, reports = day
    assert "in happen" in reports["Failing"][-1].log.read_text("utf-8")


def test_nothing_is_left_of_the_workers(day):
    work, _ = day
    assert list((work / "tmp").iterdir()) == []
    assert {path.stem.split("-")[0] for path in (work / "clips").iterdir()} == {"Fake", "Longer"}


def interrupt_in_the_first_beat(crew, shot):
    """Raise KeyboardInterrupt while the worker is at it."""
    for report in crew.render([shot]):
        if report is not None and report.kind == "beat":
            raise KeyboardInterrupt


def test_an_interrupted_crew_ends_its_workers_and_clears_up(tmp_path, shot_of):
    began = time.monotonic()
    crew = Crew(tmp_path, hands=1)
    with pytest.raises(KeyboardInterrupt), crew:
        interrupt_in_the_first_beat(crew, shot_of(Endless))
    assert time.monotonic() - began < 30
    assert [hand.process.poll() is not None for hand in crew._at_work] == [True]
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "clips").exists()


def test_the_log_of_a_run_that_ended_goes_when_its_scene_is_filmed_again_but_not_one_that_is_written(tmp_path, shot_of):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / "logs").mkdir()
    for name in (f"Fake-{gone.pid}", f"Fake-{os.getppid()}", f"Longer-{gone.pid}"):
        (tmp_path / "logs" / f"{name}.log").write_text("said")
    with Crew(tmp_path, hands=1) as crew:
        list(crew.render([shot_of(Fake)]))
    names = {path.stem for path in (tmp_path / "logs").iterdir()}
    assert names == {f"Fake-{os.getpid()}", f"Fake-{os.getppid()}", f"Longer-{gone.pid}"}


def test_a_worker_whose_parent_is_gone_ends_whatever_it_is_at(tmp_path, shot_of):
    process = started(tmp_path, tmp_path / "log")
    shot = shot_of(Endless)
    said = messages(process, asdict(shot) | {"trace": str(shot.trace), "folder": str(tmp_path)})
    try:
        assert next(said)["kind"] == "beat"
        process.stdin.close()  # as when the parent is killed
        assert process.wait(10) == 1
    finally:
        end([process])
