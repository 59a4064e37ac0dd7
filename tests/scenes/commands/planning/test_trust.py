"""A stranger's lesson runs nothing when it is read, and reaches no further than its folder when it is drawn."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scenes.cli import main
from scenes.commands.planning.planned import lesson_at, planned
from scenes.commands.planning.request import Request
from scenes.lesson.errors import LessonError
from scenes.nudges.output_nudges import OutputNudges
from tests.scenes.tiny import TINY

OWN = '''
from pathlib import Path
from scenes.nudges.output_nudges import OutputNudges as Base
from scenes.stage.beats import beat

Path(__file__).with_name("ran").write_text("x")


class Mine(Base):
    title = "My own"

    @classmethod
    def facts(cls, trace):
        return super().facts(trace) | {"first": trace.reading("C", 0, 0)}

    @beat("N4")
    def the_target(self):
        """We would like a 1 at the [{label}](focus)."""

    @beat(after="the_target")
    def mine(self):
        """That costs {first:.2f}."""
'''
READING = (["list"], ["list", "--json"], ["check"], ["explain", "W1[0,0]"], ["record"])
DRAWING = (["render"], ["stills"], ["storyboard"], ["slides"], ["handout"])


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Write a lesson whose file of scenes lies at a place, seen from it, and stand somewhere else."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def write(place: str, more: str = "") -> Path:
        path = tmp_path / "stranger" / "its.toml"
        path.parent.mkdir()
        path.write_text(f'{TINY}[story]\nscenes = ["Mine"]\nscenes_file = "{place}"\n{more}', "utf-8")
        (path.parent / place).parent.mkdir(exist_ok=True)
        (path.parent / place).write_text(OWN, "utf-8")
        return path

    return write


@pytest.mark.parametrize("place", ["mine.py", "../elsewhere/mine.py"])
def test_to_read_a_lesson_runs_nothing_of_it(lesson, tmp_path, capsys, place):
    path = lesson(place)
    for command in READING:
        assert main([*command, str(path)]) == 0
    assert not list(tmp_path.rglob("ran"))
    said = capsys.readouterr()
    assert f"Reads      {(path.parent / place).resolve()}, and does not run it" in said.err


def test_what_is_not_run_is_listed_all_the_same(lesson, capsys):
    assert main(["list", "--json", str(lesson("mine.py"))]) == 0
    told = {line["beat"]: line for line in json.loads(capsys.readouterr().out)}
    inherited = [one.name for one in OutputNudges.beats()]
    after = inherited.index("the_target") + 1
    assert list(told) == [*inherited[:after], "mine", *inherited[after:]]
    assert {line["scene"] for line in told.values()} == {"Mine"}
    assert told["the_target"]["says"] == "We would like a 1 at the 0."
    assert told["mine"]["says"] == "That costs {first:.2f}.", "its own fact is known when the file is run"
    assert told["mine"]["id"] == "N4"


def test_what_is_drawn_is_what_was_listed(lesson):
    path = lesson("mine.py")
    read = planned(Request(lesson=path), draws=False).parts
    drawn = planned(Request(lesson=path)).parts
    assert [(part.scene.__name__, part.told) for part in read] == [(part.scene.__name__, part.told) for part in drawn]
    for one, other in zip(read, drawn, strict=True):
        assert one.scene.beats() == other.scene.beats()
        assert one.scene.titled() == other.scene.titled()
        assert one.scene.needs == other.scene.needs
    assert (path.parent / "ran").exists()


def test_what_is_run_is_named(lesson, capsys):
    path = lesson("mine.py")
    lesson_at(Request(lesson=path), draws=True)
    assert f"Runs       {path.parent.resolve() / 'mine.py'}\n" in capsys.readouterr().err


@pytest.mark.parametrize("command", DRAWING, ids=lambda command: command[0])
def test_a_file_of_scenes_elsewhere_is_run_only_on_trust(lesson, tmp_path, capsys, command):
    path = lesson("../elsewhere/mine.py")
    assert main([*command, str(path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "outside the lesson's own folder; look at that file, and call it again with --trust" in said
    assert str(tmp_path / "elsewhere" / "mine.py") in said
    assert not list(tmp_path.rglob("ran"))
    assert not list((tmp_path / "here").iterdir())


def test_with_trust_it_is_run(lesson, tmp_path):
    planned(Request(lesson=lesson("../elsewhere/mine.py"), trust=True))
    assert (tmp_path / "elsewhere" / "ran").exists()


def test_a_link_leads_where_it_leads(lesson, tmp_path):
    path = lesson("../elsewhere/mine.py")
    (path.parent / "near.py").symlink_to(tmp_path / "elsewhere" / "mine.py")
    path.write_text(path.read_text("utf-8").replace("../elsewhere/mine.py", "near.py"), "utf-8")
    with pytest.raises(LessonError, match=r"--trust"):
        planned(Request(lesson=path))
    assert not list(tmp_path.rglob("ran"))


@pytest.mark.parametrize("folder", ["../away", "{tmp}/away", "link"])
def test_an_output_folder_elsewhere_is_used_only_on_trust(tmp_path, monkeypatch, capsys, folder):
    (tmp_path / "here").mkdir()
    (tmp_path / "away").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("link").symlink_to(tmp_path / "away")
    path = tmp_path / "stranger" / "its.toml"
    path.parent.mkdir()
    path.write_text(f'{TINY}[output]\nfolder = "{folder.format(tmp=tmp_path)}"\n', "utf-8")
    for command in (*DRAWING, ["explain", "W1[0,0]"], ["render", "--explain", "W1[0,0]"]):
        assert main([*command, str(path)]) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert f"is {tmp_path / 'away'}, outside" in said
    assert not list((tmp_path / "away").iterdir())
    assert main(["explain", "W1[0,0]", str(path), "--trust"]) == 0
    assert list((tmp_path / "away").iterdir())


def test_the_command_s_own_folder_needs_no_trust(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "its.toml"
    path.write_text(f'{TINY}[output]\nfolder = "/away"\n', "utf-8")
    assert planned(Request(lesson=path, out=tmp_path / "chosen")).out == tmp_path / "chosen"


@pytest.mark.parametrize(
    "text",
    [
        "class Mine(:\n",
        "\0",
        "(" * 9000,
        "x = 1\n",
        OWN.replace('after="the_target"', 'after="nothing"'),
        OWN.replace("{label}", "{label:x}"),
        OWN.replace("(focus)", "(fokus)"),
    ],
    ids=["syntax", "NUL", "deep", "none", "after", "format", "role"],
)
def test_what_is_wrong_in_a_file_of_scenes_is_found_without_running_it(lesson, tmp_path, capsys, text):
    path = lesson("mine.py")
    (path.parent / "mine.py").write_text(text, "utf-8")
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "mine.py" in said
    assert said.endswith(".\n")
    assert not list(tmp_path.rglob("ran"))


LONG = TINY.replace("[2]", "[100, 100, 100]").replace("epochs = 2", "epochs = 100000\nbatch = 1")


@pytest.mark.parametrize("command", [["record"], ["list"], ["explain", "W1[0,0]"], ["stills"], ["render"]])
def test_hours_of_training_are_asked_for(tmp_path, monkeypatch, capsys, command):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "long.toml"
    path.write_text(LONG, "utf-8")
    assert main([*command, str(path)]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert re.search(r"long\.toml: training\.epochs = 100000: .* hours, .*, or call it again with --yes\.$", said)


def test_who_says_yes_waits(tmp_path, monkeypatch):
    path = tmp_path / "long.toml"
    path.write_text(LONG, "utf-8")
    waited = []

    def record(*arguments: object) -> None:
        waited.append(arguments[-1])
        raise KeyboardInterrupt

    monkeypatch.setattr("scenes.lesson.lesson.record", record)
    assert main(["record", str(path), "--yes"]) == 130
    assert waited == [None]
