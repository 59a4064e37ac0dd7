"""`nudge check LESSON`: what is wrong with it is listed before anything is trained, a line each, with what mends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scenes.cli import main

LESSON = """
[network]
hidden = [3]
[data]
name = "spiral"
[training]
epochs = 90000
[story]
scenes = ["Mine"]
scenes_file = "mine.py"
"""
SCENE = '''
from pathlib import Path

from manim import Circle, Text

from scenes.mobjects import Words
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene

Path(__file__).with_name("ran").touch()


class Mine(TraceScene):
    chapter, title = "nudges", "My own"

    @beat
    def first(self) -> None:
        """A {label} of {sizes}."""
        self.enter(Words("a word", self.theme))

    @beat
    def second(self) -> None:
        """It stays."""
'''
Check = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Check a lesson whose scene has some lines in place of others, or whose files have more in them."""
    monkeypatch.chdir(tmp_path)

    def run(new: str = "", old: str = "", *options: str, more: str = "", **files: str) -> tuple[int, list[str], str]:
        assert old in SCENE
        (tmp_path / "my.toml").write_text(LESSON + more, "utf-8")
        (tmp_path / "mine.py").write_text(SCENE.replace(old, new) if old else SCENE, "utf-8")
        for name, text in files.items():
            (tmp_path / name.replace("_", ".")).write_text(text, "utf-8")
        capsys.readouterr()
        code = main(["check", "my.toml", *(options or ("--run",))])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out.splitlines(), said.err

    return run


def test_a_sound_lesson_passes_and_leaves_nothing(check: Check, tmp_path: Path) -> None:
    code, said, _ = check()
    assert code == 0
    assert said == ["ok    my.toml: 1 scene, 2 beats, all of which can be said, and have their place"]
    assert {path.name for path in tmp_path.iterdir()} == {"my.toml", "mine.py", "ran"}


ENTERED = 'self.enter(Words("a word", self.theme))'
BEGIN = f"{ENTERED}\n        "


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (
            ENTERED.replace("))", ").move_to((7, 0, 0)))"),
            r"Mine\.first: 'a word' leaves the frame by \d\.\d\d at the right; move it, or make it smaller\.",
        ),
        (
            ENTERED.replace("))", ").move_to((0, 3, 0)))"),
            r"Mine\.first: 'a word' leaves the stage by \d\.\d\d at the top; shorten it, set it smaller, or move it\.",
        ),
        (
            f"{BEGIN}self.enter(Circle(radius=4.2))",
            r"Mine\.first: Circle leaves the frame by 0\.60 at the bottom and by 0\.60 at the top; move it, or .*",
        ),
        (
            f"{BEGIN}self.enter(Text('plain type'))",
            r"Mine\.first: 'a word' overlaps 'plain type' by 0\.\d\d, near \(0\.0, 0\.0\); move one of them, or .*",
        ),
        (
            ENTERED.replace("))", ', role="mine"))'),
            r"Mine\.first failed, in mine\.py, line 19: a theme has no colour 'mine' .*; expected .*",
        ),
        (
            "self.enter(Words(self.phrase('nothing'), self.theme))",
            r"Mine has no label 'nothing': expected \.nothing under Mine =\.",
        ),
        (
            "self.trace.reading('terms/a', 0)",
            r"Mine\.first failed, in mine\.py, line 19: the trace has no 'terms/a'; needs = \('terms',\) in the .*",
        ),
        ("1 / 0", r"Mine\.first failed, in mine\.py, line 19: ZeroDivisionError: division by zero\."),
        ("raise SystemExit(0)", r"Mine\.first called sys\.exit, which ends the film before its scene; take that out\."),
    ],
    ids=["frame", "stage", "picture", "overlap", "role", "label", "exhibit", "error", "exit"],
)
def test_what_is_wrong_on_a_stage_is_listed_with_scene_and_beat(check: Check, new: str, said: str) -> None:
    code, listed, err = check(new, ENTERED)
    assert code == 1
    assert len(listed) == 1, "of a fault that stays, the first beat is told"
    assert re.fullmatch(f"FAIL  {said}", listed[0])
    assert err.endswith("1 fault in my.toml.\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{sizes}", "{size}", r".*mine\.py, line 18: Mine\.first: \{size\} is no fact .*did you mean 'sizes'.*"),
        ("{sizes}", "[x](fokus)", r".*mine\.py, line 18: Mine\.first: there is no role 'fokus'.*"),
        ('"""It stays."""', "pass", r".*mine\.py, line \d+: Mine\.second says nothing, expected a docstring, or .*"),
        ("chapter, title", 'needs = ("term",)\n    chapter, title', r"my\.toml: the needs of Mine cannot .*'terms'.*"),
        ("chapter, title", 'asks = ("clases",)\n    chapter, title', r"my\.toml: there is no ask 'clases'.*"),
    ],
    ids=["fact", "role", "message", "exhibit", "ask"],
)
def test_what_is_wrong_in_its_words_is_found_without_running_it(
    check: Check, tmp_path: Path, old: str, new: str, said: str
) -> None:
    code, listed, _ = check(new, old, "--scene", "Mine")
    assert code == 1
    assert any(re.fullmatch(f"FAIL  {said}", line) for line in listed), listed
    assert not (tmp_path / "ran").exists()


def test_without_leave_its_scenes_are_read_and_that_is_said(check: Check, tmp_path: Path) -> None:
    code, said, err = check("1 / 0", ENTERED, "--scene", "Mine")
    assert (code, said) == (0, ["ok    my.toml: 1 scene, 2 beats, all of which can be said"])
    assert err == "Not run    Mine: to see what they show, call it with --run\n"
    assert not (tmp_path / "ran").exists()


def test_a_file_elsewhere_is_not_run_unless_it_is_trusted(check: Check, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-else.py"
    outside.write_text(SCENE, "utf-8")
    (tmp_path / "far.toml").write_text(LESSON.replace("mine.py", f"../{outside.name}"), "utf-8")
    assert main(["check", "far.toml", "--run"]) == 2
    assert not outside.with_name("ran").exists()
    assert main(["check", "far.toml", "--run", "--trust"]) == 0
    assert outside.with_name("ran").exists()


def test_all_faults_are_listed_and_not_the_first_alone(check: Check) -> None:
    look = '[look]\ntheme = "its.toml"\n'
    story = LESSON.replace("mine.py", 'mine.py"\nwords = "its.ftl')
    code, listed, err = check(
        f"{BEGIN}self.enter(Text('plain type'), Circle(radius=4.2))", ENTERED,
        more=look, my_toml=story + look, its_toml='[colour]\nupp = "#ffffff"\n',
        its_ftl="OutputNudges-the_target = { $labl }\nSensitivity-nothing = So.\n",
    )  # fmt: skip
    assert code == 1
    wanted = (
        r".*its\.toml: \[colour\] has no role 'upp'.*",
        r"its\.ftl, line 1: OutputNudges-the_target: \{labl\} is no fact that this scene gives .*",
        r"its\.ftl, line 2: Sensitivity has no beat 'nothing'; it has .*",
        r"Mine\.first: Circle leaves the frame .*",
        r"Mine\.first: 'a word' overlaps 'plain type' .*",
    )
    assert len(listed) == len(wanted)
    for line, said in zip(listed, wanted, strict=True):
        assert re.fullmatch(f"FAIL  {said}", line)
    assert err.endswith("5 faults in my.toml.\n")


def test_what_its_output_names_and_cannot_be_had_is_listed(check: Check, tmp_path: Path) -> None:
    output = '[output]\nsubtitles = ["xx"]\nintro = "no.mp4"\noutro = "no.mov"\ntemplate = "no.pptx"\n'
    output += '[voice]\nmusic = "no.mp3"\n'
    code, listed, _ = check(more=output, my_toml=LESSON + output)
    assert code == 1
    assert [re.search(r"no\.mp3|'xx'|no\.mp4|no\.mov|no\.pptx", line)[0] for line in listed] == [  # type: ignore[index]
        "no.mp3",
        "'xx'",
        "no.mp4",
        "no.mov",
        "no.pptx",
    ]


def test_scenes_of_the_story_are_looked_at_in_the_lesson_s_look(check: Check, tmp_path: Path) -> None:
    big = "[size]\ntitle = 60\nbody = 60\nsmall = 60\n"
    (tmp_path / "my.toml").write_text(LESSON.partition("[story]")[0] + '[look]\ntheme = "its.toml"\n', "utf-8")
    (tmp_path / "its.toml").write_text(big, "utf-8")
    assert main(["check", "my.toml", "--scene", "CostOfOne"]) == 1


def test_a_network_that_cannot_be_told_of_is_said(check: Check, tmp_path: Path) -> None:
    code, listed, _ = check(
        "asks = ('hidden',)\n    chapter, title", "chapter, title", more="", my_toml=LESSON.replace("[3]", "[]")
    )
    assert code == 1
    assert listed == [
        "FAIL  my.toml: Mine shows a hidden layer; give the network one with hidden in [network], such as [16]."
    ]


def test_a_scene_that_is_not_told_to_its_end_hands_nothing_over(check: Check, tmp_path: Path) -> None:
    told = LESSON.partition("[story]")[0] + '[story]\nbeats = ["OutputNudges.the_wishes"]\n'
    (tmp_path / "my.toml").write_text(told, "utf-8")
    assert main(["check", "my.toml"]) == 0
