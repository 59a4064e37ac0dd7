"""A production makes a whole film, goes on from what was finished, and says what went wrong."""

import io
import re

import av
import pytest
import srt
from rich.console import Console

from netsim import Recipe
from scenes.lesson import Lesson
from scenes.studio.production import Production, ProductionError, ProductionStopped, known_seconds
from scenes.studio.progress import PlainDisplay
from tests.studio.conftest import TINY, XOR
from tests.studio.fakes import Crowded, Failing, Fake, Longer


def display():
    return PlainDisplay(Console(file=io.StringIO(), width=200))


def production(out, *scenes):
    lesson = Lesson("tiny", out / "tiny.toml", Recipe.from_dict(XOR))
    return Production(lesson, scenes, "tiny", TINY, captions=True, out=out)


def frames_of(path):
    with av.open(str(path)) as film:
        return sum(1 for _ in film.decode(video=0))


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A first run of two scenes."""
    out = tmp_path_factory.mktemp("out")
    return out, production(out, Fake, Longer).make(display())


def test_the_film_is_the_scenes_in_the_story_s_order(first):
    out, film = first
    assert (film.path, film.subtitles) == (out / "tiny.mp4", out / "tiny.srt")
    assert (film.frames, frames_of(film.path)) == (15 + 21, 15 + 21)
    assert film.seconds == pytest.approx(3.6)
    assert (film.made, film.kept) == (2, 0)
    told = list(srt.parse(film.subtitles.read_text("utf-8")))
    assert [cue.content for cue in told] == [f"Part {i} is told." for i in (0, 1, 0, 1, 2)]
    assert told[2].start.total_seconds() == pytest.approx(1.5)


def test_nothing_but_film_subtitles_and_work_folder_is_left(first):
    out, _ = first
    assert {path.name for path in out.iterdir()} == {"tiny.mp4", "tiny.srt", ".work"}
    assert list((out / ".work" / "tmp").iterdir()) == []


def test_a_second_run_renders_nothing_and_gives_the_same_film(first):
    out, film = first
    before = film.path.read_bytes()
    again = production(out, Fake, Longer).make(display())
    assert (again.made, again.kept) == (0, 2)
    assert again.path.read_bytes() == before


def test_lengths_are_known_from_the_clips(first):
    out, _ = first
    assert known_seconds(out / ".work") == {"Fake": 1.5, "Longer": 2.1}


def test_a_failing_scene_is_named_and_the_rest_is_kept(tmp_path):
    with pytest.raises(ProductionError) as caught:
        production(tmp_path, Failing, Fake).make(display())
    failure, kept = str(caught.value).splitlines()
    assert re.fullmatch(r"Failing failed: ZeroDivisionError: .* is missing\. Its log: /\S+\.log", failure)
    assert kept == "1 of 2 scenes is finished; the same command goes on from there."
    assert not (tmp_path / "tiny.mp4").exists()
    assert production(tmp_path, Fake).make(display()).kept == 1


def test_a_full_disk_ends_the_work_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr("scenes.studio.crew.cores", lambda: 1)
    with pytest.raises(ProductionError, match="the disk is full") as caught:
        production(tmp_path, Longer, Crowded, Fake).make(display())
    assert str(caught.value).splitlines()[1:] == [
        "Free some space, then try again.",
        "1 of 3 scenes is finished; the same command goes on from there.",
    ]
    assert production(tmp_path, Longer).make(display()).kept == 1
    assert not list((tmp_path / ".work" / "clips").glob("Fake*"))


def test_an_interrupted_recording_leaves_nothing(tmp_path):
    class Hasty(PlainDisplay):
        def training(self, phase, part):
            raise KeyboardInterrupt

    with pytest.raises(ProductionStopped, match="not yet begun"):
        production(tmp_path, Fake).make(Hasty(Console(file=io.StringIO())))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


class Impatient(PlainDisplay):
    """Interrupts as soon as one scene is finished."""

    def filming(self, tally):
        if tally.done:
            raise KeyboardInterrupt


def test_an_interrupted_run_says_what_is_kept_and_the_next_goes_on(tmp_path):
    with pytest.raises(ProductionStopped, match="1 of 2 scenes is finished"):
        production(tmp_path, Fake, Longer).make(Impatient(Console(file=io.StringIO())))
    assert {path.name for path in tmp_path.iterdir()} == {".work"}
    assert list((tmp_path / ".work" / "tmp").iterdir()) == []
    film = production(tmp_path, Fake, Longer).make(display())
    assert (film.made, film.kept) == (1, 1)
