"""An activation function seen through neurons: each stands on its curve, at its sum and its activation."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, RIGHT, UP, Line, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import Curve, PlotDot, PlotFrame, Tangent, extent
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words

REACH = 0.55  # scene units of half a tangent


class SlopePlot(VGroup):
    """Axes of weighted sum z and activation a, and the curve of the function between them.

    Parameters
    ----------
    sums, activations
        Readings of shape (points,): the curve.
    limits
        Values of a that the curve comes near to and never reaches: each is a line with its number.
    corner
        Where the lower left corner stands.
    width, height
        Extent in scene units.
    names
        What stands at the ends of the axes; by default the symbols z and a.
    """

    def __init__(
        self,
        sums: Reading,
        activations: Reading,
        limits: tuple[float, ...],
        corner: tuple[float, float],
        width: float,
        height: float,
        theme: Theme,
        names: tuple[VMobject, VMobject] | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        (left, right), (low, high) = extent(sums), extent(activations)
        low, high = min(0.0, low, *limits), max(high, *limits, 0.0)
        self.frame = PlotFrame((left, right), (low, high), width, height, theme, cross=(0.0, 0.0))
        self.frame.shift((*corner, 0))
        point = self.frame.point
        across, up = names or [Formula(symbol, theme, role="dim", size="small") for symbol in "za"]
        across.next_to(point(right, 0), RIGHT, 0.12)
        up.next_to(point(0, high), UP, 0.1)
        self.add(self.frame, across, up)
        for limit in limits:
            line = Line(point(left, limit), point(right, limit), stroke_width=1.5, color=theme.of("faint"))
            name = Words(theme.manner.number(f"{limit:g}"), theme, size="small", role="dim")
            self.add(line, name.next_to(line, LEFT, 0.12))
        for end, x in ((0, left), (-1, right)):
            number = Readout(sums[end], theme, spec="+.0f", role="dim").next_to(point(x, low), DOWN, 0.15)
            self.add(number.shift((0.5 * number.width * (1 if x < 0 else -1), 0, 0)))
        self.curve = Curve(sums, activations, self.frame, theme, "dim").set_stroke(width=2)

    def dots(self, sums: Reading, activations: Reading, rows: Sequence[int]) -> VGroup:
        """Return the places of some of a layer's neurons on the curve."""
        places = [(sums[j], activations[j]) for j in rows]
        return VGroup(
            *[PlotDot(a, self.frame.point(float(z), float(a)), self.frame, self.theme, "ink") for z, a in places]
        )

    def tangent(self, z: Reading, a: Reading, slope: Reading) -> Tangent:
        """Return the line through a neuron's place that is as steep as its slope."""
        return Tangent(slope, (z, a), self.frame, self.theme, REACH)
