"""`nudge list`: every beat of what is told, for people and for programs."""

import json
import subprocess
import sys

import pytest

from scenes.cli import main
from scenes.lesson.kept_traces import kept_trace
from scenes.lesson.lesson import DEFAULT_LESSON, Lesson
from scenes.stage.chapters import CHAPTERS
from scenes.story.chapter_cards import with_cards
from scenes.story.story import ESSENTIALS, scenes_of
from scenes.story.told import Part
from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS, told_of_images

pytestmark = pytest.mark.usefixtures("elsewhere")


@pytest.fixture
def default_recorded(elsewhere):
    """Where the bundled lesson need not be recorded any more."""
    path = kept_trace(Lesson.load(DEFAULT_LESSON), elsewhere / "out" / ".work")
    path.parent.mkdir(parents=True)
    recorded(ALWAYS).save(path)


def test_list_tells_every_beat_of_every_chapter(default_recorded, capsys):
    assert main(["list", "--all"]) == 0
    told = capsys.readouterr().out
    for scene in told_of_images():
        assert scene.chapter.capitalize() in told
        assert scene.__name__ in told
        assert all(beat.name in told and beat.id in told for beat in scene.beats())


def with_their_cards(scenes):
    """Scenes as a film of several chapters tells them."""
    return [part.scene for part in with_cards([Part(scene, None) for scene in scenes])]


def test_list_as_json_is_one_object_a_beat_with_its_words_filled_in(default_recorded, capsys):
    assert main(["list", "--all", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(line["scene"], line["beat"]) for line in told] == [
        (scene.__name__, beat.name) for scene in with_their_cards(told_of_images()) for beat in scene.beats()
    ]
    for line in told:
        assert list(line) == ["chapter", "scene", "beat", "id", "says"]
        assert line["chapter"] in CHAPTERS
        assert line["says"]
        assert not set(line["says"]) & set("{}")


def test_a_chapter_is_told_whole_and_the_short_film_is_the_default(default_recorded, capsys):
    def listed(*choice):
        assert main(["list", "--json", *choice]) == 0
        return list(dict.fromkeys(line["scene"] for line in json.loads(capsys.readouterr().out)))

    assert listed("--chapter", "Calculus") == [scene.__name__ for scene in scenes_of("calculus")]
    assert listed() == [scene.__name__ for scene in with_their_cards(ESSENTIALS)]
    assert main(["list", "--chapter", "calclus"]) == 2
    assert "did you mean calculus" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_is_no_failure(lesson_file):
    lesson = lesson_file('[network]\nhidden = [3]\n[data]\nname = "xor"\n[training]\nepochs = 1\n')
    command = [sys.executable, "-m", "scenes.cli", "list", str(lesson), "--all"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(1)
    process.stdout.close()
    said = process.stderr.read().decode()
    assert process.wait() == 0
    assert "sys.exit" not in said
    assert "Traceback" not in said
