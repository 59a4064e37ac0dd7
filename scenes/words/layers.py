"""Layers of messages: files laid over each other, a lesson's own over its language's, all over English."""

from __future__ import annotations

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from netsim.border.nearest import meant
from scenes.words.files import LABELS, WordsError, line_of, parsed
from scenes.words.languages import is_path
from scenes.words.manners import MANNERS
from scenes.words.numbers import FUNCTIONS

#: The attribute of a message that is read aloud in its place, where a voice should say it otherwise.
SPOKEN = "spoken"
#: How attributes begin that say what a scene waits for, in the words of the message: `.until-the-rest = el resto`.
AWAITED = "until-"


class Laid:
    """Files of messages, laid over each other.

    Parameters
    ----------
    language
        What it is called on the web (BCP 47).
    source
        What `Messages.load` calls it: a tag, or the path of a translation.
    english
        What they are laid over; None of English itself.

    Attributes
    ----------
    entries
        The messages by name; what a file says over another keeps those attributes that it does not say.
    own
        The names of those that are a lesson's own.
    labels
        The names of those that stand on every stage.
    untold
        The names of messages, or of attributes of them (``name.attribute``), that are said in English.
    waiting
        Those among them that stand in a translator's file, in the words of English.
    """

    def __init__(self, language: str, source: str, english: Laid | None) -> None:
        self.language, self.source, self._under = language, source, english
        self.bundle = FluentBundle([language], functions=FUNCTIONS, use_isolating=False)
        self.entries: dict[str, ast.Message | ast.Term] = {}
        self.own: set[str] = set()
        self.labels: set[str] = set()
        self.untold: set[str] = set()
        self.waiting: set[str] = set()
        self._places: dict[str, str] = {}
        if english is not None:
            self._begin_with(english)

    def _begin_with(self, english: Laid) -> None:
        """Let all messages be those of English, until a file says them."""
        self.entries |= english.entries
        manner = {f"language.{name}" for name in MANNERS}  # what a language need not say of itself
        self._places |= english._places
        self.labels |= english.labels
        for key, entry in english.entries.items():
            self.untold |= told_by(key, entry) - manner
            self.bundle.add_resource(ast.Resource([entry]))

    def lay(self, name: str, text: str, own: bool) -> None:
        """Lay a file over what was said so far.

        Parameters
        ----------
        name
            What it is called in errors.
        text
            What stands in it.
        own
            Whether it is a lesson's own; such a file says nothing that nobody asks for.

        Raises
        ------
        WordsError
            If it is not well formed, or is a lesson's own and names a message that there is not.
        """
        resource = parsed(text, name)
        for entry in resource.body:
            if not isinstance(entry, ast.Message | ast.Term):
                continue
            key = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
            self._places[key] = f"{name}, {line_of(text, entry.id.span.start if entry.id.span else 0)}"
            before = self.entries.get(key)
            if own and before is None and key[0].islower():
                raise WordsError(
                    f"{self._places[key]}: there is no message {key!r} to be said otherwise{meant(key, self.entries)}."
                )
            told = told_by(key, entry) | ({f"{key}.{name}" for name in _of_the_value(before)} if entry.value else set())
            self.waiting |= (copied := self._copied(key, entry))
            self.untold -= told - copied
            if before is not None:
                _fill_up(entry, before)
            self.entries[key] = entry
            if name.endswith(f"/{LABELS}"):
                self.labels.add(key)
            if own:
                self.own.add(key)
        self.bundle.add_resource(resource, allow_overrides=True)

    def _copied(self, key: str, entry: ast.Message | ast.Term) -> set[str]:
        """Return what a translator's own file says of a message in the words of English: it waits to be translated."""
        english = self._under.entries.get(key) if self._under is not None and is_path(self.source) else None
        if english is None or key == "language":
            return set()
        theirs = {one.id.name: one for one in english.attributes}
        same = {name for one in entry.attributes if (name := one.id.name) in theirs and one.equals(theirs[name])}
        whole = {key} if entry.value and english.value and entry.value.equals(english.value) else set()
        return whole | {f"{key}.{name}" for name in same}

    def place_of(self, name: str) -> str:
        """Return the file and the line where a message stands."""
        return self._places[name]


def told_by(key: str, entry: ast.Message | ast.Term) -> set[str]:
    """Return what an entry says: its name if it has a text, and each attribute as ``name.attribute``."""
    attributes = {f"{key}.{attribute.id.name}" for attribute in entry.attributes}
    return attributes if entry.value is None else {key, *attributes}


def _fill_up(entry: ast.Message | ast.Term, before: ast.Message | ast.Term) -> None:
    """Give an entry the value and the attributes of the one that it stands for, where it has none of its own.

    How the other's value is read aloud, and what is waited for in it, is no matter of an entry with a value of its own.
    """
    said = {attribute.id.name for attribute in entry.attributes} | (_of_the_value(before) if entry.value else set())
    entry.attributes += [attribute for attribute in before.attributes if attribute.id.name not in said]
    entry.value = entry.value or before.value


def _of_the_value(entry: ast.Message | ast.Term | None) -> set[str]:
    """Return the names of an entry's attributes that are about its value."""
    names = {attribute.id.name for attribute in entry.attributes} if entry is not None else set()
    return {name for name in names if name == SPOKEN or name.startswith(AWAITED)}
