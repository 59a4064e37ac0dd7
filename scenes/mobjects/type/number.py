"""Numbers in Typst digits: a readout of one reading, cheap enough for tables and counters.

Its digits are copies of glyphs that were typeset once; their advance widths come from the font
itself (measured between two zeros), so that numbers of a column line up.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from manim import ManimColor, Typst, VGroup, VMobject

from netsim import Reading
from scenes.look.decimals import FINEST as FINEST
from scenes.look.decimals import MINUS as MINUS
from scenes.look.decimals import fine_spec as fine_spec
from scenes.look.decimals import spec_apart as spec_apart
from scenes.look.decimals import spec_for as spec_for
from scenes.look.decimals import spec_of_digits as spec_of_digits
from scenes.look.theme import EM, Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.type.typeset import FONT, OnLine, literal, preamble

_FONT = 48.0
SAME_SHAPE = 0.02  # how far apart two outlines of one glyph may be, as a share of its size


@lru_cache(maxsize=256)
def _glyph(char: str, face: str = FONT) -> tuple[VMobject, float]:
    """Return a character standing on the baseline at the pen, and its advance, at font size 48."""
    line = Typst(literal(f"0{char}0"), typst_preamble=preamble(face), font_size=_FONT)
    before, *middle, after = line.submobjects
    pair = Typst(literal("00"), typst_preamble=preamble(face), font_size=_FONT).submobjects
    digit = float(pair[1].get_left()[0] - pair[0].get_left()[0])
    pen = float(before.get_left()[0]) + digit - _bearing(digit, before)
    base = float(before.get_bottom()[1])
    advance = float(after.get_left()[0] - before.get_left()[0]) - digit
    shape = VMobject(stroke_width=0, fill_opacity=1)
    for part in middle:
        shape.append_points(part.points)
    shape.shift((-pen, -base, 0.0))
    return shape, advance


def _bearing(digit: float, zero: VMobject) -> float:
    """Return the room left of a zero: zeros stand in the middle of their advance."""
    return (digit - float(zero.width)) / 2


class Readout(VGroup, OnLine, Quantity):
    """A number on screen, rounded once.

    Parameters
    ----------
    reading
        A scalar reading.
    theme
        Gives sizes and colours.
    spec
        A format such as ``+.2f``; fixed decimals, so that columns line up.
    size
        ``title``, ``body`` or ``small``.
    role
        A role, or ``sign`` for the colour of the value's sign; a value of exactly 0 is dim and has none.
    """

    def __init__(
        self, reading: Reading, theme: Theme, *, spec: str = ".2f", size: str = "small", role: str = "ink"
    ) -> None:
        super().__init__()
        self.theme, self.spec, self.role = theme, spec, role
        self._scale = getattr(theme.size, size) / _FONT
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> Readout:
        """Show another reading in place, right edge and baseline kept."""
        corner = self._corner() if self.submobjects else np.zeros(3)
        self.reading = reading
        nothing = self.role == "sign" and float(reading) == 0
        self.text = format(reading, self.spec.lstrip("+") if nothing else self.spec)
        decimals = len(self.text.partition(".")[2])
        self.rounding = 0.5000001 * 10.0**-decimals
        # A small number may be rounded to zero and still has a sign, which its colour shares.
        signed = "dim" if nothing else "down" if self.text.startswith(MINUS) else "up"
        colour = self.theme.of(signed if self.role == "sign" else self.role)
        glyphs = _set_line(self.text, self._scale, colour, self.theme.font.words)
        if len(glyphs) == len(self.submobjects):  # manim draws what was there as an animation began
            for shown, glyph in zip(self.submobjects, glyphs, strict=True):
                shown.set_points(glyph.points).set_fill(colour, 1)
        else:
            self.submobjects = glyphs
        return self.shift(corner - self._corner())

    def shown(self) -> float:
        """Return the number that the glyphs spell, read from their shapes."""
        return value_of(spell(self.submobjects, self.theme.font.words))

    @property
    def baseline(self) -> float:
        """Height of the line the digits stand on, in scene units."""
        return float(self._corner()[1])

    @property
    def em(self) -> float:
        """Size of the type in scene units, however the number was scaled."""
        shape, _ = _glyph(self.text[-1], self.theme.font.words)
        return _FONT * EM * float(self.submobjects[-1].height / shape.height)

    def _corner(self) -> np.ndarray:
        """Return the point on the baseline where the next glyph would stand."""
        last = self.submobjects[-1]
        shape, advance = _glyph(self.text[-1], self.theme.font.words)
        scale = last.height / shape.height  # the readout may have been scaled since
        # Glyphs stand off the pen and overshoot the baseline; the typeset shape knows by how much.
        x = last.get_left()[0] + scale * (advance - shape.get_left()[0])
        return np.array([x, last.get_bottom()[1] - scale * shape.get_bottom()[1], 0.0])


def number_column(
    readings: Iterable[Reading],
    rows: Iterable[float],
    right: float,
    theme: Theme,
    *,
    spec: str = "+.3f",
    role: str = "sign",
) -> VGroup:
    """Return numbers one above another: heights of their middles in ``rows``, right edges at ``right``."""
    column = VGroup()
    for reading, y in zip(readings, rows, strict=True):
        number = Readout(reading, theme, spec=spec, role=role)
        column.add(number.shift((right - number.get_right()[0], y - number.get_y(), 0)))
    return column


def _set_line(text: str, scale: float, colour: ManimColor, face: str) -> list[VMobject]:
    """Return a text's glyphs, the pen starting at the origin."""
    line, pen = [], 0.0
    for char in text:
        shape, advance = _glyph(char, face)
        glyph = shape.copy().scale(scale, about_point=np.zeros(3)).shift((pen, 0.0, 0.0))
        line.append(glyph.set_color(colour))
        pen += advance * scale
    return line


def spell(glyphs: list[VMobject], face: str = FONT, alphabet: str = f"0123456789.,+%{MINUS}") -> str:
    """Return the text that glyphs spell by their shapes; ``?`` for one that is not of the alphabet."""
    text = ""
    for glyph in glyphs:
        char = min(alphabet, key=lambda char: _unlike(glyph, _glyph(char, face)[0]))
        text += char if _unlike(glyph, _glyph(char, face)[0]) < SAME_SHAPE else "?"
    return text


def value_of(text: str, point: str = ".") -> float:
    """Return the number that a text on screen stands for; ``point`` stands before its decimals."""
    bare = text.replace(MINUS, "-").replace("," if point == "." else ".", "").replace(point, ".")
    return float(bare.removesuffix("%")) / (100 if bare.endswith("%") else 1)


def _unlike(glyph: VMobject, shape: VMobject) -> float:
    """Return how different two outlines are, whatever their size and place."""
    if len(glyph.points) != len(shape.points):
        return np.inf
    one, two = (m.points - m.get_center() for m in (glyph, shape))
    return float(np.abs(one / np.ptp(one[:, 0]) - two / np.ptp(two[:, 0])).max())
