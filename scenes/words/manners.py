r"""How a language is written: by Babel's tables, and by what its message ``language`` says of it.

::

    language = español
        .code = spa
        .speed = 1
        .line = 42
        .group = { "\u202F" }
        .grouped_from = 5
        .fonts = Noto Serif CJK SC, Noto Sans CJK SC
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.numbers import get_decimal_symbol, get_group_symbol, parse_pattern

from scenes.look.manner import Manner
from scenes.words.files import WordsError
from scenes.words.languages import locale_of

#: What a language may say of itself, and what is expected there.
MANNERS = {
    "speed": ("a number from 0.1 to 10", 0.1, 10),
    "line": ("a whole number from 8 to 60", 8, 60),
    "grouped_from": ("a whole number from 4 to 9", 4, 9),
    "group": ("one character", 0, 0),
    "fonts": ("names of fonts with commas between them", 0, 0),
}


def manner_of(tag: str, told: Mapping[str, str], where: str) -> Manner:
    """Return how a language is written.

    Parameters
    ----------
    told
        What it says of itself: names of `MANNERS`, as text.
    where
        What an error calls the place where it says so.

    Raises
    ------
    WordsError
        If it says what cannot be.
    """
    locale = locale_of(tag)
    percent = parse_pattern(locale.percent_formats[None])
    own = {"group": str(get_group_symbol(locale))} | {name: _read(name, text, where) for name, text in told.items()}
    own["group"] = own["group"].replace("'", "’")  # as it is set in type; Babel's tables have one or the other
    return Manner(point=str(get_decimal_symbol(locale)), percent=(percent.prefix[0], percent.suffix[0]), **own)


def _read(name: str, text: str, where: str) -> Any:
    """Return what a language says of itself as a value."""
    expected, low, high = MANNERS[name]
    if name == "fonts":
        return tuple(filter(None, (one.strip() for one in text.split(","))))
    try:
        value: Any = text if name == "group" else float(text) if name == "speed" else int(text)
    except ValueError:
        value = None
    if value is None or (len(text) != 1 if name == "group" else not low <= value <= high):
        raise WordsError(f"{where}: language.{name} = {text!r}, expected {expected}.")
    return value
