"""Where a sentence is broken: as few lines as its width allows, about as long as each other, better after a stop."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from math import inf

from manim.utils.typst_file_writing import TYPST_COMPILATION_FONT_SIZE, typst_to_svg_file

from scenes.look.faces import Face
from scenes.look.theme import EM, Theme
from scenes.mobjects.type.typeset import MARK, literal, plain, set_in
from scenes.words.breaks import breakable, folded

#: What a break is worth after a stop, in letters by which lines may differ.
STOPS = {".": 40, ":": 25, ",": 15, "。": 20, "：": 12, "，": 8}
_PAGE = re.compile(r'<svg[^>]* width="([\d.]+)pt"')
_HELD = 0xF0000  # from here on, letters of nobody stand for marked phrases


def lines_of(sentence: str, theme: Theme, width: float, *, size: str = "body") -> list[str]:
    """Break a sentence into lines no wider than ``width`` scene units; put together they are the sentence.

    There are as few as can be, about as long as each other, as a caption should be: no word is left over for the last.
    """
    font, sentence = getattr(theme.size, size), folded(sentence)

    def fits(line: str) -> bool:
        return _width(plain(line), font, theme.face) <= width

    pieces = _pieces(sentence)
    return _balanced(pieces, _reaches(pieces, fits))


def _width(line: str, font: float, face: Face) -> float:
    """Return how wide a line is in scene units: its words, and a space between two."""
    words = line.split(" ")
    space = _extent("n n", font, face) - 2 * _extent("n", font, face)
    return sum(_extent(word, font, face) for word in words) + (len(words) - 1) * space


@lru_cache(maxsize=4096)
def _extent(text: str, font: float, face: Face) -> float:
    """Return how wide a text is in scene units, from the page that Typst makes for it: no glyph is drawn."""
    told = set_in(face)
    page = typst_to_svg_file(literal(text), told["typst_preamble"], font_paths=told["font_paths"]).read_text("utf-8")
    points = _PAGE.search(page)
    assert points is not None, "a page of Typst says its width in points"
    return float(points[1]) / TYPST_COMPILATION_FONT_SIZE * font * EM


def _pieces(sentence: str) -> list[str]:
    """Split where lines may be broken, keeping a marked phrase in one piece with what sticks to it."""
    marks = [mark[0] for mark in MARK.finditer(sentence)]
    held = iter(range(len(marks)))
    pieces = breakable(MARK.sub(lambda _: chr(_HELD + next(held)), sentence))
    return [
        re.sub(f"[{chr(_HELD)}-{chr(_HELD + len(marks))}]", lambda one: marks[ord(one[0]) - _HELD], p) for p in pieces
    ]


def _reaches(pieces: Sequence[str], fits: Callable[[str], bool]) -> list[int]:
    """Return before which piece a line ends at the latest that begins with each; it holds one in any case."""
    ends, end = [], 0
    for start in range(len(pieces)):
        end = max(end, start + 1)
        while end < len(pieces) and fits("".join(pieces[start : end + 1])):
            end += 1
        ends.append(end)
    return ends


def _balanced(pieces: Sequence[str], reaches: Sequence[int]) -> list[str]:
    """Return pieces as the fewest lines, broken where that is least bad: lines of one length, breaks after stops."""
    filled, end = [], 0
    while end < len(pieces):
        filled.append(plain("".join(pieces[end : reaches[end]])))
        end = reaches[end]
    many, letters = len(filled), sum(map(len, filled))

    @cache
    def best(start: int, left: int) -> tuple[float, list[str]]:
        """Return the least badness of what is left, as so many lines, and these."""
        if left == 0:
            return (inf if start < len(pieces) else 0.0), []
        ways: list[tuple[float, list[str]]] = [(inf, [])]
        for end in range(start + 1, reaches[start] + 1) if start < len(pieces) else ():
            line, (badness, lines) = "".join(pieces[start:end]), best(end, left - 1)
            said = plain(line)
            stop = STOPS.get(said[-1], 0) if end < len(pieces) else 0
            ways.append((badness + abs(many * len(said) - letters) - many * stop, [line, *lines]))
        return min(ways, key=lambda way: way[0])

    return best(0, many)[1]
