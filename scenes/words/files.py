"""Files of messages: their texts, and the messages in them."""

from __future__ import annotations

from pathlib import Path

from fluent.syntax import FluentParser, ast

from netsim.border.opening import Unreadable, text_of

#: The file of all that stands on the stage and belongs to no single scene.
LABELS = "labels.ftl"
#: The file of all that stands on paper.
PAPER = "paper.ftl"


class WordsError(ValueError):
    """Words that cannot be said; the text is one sentence that names the file, the line and what is known."""


def words_in(path: Path, named_by: str) -> str:
    """Return the text of a file of messages that somebody wrote; ``named_by`` ends the sentence where it has none.

    Raises
    ------
    WordsError
        If it cannot be read.
    """
    try:
        return text_of(path)
    except Unreadable as error:
        raise WordsError(f"{path} {error}; {named_by}.") from None


def parsed(text: str, name: str) -> ast.Resource:
    """Return the messages of a text.

    Raises
    ------
    WordsError
        If one is not well formed.
    """
    resource = FluentParser().parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            mark = entry.annotations[0]
            at = mark.span.start if mark.span else 0
            message = (mark.message or "not well formed").rstrip(".")
            raise WordsError(f"{name}, {line_of(text, at)}: {message}, as Project Fluent writes it.")
    return resource


def line_of(text: str, at: int) -> str:
    """Return which line of a text a place lies in."""
    return f"line {text.count(chr(10), 0, at) + 1}"
