"""The outlines of digits and signs, each typeset once, and how they are told apart again by their shapes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from manim import VMobject

from scenes.look.decimals import MINUS
from scenes.look.faces import Face
from scenes.mobjects.type.outlines import Line
from scenes.mobjects.type.typeset import literal, set_in

SET_AT = 48.0  # the font size that they are typeset at
SAME_SHAPE = 0.02  # how far apart two outlines of one glyph may be, as a share of its size
FACE = Face()
ALPHABET = f"0123456789.,’+%{MINUS}"


@dataclass(frozen=True, eq=False)
class Glyph:
    """A character that stands on the baseline at the pen, at font size `SET_AT`.

    Attributes
    ----------
    points
        (n, 3), its outline; the pen stands at the origin.
    advance
        How far the pen moves on. It comes from the font itself, so that the numbers of a column line up.
    """

    points: np.ndarray
    advance: float

    @cached_property
    def height(self) -> float:
        """How high the outline is."""
        return float(np.ptp(self.points[:, 1]))

    @cached_property
    def shape(self) -> np.ndarray:
        """The outline whatever its size and place."""
        return _shape(self.points)

    def drawn(self, points: np.ndarray) -> tuple[np.ndarray, float]:
        """Return where the pen stands after this glyph as it is drawn somewhere, and how many times larger it is."""
        scale = float(np.ptp(points[:, 1])) / self.height
        return points[0] + scale * (np.array([self.advance, 0.0, 0.0]) - self.points[0]), scale


@cache
def glyph(char: str, face: Face = FACE) -> Glyph:
    """Return a character of a font."""
    line = Line(literal(f"0{char}0"), font_size=SET_AT, **set_in(face))
    before, *middle, after = line.submobjects
    pair = Line(literal("00"), font_size=SET_AT, **set_in(face)).submobjects
    digit = float(pair[1].get_left()[0] - pair[0].get_left()[0])
    pen = float(before.get_left()[0]) + digit - _bearing(digit, before)
    base = float(before.get_bottom()[1])
    advance = float(after.get_left()[0] - before.get_left()[0]) - digit
    outline = np.concatenate([np.zeros((0, 3)), *(part.points for part in middle)])  # a space has none
    return Glyph(outline - np.array([pen, base, 0.0]), advance)


def spell(glyphs: Iterable[VMobject], face: Face = FACE, alphabet: str = ALPHABET) -> str:
    """Return the text that glyphs spell by their shapes; ``?`` for one that is not of the alphabet."""
    return "".join(_char(drawn.points, face, alphabet) for drawn in glyphs)


def _bearing(digit: float, zero: VMobject) -> float:
    """Return the room left of a zero: zeros stand in the middle of their advance."""
    return (digit - float(zero.width)) / 2


def _char(points: np.ndarray, face: Face, alphabet: str) -> str:
    """Return the character whose shape an outline has."""
    alike = [char for char in alphabet if len(glyph(char, face).points) == len(points)]
    if not alike:
        return "?"
    shape = _shape(points)
    unlike = {char: float(np.abs(shape - glyph(char, face).shape).max()) for char in alike}
    nearest = min(alike, key=unlike.__getitem__)
    return nearest if unlike[nearest] < SAME_SHAPE else "?"


def _shape(points: np.ndarray) -> np.ndarray:
    low, high = points.min(axis=0), points.max(axis=0)
    return np.asarray((points - (low + high) / 2) / (high - low)[0])
