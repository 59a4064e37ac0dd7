"""Words of a lesson's own: what they say instead, which scenes they concern, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from netsim import Trace
from scenes.cli import main
from scenes.commands.planning.planned import lesson_at, planned
from scenes.commands.planning.request import Request
from scenes.nudges.output_nudges import OutputNudges
from scenes.words.files import WordsError

WORDS = '[story]\nwords = "mine.ftl"\nscenes = ["OutputNudges", "ThreeLevers"]\n'
OWN = """
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene


class Hello(TraceScene):
    chapter = "nudges"
    title = "Hello"

    @beat("N1")
    def greeting(self):
        \"\"\"Good morning,
        SAID.\"\"\"
"""

Write = Callable[[str], Path]


@pytest.fixture
def with_words(tmp_path: Path) -> Write:
    """Write a lesson with words of its own."""

    def write(words: str) -> Path:
        (tmp_path / "mine.ftl").write_text(words, "utf-8")
        (tmp_path / "lesson.toml").write_text(WORDS, "utf-8")
        return tmp_path / "lesson.toml"

    return write


@pytest.fixture
def with_scene(tmp_path: Path) -> Write:
    """Write a lesson with a scene of its own that says something."""

    def write(said: str) -> Path:
        (tmp_path / "mine.py").write_text(OWN.replace("SAID", said), "utf-8")
        (tmp_path / "lesson.toml").write_text('[story]\nscenes_file = "mine.py"\nscenes = ["Hello"]\n', "utf-8")
        return tmp_path / "lesson.toml"

    return write


def test_a_message_of_ones_own_is_said_and_the_labels_beside_it_stay(with_words: Write, trace: Trace) -> None:
    path = with_words("OutputNudges = Wanted\nOutputNudges-the_target = A 1 at the { $label }.\n")
    words = lesson_at(Request(lesson=path)).words()
    assert OutputNudges.titled(words) == "Wanted"
    assert words.say("OutputNudges", {}, "longest") == "longest"
    said = OutputNudges.says(trace, words=words)
    assert said["the_target"] == f"A 1 at the {trace.classes[trace.label(0)]}."
    assert said["the_example"] == OutputNudges.says(trace)["the_example"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("\nOutputNudges-the_wishes = { $label\n", r"^mine\.ftl, line 3: .*Project Fluent writes it\.$"),
        (
            "OutputNudges-the_wishes = The { $labl }.\n",
            r"line 1: .*\{labl\} is no fact .*did you mean 'label'\?\); it gives ",
        ),
        ("OutputNudges-the_wishes = [x](fokus)\n", r"line 1: there is no role 'fokus'.*did you mean 'focus'"),
        ("OutputNudges-the_wishes = { NUMB($wish) }\n", r"line 1: there is no function 'NUMB'.*did you mean 'NUM'"),
        ("OutputNudges-the_wishes = { thingz }\n", r"line 1: there is no message 'thingz'.*did you mean 'thing'"),
        (
            "\n\nOutputNudges-the_wish = So.\n",
            r"line 3: OutputNudges has no beat 'the_wish' \(did you mean 'the_wishes'\?\);",
        ),
        ("OutputNudge-the_wishes = So.\n", r"line 1: there is no scene 'OutputNudge'.*did you mean 'OutputNudges'"),
        ("thinks = So.\n", r"line 1: there is no message 'thinks' to be said otherwise \(did you mean 'things'\?\)"),
        ("things = { $labl }\n", r"line 1: .*\{labl\} is no fact"),
        ("OutputNudges =\n    .longest = { $wish } { $wishh }\n", r"OutputNudges\.longest: \{wishh\} is no fact"),
    ],
)
def test_what_is_wrong_with_a_message_is_said_with_its_line_before_anything_is_trained(
    with_words: Write, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    path = with_words(words)
    with pytest.raises(WordsError, match=said):
        lesson_at(Request(lesson=path))
    for command in ("list", "render", "stills", "record", "handout"):
        assert main([command, str(path)]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.count("\n") == 1
    assert main(["check", str(path)]) == 1
    listed = capsys.readouterr().out
    assert listed.startswith("FAIL  ")
    assert re.search(said.removeprefix("^"), listed, re.MULTILINE)


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("a { is open", r"mine\.py, line 13: Hello\.greeting: .*"),
        (
            "{labl}",
            r"mine\.py, line 13: Hello\.greeting: \{labl\} is no fact .*did you mean 'label'\?\); it gives ",
        ),
        ("[x](fokus)", r"mine\.py, line 13: Hello\.greeting: there is no role 'fokus'"),
        ("{label:>5}", r"mine\.py, line 13: Hello\.greeting: .*format that sentences do not have"),
    ],
)
def test_what_is_wrong_with_a_docstring_is_said_with_its_line(
    with_scene: Write, capsys: pytest.CaptureFixture[str], said: str, complaint: str
) -> None:
    path = with_scene(said)
    with pytest.raises(WordsError, match=complaint):
        lesson_at(Request(lesson=path))
    assert main(["check", str(path)]) == 1
    listed = capsys.readouterr().out
    assert listed.count("\n") == 1
    assert re.search(f"^FAIL  .*{complaint}", listed)


def test_a_scene_that_says_what_there_is_passes(with_scene: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(with_scene("the [{label}](focus) of {classes}"))]) == 0
    assert "1 scene, 1 beat, all of which can be said" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "concerned"),
    [
        ("# Nothing is said otherwise.\n", set()),
        ("OutputNudges-the_target = A 1 at the { $label }.\n", {"OutputNudges"}),
        ("ThreeLevers =\n    .longest = the longest\n", {"ThreeLevers"}),
        ("an-example = picture\n", {"OutputNudges"}),  # ThreeLevers does not refer to it
        ("column =\n    .more = and { $count } others\n", {"OutputNudges", "ThreeLevers"}),
        ("by-hand = Now you\n", set()),
        ("Sensitivity = How much?\n", set()),
    ],
)
def test_a_changed_sentence_concerns_the_scenes_that_say_it(with_words: Write, words: str, concerned: set[str]) -> None:
    before, after = (
        {shot.name: [piece.key for piece in shot.pieces] for shot in planned(Request(lesson=with_words(said))).shots()}
        for said in ("", words)
    )
    assert set(after) == {"OutputNudges", "ThreeLevers"}
    assert {name for name in after if after[name] != before[name]} == concerned
