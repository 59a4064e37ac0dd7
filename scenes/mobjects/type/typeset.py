"""Words on screen: one font, three sizes, colours by role, wrapped and never cut.

A sentence may mark words with a role, ``the [2](focus) should light up``, and symbols as
mathematics, ``how much does [a](math) answer``; the plain text for subtitles and transcripts is :func:`plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Self

import numpy as np
from manim import Mobject, VGroup, VMobject

from scenes.look.faces import Face
from scenes.look.roles import MATH, fonts
from scenes.look.theme import EM, Theme
from scenes.mobjects.type.in_text import in_text
from scenes.mobjects.type.measured import Measured
from scenes.mobjects.type.outlines import Line, Outlined
from scenes.words.breaks import folded, set_apart

MIDDLE = 0.33  # em: from the line up to the middle of capitals and digits
MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")
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


class Words(Measured, VGroup, OnBaseline):
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
