"""A number within a line of type: the picture of a quantity, its digits among other glyphs."""

from __future__ import annotations

from manim import VGroup

from netsim import Reading
from scenes.look.decimals import MINUS
from scenes.mobjects.amounts.quantity import Quantity, magnitude
from scenes.mobjects.type.glyphs import spell, value_of
from scenes.mobjects.type.typeset import FONT


class Term(VGroup, Quantity):
    """A number inside a formula or a sentence.

    Parameters
    ----------
    glyphs
        Its digits, as they were typeset.
    reading, text
        What is shown, and how it is written: without a sign it is the absolute value.
    face, point
        The font, and what stands before the decimals.
    """

    def __init__(self, glyphs: VGroup, reading: Reading, text: str, face: str = FONT, point: str = ".") -> None:
        super().__init__(*glyphs.submobjects)
        self.reading = reading if text.startswith(("-", MINUS)) else magnitude(reading)
        self.text, self.face, self.point = text, face, point
        decimals = sum(char.isdigit() for char in text.partition(point)[2])
        self.rounding = 0.5000001 * 10.0**-decimals / (100 if text.endswith("%") else 1)

    def shown(self) -> float:
        """Return the number that the glyphs spell, read from their shapes."""
        return value_of(spell(self.submobjects, self.face), self.point)
