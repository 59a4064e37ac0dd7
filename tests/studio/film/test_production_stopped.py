"""A production that is stopped, or fails, says why and how far it came, and the next one goes on from there."""

import io
import re

import pytest
from rich.console import Console

from scenes.studio.film.displays import PlainDisplay
from scenes.studio.film.pieces.shot import Run
from scenes.studio.film.production import ProductionError, ProductionStopped
from tests.studio.fakes import Crowded, Failing, Fake, Longer
from tests.studio.film.productions import display, production


def test_a_failing_scene_is_named_and_the_rest_is_kept(tmp_path):
    with pytest.raises(ProductionError) as caught:
        production(tmp_path, Failing, Fake).make(display())
    failure, kept = str(caught.value).splitlines()
    assert re.fullmatch(r"Failing\.part_0 failed: ZeroDivisionError: .* is missing\. Its log: /\S+\.log", failure)
    assert kept == "2 of 4 beats are finished; the same command goes on from there."
    assert not (tmp_path / "tiny.mp4").exists()
    assert production(tmp_path, Fake).make(display()).kept == 2


def test_what_several_workers_fail_at_is_told_once(tmp_path, monkeypatch):
    def apart(runs, *_):
        return [Run(run.shot, i, i + 1) for run in runs for i in range(run.first, run.end)]

    monkeypatch.setattr("scenes.studio.film.filming.plan", apart)
    with pytest.raises(ProductionError) as caught:
        production(tmp_path, Failing).make(display())
    assert [line.partition(" ")[0] for line in str(caught.value).splitlines()] == ["Failing.part_0", "None"]


def test_a_full_disk_ends_the_work_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr("scenes.studio.film.crew.memory.cores", lambda: 1)
    with pytest.raises(ProductionError, match="the disk is full") as caught:
        production(tmp_path, Longer, Crowded, Fake).make(display())
    assert str(caught.value).splitlines()[1:] == [
        "Free some space, then try again.",
        "3 of 7 beats are finished; the same command goes on from there.",
    ]
    assert production(tmp_path, Longer).make(display()).kept == 3
    assert not list((tmp_path / ".work" / "clips").glob("Fake*"))


def test_an_interrupted_recording_leaves_nothing(tmp_path):
    class Hasty(PlainDisplay):
        def training(self, phase, part):
            raise KeyboardInterrupt

    with pytest.raises(ProductionStopped, match="not yet begun"):
        production(tmp_path, Fake).make(Hasty(Console(file=io.StringIO())))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


class Impatient(PlainDisplay):
    """Interrupts as soon as one beat is finished."""

    def filming(self, tally):
        if tally.beats_done:
            raise KeyboardInterrupt


def test_an_interrupted_run_says_what_is_kept_and_the_next_goes_on(tmp_path):
    with pytest.raises(ProductionStopped, match=r"1 of 5 beats is finished|[2-4] of 5 beats are finished") as caught:
        production(tmp_path, Fake, Longer).make(Impatient(Console(file=io.StringIO())))
    assert {path.name for path in tmp_path.iterdir()} == {".work"}
    assert list((tmp_path / ".work" / "tmp").iterdir()) == []
    kept = int(re.search(r"(\d) of 5", str(caught.value))[1])
    film = production(tmp_path, Fake, Longer).make(display())
    assert (film.made, film.kept) == (5 - kept, kept)
