"""`nudge words`: what languages there are, and a translation begun, completed, and told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scenes.cli import main
from scenes.words.messages import Messages


def test_languages_are_listed_with_how_complete_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words"]) == 0
    listed = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    many = len(Messages.load().entries)
    assert listed["en"].endswith(f"English: {many} of {many} messages")
    assert "Deutsch" in listed["de"]


def test_what_a_language_lacks_that_comes_along_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", "zh"]) == 0
    first, *names = capsys.readouterr().out.splitlines()
    assert first.endswith(" messages"), "no file of one's own is told of"
    assert {name.strip() for name in names} == Messages.load("zh").untold


def test_what_is_wrong_in_a_begun_translation_is_found_at_the_message_and_not_at_its_comment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["words", "--missing", "fr.ftl"]) == 0
    place = Messages.load(str(tmp_path / "fr.ftl")).place_of("OutputNudges-the_wishes")
    line = (tmp_path / "fr.ftl").read_text("utf-8").splitlines()[int(place.rpartition(" ")[2]) - 1]
    assert line.startswith("OutputNudges-the_wishes =")


@pytest.mark.parametrize("name", ["fr.ftl", "fr"])
def test_a_translation_is_begun_completed_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["words", "--missing", name]) == 0
    assert "français: 1 of " in capsys.readouterr().out
    english, words = Messages.load(), Messages.load(str(tmp_path / name))
    assert words.untold == words.waiting, "all that English says stands there, and waits"
    assert {name.partition(".")[0] for name in words.waiting} == set(english.entries) - {"language"}
    files = [tmp_path / name] if name == "fr.ftl" else sorted((tmp_path / name).glob("*.ftl"))
    for path in files:
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("\nthing =\n    {", "\nthing =\n    une {").replace("= wish\n", "= souhait\n"), "utf-8"
        )
    words = Messages.load(str(tmp_path / name))
    assert words.say("standing-network", {}, "wish") == "souhait"
    assert words.say("thing", {"kind": "image"}) == "une image"
    before = [path.read_text("utf-8") for path in files]
    assert main(["words", "--missing", name]) == 0
    assert [path.read_text("utf-8") for path in files] == before, "nothing is written twice"
    path = next(path for path in files if "\nthing =\n    une" in path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace("\nthings =\n", "\nthings-of-mine =\n"), "utf-8")
    assert main(["words", "--missing", name]) == 0
    assert "things" in Messages.load(str(tmp_path / name)).waiting, "what is taken out is asked for again"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("tag", "name", "code"),
    [("fr", "français", "fra"), ("pt-BR", "português", "por"), ("haw", "ʻŌlelo Hawaiʻi", "haw")],
)
def test_a_begun_translation_has_the_name_and_the_code_of_its_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], tag: str, name: str, code: str
) -> None:
    assert main(["words", "--missing", str(tmp_path / f"{tag}.ftl")]) == 0
    words = Messages.load(str(tmp_path / f"{tag}.ftl"))
    assert (words.name, words.code) == (name, code)
    assert capsys.readouterr().err == ""


def test_a_language_whose_own_name_nobody_knows_is_left_to_its_translator(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pi.ftl"
    assert main(["words", "--missing", str(path)]) == 0
    said = f"{path}: what Pali calls itself is not known here; write it in place of pi after `language =`.\n"
    assert capsys.readouterr().err == said
    assert main(["words", "--missing", str(path)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--missing", "french.ftl"], "'french' is no tag of a language"),
        (["--missing", "fr.txt"], "'fr.txt' is no tag of a language"),
        (["--missing"], "--missing needs the name of a translation"),
        (["--missing", "zh"], "zh comes along, and `nudge words zh` lists what it lacks; a translation of your own is"),
        (["nowhere/fr.ftl"], "there is no such file or folder"),
    ],
)
def test_what_is_no_translation_is_refused(options: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", *options]) == 2
    assert said in capsys.readouterr().err


def test_a_phrase_that_the_translation_does_without_is_not_offered_and_what_is_shown_by_itself_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    english = Messages.load()
    within = {other for name in english.entries for other in english.uses(name).messages if other != name}
    said = "language = français\n"
    for name, entry in english.entries.items():
        if name not in {"language", *within}:
            said += f"{name} =" + (" x" if entry.value else "")
            said += "".join(f"\n    .{one.id.name} = x" for one in entry.attributes) + "\n"
    Path("fr.ftl").write_text(said, "utf-8")
    assert main(["words", "--missing", "fr.ftl"]) == 0
    offered = {name.partition(".")[0] for name in Messages.load(str(tmp_path / "fr.ftl")).waiting}
    assert {"chapter-nudges", "activation-relu"} <= offered, "they stand within others, and by themselves"
    assert offered.isdisjoint({"thing", "things", "star-itself", "own-output"})
    Path("fr.ftl").write_text(said.replace("TheQuestion = x", "TheQuestion = { things }"), "utf-8")
    assert main(["words", "--missing", "fr.ftl"]) == 0
    waiting = Messages.load(str(tmp_path / "fr.ftl")).waiting
    assert "things" in waiting
    assert "thing" not in waiting


def test_a_sentence_that_nobody_says_is_told_with_its_line_and_the_nearest_and_helpers_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fr.ftl"
    path.write_text("language = français\nOutputNudges-the_wishs = { mine }\nmine = Bonjour\n", "utf-8")
    assert main(["words", str(path)]) == 0
    said = "English has no message 'OutputNudges-the_wishs' (did you mean 'OutputNudges-the_wishes'?)."
    assert capsys.readouterr().err == f"{path}, line 2: {said}\n"


@pytest.mark.parametrize("tag", ["de", "es"])
def test_a_phrase_of_english_that_no_sentence_uses_is_not_missed(tag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", tag]) == 0
    [line] = capsys.readouterr().out.splitlines()
    found = re.search(r"(\d+) of (\d+) messages", line)
    assert found
    said, there = found.groups()
    assert said == there
