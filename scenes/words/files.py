"""The files of messages: those of a language, in ``assets/words``, and a lesson's own."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fluent.syntax import FluentParser, ast

from netsim.border.opening import Unreadable, text_of

ENGLISH = "en"
#: The file of all that stands on the stage and belongs to no single scene.
LABELS = "labels.ftl"


class WordsError(ValueError):
    """Words that cannot be said; the text is one sentence that names the file, the line and what is known."""


def texts_of(language: str) -> list[tuple[str, str]]:
    """Return what each file of a language is called, and its text; those of English first, to be laid over.

    Raises
    ------
    WordsError
        If there is no such language.
    """
    folder = Path(str(files("assets") / "words"))
    known = sorted(place.name for place in folder.iterdir() if place.is_dir())
    if language not in known:
        raise WordsError(f"language = {language!r}: there are no words in it, expected one of {', '.join(known)}.")
    return [
        (f"assets/words/{one}/{path.name}", path.read_text("utf-8"))
        for one in dict.fromkeys((ENGLISH, language))
        for path in sorted((folder / one).glob("*.ftl"))
    ]


def own_text(path: Path) -> tuple[str, str]:
    """Return what a lesson's own file is called, and its text.

    Raises
    ------
    WordsError
        If it cannot be read.
    """
    try:
        return path.name, text_of(path)
    except Unreadable as error:
        raise WordsError(f"{path} {error}; story.words names a file of messages beside the lesson.") from None


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
