"""A number within a line of type: the picture of a quantity, its digits among other glyphs."""

from __future__ import annotations

from manim import VGroup

from netsim import Reading
from scenes.look.decimals import MINUS
from scenes.look.faces import Face
from scenes.look.manner import ENGLISH, Manner
from scenes.mobjects.amounts.quantity import Quantity, magnitude
from scenes.mobjects.type.glyphs import FACE, spell


class Term(VGroup, Quantity):
    """A number inside a formula or a sentence.

    Parameters
    ----------
    glyphs
        Its digits, as they were typeset.
    reading, text
        What is shown, and how it is written: without a sign it is the absolute value.
    face, manner
        The font, and how the language writes numbers.
    """

    def __init__(
        self, glyphs: VGroup, reading: Reading, text: str, face: Face = FACE, manner: Manner = ENGLISH
    ) -> None:
        super().__init__(*glyphs.submobjects)
        self.reading = reading if text.startswith(("-", MINUS)) else magnitude(reading)
        self.text, self.face, self.manner = text, face, manner
        self.rounding = manner.rounding(text)

    def shown(self) -> float:
        """Return the number that the glyphs spell, read from their shapes."""
        return self.manner.value(spell(self.submobjects, self.face))
