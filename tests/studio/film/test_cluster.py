"""A real Dask scheduler with two real workers films what a crew films, bit for bit, whatever happens to them."""

import os
import platform
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scenes import cli
from scenes.studio.film.cluster import Cluster, visit
from scenes.studio.film.crew import Crew
from scenes.studio.film.farm.address import FarmError
from scenes.studio.film.farm.farm import Farm
from scenes.studio.film.kept_clips import kept
from scenes.studio.film.memory import Hands
from scenes.studio.film.shot import Run
from tests.studio.conftest import whole
from tests.studio.dask_here import DaskHere, alive, until
from tests.studio.fakes import Breaking, Crowded, Dying, Endless, Longer, Slow

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc, of Linux")
WORKERS = 2


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with DaskHere(tmp_path_factory.mktemp("dask")) as running:
        yield running


@pytest.fixture
def dask(running):
    """The cluster, with its two workers."""
    while len(running.workers) < WORKERS:
        running.add_worker()
    until(lambda: running.here() == len(running.workers), "worker")
    yield running
    assert running.drawing() == {}


def clips(work):
    """Give the clips that are kept, by name."""
    return {path.name: path.read_bytes() for path in (work / "clips").glob("*.mp4")}


def reports_of(crew, runs):
    with crew:
        return [report for report in crew.render(runs) if report is not None]


@pytest.fixture(scope="module")
def filmed_here(tmp_path_factory, shot_of):
    """What a crew makes of some scenes."""
    work = tmp_path_factory.mktemp("here")
    reports_of(Crew(work, Hands(2)), [whole(shot_of(scene)) for scene in (Longer, Slow)])
    return clips(work)


def some_of(made, *scenes):
    return {name: clip for name, clip in made.items() if name.startswith(tuple(f"{s.__name__}-" for s in scenes))}


def test_what_a_cluster_films_is_what_a_crew_films_and_what_fails_is_told(dask, tmp_path, shot_of, filmed_here):
    longer = shot_of(Longer)
    runs = [whole(shot_of(scene)) for scene in (Breaking, Dying, Crowded)]
    reports = reports_of(Cluster(tmp_path, dask.address), [*runs, Run(longer, 0, 2), Run(longer, 2, 4)])
    assert some_of(clips(tmp_path), Longer) == some_of(filmed_here, Longer)
    assert all(kept(longer, piece, tmp_path) for piece in longer.pieces)
    assert [r.beat for r in reports if r.run == Run(longer, 0, 2) and r.kind == "piece"] == ["part_0", "part_1"]
    failed = {r.run.shot.name: r for r in reports if r.kind == "failed"}
    assert {name: report.why for name, report in failed.items()} == {
        "Breaking": "ZeroDivisionError: the second beat is missing",
        "Dying": "its process was ended by SIGKILL (was there enough memory?)",
        "Crowded": f"the disk is full on {platform.node()}",
    }
    assert list(some_of(clips(tmp_path), Breaking)), "its first beat was finished"
    assert "in happen" in failed["Breaking"].log.read_text("utf-8")
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_worker_that_dies_loses_its_run_to_another_and_the_film_is_the_same(dask, tmp_path, shot_of, filmed_here):
    killed = []
    with Cluster(tmp_path, dask.address) as cluster:
        for report in cluster.render([whole(shot_of(Slow))]):
            if report and report.beat == "part_1" and not killed:
                ((worker, killed),) = dask.drawing().items()
                dask.kill(worker)
    assert killed
    until(lambda: not any(alive(pid) for pid in killed), "end of what the worker began")
    assert clips(tmp_path) == some_of(filmed_here, Slow)
    assert dask.left(), "of the one that died"
    dask.add_worker()
    until(lambda: not dask.left(), "clearing up by the next worker")


LESSON = '[network]\nhidden = [2]\n[data]\nname = "xor"\n[training]\nepochs = 2\n'


def test_ctrl_c_ends_a_render_on_a_cluster_in_order(dask, tmp_path):
    (tmp_path / "my.toml").write_text(LESSON)
    what = ("--scene", "N1", "--quality", "draft", "--out", "film", "--cluster", dask.address)
    command = [sys.executable, "-m", "scenes.cli", "render", "my.toml", *what]
    render = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until(lambda: render.poll() is not None or dask.drawing(), "worker that draws")
    render.send_signal(signal.SIGINT)
    out, err = render.communicate(timeout=30)
    assert (render.returncode, out) == (130, "")
    assert err.splitlines()[-1].startswith("Stopped. None of")
    assert "Traceback" not in err
    assert (dask.drawing(), dask.left()) == ({}, [])
    assert list((tmp_path / "film" / ".work" / "tmp").iterdir()) == []


ORDER = """
from scenes.studio.film.farm.farm import Farm
with Farm({address!r}, ()) as farm:
    farm.pack({{}})
    farm.send("0", {order!r})
    while True:
        farm.news(1.0)
"""


def test_a_render_that_is_killed_has_nothing_drawn_any_more(dask, tmp_path, shot_of):
    order = whole(shot_of(Endless)).order(tmp_path)
    render = subprocess.Popen([sys.executable, "-c", ORDER.format(address=dask.address, order=order)])
    until(lambda: render.poll() is not None or dask.drawing(), "worker that draws")
    render.kill()
    render.wait()
    until(lambda: not dask.drawing(), "end of what is drawn")
    for worker in list(dask.workers):  # they keep what had travelled along until they end
        worker.terminate()
        worker.wait()
        dask.workers.remove(worker)


def test_a_worker_of_other_versions_is_refused_before_anything_is_done(running, tmp_path, shot_of, monkeypatch, capfd):
    for worker in list(running.workers):
        running.kill(worker)
    other = tmp_path / "other" / "manim-0.1.dist-info"
    other.mkdir(parents=True)
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: manim\nVersion: 0.1\n")
    impostor = running.add_worker(PYTHONPATH=os.pathsep.join([str(other.parent), *sys.path]))
    until(lambda: running.here() == 1, "worker")
    refused = r"^The worker tcp://127.0.0.1:\d+ has manim 0.1, and here is .*; install there what is here, and start it"
    with pytest.raises(FarmError, match=refused):
        visit(running.address)
    assert cli.main(["render", "--cluster", running.address, "--out", str(tmp_path / "film")]) == 2
    assert re.fullmatch(rf"{refused} anew\.\n", capfd.readouterr().err)
    assert not (tmp_path / "film").exists()
    monkeypatch.setattr(Farm, "_check_workers", lambda farm: None)  # as if it had come later
    with pytest.raises(FarmError, match=refused), Cluster(tmp_path, running.address) as cluster:
        list(cluster.render([whole(shot_of(Longer))]))
    running.kill(impostor)


def test_a_lost_scheduler_is_told_in_one_sentence_and_nothing_goes_on(tmp_path, shot_of):
    def lose(dask, run):
        with Cluster(tmp_path, dask.address) as cluster:
            for report in cluster.render([run]):
                if report is not None and report.kind == "beat":
                    dask.kill(dask.scheduler)

    (tmp_path / "dask").mkdir()
    with DaskHere(tmp_path / "dask") as dask:
        with Cluster(tmp_path, dask.address) as cluster:
            assert cluster.hands.said.startswith("No worker has come to the cluster at tcp://127.0.0.1:")
        dask.add_worker()
        with pytest.raises(FarmError) as lost:
            lose(dask, whole(shot_of(Endless)))
        assert str(lost.value) == f"The cluster at {dask.address} was lost: its scheduler does not answer any more."
        until(lambda: not dask.drawing(), "end of what is drawn")
        until(lambda: not dask.left(), "clearing up")
