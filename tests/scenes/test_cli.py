"""The command: results on stdout, one sentence on stderr for what a person got wrong, never a traceback."""

import errno
import json
import os
import re
import resource
import subprocess
import sys

import pytest

from netsim import Trace, verify
from scenes.cli import main
from scenes.commands.check.checkup import Finding
from scenes.lesson.kept_traces import kept_trace
from scenes.lesson.lesson import DEFAULT_LESSON, Lesson
from scenes.stage.chapters import CHAPTERS
from scenes.story.chapter_cards import with_cards
from scenes.story.story import ESSENTIALS, scenes_of
from scenes.story.told import Part
from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS, told_of_images
from tests.studio.fakes import Failing, Fake, Longer

pytestmark = pytest.mark.usefixtures("short_experiments")

TINY = '[network]\nhidden = [2]\n[data]\nname = "xor"\n[training]\nepochs = 2\n'


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lesson(elsewhere):
    path = elsewhere / "my.toml"
    path.write_text(TINY)
    return path


@pytest.fixture
def default_recorded(elsewhere):
    """Where the bundled lesson need not be recorded any more."""
    path = kept_trace(Lesson.load(DEFAULT_LESSON), elsewhere / "out" / ".work")
    path.parent.mkdir(parents=True)
    recorded(ALWAYS).save(path)


def tell(monkeypatch, *scenes):
    """Let these be all scenes of the story, and of the short film."""
    monkeypatch.setattr("scenes.story.story.SCENES", scenes)
    monkeypatch.setattr("scenes.story.story.ESSENTIALS", scenes)


@pytest.fixture
def fakes(monkeypatch):
    tell(monkeypatch, Fake, Longer)


def test_help_answers_without_loading_manim_or_numpy():
    code = "import sys, scenes.cli; scenes.cli.main(['--help']); print({'manim', 'numpy'} & set(sys.modules))"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 1  # of the processor, however busy it is
    assert all(command in told.stdout for command in ("check", "list", "record", "render"))
    assert told.stdout.endswith("set()\n")


@pytest.mark.parametrize("command", ["record", "render"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "is not there"),
        (b"[network\n", "not valid TOML"),
        (b"# \xff\n", "not UTF-8 text in line 1"),
        (b"[network]\nhiden = [4]\n", "hiden.*hidden"),
        (b"[networks]\n", "networks.*network"),
        (b"[network]\nhidden = [0]\n", "hidden.*0"),
        (b"[training]\neta = -1\n", "eta.*-1"),
        (b"[training]\nepochs = 'many'\n", "epochs.*many"),
        (b"[data]\nname = 'xor'\n[record]\nfollow = ['7']\n", "follow.*7"),
        (b"[data]\nname = 'mnist'\nfolder = 'nowhere'\n", "nowhere"),
    ],
)
def test_a_bad_lesson_gets_one_sentence_and_exit_code_2(elsewhere, capsys, command, content, told):
    path = elsewhere / "bad.toml"
    if content is not None:
        path.write_bytes(content)
    assert main([command, str(path)]) == 2
    out, err = capsys.readouterr()
    *progress, sentence = err.splitlines()
    assert all(line.startswith("Network: ") for line in progress)
    assert re.search(rf"bad\.toml.*{told}", sentence)
    assert (out, "Traceback" in err) == ("", False)


def test_a_folder_is_no_lesson(elsewhere, capsys):
    assert main(["record", str(elsewhere)]) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["rendr"], ["render", "--quality", "8k"], ["render", "--captions", "loud"], ["list", "x", "y"]]
)
def test_a_wrong_call_says_how_it_goes(capsys, arguments):
    assert main(arguments) == 2
    assert "Usage: nudge" in capsys.readouterr().err


def test_record_writes_a_trace_that_holds_together(lesson, elsewhere, capsys):
    assert main(["record", str(lesson), "-o", "deep/er/run.npz"]) == 0
    verify(Trace.load(elsewhere / "deep" / "er" / "run.npz"))
    assert "2-2-2" in capsys.readouterr().out


def test_record_goes_to_out_by_default(lesson, elsewhere):
    assert main(["record", str(lesson)]) == 0
    assert Trace.load(elsewhere / "out" / "my.npz").sizes == [2, 2, 2]


@pytest.mark.parametrize("arguments", [["record", "-o", "in_the_way/x.npz"], ["render", "--out", "in_the_way"]])
def test_a_file_in_the_way_gets_one_sentence(lesson, elsewhere, capsys, arguments):
    (elsewhere / "in_the_way").write_text("a file")
    command, *options = arguments
    assert main([command, str(lesson), *options]) == 2
    assert re.fullmatch(r"in_the_way\S* is in the way: .*\n", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("code", "told"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "may not be written"), (errno.EIO, "Input")]
)
def test_trouble_with_the_disk_gets_one_sentence(lesson, monkeypatch, capsys, code, told):
    def trouble(*_, **__):
        raise OSError(code, os.strerror(code), "out/my.npz")

    monkeypatch.setattr("netsim.Trace.save", trouble)
    assert main(["record", str(lesson)]) == 2
    assert re.search(rf"^out/my\.npz.*{told}", capsys.readouterr().err, re.MULTILINE)


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


def test_render_makes_a_film_and_says_what_is_next(fakes, lesson, elsewhere, capsys):
    assert main(["render", str(lesson), "--quality", "draft"]) == 0
    out, err = capsys.readouterr()
    assert (elsewhere / "out" / "my.mp4").is_file()
    assert (elsewhere / "out" / "my.srt").is_file()
    assert "Film       out/my.mp4 (0:04, " in out
    assert "nudge slides my.toml\n" in out
    assert "nudge list my.toml\n" in out
    assert "nudge render my.toml --quality full\n" in out
    assert "Film: " in err


@pytest.mark.parametrize("name", ["Longer", "longer", "T2", "t2"])
def test_a_scene_is_chosen_by_its_name_or_an_idea_s(fakes, lesson, elsewhere, name):
    assert main(["render", str(lesson), "--quality", "draft", "--scene", name]) == 0
    assert (elsewhere / "out" / "my-Longer.mp4").is_file()


def test_an_idea_told_in_two_scenes_means_both(fakes, lesson, elsewhere):
    assert main(["render", str(lesson), "--quality", "draft", "--scene", "T1", "--scene", "Fake"]) == 0
    assert (elsewhere / "out" / "my-Fake-Longer.mp4").is_file()


@pytest.mark.parametrize(("name", "told"), [("Longr", "did you mean Longer?"), ("qqq", "there are ")])
def test_a_misspelt_scene_gets_the_nearest_name(fakes, lesson, capsys, name, told):
    assert main(["render", str(lesson), "--scene", name]) == 2
    assert told in capsys.readouterr().err


def test_a_failing_scene_is_named_without_a_traceback(monkeypatch, lesson, capsys):
    tell(monkeypatch, Failing)
    assert main(["render", str(lesson), "--quality", "draft"]) == 1
    err = capsys.readouterr().err
    assert "Failing.part_0 failed: ZeroDivisionError" in err
    assert "Traceback" not in err


def test_check_passes_here(capsys):
    assert main(["check"]) == 0
    assert "FAIL" not in capsys.readouterr().out


def test_check_fails_if_anything_does(monkeypatch, capsys):
    monkeypatch.setattr(
        "scenes.commands.check.checkup.findings", lambda: [Finding("x", True, "fine"), Finding("y", False, "gone")]
    )
    assert main(["check"]) == 1
    assert re.search(r"FAIL +y +gone", capsys.readouterr().out)


def test_a_scene_that_needs_what_there_is_not_is_refused_before_training(tmp_path):
    lesson = tmp_path / "mine.toml"
    lesson.write_text('[story]\nscenes = ["Mine"]\nscenes_file = "mine.py"\n', "utf-8")
    (tmp_path / "mine.py").write_text(
        'from scenes.nudges.output_nudges import OutputNudges\n\n\nclass Mine(OutputNudges):\n    needs = ("wish",)\n',
        "utf-8",
    )
    answer = subprocess.run(
        [sys.executable, "-m", "scenes.cli", "render", str(lesson), "--out", str(tmp_path / "out")],
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 2
    run, _ = answer.stderr.splitlines()
    assert run == f"Runs       {tmp_path / 'mine.py'}"
    assert (
        "mine.toml: the needs of Mine cannot be recorded. There is no exhibit 'wish' (did you mean 'wishes'?)"
        in answer.stderr
    )
    assert not (tmp_path / "out").exists()


def test_slides_are_made_of_the_same_clips_as_the_film(fakes, lesson, elsewhere, capsys):
    assert main(["render", str(lesson), "--quality", "draft", "--captions", "off", "--jobs", "1"]) == 0
    capsys.readouterr()
    assert main(["slides", str(lesson), "--quality", "draft", "--captions", "off", "--to", "pdf", "--to", "html"]) == 0
    out, err = capsys.readouterr()
    html, pdf = out.splitlines()
    assert html == "HTML       out/my-slides.html (5 slides)"
    assert re.fullmatch(r"PDF        out/my-slides\.pdf \(5 slides, \d+\.\d MB\)", pdf)
    assert "5 of 5 beats are finished already." in err
    assert "%|" not in err
    assert not [path for path in (elsewhere / "out").iterdir() if path.name.startswith(".") and path.name != ".work"]


@pytest.mark.parametrize("command", ["slides", "stills", "storyboard"])
def test_every_command_that_tells_a_scene_names_a_misspelt_one(lesson, capsys, command):
    assert main([command, str(lesson), "--scene", "SmallNudg"]) == 2
    assert "did you mean SmallNudge?" in capsys.readouterr().err


def test_one_command_makes_all_that_the_lesson_wants(fakes, lesson, elsewhere, capsys):
    lesson.write_text(TINY + '[output]\nformats = ["film", "html", "pdf"]\nquality = "draft"\nfolder = "made"\n')
    assert main(["render", str(lesson)]) == 0
    names = {path.name for path in (elsewhere / "made").iterdir()}
    film = {"my.mp4", "my.srt", "my.vtt", "my.md", "my.youtube.txt", ".work"}
    assert names == film | {"my-slides.html", "my-slides_files", "my-slides.pdf"}
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[:6]] == [
        *("Film", "Subtitles", "Transcript", "Upload", "HTML", "PDF")
    ]


def test_a_lesson_may_want_no_film(elsewhere, capsys):
    path = elsewhere / "one.toml"
    path.write_text(TINY + '[story]\nbeats = ["SmallNudge.the_threads"]\n[output]\nformats = ["storyboard"]\n')
    assert main(["render", str(path)]) == 0
    assert {path.name for path in (elsewhere / "out").iterdir()} == {"one-storyboard.png", ".work"}


def test_stills_and_storyboard_draw_what_is_told(elsewhere, capsys):
    path = elsewhere / "one.toml"
    path.write_text(TINY + '[story]\nbeats = ["SmallNudge.the_threads", "SmallNudge.the_nudge"]\n')
    assert main(["stills", str(path), "--quality", "draft"]) == 0
    assert main(["storyboard", str(path)]) == 0
    out, _ = capsys.readouterr()
    assert "Stills     out/one-stills (2 pictures, 854×480)" in out
    assert "Storyboard out/one-storyboard.png (2 beats)" in out
    drawn = sorted(path.name for path in (elsewhere / "out" / "one-stills").iterdir())
    assert drawn == ["01-K4-SmallNudge-the_threads.png", "02-K4-SmallNudge-the_nudge.png"]
    assert {path.name for path in elsewhere.iterdir()} == {"one.toml", "out"}


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
