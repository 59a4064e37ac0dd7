"""Languages: how one is named, what a translation is laid over, and that what it lacks is said in English, once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.core import get_global
from babel.localedata import locale_identifiers

from netsim import Trace
from scenes.cli import main
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request
from scenes.nudges.output_nudges import OutputNudges
from scenes.words.codes import code_of
from scenes.words.files import WordsError
from scenes.words.messages import Messages

#: One sentence whole, one helper of its own, and of a title's labels one.
FRENCH = """
language = français
    .code = fra
le-but = C’est { NUM($y_label, decimals: 1) } pour { thing }
thing = une image
OutputNudges =
    .longest = le plus long
OutputNudges-the_target = { le-but }.
"""

Write = Callable[[str], Path]


@pytest.fixture
def translation(tmp_path: Path) -> Path:
    """Write a translation of a few messages."""
    path = tmp_path / "fr.ftl"
    path.write_text(FRENCH, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("xq", r"^language = 'xq': there are no words in it, expected .*en \(English\).*such as fr\.ftl\.$"),
        ("english", r"did you mean 'en'"),
        ("e", r"there are no words in it"),
        ("fi", r"there are no words in it"),
        ("", r"language"),
        ("fr.ftl", r"there is no such file or folder; `nudge words --missing fr\.ftl` begins one\.$"),
        ("french/", r"there is no such file or folder"),
    ],
)
def test_a_language_that_is_not_there_is_refused_with_the_nearest(name: str, said: str) -> None:
    with pytest.raises(WordsError, match=said):
        Messages.load(name)


def test_a_file_must_be_called_by_its_language(tmp_path: Path) -> None:
    for name in ("mine.ftl", "folder"):
        path = tmp_path / name
        path.mkdir() if path.suffix == "" else path.write_text(FRENCH)
        with pytest.raises(WordsError, match="is no tag of a language, expected a name such as"):
            Messages.load(str(path))
    (tmp_path / "fr").mkdir()
    with pytest.raises(WordsError, match=r"there are no files of messages"):
        Messages.load(f"{tmp_path}/fr")


def test_a_language_with_a_region_has_that_regions_numbers() -> None:
    assert Messages.load("en-ZA").manner.point == ","
    assert Messages.load("en-GB").say("thing", {"kind": "row"}) == "example"


def test_a_translation_says_what_it_has_and_english_the_rest_whole(translation: Path, trace: Trace) -> None:
    words = Messages.load(str(translation))
    said = OutputNudges.sentences(trace, words)
    assert (words.language, words.name, words.code) == ("fr", "français", "fra")
    assert said["the_target"] == "C’est 1,0 pour une image."
    assert said["the_example"] == OutputNudges.sentences(trace)["the_example"], "with English's own helpers"
    assert said["the_outputs"] == OutputNudges.sentences(trace)["the_outputs"], "and with English's numbers"
    assert words.say("OutputNudges", {}, "longest") == "le plus long"
    assert OutputNudges.titled(words) == OutputNudges.titled()
    assert "le-but" in words.uses("OutputNudges-the_target").messages


def test_a_folder_of_files_is_a_language_too(translation: Path, trace: Trace) -> None:
    folder = translation.parent / "words" / "pt-BR"
    folder.mkdir(parents=True)
    translation.rename(folder / "shared.ftl")
    (folder / "nudges.ftl").write_text("OutputNudges = Título\n", "utf-8")
    words = Messages.load(str(folder))
    assert (words.language, words.say("OutputNudges", {})) == ("pt-BR", "Título")
    assert OutputNudges.says(trace, words=words)["the_target"] == "C’est 1,0 pour une image."


def test_a_file_that_is_written_again_is_read_again(translation: Path) -> None:
    assert Messages.load(str(translation)).say("thing", {}) == "une image"
    translation.write_text(FRENCH.replace("une image", "un dessin"), "utf-8")
    assert Messages.load(str(translation)).say("thing", {}) == "un dessin"


def test_a_word_in_english_that_is_said_changes_what_clips_are_kept_under(translation: Path) -> None:
    names = OutputNudges.messages(Messages.load())
    words, english = Messages.load(str(translation)), Messages.load()
    before = words.digest(names)
    assert before not in (english.digest(names), Messages("fr", [("fr.ftl", FRENCH)], english=english).digest(()))
    other = Messages("en", [("labels.ftl", "thing = beast"), ("more.ftl", FRENCH)], english=english)
    assert Messages("fr", [("fr.ftl", FRENCH)], english=other).digest(names) != before


def test_what_a_language_lacks_is_told_once(translation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        planned(Request(names=["OutputNudges"], language=str(translation)), draws=False)
    (told,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("English")]
    lacking = Messages.load(str(translation)).lacking(OutputNudges.messages(Messages.load()))
    assert told.startswith(f"English    {len(lacking)} messages that ")
    assert told.endswith(": place, chapter-descent, chapter-nudges, ...") or ", ..." in told
    assert "fr.ftl" in told
    assert {"OutputNudges", "OutputNudges-the_wishes", "an-example"} <= set(lacking)
    assert not {"OutputNudges-the_target", "thing", "ThreeLevers-the_levers"} & set(lacking)
    assert planned(Request(names=["OutputNudges"], language="en"), draws=False).name == "default-OutputNudges-en"
    assert "English " not in capsys.readouterr().err


def test_every_command_that_says_something_takes_a_language(
    translation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("render", "slides", "stills", "storyboard", "handout", "list", "check"):
        assert main([command, "--language", "xq"]) in (1, 2)
        printed = capsys.readouterr()
        assert "there are no words in it" in printed.err + printed.out
    lesson = tmp_path / "lesson.toml"
    lesson.write_text('[data]\nname = "xor"\n[network]\nhidden = [3]\n[story]\nlanguage = "fr.ftl"\n', "utf-8")
    assert main(["list", str(lesson), "--scene", "OutputNudges"]) == 0
    assert "C’est 1,0" in capsys.readouterr().out
    assert main(["list", str(lesson), "--scene", "OutputNudges", "--language", "en"]) == 0
    assert "C’est" not in capsys.readouterr().out


def test_every_language_that_babel_knows_has_a_code_of_three_letters_which_cldr_knows_as_its_own() -> None:
    aliases = get_global("language_aliases")
    for tag in {name.partition("_")[0] for name in locale_identifiers()}:
        code = code_of(tag)
        assert re.fullmatch("[a-z]{3}", code)
        assert code == tag or aliases[code] == tag
    assert code_of("zh-Hant") == Messages.load("zh").code
    assert [code_of(tag) for tag in ("en", "de-CH", "es")] == [Messages.load(tag).code for tag in ("en", "de", "es")]
