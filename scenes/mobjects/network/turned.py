"""One edge that is spoken of: from the very pixel or neuron to its neuron, as wide as its weight, whatever that is."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, Circle, Line, Square, VGroup, VMobject

from netsim import Reading
from scenes.look.measures import stroke
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.amounts.stroke import STROKE, stroke_width
from scenes.mobjects.network.edges import HAIRLINE
from scenes.mobjects.network.network import NetworkDiagram

AROUND = 2  # the side of the square around a pixel, in pixels


class WeightLine(Line, Quantity):
    """A line in one colour, as wide as the size of a weight on a scale, and as a hairline at least."""

    signless = True

    def __init__(self, weight: Reading, scale: Scale, start: np.ndarray, end: np.ndarray) -> None:
        self.scale_of_width = scale
        super().__init__(start, end)
        self.set_reading(weight)

    def set_reading(self, weight: Reading) -> WeightLine:
        """Show another weight at once."""
        self.reading = weight
        return self.set_stroke(width=stroke_width(weight, self.scale_of_width))

    def shown(self) -> float:
        """Return the size that the width stands for; NaN for a hairline."""
        width = float(self.get_stroke_width()) / STROKE
        return width / self.scale_of_width.unit if width > HAIRLINE else float(np.nan)


class TurnedEdge(VGroup):
    """The edge of weight ``w_jk`` of layer l in the colour of what is spoken of, with a mark around both its ends.

    Parameters
    ----------
    network
        Where it stands: both ends are drawn there.
    place
        (l, j, k).
    weight
        What it shows at first.
    scale
        Width for value.

    Attributes
    ----------
    source, line, target
        The mark around pixel or neuron k, the edge, the mark around neuron j.
    """

    def __init__(self, network: NetworkDiagram, place: tuple[int, int, int], weight: Reading, scale: Scale) -> None:
        l, j, k = place
        image = network.image
        self.source: VMobject
        if l == 1 and image is not None:
            self.source = Square(AROUND * image.picture.width / image.grid[1]).move_to(image.pixel(k))
            start = image.pixel(k)
        else:
            self.source = _outline(network, l - 1, k)
            start = self.source.get_critical_point(RIGHT)
        self.target = _outline(network, l, j)
        self.line = WeightLine(weight, scale, start, self.target.get_critical_point(LEFT))
        marks = VGroup(self.source, self.target).set_stroke(width=stroke.strong)
        super().__init__(self.line, *marks)
        self.set_stroke(color=network.theme.of("focus"))

    def set_reading(self, weight: Reading) -> TurnedEdge:
        """Show another weight at once."""
        self.line.set_reading(weight)
        return self


def _outline(network: NetworkDiagram, l: int, j: int) -> VMobject:
    """Return a circle on the outline of a neuron."""
    neuron = network.neuron(l, j)
    return Circle(float(neuron.width) / 2).move_to(neuron)
