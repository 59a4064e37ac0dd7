"""A strand: the one edge that is spoken of, as wide as its weight is large, while that is turned."""

from __future__ import annotations

from manim import Line

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.amounts.stroke import STROKE, stroke_width
from scenes.mobjects.network.edges import HAIRLINE, Edges


class Strand(Line, Quantity):
    """A line in the place of an edge, on the scale of the edges' widths; its sign is told by its number alone.

    Parameters
    ----------
    edges
        The edges, one of which it stands for.
    j, k
        Its place among them: of its target and of its source, as they are drawn.
    weight
        What it shows first.
    """

    signless = True
    reading: Reading

    def __init__(self, edges: Edges, j: int, k: int, weight: Reading, theme: Theme, role: str = "focus") -> None:
        super().__init__(*edges.end_points(j, k), color=theme.of(role))
        self.scale_of_width: Scale = edges.scale_of_width
        self.rounding = 1e-6 * self.scale_of_width.longest
        self.set_reading(weight)

    def set_reading(self, weight: Reading) -> Strand:
        """Show another weight."""
        self.reading = weight
        return self.set_stroke(width=stroke_width(weight, self.scale_of_width))

    def shown(self) -> float:
        """Return the weight that the width stands for, without its sign; NaN for a hairline."""
        width = float(self.get_stroke_width()) / STROKE
        return width / self.scale_of_width.unit if width > HAIRLINE else float("nan")
