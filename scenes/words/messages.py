"""Messages: every sentence and label, read from files of Project Fluent, one folder a language.

A lesson may lay a file of its own over them. What is wrong with a file is said with its name and line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, Pattern, ResolverEnvironment
from fluent.syntax import FluentSerializer, ast

from netsim.border.nearest import meant
from scenes.look.manner import Manner
from scenes.words.files import LABELS, PAPER, WordsError, parsed, words_in
from scenes.words.languages import ENGLISH, language_of
from scenes.words.layers import Laid, told_by
from scenes.words.manners import MANNERS, manner_of
from scenes.words.numbers import FUNCTIONS, Fact, argument
from scenes.words.references import Uses, letters_of, no_fact, problems_of, uses_of
from scenes.words.sentence import Sentence, Sources

#: Endings of the files whose messages stand in whatever is told.
COMMON = (f"/{LABELS}", f"/{PAPER}")


class Messages(Laid):
    """All messages of a language, those of a lesson's own laid over them.

    Parameters
    ----------
    language
        What it is called on the web (BCP 47): ``en``, ``pt-BR``.
    texts
        Files in the order in which they are laid over each other: what each is called, and its text.
    own
        How many of the last of them are a lesson's own.
    english
        What is said where none of these files says it.

    Attributes
    ----------
    source
        What `load` calls the language.
    english
        What is said where these files say nothing; None of English itself.
    """

    def __init__(
        self,
        language: str,
        texts: Iterable[tuple[str, str]],
        own: int = 0,
        english: Messages | None = None,
        source: str = "",
    ) -> None:
        super().__init__(language, source or language, english)
        self.english = english
        self._aside: dict[str, FluentBundle] = {}
        self._reached = cache(lambda name: self.uses(name).messages)
        self._written = cache(lambda name: FluentSerializer().serialize_entry(self.entries[name]).encode())
        texts = list(texts)
        for i, (name, text) in enumerate(texts):
            self.lay(name, text, own=i >= len(texts) - own)
        for key, entry in self.entries.items():
            for problem in problems_of(self.entries, entry):
                raise WordsError(f"{self.place_of(key)}: {problem}")

    @staticmethod
    def load(language: str = ENGLISH, own: Path | None = None) -> Messages:
        """Read the messages of a language, and a file of a lesson's own; what neither has is said in English.

        Raises
        ------
        WordsError
            If there is no such language or file, or a file is not well formed.
        """
        written = own.stat().st_mtime_ns if own is not None and own.is_file() else 0
        return _load(language, own, (language_of(language).written, written))

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return str(self.say("language", {}))

    @property
    def code(self) -> str:
        """What the language is called in films, in three letters (ISO 639-2)."""
        return str(self.say("language", {}, "code"))

    @cached_property
    def manner(self) -> Manner:
        """How it is written."""
        if "language" not in self.entries:
            return manner_of(self.language, {}, "")
        said = self.bundle.get_message("language").attributes
        told = {name: str(self.bundle.format_pattern(said[name])[0]) for name in MANNERS if name in said}
        return manner_of(self.language, told, self.place_of("language"))

    def has(self, name: str, attribute: str = "", own: bool = False) -> bool:
        """Whether there is such a message, or one of its attributes; ``own``: in the lesson's own file."""
        entry = self.entries.get(name)
        if entry is None or (own and name not in self.own):
            return False
        return attribute in [one.id.name for one in entry.attributes] if attribute else entry.value is not None

    def say(self, name: str, facts: Mapping[str, Fact], attribute: str = "") -> Sentence:
        """Say a message with facts of a trace filled in.

        Raises
        ------
        WordsError
            If there is no such message, or it names a fact that is not given.
        """
        called = f"{name}.{attribute}" if attribute else name
        if not self.has(name, attribute):
            raise WordsError(
                f"there is no message {called!r} in {self.source}, "
                f"expected one of those that are there{meant(name, self.entries)}."
            )
        if called in self.untold and self.english is not None:
            return self.english.say(name, facts, attribute)
        message = self.bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        return self._said(self.bundle, pattern, facts, f"{self.place_of(name)}: {called}")

    def say_text(self, text: str, facts: Mapping[str, Fact], where: str) -> Sentence:
        """Say a text that stands in no file, such as a docstring, written as a message is.

        Raises
        ------
        WordsError
            If it is not well formed, or names a fact that is not given, or a role that does not exist.
        """
        if text not in self._aside:
            self.uses_in(text, where)
            bundle = FluentBundle([self.language], functions=FUNCTIONS, use_isolating=False)
            bundle.add_resource(parsed(_alone(text), where))
            self._aside[text] = bundle
        bundle = self._aside[text]
        return self._said(bundle, bundle.get_message("text").value, facts, where)

    def uses(self, name: str, attribute: str | None = None) -> Uses:
        """Return the facts and states that a message (or an attribute; "": its value) uses, and what it refers to."""
        if self.english is not None and (f"{name}.{attribute}" if attribute else name) in self.untold:
            return self.english.uses(name, attribute)
        return uses_of(self.entries, name, attribute)

    def uses_in(self, text: str, where: str) -> Uses:
        """Return what a text that stands in no file uses.

        Raises
        ------
        WordsError
            If it is not well formed, or uses what does not exist.
        """
        (entry,) = parsed(_alone(text), where).body
        assert isinstance(entry, ast.Message)
        entries = {**self.entries, "text": entry}
        for problem in problems_of(entries, entry):
            raise WordsError(f"{where}: {problem}")
        return uses_of(entries, "text")

    def lacking(self, names: Iterable[str]) -> list[str]:
        """Return which are untold of some messages, of labels, of what is printed, and of all that they refer to."""
        if self.english is None:
            return []
        everywhere = [
            one for one in self.english.entries if self.english.place_of(one).partition(",")[0].endswith(COMMON)
        ]
        reached = {other for one in (*names, *everywhere) for other in self._reached(one)}
        return [
            one
            for one in self.entries
            if one in reached and not told_by(one, self.entries[one]).isdisjoint(self.untold)
        ]

    def letters(self, name: str) -> int:
        """Say about how many letters a message says: which of its variants, only a trace can tell."""
        value = self.entries[name].value
        return letters_of(value) if value is not None else 0

    def digest(self, names: Iterable[str]) -> str:
        """Make a fingerprint of the texts of some messages and of all labels, with all that they refer to."""
        names = tuple(names)
        digest = hashlib.sha256(self.language.encode())
        if self.english is not None and self.untold:
            digest.update(self.english.digest(names).encode())
        for one in sorted({one for name in (*names, *self.labels) for one in self._reached(name)}):
            digest.update(self._written(one))
        return digest.hexdigest()[:16]

    def _said(self, bundle: FluentBundle, pattern: Pattern | None, facts: Mapping[str, Fact], where: str) -> Sentence:
        sources = Sources(self.manner)
        given = {name: argument(name, fact, sources) for name, fact in facts.items()}
        # The bundle's own way of saying a pattern would make plain numbers of ours, which know their source.
        errors: list[Exception] = []
        env = ResolverEnvironment(context=bundle, current=CurrentEnvironment(args=given), errors=errors)
        assert pattern is not None, "a message that is asked for has a text"
        try:
            text = pattern(env)
        except ValueError as error:
            errors.append(error)
        if errors:
            raise WordsError(f"{where}: {_complaint(errors[0], facts)}") from None
        return sources.finish(str(text))


@lru_cache(maxsize=16)
def _load(language: str, own: Path | None, written: tuple[int, int]) -> Messages:
    spoken = language_of(language)
    texts = spoken.texts()
    if own is not None:
        texts.append((own.name, words_in(own, "story.words names a file of messages beside the lesson")))
    english = None if spoken.tag == ENGLISH and not spoken.brought else Messages.load()
    return Messages(spoken.tag, texts, int(own is not None), english, language)


def _alone(text: str) -> str:
    """Return a text as a file with one message."""
    return f"text = {' '.join(text.split())}"


def _complaint(error: Exception, facts: Mapping[str, Fact]) -> str:
    said = str(error)
    if said.startswith("Unknown external: "):
        return no_fact(said.removeprefix("Unknown external: "), facts)
    return f"{said.rstrip('.')}."
