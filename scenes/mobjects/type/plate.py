"""A plate in the colour of the ground: what lies under a number or a word is not seen through it."""

from __future__ import annotations

from typing import Self

from manim import Mobject, Rectangle

from scenes.look.measures import gap
from scenes.look.theme import Theme


class Plate(Rectangle):
    """A ground under one line of type, a hair larger than it; it has to follow where that moves or changes.

    Parameters
    ----------
    opacity
        How much of what lies behind it is hidden, 0 to 1.
    """

    def __init__(self, theme: Theme, opacity: float = 1) -> None:
        super().__init__(width=1, height=1, stroke_width=0)
        self.set_fill(theme.of("background"), opacity)

    def under(self, said: Mobject) -> Self:
        """Lie under a line of type, as it is now."""
        self.stretch_to_fit_width(float(said.width) + 2 * gap.hair)
        return self.stretch_to_fit_height(float(said.height) + 2 * gap.hair).move_to(said)
