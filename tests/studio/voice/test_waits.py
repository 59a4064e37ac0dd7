"""What a beat waits for must be in what it says, in the language that it is told in."""

from dataclasses import replace

import pytest
from manim import Square

from netsim import Trace
from scenes.cli import main
from scenes.stage.beats import beat
from scenes.stage.heard.voice import Voice, Word
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.own_scenes import scenes_in
from scenes.story.told import Part
from scenes.words.files import WordsError
from scenes.words.messages import Messages
from tests.studio.voice.conftest import SCENE, Told, production_in

WRONG = (
    "Aloud.the_wishes waits until it says 'rest', but it says (English): "
    "'The two should light up, the others should dim.'; wait for words of that."
)
TOLD = "Aloud-the_wishes = Die Zwei soll aufleuchten, der Rest soll dunkel werden.\n"


class Aloud(TraceScene):
    """A scene that waits for words, and the same in a lesson's own words."""

    title = "Aloud"

    @beat
    def the_wishes(self) -> None:
        """The two should light up, the rest should dim."""
        self.until("light up")
        self.until("the rest")
        self.add(Square())


@pytest.fixture(scope="module")
def trace(trace_file):
    return Trace.load(trace_file)


def in_german(tmp_path, text):
    path = tmp_path / "words.ftl"
    path.write_text(text, "utf-8")
    return Messages.load("de", path)


def test_a_phrase_that_the_beat_does_not_say_is_refused_before_anything_is_filmed(tmp_path):
    production = production_in(tmp_path)
    (tmp_path / "aloud.py").write_text(SCENE.replace("the rest should", "the others should"))
    [scene] = scenes_in(tmp_path / "aloud.py")
    with pytest.raises(WordsError) as refused:
        replace(production, parts=[Part(scene, None)]).film_scenes(Told())
    assert str(refused.value) == WRONG
    assert not list(tmp_path.rglob("*.mp4"))


def test_check_finds_it(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "aloud.py").write_text(SCENE.replace("the rest should", "the others should"))
    (tmp_path / "my.toml").write_text('[data]\nname = "xor"\n[story]\nscenes_file = "aloud.py"\nscenes = ["Aloud"]\n')
    assert main(["check", "my.toml", "--run"]) == 1
    assert WRONG in capsys.readouterr().out


def test_a_translation_says_what_it_is_called_there(trace, tmp_path):
    waits = "    .until-light-up = aufleuchten\n    .until-the-rest = der Rest\n"
    rehearse(Aloud, trace, words=in_german(tmp_path, TOLD + waits))
    for text, phrase in ((TOLD, "light up"), (TOLD + waits.replace("der Rest", "den Rest"), "den Rest")):
        with pytest.raises(
            WordsError, match=rf"waits until it says '{phrase}'.*\(Deutsch\): 'Die Zwei soll"
        ) as refused:
            rehearse(Aloud, trace, words=in_german(tmp_path, text))
        name = {"light up": "light-up", "den Rest": "the-rest"}[phrase]
        assert str(refused.value).endswith(f".until-{name} = … under Aloud-the_wishes =.")


def test_it_is_waited_for_in_the_words_of_the_translation(trace, tmp_path):
    scene = Aloud(trace, words=in_german(tmp_path, TOLD + "    .until-light-up = aufleuchten\n"))
    assert scene.awaited("the_wishes", "light up") == "aufleuchten"
    assert scene.awaited("the_wishes", "der Rest") == "der Rest"
    assert Aloud(trace, words=Messages.load("de")).awaited("the_wishes", "the rest") == "the rest", (
        "its docstring is said"
    )


@pytest.mark.parametrize(
    ("phrase", "after", "start"),
    [("light up", 0, 1), ("lightup", 0, 1), ("the", 0, 0), ("the", 0.5, 3), ("rest should", 0, 3.5), ("res", 0, None)],
)
def test_a_voice_says_a_phrase_when_it_says_its_first_word(tmp_path, phrase, after, start):
    said = [("The", 0), ("two", 0.5), ("light", 1), ("up,", 1.5), ("the", 3), ("rest", 3.5), ("should", 4), ("dim.", 5)]
    voice = Voice(tmp_path / "a.wav", 6.0, 0.5, tuple(Word(text, at, at + 0.5) for text, at in said))
    assert voice.says(phrase, after - 0.1) == start
