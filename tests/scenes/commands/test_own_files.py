"""No command overwrites a person's file, asks too late, leaves litter, or needs a name that does not fit."""

import os
import signal
import sys

import pytest

from netsim import Trace
from scenes.cli import main
from tests.scenes.commands.conftest import SHORT
from tests.scenes.tiny import TINY
from tests.studio.fakes import Leaving
from tests.studio.nursery import nursery

pytestmark = pytest.mark.usefixtures("elsewhere")

ONE_BEAT = TINY + '[story]\nbeats = ["SmallNudge.the_threads"]\n'


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (["render"], "my.md"),
        (["render"], "my.mp4"),
        (["slides"], "my-slides.html"),
        (["slides"], "my-slides_files/mine.txt"),
        (["slides", "--to", "pptx"], "my-slides.pptx"),
        (["slides", "--to", "html", "--to", "pdf"], "my-slides.pdf"),
        (["stills", "--scene", "SmallNudge"], "my-SmallNudge-stills/01-K4-SmallNudge-the_threads.png"),
        (["storyboard"], "my-storyboard.png"),
        (["handout", "--seed", "3", "--solutions"], "my-handout-3-solutions.pdf"),
        (["render", "--explain", "W1[0,0]"], "my-W1-0-0.vtt"),
        (["record", "-o", "out/my.npz"], "my.npz"),
    ],
)
def test_a_file_of_one_s_own_is_named_before_any_work_and_stays(elsewhere, capsys, command, file):
    (elsewhere / "my.toml").write_text(TINY)
    theirs = elsewhere / "out" / file
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs")
    name, *options = command
    assert main([name, "my.toml", *options]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    [sentence] = told.err.splitlines()
    assert sentence.startswith(f"out/{file} is there already")
    assert "--force" in sentence
    assert theirs.read_text() == "theirs"
    assert [path for path in (elsewhere / "out").rglob("*") if path.is_file()] == [theirs]


def test_whatever_the_lesson_wants_is_looked_at_before_the_film(lesson, elsewhere, capsys):
    lesson.write_text(TINY + '[output]\nformats = ["film", "handout"]\n')
    (elsewhere / "out").mkdir()
    (elsewhere / "out" / "my-handout.pdf").write_text("theirs")
    assert main(["render", str(lesson)]) == 2
    assert capsys.readouterr().err.startswith("out/my-handout.pdf is there already")
    assert [path.name for path in (elsewhere / "out").iterdir()] == ["my-handout.pdf"]


def test_a_film_is_made_again_and_over_a_transcript_of_one_s_own_only_by_force(fakes, lesson, elsewhere, capsys):
    beside = elsewhere / "my.md"
    render = ["render", str(lesson), "--quality", "draft", "--out", "."]
    assert main(render) == 0
    assert main(render) == 0, "what was made before is ours"
    beside.write_text("My notes")
    assert main(render) == 2
    assert beside.read_text() == "My notes"
    assert main([*render, "--force"]) == 0
    assert beside.read_text("utf-8").startswith("# my\n")
    assert main(render) == 0


def test_stills_and_storyboard_are_made_again(elsewhere):
    (elsewhere / "one.toml").write_text(ONE_BEAT)
    for command in (["stills", "one.toml", "--quality", "draft"], ["storyboard", "one.toml"]) * 2:
        assert main(command) == 0
    assert {path.name for path in (elsewhere / "out").iterdir()} == {"one-stills", "one-storyboard.png", ".work"}


def test_a_trace_is_recorded_over_a_trace_but_over_nothing_else(lesson, elsewhere, capsys):
    record = ["record", str(lesson), "-o", "x.npz"]
    assert main(record) == 0
    assert main(record) == 0
    (elsewhere / "x.npz").write_text("weights of my own")
    assert main(record) == 2
    assert (elsewhere / "x.npz").read_text() == "weights of my own"
    assert main([*record, "--force"]) == 0
    assert Trace.load(elsewhere / "x.npz").sizes == [2, 2, 2]
    capsys.readouterr()
    assert main(["record", str(lesson), "-o", "/"]) == 2
    assert (
        capsys.readouterr().err
        == "/: is a folder, expected the name of a file; choose another place with --out or -o.\n"
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_recording_that_is_ended_leaves_nothing_that_the_next_does_not_clear(
    lesson, elsewhere, tmp_path_factory, number
):
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip(f"{signal.Signals(number).name} is ignored where these tests run, as under nohup")
    held = f"{SHORT}import os, sys, time, netsim.trace.store as s, scenes.cli as c\n"
    held += "s._put = lambda *_: (print('writing', flush=True), time.sleep(60))\n"
    held += "sys.exit(c.main(['record', 'tiny.toml', '-o', 'x.npz']))"
    (elsewhere / "tiny.toml").write_text(TINY)
    log = tmp_path_factory.mktemp("said") / "log"
    process = nursery().python(held, elsewhere, log)
    assert process.stdout.readline() == "writing\n"
    assert list(elsewhere.glob(".x.*.part.npz"))
    process.send_signal(number)
    code = process.wait(30)
    if number != signal.SIGKILL:
        assert (code, log.read_text("utf-8").splitlines()[-1]) == (130, "Stopped; nothing half-made is left.")
        assert not list(elsewhere.glob(".x.*"))
    (elsewhere / "x.npz").unlink(missing_ok=True)
    assert main(["record", "tiny.toml", "-o", "x.npz"]) == 0
    assert {path.name for path in elsewhere.iterdir()} == {"my.toml", "tiny.toml", "x.npz"}


def test_two_at_a_time_in_one_folder_both_make_their_film(elsewhere, tmp_path_factory):
    code = f"{SHORT}import sys, scenes.story.story as s, scenes.cli as c; from tests.studio.fakes import Fake, Longer\n"
    code += "s.SCENES = s.ESSENTIALS = (Fake, Longer); sys.exit(c.main(['render', 'my.toml', '--quality', 'draft']))"
    (elsewhere / "my.toml").write_text(TINY)
    logs = [tmp_path_factory.mktemp("said") / "log" for _ in range(2)]
    both = [nursery().python(code, elsewhere, log) for log in logs]
    assert [process.wait(240) for process in both] == [0, 0], [log.read_text("utf-8") for log in logs]
    assert {path.name for path in (elsewhere / "out").iterdir()} == {
        ".work",
        "my.mp4",
        "my.srt",
        "my.vtt",
        "my.md",
        "my.youtube.txt",
    }


def test_a_name_of_245_letters_and_twenty_scenes_get_names_that_fit(fakes, elsewhere):
    long = elsewhere / f"{'n' * 245}.toml"
    long.write_text(TINY)
    scenes = [option for _ in range(20) for option in ("--scene", "Longer")]
    assert main(["render", str(long), "--quality", "draft", *scenes]) == 0
    assert main(["record", str(long)]) == 0
    names = [path.name for path in (elsewhere / "out").iterdir()]
    assert len([name for name in names if name.startswith("n" * 150)]) == 6
    assert max(map(len, map(os.fsencode, names))) <= 255


@pytest.mark.parametrize("command", ["stills", "storyboard"])
def test_a_scene_that_calls_sys_exit_fails_with_a_sentence(lesson, monkeypatch, capsys, command):
    monkeypatch.setattr("scenes.studio.film.stills.rehearse", lambda *_, **__: sys.exit(0))
    assert main([command, str(lesson), "--scene", "SmallNudge"]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("A scene called sys.exit")


def test_a_render_of_a_scene_that_calls_sys_exit_fails_with_a_sentence(lesson, monkeypatch, capsys):
    monkeypatch.setattr("scenes.story.story.SCENES", (Leaving,))
    monkeypatch.setattr("scenes.story.story.ESSENTIALS", (Leaving,))
    assert main(["render", str(lesson), "--quality", "draft"]) == 1
    assert "Leaving.part_0 failed: sys.exit was called" in capsys.readouterr().err
