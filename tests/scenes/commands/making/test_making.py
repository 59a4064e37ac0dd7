"""`nudge render` and what else makes files of a lesson: of which scenes, which files, and what is said of them."""

import re
import shlex
import subprocess
import sys

import pytest

from scenes.cli import cli, main
from scenes.commands.making.slides import about_of
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request
from tests.scenes.commands.conftest import tell
from tests.scenes.tiny import TINY
from tests.studio.fakes import Failing

pytestmark = pytest.mark.usefixtures("elsewhere")


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


def test_what_is_next_is_said_of_what_was_chosen(fakes, lesson, elsewhere, capsys):
    chosen = ["--scene", "Longer", "--scene", "T0", "--language", "en", "--aspect", "4:3", "--out", "my films"]
    assert main(["render", str(lesson), "--quality", "draft", *chosen]) == 0
    out, told = capsys.readouterr().out, "my.toml --scene Longer --scene T0 --language en"
    assert f"nudge slides {told} --aspect 4:3 --out 'my films'\n" in out
    assert f"nudge list {told}\n" in out
    assert f"nudge render {told} --aspect 4:3 --out 'my films' --quality full\n" in out
    for command in re.findall(r"nudge (slides|list|render) (.+)", out):
        cli.commands[command[0]].make_context(command[0], shlex.split(command[1]))


def test_an_intro_belongs_to_the_whole_film_and_not_to_scenes_that_are_tried_out(fakes, lesson, elsewhere, capsys):
    lesson.write_text(f'{lesson.read_text()}[output]\nintro = "logo.mp4"\n')
    assert main(["render", str(lesson), "--quality", "draft"]) == 2
    assert "output.intro = 'logo.mp4'" in capsys.readouterr().err
    assert main(["render", str(lesson), "--quality", "draft", "--scene", "Longer"]) == 0
    assert (elsewhere / "out" / "my-Longer.mp4").is_file()


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


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (["OutputNudges"], "Backpropagation, anschaulich"),
        (["OutputNudges", "SmallNudge"], "Wie ein neuronales Netz lernt"),
    ],
)
def test_a_deck_is_called_as_its_chapter_or_as_the_whole_in_its_language(lesson, names, title):
    assert about_of(planned(Request(lesson=lesson, names=names, language="de"))).title == title


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


@pytest.mark.parametrize("command", ["render", "script"])
def test_a_file_s_name_in_place_of_the_folder_s_is_refused(fakes, lesson, elsewhere, capsys, command):
    assert main([command, str(lesson), "--out", "film.mp4"]) == 2
    assert "--out film.mp4 is a file's name, expected a folder's; files in it are called" in capsys.readouterr().err
    assert not (elsewhere / "film.mp4").exists()


def test_a_preset_s_captions_do_not_keep_clips_from_being_transparent(fakes, lesson, elsewhere, capsys):
    clips = ["clips", str(lesson), "--scene", "Fake", "--quality", "draft", "--transparent", "mov", "--jobs", "1"]
    assert main([*clips, "--for", "youtube"]) == 0
    assert len(list((elsewhere / "out" / "my-Fake-clips").glob("*.mov"))) == 2
    capsys.readouterr()
    assert main([*clips, "--captions", "on"]) == 2
    assert capsys.readouterr().err == "--transparent has no captions; leave out --captions.\n"


def test_subtitles_that_cannot_be_said_are_told_before_anything_is_filmed(lesson, elsewhere, capsys):
    lesson.write_text(f'{TINY}[story]\nscenes = ["OutputNudges"]\n[output]\nsubtitles = ["fr.ftl"]\n')
    (elsewhere / "fr.ftl").write_text("language = français\nOutputNudges-the_wishes = Le { $nosuch }\n", "utf-8")
    assert main(["render", str(lesson), "--quality", "draft"]) == 2
    sentence = capsys.readouterr().err.splitlines()[-1]
    assert sentence.startswith(f"{elsewhere / 'fr.ftl'}, line 2: OutputNudges-the_wishes: {{nosuch}} is no fact")
    assert not (elsewhere / "out" / ".work" / "clips").exists()
