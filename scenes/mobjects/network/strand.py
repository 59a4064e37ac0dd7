"""A strand: the one edge that is spoken of, as wide as its weight is large, while that is turned."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Line

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.amounts.stroke import STROKE, stroke_width
from scenes.mobjects.network.edges import HAIRLINE, Edges


class Strand(Line, Quantity):
    """A line along an edge, as wide as its weight on a scale of widths; its sign is told by its number alone.

    Parameters
    ----------
    start, end
        From where to where it leads.
    scale
        Width for value; a hairline at least is drawn.
    weight
        What it shows first.
    """

    signless = True
    reading: Reading

    def __init__(
        self, start: np.ndarray, end: np.ndarray, scale: Scale, weight: Reading, theme: Theme, role: str = "focus"
    ) -> None:
        super().__init__(start, end, color=theme.of(role))
        self.scale_of_width: Scale = scale
        self.rounding = 1e-6 * scale.longest
        self.set_reading(weight)

    @classmethod
    def along(cls, edges: Edges, j: int, k: int, weight: Reading, theme: Theme) -> Self:
        """Return a strand in the place of edge ``w_jk`` of some that are drawn, on their scale."""
        return cls(*edges.end_points(j, k), edges.scale_of_width, weight, theme)

    def set_reading(self, weight: Reading) -> Strand:
        """Show another weight."""
        self.reading = weight
        return self.set_stroke(width=stroke_width(weight, self.scale_of_width))

    def shown(self) -> float:
        """Return the weight that the width stands for, without its sign; NaN for a hairline."""
        width = float(self.get_stroke_width()) / STROKE
        return width / self.scale_of_width.unit if width > HAIRLINE else float("nan")
