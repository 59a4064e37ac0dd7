"""A factor on a stroke: by what is multiplied what passes along it, on a ground that breaks the stroke."""

from __future__ import annotations

import numpy as np
from manim import Rectangle, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula


class Factor(VGroup):
    """The sign of multiplication and a number, in a place."""

    def __init__(self, reading: Reading, theme: Theme, spec: str, place: np.ndarray, role: str = "ink") -> None:
        said = Formula("times <factor>", theme, numbers={"factor": (reading, spec)}, role=role)
        width, height = (float(extent) + 2 * gap.small for extent in (said.width, said.height))
        ground = Rectangle(width=width, height=height, stroke_width=0).set_fill(theme.of("background"), 1)
        super().__init__(ground, said)
        self.move_to(place)
