"""What a translation lacks, written out for whoever translates it: each message's English as a comment, and as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import FluentSerializer, ast

from netsim.border.nearest import meant
from scenes.words.codes import code_of
from scenes.words.languages import ENGLISH, language_of, own_name
from scenes.words.messages import COMMON, Messages

INTRODUCTION = """\
### {name}: a translation of what Nudge says. Write it over the English below each comment, and leave out what your
### language does not need. What is in braces is filled in; [words](role) are coloured. How: assets/guide/languages.md

language = {name}
    .code = {code}
"""


def counted(words: Messages) -> tuple[int, int]:
    """Return how many messages a language says, whole, and how many it has to say."""
    english = words.english or words
    lacking = {name.partition(".")[0] for name in still_untold(words)}
    spared = {name.partition(".")[0] for name in words.untold} - lacking
    there = len(english.entries) - len(spared)
    return there - len(lacking), there


def still_untold(words: Messages) -> set[str]:
    """Return what a language has to say and does not, without the phrases of English that its sentences do not use."""
    if words.english is None:
        return set()
    spare = _spare(words, words.english)
    return {name for name in words.untold if name.partition(".")[0] not in spare}


def _spare(words: Messages, english: Messages) -> set[str]:
    """Return which phrases of English, that stand within its sentences and nowhere else, a language does not use."""
    within = {other for name in english.entries for other in english.uses(name).messages if other != name}
    phrases = {name for name in within if name[0].islower() and not _asked_for(english.place_of(name))}
    used = {other for name in english.entries.keys() - phrases for other in words.uses(name).messages}
    return phrases - used


def _asked_for(place: str) -> bool:
    """Whether what stands at a place of English is said by itself too."""
    return place.partition(",")[0].endswith(COMMON)


def unasked(words: Messages) -> Iterator[str]:
    """Say which sentences of a language are none of English's, which may be of a lesson's own scenes, or misspelt."""
    english = words.english or words
    for name in words.entries.keys() - english.entries.keys():
        if name[0].isupper():
            yield f"{words.place_of(name)}: English has no message {name!r}{meant(name, english.entries)}."


def begun(tag: str) -> str:
    """Return the beginning of a translation's file."""
    return INTRODUCTION.format(name=own_name(tag) or tag, code=code_of(tag))


def missing_texts(words: Messages) -> dict[str, str]:
    """Return what a language lacks, by the file of English that it stands in, as messages to be translated."""
    found = {}
    for path in language_of(ENGLISH).files:
        entries = [_written(entry) for entry in _missing(words, path)]
        if entries:
            found[path.name] = "\n".join(entries)
    return found


def _missing(words: Messages, path: Path) -> Iterator[ast.Message | ast.Term]:
    """Yield what a language lacks of a file of English: whole messages, or only what it does not say of them."""
    english, lacking = words.english or words, still_untold(words) - words.waiting
    for name, entry in english.entries.items():
        if not english.place_of(name).startswith(f"assets/words/{ENGLISH}/{path.name},"):
            continue
        value = entry.value if name in lacking else None
        attributes = [one for one in entry.attributes if f"{name}.{one.id.name}" in lacking]
        if value is not None or attributes:
            yield type(entry)(entry.id, value, attributes, comment=entry.comment)  # type: ignore[arg-type]


def _written(entry: ast.Message | ast.Term) -> str:
    """Write an entry with its comment, and its own text as a comment too."""
    bare = type(entry)(entry.id, entry.value, entry.attributes)  # type: ignore[arg-type]
    text = FluentSerializer().serialize_entry(bare)
    about = (entry.comment.content or "").splitlines() if entry.comment is not None else []
    comment = "".join(f"# {line}".rstrip() + "\n" for line in [*about, *text.strip().splitlines()])
    return f"{comment}{text}"
