"""A real Dask scheduler with two real workers films what a crew films, bit for bit, whatever happens to them."""

import os
import platform
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scenes import cli
from scenes.stage.stage import END
from scenes.story.own_scenes import scenes_in
from scenes.studio.film.crew.cluster import Cluster, visit
from scenes.studio.film.crew.crew import Crew
from scenes.studio.film.crew.farm.address import FarmError
from scenes.studio.film.crew.farm.farm import Farm
from scenes.studio.film.crew.memory import Hands
from scenes.studio.film.pieces import keys
from scenes.studio.film.pieces.kept_clips import kept
from scenes.words.messages import Messages
from tests.scenes import tiny
from tests.studio.conftest import TINY, whole
from tests.studio.dask_here import DaskHere, alive, until
from tests.studio.fakes import Breaking, Crowded, Dying, Endless, Slow

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


OWN = {
    "mine.py": """
from manim import Dot, FadeIn
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene

class Own(TraceScene):
    chapter = "nudges"
    title = "Own"

    @beat
    def the_dot(self):
        'Here it is.'
        self.move(FadeIn(Dot()))
""",
    "mine.toml": "[time]\nfade = 0.1\nmove = 0.1\nslow = 0.1\nstill = 0.1\nchars_per_second = 1000\n",
    "mine.ftl": "Own-the_dot = There it is.\n",
    "fr.ftl": "language = français\n",
}


@pytest.fixture
def own(tmp_path, trace_file):
    """The shot of a scene that is a lesson's own, as are its theme and its words."""
    for name, content in OWN.items():
        (tmp_path / name).write_text(content)
    scenes, theme, words, language = (tmp_path / name for name in OWN)
    (scene,) = scenes_in(scenes)
    said = Messages.load(str(language), words)
    return keys.shot_of(scene, trace_file, TINY, said, theme=str(theme), file=str(words))


def test_what_is_a_lessons_own_travels_along_and_what_fails_is_told(dask, tmp_path, shot_of, own):
    reports = []
    with Cluster(tmp_path, dask.address) as cluster:
        runs = [whole(shot) for shot in (own, *map(shot_of, (Breaking, Dying, Crowded)))]
        for report in cluster.render(runs):
            for name in OWN:
                (tmp_path / name).unlink(missing_ok=True)  # of no use to a worker elsewhere
            reports += [report] if report else []
    clip = kept(own, own.pieces[0], tmp_path)
    assert clip.says == "There it is."
    assert clip.seconds < 1
    failed = {r.run.shot.name: r for r in reports if r.kind == "failed"}
    assert {name: report.why for name, report in failed.items()} == {
        "Breaking": "ZeroDivisionError: the second beat is missing",
        "Dying": "its process was ended by SIGKILL (was there enough memory?)",
        "Crowded": f"the disk is full on {platform.node()}",
    }
    assert [name for name in clips(tmp_path) if name.startswith("Breaking")], "its first beat was finished"
    assert "in happen" in failed["Breaking"].log.read_text("utf-8")
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_worker_that_goes_loses_its_run_to_another_and_the_film_is_the_same(dask, tmp_path, shot_of):
    how, gone, pieces = [signal.SIGTERM, signal.SIGKILL], [], []
    dask.add_worker()
    with Cluster(tmp_path / "there", dask.address) as cluster:
        for report in cluster.render([whole(shot_of(Slow))]):
            if report and report.kind == "piece":
                pieces.append(report.beat)
            if report and (report.kind, report.beat) == ("beat", "part_1") and how:
                ((worker, children),) = dask.drawing().items()
                dask.end(worker, how.pop(0))
                gone += children
    assert how == []
    until(lambda: not any(alive(pid) for pid in gone), "end of what the workers began")
    assert pieces == ["part_0", "part_1", END], "what was finished is not filmed again"
    with Crew(tmp_path / "here", Hands(1)) as crew:
        list(crew.render([whole(shot_of(Slow))]))
    assert clips(tmp_path / "there") == clips(tmp_path / "here")
    assert dask.left(), "of the one that was killed"
    dask.add_worker()
    until(lambda: not dask.left(), "clearing up by the next worker")


def arguments(folder, dask):
    """Write a lesson, and say how a scene of it is rendered on a cluster."""
    (folder / "my.toml").write_text(tiny.TINY)
    return ["render", "my.toml", "--scene", "N1", "--quality", "draft", "--out", "film", "--cluster", dask.address]


def test_ctrl_c_ends_a_render_on_a_cluster_in_order(dask, tmp_path):
    command = [sys.executable, "-m", "scenes.cli", *arguments(tmp_path, dask)]
    render = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until(lambda: render.poll() is not None or dask.drawing(), "worker that draws")
    render.send_signal(signal.SIGINT)
    out, err = render.communicate(timeout=90)
    assert (render.returncode, out) == (130, "")
    assert err.splitlines()[-1].startswith("Stopped. None of")
    assert "Traceback" not in err
    assert (dask.drawing(), dask.left()) == ({}, [])
    assert list((tmp_path / "film" / ".work" / "tmp").iterdir()) == []


ORDER = """
from scenes.studio.film.crew.farm.farm import Farm
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
        dask.end(worker, signal.SIGTERM)
    assert dask.left() == []


def test_a_worker_of_other_versions_is_refused_before_anything_is_done(running, tmp_path, shot_of, monkeypatch, capfd):
    for worker in list(running.workers):
        running.end(worker)
    other = tmp_path / "other" / "manim-0.1.dist-info"
    other.mkdir(parents=True)
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: manim\nVersion: 0.1\n")
    impostor = running.add_worker(PYTHONPATH=os.pathsep.join([str(other.parent), *sys.path]))
    until(lambda: running.here() == 1, "worker")
    refused = r"^The worker tcp://127.0.0.1:\d+ on \S+ has manim 0.1, and here is .*; install there what is here, and"
    with pytest.raises(FarmError, match=refused):
        visit(running.address)
    assert cli.main(["render", "--cluster", running.address, "--out", str(tmp_path / "film")]) == 2
    assert re.fullmatch(rf"{refused} start it anew\.\n", capfd.readouterr().err)
    assert not (tmp_path / "film").exists()
    monkeypatch.setattr(Farm, "_check_workers", lambda farm: None)  # as if it had come later
    with pytest.raises(FarmError, match=refused), Cluster(tmp_path, running.address) as cluster:
        list(cluster.render([whole(shot_of(Slow))]))
    running.end(impostor)


def test_a_lost_scheduler_is_told_in_one_sentence_and_nothing_goes_on(tmp_path, monkeypatch, capfd):
    (tmp_path / "dask").mkdir()
    monkeypatch.chdir(tmp_path)
    with DaskHere(tmp_path / "dask") as dask:

        def lose():
            dask.add_worker()
            until(dask.drawing, "worker that draws")
            dask.end(dask.scheduler)

        losing = threading.Thread(target=lose)
        with Cluster(tmp_path, dask.address) as cluster:
            no_worker = f"The cluster at {dask.address} has no worker; the filming goes on as soon as one comes."
            assert cluster.hands.said == no_worker
        losing.start()
        assert cli.main(arguments(tmp_path, dask)) == 1
        losing.join()
        out, err = capfd.readouterr()
        assert out == ""
        lost, kept = err.splitlines()[-2:]
        assert lost == f"The cluster at {dask.address} was lost: its scheduler does not answer any more."
        assert re.fullmatch(r"None of \d+ beats are finished; the same command goes on from there\.", kept)
        assert "Traceback" not in err
        until(lambda: not dask.drawing(), "end of what is drawn")
        until(lambda: not dask.left(), "clearing up")
