"""Messages: every sentence and label, read from files of Project Fluent, one folder a language.

A lesson may lay a file of its own over them. What is wrong with a file is said with its name and line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from babel import Locale
from babel.numbers import get_decimal_symbol
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, Pattern, ResolverEnvironment
from fluent.syntax import FluentParser, ast

from scenes.words.numbers import FUNCTIONS, Fact, argument
from scenes.words.references import Uses, problems_of, uses_of
from scenes.words.sentence import Sentence, Sources

ENGLISH = "en"


class WordsError(ValueError):
    """Words that cannot be said; the text is one sentence that names the file, the line and what is known."""


class Messages:
    """All messages of a language, those of a lesson's own laid over them.

    Parameters
    ----------
    language
        A folder of ``assets/words``, such as ``en``.
    texts
        Files in the order in which they are laid over each other: what each is called, and its text.
    own
        How many of the last of them are a lesson's own.
    """

    def __init__(self, language: str, texts: Iterable[tuple[str, str]], own: int = 0) -> None:
        self.language = language
        self._bundle = FluentBundle([language], functions=FUNCTIONS, use_isolating=False)
        self.entries: dict[str, ast.Message | ast.Term] = {}
        self._places: dict[str, str] = {}
        self._own: set[str] = set()
        self._aside: dict[str, FluentBundle] = {}
        texts = list(texts)
        for i, (name, text) in enumerate(texts):
            self._lay(name, text, own=i >= len(texts) - own)
        for key, entry in self.entries.items():
            for problem in problems_of(self.entries, entry):
                raise WordsError(f"{self._places[key]}: {problem}")

    @staticmethod
    def load(language: str = ENGLISH, own: Path | None = None) -> Messages:
        """Read the messages of a language, and a file of a lesson's own; what neither has is said in English.

        Raises
        ------
        WordsError
            If there is no such language or file, or a file is not well formed.
        """
        written = own.stat().st_mtime_ns if own is not None and own.is_file() else 0
        return _load(language, own, written)

    @property
    def locale(self) -> str:
        """What the language is called where pages and films are tagged with it, such as ``en``."""
        return self.language

    @property
    def point(self) -> str:
        """What stands before decimals."""
        return str(get_decimal_symbol(Locale.parse(self.language)))

    def has(self, name: str, attribute: str = "", own: bool = False) -> bool:
        """Whether there is such a message, or one of its attributes; ``own``: in the lesson's own file."""
        entry = self.entries.get(name)
        if entry is None or (own and name not in self._own):
            return False
        return attribute in [one.id.name for one in entry.attributes] if attribute else entry.value is not None

    def say(self, name: str, facts: Mapping[str, Fact], attribute: str = "") -> Sentence:
        """Say a message with facts of a trace filled in.

        Raises
        ------
        WordsError
            If there is no such message, or it names a fact that is not given.
        """
        if not self.has(name, attribute):
            known = get_close_matches(name, self.entries, 3, 0.5)
            like = f", perhaps {' or '.join(known)}" if known else ""
            raise WordsError(
                f"there is no message {_called(name, attribute)!r} in assets/words/{self.language}, "
                f"expected one of those that are there{like}."
            )
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        return self._said(self._bundle, pattern, facts, f"{self._places[name]}: {_called(name, attribute)}")

    def say_text(self, text: str, facts: Mapping[str, Fact], where: str) -> Sentence:
        """Say a text that stands in no file, such as a docstring, written as a message is.

        Raises
        ------
        WordsError
            If it is not well formed, or names a fact that is not given.
        """
        if text not in self._aside:
            bundle = FluentBundle([self.language], functions=FUNCTIONS, use_isolating=False)
            bundle.add_resource(_parsed(f"text = {' '.join(text.split())}", where))
            self._aside[text] = bundle
        bundle = self._aside[text]
        return self._said(bundle, bundle.get_message("text").value, facts, where)

    def uses(self, name: str, attribute: str = "") -> Uses:
        """Return the facts, roles and states that a message uses, those of the messages that it refers to too."""
        return uses_of(self.entries, name, attribute)

    def digest(self, names: Iterable[str]) -> str:
        """Make a fingerprint of the texts of some messages, and of all that they refer to."""
        digest = hashlib.sha256(self.language.encode())
        reached = {one for name in names if name in self.entries for one in self.uses(name).messages}
        for name in sorted(reached):
            digest.update(repr(self.entries[name].to_json()).encode())
        return digest.hexdigest()

    def _lay(self, name: str, text: str, own: bool) -> None:
        resource = _parsed(text, name)
        for entry in resource.body:
            if not isinstance(entry, ast.Message | ast.Term):
                continue
            key = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
            line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
            if own and key not in self.entries and "-" not in key:
                known = get_close_matches(key, self.entries, 1, 0.5)
                like = f", perhaps {known[0]}" if known else ""
                raise WordsError(f"{name}, line {line}: there is no message {key!r} to be said otherwise{like}.")
            self.entries[key] = entry
            self._places[key] = f"{name}, line {line}"
            if own:
                self._own.add(key)
        self._bundle.add_resource(resource, allow_overrides=True)

    def _said(self, bundle: FluentBundle, pattern: Pattern | None, facts: Mapping[str, Fact], where: str) -> Sentence:
        sources = Sources(self.point)
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
def _load(language: str, own: Path | None, written: int) -> Messages:
    folder = Path(str(files("assets") / "words"))
    known = sorted(place.name for place in folder.iterdir() if place.is_dir())
    if language not in known:
        raise WordsError(f"language = {language!r}: there are no words in it, expected one of {', '.join(known)}.")
    texts = [
        (f"assets/words/{one}/{path.name}", path.read_text("utf-8"))
        for one in dict.fromkeys((ENGLISH, language))
        for path in sorted((folder / one).glob("*.ftl"))
    ]
    if own is None:
        return Messages(language, texts)
    try:
        texts.append((own.name, own.read_text("utf-8-sig")))
    except FileNotFoundError:
        raise WordsError(f"{own}: there is no such file of words; story.words names one beside the lesson.") from None
    except UnicodeDecodeError:
        raise WordsError(f"{own}: not UTF-8 text; save the file of words as UTF-8.") from None
    except OSError as error:
        raise WordsError(f"{own} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    return Messages(language, texts, own=1)


def _parsed(text: str, name: str) -> ast.Resource:
    resource = FluentParser().parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            mark = entry.annotations[0]
            at = mark.span.start if mark.span else 0
            message = (mark.message or "not well formed").rstrip(".")
            raise WordsError(f"{name}, line {text.count(chr(10), 0, at) + 1}: {message}, as Project Fluent writes it.")
    return resource


def _called(name: str, attribute: str) -> str:
    return f"{name}.{attribute}" if attribute else name


def _complaint(error: Exception, facts: Mapping[str, Fact]) -> str:
    said = str(error)
    if said.startswith("Unknown external: "):
        name = said.removeprefix("Unknown external: ")
        near = get_close_matches(name, facts, 1, 0.5)
        like = f", perhaps {{{near[0]}}}" if near else ""
        return f"{{{name}}} is no fact that this scene gives{like}; it gives {', '.join(sorted(facts))}."
    return f"{said.rstrip('.')}."
