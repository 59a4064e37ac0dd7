"""A production makes a whole film, and makes nothing twice."""

import shutil
from dataclasses import replace

import av
import numpy as np
import pytest
import srt

from scenes.lesson.errors import LessonError
from scenes.studio.print.deck import cards
from tests.studio.fakes import Curious, Fake, Longer
from tests.studio.film.clips.test_joined_in import foreign
from tests.studio.film.productions import display, frames_of, pixels, production


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A first run of two scenes."""
    out = tmp_path_factory.mktemp("out")
    return out, production(out, Fake, Longer).make(display())


def test_the_film_is_the_scenes_in_the_story_s_order(first):
    out, film = first
    assert film.path == out / "tiny.mp4"
    assert film.beside == (out / "tiny.srt", out / "tiny.vtt", out / "tiny.md", out / "tiny.youtube.txt")
    assert (film.frames, frames_of(film.path)) == (15 + 23, 15 + 23)
    assert film.seconds == pytest.approx(3.8)
    assert (film.made, film.kept) == (5, 0)
    told = list(srt.parse(film.beside[0].read_text("utf-8")))
    assert [cue.content for cue in told] == [f"Part {i} is told." for i in (0, 1, 0, 1, 2)]
    assert told[2].start.total_seconds() == pytest.approx(1.5)


def test_nothing_but_film_subtitles_and_work_folder_is_left(first):
    out, _ = first
    assert {path.name for path in out.iterdir()} == {
        "tiny.mp4",
        "tiny.srt",
        "tiny.vtt",
        "tiny.md",
        "tiny.youtube.txt",
        ".work",
    }
    assert list((out / ".work" / "tmp").iterdir()) == []


def test_a_second_run_renders_nothing_and_gives_the_same_film(first):
    out, film = first
    before = film.path.read_bytes()
    again = production(out, Fake, Longer).make(display())
    assert (again.made, again.kept) == (0, 5)
    assert again.path.read_bytes() == before


def framed(out, *scenes):
    """A production with an intro of half a second and an outro of a second, of another size and rate."""
    for name, frames in (("logo.mp4", 10), ("credits.mp4", 20)):
        foreign(out.parent / name, (96, 54), "20", frames, np.full((54, 96, 3), 200, np.uint8))
    plain = production(out, *scenes)
    around = {"intro": str(out.parent / "logo.mp4"), "outro": str(out.parent / "credits.mp4")}
    return replace(plain, lesson=replace(plain.lesson, output=plain.lesson.output.model_copy(update=around)))


def test_an_intro_and_an_outro_are_joined_and_what_is_told_begins_after_it(first):
    out, _ = first
    film = framed(out, Fake, Longer).make(display())
    assert (film.frames, film.made, film.kept) == (5 + 38 + 10, 0, 5)
    shown = pixels(film.path)
    assert np.abs(shown[:5].astype(int) - 200).max() < 6
    assert np.abs(shown[-10:].astype(int) - 200).max() < 6
    told = list(srt.parse(film.beside[0].read_text("utf-8")))
    assert told[0].start.total_seconds() == pytest.approx(0.5)
    assert "**0:00 · T0**" in film.beside[2].read_text("utf-8")
    assert "**0:02 · T0**" in film.beside[2].read_text("utf-8"), "Longer begins after half a second and 1.5"
    with av.open(str(film.path)) as file:
        marks = [(mark["metadata"]["title"], mark["start"], mark["end"]) for mark in file.chapters()]
    scenes = [("T0–T1 · Fake", 500, 2000), ("T0–T2 · Fake", 2000, 4300)]
    assert marks == [("Opening", 0, 500), *scenes, ("Closing", 4300, 5300)]
    plain = production(out, Fake, Longer).make(display())
    assert np.array_equal(shown[5:-10], pixels(plain.path))


def test_in_a_deck_they_are_the_first_and_the_last_slide(first, tmp_path):
    out, _ = first
    whole = framed(out, Fake)
    (intro, outro), takes = whole.around(), whole.film_scenes(display())
    told = list(cards([Fake], takes.scenes, tmp_path, whole.words(), stepped=True, intro=intro, outro=outro))
    assert [card.key for card in told] == ["01-intro", "02-T0-Fake-part_0", "03-T1-Fake-part_1", "04-outro"]
    assert [frames_of(card.video) for card in told] == [5, 5, 10, 10]
    assert (told[0].title, told[0].alt, told[-1].notes, told[0].stops) == ("Opening", "Opening", "", ())


@pytest.mark.parametrize("role", ["intro", "outro"])
def test_what_is_no_film_is_said_before_anything_is_made(tmp_path, role):
    plain = production(tmp_path, Fake)
    wrong = replace(plain.lesson, output=plain.lesson.output.model_copy(update={role: "logo.png"}))
    with pytest.raises(LessonError, match=rf"tiny.toml: output.{role} = 'logo.png': .*logo.png is not there\.$"):
        replace(plain, lesson=wrong).make(display())
    assert not (tmp_path / ".work").exists()


def test_a_kept_clip_that_was_zeroed_is_filmed_anew(first, tmp_path):
    out, film = first
    shutil.copytree(out / ".work", tmp_path / ".work")
    clip = next((tmp_path / ".work" / "clips").glob("Longer-part_1-*.mp4"))
    clip.write_bytes(bytes(clip.stat().st_size))
    again = production(tmp_path, Fake, Longer).make(display())
    assert (again.made, again.kept) == (1, 4)
    assert np.array_equal(pixels(again.path), pixels(film.path))


def test_chapters_and_subtitles_lie_in_the_film(first):
    _, film = first
    with av.open(str(film.path)) as read:
        marks = [(mark["start"], mark["end"], mark["metadata"]["title"]) for mark in read.chapters()]
        [words] = read.streams.subtitles
        assert words.codec_context.name == "mov_text"
        assert words.metadata["language"] == "eng"
        cues = [(p.pts, p.pts + p.duration, bytes(p)[2:].decode()) for p in read.demux(words) if p.size > 2]
    assert marks == [(0, 1500, "T0–T1 · Fake"), (1500, 3800, "T0–T2 · Fake")]
    assert cues[0] == (0, 500, "Part 0 is told.")
    assert cues[-1] == (3000, 3600, "Part 2 is told.")
    assert len(cues) == 5


def test_a_film_has_subtitles_in_several_languages_over_the_same_time(first, tmp_path):
    out, film = first
    shutil.copytree(out / ".work", tmp_path / ".work")
    planned = production(tmp_path, Fake, Longer, captions=False)
    lesson = replace(planned.lesson, output=planned.lesson.output.model_copy(update={"subtitles": ("en", "es", "de")}))
    told = replace(planned, lesson=lesson, captions=True).make(display())
    assert [path.name for path in told.beside[:6]] == [
        f"tiny{tag}.{kind}" for tag in ("", ".es", ".de") for kind in ("srt", "vtt")
    ]
    assert told.beside[2].read_text("utf-8") == film.beside[0].read_text("utf-8"), "Fake speaks for itself"
    with av.open(str(told.path)) as read:
        tracks = [(one.metadata["language"], one.metadata["handler_name"]) for one in read.streams.subtitles]
        assert tracks == [("eng", "English"), ("spa", "español"), ("deu", "Deutsch")]
        assert not any(one.disposition & av.stream.Disposition.default for one in read.streams.subtitles)
    assert "tiny.es.srt (español)" in (tmp_path / "tiny.youtube.txt").read_text("utf-8")


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


def test_another_array_renders_only_the_scenes_that_read_it(tmp_path):
    production(tmp_path, Fake, Curious, exhibits=("wishes",)).make(display())
    film = production(tmp_path, Fake, Curious).make(display())
    assert (film.made, film.kept) == (0, 4)
    film = production(tmp_path, Fake, Curious, network={"hidden": [2], "seed": 8}).make(display())
    assert (film.made, film.kept) == (2, 2)
