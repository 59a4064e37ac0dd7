"""Words on screen: one font, three sizes, colours by role, wrapped and never cut.

A sentence may mark words with a role, ``the [2](focus) should light up``, and symbols as
mathematics, ``how much does [a](math) answer``; the plain text for subtitles and transcripts is :func:`plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Self

import numpy as np
from manim import Mobject, VGroup, VMobject
from manim.utils.typst_file_writing import TYPST_COMPILATION_FONT_SIZE, typst_to_svg_file

from scenes.look.faces import Face
from scenes.look.roles import MATH, fonts
from scenes.look.theme import EM, Theme
from scenes.mobjects.type.in_text import in_text
from scenes.mobjects.type.outlines import Line, Outlined
from scenes.words.breaks import breakable, folded, set_apart

MIDDLE = 0.33  # em: from the line up to the middle of capitals and digits
MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")
_PAGE = re.compile(r'<svg[^>]* width="([\d.]+)pt"')
_HELD = 0xF0000  # from here on, letters of nobody stand for marked phrases
STRUT = "H"  # stands on the baseline; set before each line to find it, then taken away


class OnLine(Mobject):
    """What stands on a line, as type does: a mixin."""

    @property
    def em(self) -> float:
        """Size of the type in scene units, however it was scaled."""
        raise NotImplementedError

    @property
    def baseline(self) -> float:
        """Height of the line the letters stand on, in scene units."""
        raise NotImplementedError

    def stand_on(self, y: float) -> Self:
        """Move up or down until the letters stand on height ``y``."""
        return self.shift(np.array([0.0, y - self.baseline, 0.0]))

    @property
    def middle(self) -> float:
        """Height of the middle of capitals and digits, in scene units."""
        return self.baseline + MIDDLE * self.em

    def level_with(self, y: float) -> Self:
        """Move up or down until the middle of capitals and digits is at height ``y``."""
        return self.stand_on(y - MIDDLE * self.em)


class OnBaseline(OnLine):
    """A line of type that has learned the height its letters stand on: a mixin."""

    _depth = 0.0  # from the bottom up to the baseline, as a share of the height
    _em = 0.0  # size of the type, as a share of the height

    def find_baseline(self, strut: Mobject, font: float) -> None:
        """Learn the baseline from a letter that stands on it, before that letter is taken away."""
        self._depth = float(strut.get_bottom()[1] - self.get_bottom()[1]) / float(self.height)
        self._em = font * EM / float(self.height)

    @property
    def em(self) -> float:
        """Size of the type in scene units, however the line was scaled."""
        return self._em * float(self.height)

    @property
    def baseline(self) -> float:
        """Height of the line the letters stand on, in scene units."""
        return float(self.get_bottom()[1]) + self._depth * float(self.height)


class Words(VGroup, OnBaseline):
    """One line of words that knows its baseline.

    Parameters
    ----------
    sentence
        Plain text; words marked ``[so](focus)`` take the colour of that role.
    theme
        Gives the colours and sizes.
    size
        ``title``, ``body`` or ``small``.
    role
        Colour of the unmarked words.
    """

    def __init__(self, sentence: str, theme: Theme, *, size: str = "body", role: str = "ink") -> None:
        self.sentence = plain(sentence)
        strut, *glyphs = lighten(set_line(markup(sentence, theme), theme, size, role))
        super().__init__(*glyphs)
        self.find_baseline(strut, getattr(theme.size, size))
        self.center()


def set_line(code: str, theme: Theme, size: str, role: str) -> Line:
    """Return Typst code as a line of words, a strut before it."""
    return Line(
        literal(STRUT) + code,
        font_size=getattr(theme.size, size),
        color=theme.of(role),
        **set_in(theme.face),
    )


def set_in(face: Face) -> dict[str, Any]:
    """Return what Manim's typesetter is told to set words in a face."""
    return {
        "typst_preamble": preamble(face),
        "font_paths": fonts(),  # handed on to Typst, which would look for them before every line
        "use_svg_cache": False,  # the cache deep-copies every outline
    }


def preamble(face: Face) -> str:
    """Return the Typst code that sets words in a face, and mathematics in its own."""
    words = f'#set text(font: {face.code}, number-type: "lining", number-width: "tabular")'
    return f"{words}\n#show math.equation: set text(font: {face.maths})"


def lighten(line: Outlined) -> list[VMobject]:
    """Return a line's glyphs without the SVG they came from: copies then cost a hundredth."""
    for glyph in line.submobjects:
        glyph.__dict__.pop("path_obj", None)
    return list(line.submobjects)


def paragraph(lines: list[str], theme: Theme, *, size: str = "body", role: str = "ink") -> VGroup:
    """Return centred lines, the theme's leading from baseline to baseline; the last one stands on height 0."""
    rows = [Words(line, theme, size=size, role=role) for line in lines]
    for i, row in enumerate(reversed(rows)):
        row.stand_on(i * theme.leading(size))
    return VGroup(*rows)


def plain(sentence: str) -> str:
    """Return a sentence without its marks for colour, its mathematics as text, white space folded."""
    bare = MARK.sub(lambda mark: in_text(mark[1]) if mark[2] == MATH else mark[1], sentence)
    return folded(bare)


def literal(text: str, colour: str | None = None) -> str:
    """Return Typst code that shows a text as it is, whatever signs it holds."""
    escaped = set_apart(text).replace("\\", "\\\\").replace('"', '\\"')
    fill = f'fill: rgb("{colour}"), ' if colour else ""
    return f'#text({fill}"{escaped}")'


def markup(sentence: str, theme: Theme) -> str:
    """Return Typst code of a sentence, its marked words in the colours of their roles."""
    return "".join(
        f"${sentence[start:end]}$" if role == MATH else literal(sentence[start:end], colour_of(role, theme))
        for start, end, role in runs(sentence)
    )


def runs(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each piece of a sentence starts and ends, and the role that it is marked with, if any."""
    at = 0
    for mark in MARK.finditer(sentence):
        if mark.start() > at:
            yield at, mark.start(), ""
        yield *mark.span(1), mark[2]
        at = mark.end()
    if at < len(sentence):
        yield at, len(sentence), ""


def colour_of(role: str, theme: Theme) -> str | None:
    """Return the colour of a role that words are marked with; none if they are not."""
    return str(getattr(theme.colour, role)) if role else None


def lines_of(sentence: str, theme: Theme, width: float, *, size: str = "body") -> list[str]:
    """Break a sentence into lines no wider than ``width`` scene units; put together they are the sentence.

    Two lines are broken near the middle, as a caption should be; more are filled in turn.
    """
    font, sentence = getattr(theme.size, size), folded(sentence)
    pieces = _pieces(sentence)

    def fits(line: str) -> bool:
        return _width(plain(line), font, theme.face) <= width

    if fits(sentence):
        return [sentence]
    for cut in sorted(range(1, len(pieces)), key=lambda i: _badness(pieces, i)):
        halves = ["".join(pieces[:cut]), "".join(pieces[cut:])]
        if all(map(fits, halves)):
            return halves
    lines = [pieces[0]]
    for piece in pieces[1:]:
        longer = lines[-1] + piece
        lines = [*lines[:-1], longer] if fits(longer) else [*lines, piece]
    return lines


@lru_cache(maxsize=4096)
def _width(text: str, font: float, face: Face) -> float:
    """Return how wide a line is in scene units, from the page that Typst makes for it: no glyph is drawn."""
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


def _badness(pieces: list[str], cut: int) -> int:
    """Return how bad a line break is: far from the middle, better after a full stop or comma."""
    before, after = plain("".join(pieces[:cut])), plain("".join(pieces[cut:]))
    bonus = {".": 40, ":": 25, ",": 15, "。": 20, "：": 12, "，": 8}.get(before[-1], 0)
    return abs(len(before) - len(after)) - bonus
