"""Where a text may be broken: at spaces, and in Chinese and its kin between letters, as their typesetters do.

No line begins with a closing mark, and none ends with an opening one (kinsoku shori); what is not to be broken, a
number with its percent sign, holds a space that does not break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scenes.look.decimals import MINUS

_LETTERS = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
#: Letters between which a line may be broken: Chinese, kana, full-width forms; and their marks.
_IDEOGRAPHS = f"{_LETTERS}\uff00-\uffef\u3000-\u303f"
#: What stands with what is before it, and with what comes after it.
CLOSING = "、。，．：；？！」』）】》〉〕］｝”’…—·ー々%％,.:;?!)]}"
OPENING = "「『（【《〈〔［｛“‘([{"
#: A quarter of an em: it stands between Chinese and a number or a Latin word, where a text has no space.
GAP = "\u2005"
_APART = re.compile(rf"(?<=[{_LETTERS}])(?=[+{MINUS}A-Za-z0-9])|(?<=[A-Za-z0-9%°])(?=[{_LETTERS}])")
_SPACES = re.compile(r"[ \n\t]+")
_BETWEEN = re.compile(rf"(?<=[{_IDEOGRAPHS}])(?=[^ ])|(?<=[^ ])(?=[{_IDEOGRAPHS}])")
_SENTENCE = re.compile(rf"(?<=[.!?:;] )|(?<=[。！？；：])(?![{re.escape(CLOSING)}])")


def folded(text: str) -> str:
    """Return a text with white space folded; a space that does not break stays what it is."""
    return _SPACES.sub(" ", text).strip()


def set_apart(text: str) -> str:
    """Return a text as it is set: with a gap wherever Chinese meets a number or a Latin word."""
    return _APART.sub(GAP, text)


def breakable(text: str) -> list[str]:
    """Return the pieces between which a folded text may be broken; a space stands at the end of the piece before it."""
    pieces: list[str] = []
    for word in re.findall(r"[^ ]+ ?|^ ", text):
        for piece in _BETWEEN.split(word):
            sticks = pieces and not pieces[-1].endswith(" ") and (piece[0] in CLOSING or pieces[-1][-1] in OPENING)
            pieces = [*pieces[:-1], pieces[-1] + piece] if sticks else [*pieces, piece]
    return pieces


def filled(text: str, letters: int) -> list[str]:
    """Break a folded text into lines of so many letters at most, each as full as can be; no piece is cut.

    A line that ended with a space keeps it, so that the lines put together are the text.
    """
    lines: list[str] = []
    for piece in breakable(text):
        if lines and len((lines[-1] + piece).rstrip()) <= letters:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


def joined(pages: Iterable[str]) -> str:
    """Put together what a text was broken into: with spaces between, but for Chinese letters."""
    text = ""
    for page in pages:
        text += f" {page}" if text and not _BETWEEN.search(text[-1] + page[:1]) else page
    return text


def sentences_of(text: str) -> list[str]:
    """Split a folded text after its sentences, and after colons and semicolons; a space stays at a sentence's end."""
    return [one for one in _SENTENCE.split(text) if one]
