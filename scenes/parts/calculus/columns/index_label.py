"""What names a neuron of a column by its index: ``k = 11``, on a ground of its own, for edges run under it."""

from __future__ import annotations

from manim import Rectangle, VGroup

from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula


class IndexLabel(VGroup):
    """A letter, and what it stands for here.

    Attributes
    ----------
    said, ground
        The line of type, and what hides the edges under it.
    letter
        The letter in it: it flies into formulas.
    """

    def __init__(self, letter: str, i: int, theme: Theme, role: str = "focus") -> None:
        self.said = Formula(f"{{{{ {letter} : index }}}} = {i}", theme, role=role, size="small")
        width, height = (float(extent) + gap.small for extent in (self.said.width, self.said.height))
        self.ground = Rectangle(width=width, height=height, stroke_width=0)
        self.ground.set_fill(theme.of("background"), 1).move_to(self.said)
        super().__init__(self.ground, self.said)

    @property
    def letter(self) -> VGroup:
        """The letter alone."""
        return self.said["index"]
