"""Translations that come along: complete, without English, without what nobody says, each label from the same facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from scenes.words.languages import ENGLISH, folders, language_of
from scenes.words.messages import Messages
from tests.scenes.said.audit import all_that_speak

#: Languages that say all that English says, and what a language that does not yet is complete for.
TRANSLATIONS = [language for language in folders() if language != ENGLISH]
CHAPTERS = {"zh": ("nudges",)}
#: Words that are the same in a language as in English, beside names of functions.
SAME = {"de": {"in", "minus", "plus"}, "es": {"delta", "error"}}
NAMES = {"ReLU", "tanh", "GELU", "softmax", "eng"}
#: One word for one thing: what a language calls otherwise everywhere, or what would say something else in it.
NEVER_SAID = {
    "en": ("loss", "step size"),
    "de": ("Verlust", "Fehlerfunktion", "Schwellenwert", "versteckt", "Schrittweite", "durch Glück", "weiter hinten"),
    "es": ("coste", "umbral", "escondid", "tamaño del paso", "preguntados", "por suerte", "película"),
    "zh": ("损失", "成本", "偏差", "学习速率", "隐含层", "隐层", "最后的权重"),
}
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NO_WORDS = re.compile(r"\[[^\]]*\]\(math\)|\]\(\w+\)")


class _Texts(Visitor):
    """Collects the texts of a pattern."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.texts.append(node.value)


def texts_of(pattern: ast.Pattern) -> list[str]:
    """The texts of a pattern, all its variants, without symbols and roles."""
    texts = _Texts()
    texts.visit(pattern)
    return [_NO_WORDS.sub(" ", text) for text in texts.texts]


def words_in(pattern: ast.Pattern) -> list[str]:
    """The words of a pattern, all its variants, without symbols and roles."""
    return _LETTERS.findall(" ".join(texts_of(pattern)))


def patterns(words: Messages) -> Iterator[tuple[str, ast.Pattern]]:
    """Each text of a language, messages by name, attributes as name.attribute."""
    for name, entry in words.entries.items():
        if entry.value is not None:
            yield name, entry.value
        for attribute in entry.attributes:
            yield f"{name}.{attribute.id.name}", attribute.value


@pytest.fixture(params=TRANSLATIONS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_says_all_that_is_to_be_said(language: str) -> None:
    words = Messages.load(language)
    told = [scene for scene in all_that_speak() if scene.chapter in CHAPTERS.get(language, (scene.chapter,))]
    assert words.lacking(name for scene in told for name in scene.messages(words)) == []


def test_no_english_is_left_in_it(language: str) -> None:
    english, words = dict(patterns(Messages.load())), Messages.load(language)
    known = NAMES | SAME.get(language, set[str]())
    left = {
        name: said
        for name, pattern in patterns(words)
        if name in english and name not in words.untold
        if (said := words_in(pattern)) and said == words_in(english[name]) and not set(said) <= known
    }
    assert left == {}


@pytest.mark.parametrize("tag", folders())
def test_one_thing_has_one_word(tag: str) -> None:
    said = {
        (name, word)
        for name, pattern in patterns(Messages.load(tag))
        for text in texts_of(pattern)
        for word in NEVER_SAID[tag]
        if re.search(rf"(?<![a-z]){word.casefold()}", text.casefold())
    }
    assert said == set()


def test_it_has_no_messages_that_nobody_says(language: str) -> None:
    english, words = Messages.load(), Messages.load(language)
    own = set(words.entries) - set(english.entries)
    assert [name for name in own if name[0].isupper()] == []
    reached = {one for name in english.entries for one in words.uses(name).messages}
    assert own - reached == set()
    extra = {name for name, _ in patterns(words) if "." in name} - {name for name, _ in patterns(english)}
    used = "".join(text for _, text in language_of(language).texts())
    assert [name for name in extra if f"{{ {name} }}" not in used and name.partition(".")[0] != "language"] == []


def test_its_labels_take_the_facts_that_english_takes(language: str) -> None:
    """A label's facts come from a picture; those of a sentence are known of each scene, and said on all networks."""
    english, words = Messages.load(), Messages.load(language)
    base = {"label", "star_class", "outputs_are", "classes", "inputs", "sizes", "kind", "came_from"}
    for name, entry in english.entries.items():
        for attribute in [one.id.name for one in entry.attributes]:
            given = english.uses(name, attribute).facts | (base if name[0].isupper() else set())
            assert words.uses(name, attribute).facts <= given, f"{name}.{attribute}"


def test_it_says_what_it_is_called(language: str) -> None:
    words = Messages.load(language)
    plain = str(language_of(language).locale.language_name).casefold()
    assert words.name.casefold().removeprefix("简体") == plain, "Chinese says in which letters, too"
    assert len(words.code) == 3
