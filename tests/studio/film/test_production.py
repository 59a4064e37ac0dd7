"""A production makes a whole film, goes on from what was finished, and says what went wrong."""

import io
import re
import shutil

import av
import numpy as np
import pytest
import srt
from rich.console import Console

from netsim import Recipe
from scenes.lesson.lesson import Lesson
from scenes.story.told import Part
from scenes.studio.film.film import FilmError, Footage, join
from scenes.studio.film.production import Production, ProductionError, ProductionStopped, known_seconds
from scenes.studio.film.progress import PlainDisplay
from tests.studio.conftest import TINY, XOR
from tests.studio.fakes import Crowded, Curious, Failing, Fake, Longer


def display():
    return PlainDisplay(Console(file=io.StringIO(), width=200))


def production(out, *scenes, captions=True, exhibits=None, **changes):
    lesson = Lesson("tiny", out / "tiny.toml", Recipe.from_dict(XOR | changes), exhibits=exhibits)
    return Production(lesson, [Part(scene, None) for scene in scenes], "tiny", TINY, captions=captions, out=out)


def frames_of(path):
    return len(pixels(path))


def pixels(path):
    with av.open(str(path)) as film:
        return np.array([frame.to_ndarray(format="gray") for frame in film.decode(video=0)])


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A first run of two scenes."""
    out = tmp_path_factory.mktemp("out")
    return out, production(out, Fake, Longer).make(display())


def test_the_film_is_the_scenes_in_the_story_s_order(first):
    out, film = first
    assert film.path == out / "tiny.mp4"
    assert film.beside == (out / "tiny.srt", out / "tiny.vtt", out / "tiny.md")
    assert (film.frames, frames_of(film.path)) == (15 + 21, 15 + 21)
    assert film.seconds == pytest.approx(3.6)
    assert (film.made, film.kept) == (2, 0)
    told = list(srt.parse(film.beside[0].read_text("utf-8")))
    assert [cue.content for cue in told] == [f"Part {i} is told." for i in (0, 1, 0, 1, 2)]
    assert told[2].start.total_seconds() == pytest.approx(1.5)


def test_nothing_but_film_subtitles_and_work_folder_is_left(first):
    out, _ = first
    assert {path.name for path in out.iterdir()} == {"tiny.mp4", "tiny.srt", "tiny.vtt", "tiny.md", ".work"}
    assert list((out / ".work" / "tmp").iterdir()) == []


def test_a_second_run_renders_nothing_and_gives_the_same_film(first):
    out, film = first
    before = film.path.read_bytes()
    again = production(out, Fake, Longer).make(display())
    assert (again.made, again.kept) == (0, 2)
    assert again.path.read_bytes() == before


def test_a_kept_clip_that_was_zeroed_is_filmed_anew(first, tmp_path):
    out, film = first
    shutil.copytree(out / ".work", tmp_path / ".work")
    clip = next((tmp_path / ".work" / "clips").glob("Fake-*.mp4"))
    clip.write_bytes(bytes(clip.stat().st_size))
    again = production(tmp_path, Fake, Longer).make(display())
    assert (again.made, again.kept) == (1, 1)
    assert np.array_equal(pixels(again.path), pixels(film.path))


def test_chapters_and_subtitles_lie_in_the_film(first):
    _, film = first
    with av.open(str(film.path)) as read:
        marks = [(mark["start"], mark["end"], mark["metadata"]["title"]) for mark in read.chapters()]
        [words] = read.streams.subtitles
        assert words.codec_context.name == "mov_text"
        assert words.metadata["language"] == "eng"
        cues = [(p.pts, p.pts + p.duration, bytes(p)[2:].decode()) for p in read.demux(words) if p.size > 2]
    assert marks == [(0, 1500, "T0–T1 · Fake"), (1500, 3600, "T0–T2 · Fake")]
    assert cues[0] == (0, 500, "Part 0 is told.")
    assert cues[-1] == (3000, 3600, "Part 2 is told.")
    assert len(cues) == 5


@pytest.mark.parametrize("captions", [True, False])
def test_players_show_the_subtitles_unasked_only_where_the_picture_has_none(tmp_path, captions):
    film = production(tmp_path, Fake, captions=captions).make(display())
    with av.open(str(film.path)) as read:
        shown = bool(read.streams.subtitles[0].disposition & av.stream.Disposition.default)
    assert shown is not captions


def test_the_transcript_tells_chapter_scene_beat_and_time(first):
    _, film = first
    lines = film.beside[2].read_text("utf-8").splitlines()
    assert lines[0] == "# tiny"
    assert lines[2] == "## Backpropagation, intuitively"
    assert [line for line in lines if line.startswith("### ")] == ["### Fake", "### Fake"]
    assert lines[lines.index("### Fake") + 5] == "**0:00 · T1** `Fake.part_1`  "
    assert lines[-2:] == ["**0:03 · T2** `Longer.part_2`  ", "Part 2 is told."]


def test_beats_can_be_cut_out_of_a_scene_without_encoding_anything_again(first, tmp_path):
    out, _ = first
    takes = production(out, Fake, Longer).film_scenes(display())
    longer = takes.clips[1]
    assert [(p.name, p.first, p.end, p.picture) for p in longer.passages] == [
        ("part_0", 0, 3, 1),
        ("part_1", 3, 15, 9),
        ("part_2", 15, 21, 17),
    ]
    whole = pixels(longer.path)
    for passage in longer.passages:
        join([Footage.of(longer.path).part(passage.first, passage.end)], tmp_path / "beat.mp4")
        assert np.array_equal(pixels(tmp_path / "beat.mp4"), whole[passage.first : passage.end])
    with pytest.raises(FilmError, match="cannot be cut at the frames 4 to 9"):
        Footage.of(longer.path).part(4, 9)


def test_another_array_renders_only_the_scenes_that_read_it(tmp_path):
    production(tmp_path, Fake, Curious).make(display())
    film = production(tmp_path, Fake, Curious, exhibits=()).make(display())
    assert (film.made, film.kept) == (0, 2)
    film = production(tmp_path, Fake, Curious, network={"hidden": [2], "seed": 8}).make(display())
    assert (film.made, film.kept) == (1, 1)


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
    monkeypatch.setattr("scenes.studio.film.memory.cores", lambda: 1)
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
