"""A line of words with numbers in it, each of them a picture of what it was read from."""

from __future__ import annotations

import re

from manim import VGroup

from netsim import Reading
from scenes.look.roles import MATH
from scenes.look.theme import Theme
from scenes.mobjects.type.lines import lines_of
from scenes.mobjects.type.measured import Measured
from scenes.mobjects.type.term import Term
from scenes.mobjects.type.typeset import (
    OnBaseline,
    colour_of,
    lighten,
    literal,
    plain,
    runs,
    set_line,
)
from scenes.words.breaks import GAP, set_apart
from scenes.words.sentence import Sentence, Shown

_END = re.compile(r"^\]\(\w+\)")  # of a marked phrase


class Spoken(Measured, VGroup, OnBaseline):
    """A sentence on stage, set as :class:`Words` are, its numbers terms that are written as the sentence has them.

    A part is addressed by the name of the fact that it shows, ``spoken["changed"]``: a :class:`Term` if that is a
    number, the glyphs if it is a name, and all of them if the sentence shows it more than once.

    Parameters
    ----------
    sentence
        What a message said, its readings with it.
    size
        ``title``, ``body`` or ``small``.
    role
        Colour of what is not marked.

    Attributes
    ----------
    sentence
        The plain text.
    """

    def __init__(self, sentence: Sentence, theme: Theme, *, size: str = "body", role: str = "ink") -> None:
        self.theme, self.sentence, face = theme, plain(sentence), theme.face
        line = set_line(_code(sentence, theme), theme, size, role)
        strut, *glyphs = lighten(line)
        self._parts: list[tuple[str, VGroup]] = []
        for i, one in enumerate(sentence.shown):
            part = line.select(_label(i))
            if isinstance(one.source, Reading):
                part = Term(part, one.source, one.text, face, sentence.manner)
            self._parts.append((one.fact, part))
        terms = [part for _, part in self._parts if isinstance(part, Term)]
        held = {id(glyph) for term in terms for glyph in term}
        super().__init__(*[glyph for glyph in glyphs if id(glyph) not in held], *terms)
        self.find_baseline(strut, getattr(theme.size, size))
        self.center()

    def __getitem__(self, fact: str) -> VGroup:  # type: ignore[override]
        """Return what shows a fact.

        Raises
        ------
        KeyError
            If the sentence does not show it.
        """
        parts = [part for name, part in self._parts if name == fact]
        if not parts:
            raise KeyError(f"{self.sentence!r} does not show {fact!r}; it shows {', '.join(n for n, _ in self._parts)}")
        return parts[0] if len(parts) == 1 else VGroup(*parts)


def in_lines(sentence: Sentence, theme: Theme, width: float, *, size: str = "body", role: str = "ink") -> VGroup:
    """Return a sentence on stage as lines no wider than a width, one under the other; the first stands on height 0."""
    lines = sentence.lines(*lines_of(sentence, theme, width, size=size))
    spoken = [Spoken(line, theme, size=size, role=role) for line in lines]
    return VGroup(*[line.stand_on(-i * theme.leading(size)) for i, line in enumerate(spoken)])


def _code(sentence: Sentence, theme: Theme) -> str:
    """Return Typst code of a sentence in which each thing shown has a label."""
    code = []
    for start, end, role in runs(sentence):
        colour = colour_of(role, theme) if role != MATH else None
        pieces, at = [], start
        for i, one in enumerate(sentence.shown):
            if start <= one.start and one.end <= end:
                before, after = _gaps(sentence, one)
                pieces += [_piece(sentence[at : one.start], role, colour), before, _held(i, one, colour, theme), after]
                at = one.end
        pieces.append(_piece(sentence[at:end], role, colour))
        code.append(f"${''.join(pieces)}$" if role == MATH else "".join(pieces))
    return "".join(code)


def _piece(text: str, role: str, colour: str | None) -> str:
    return text if role == MATH or not text else literal(text, colour)


def _gaps(sentence: Sentence, one: Shown) -> tuple[str, str]:
    """Return what stands before and after what is shown: its box hides from Typst that it may be set in Chinese."""
    before, after = sentence[: one.start].removesuffix("[")[-1:], _END.sub("", sentence[one.end :])[:1]
    met = (before + one.text[:1], one.text[-1:] + after)
    left, right = (literal(GAP) if GAP in set_apart(pair) else "" for pair in met)
    return left, right


def _held(i: int, one: Shown, colour: str | None, theme: Theme) -> str:
    """Return what is shown as Typst code, in the font of words within a symbol too."""
    return f"#[#box(text(font: {theme.face.code})[{literal(one.text, colour)}])<{_label(i)}>]"


def _label(i: int) -> str:
    return f"shown{i}"
