"""One edge that is spoken of: from the very pixel or neuron to its neuron, as wide as its weight, whatever that is."""

from __future__ import annotations

from manim import LEFT, RIGHT, Circle, Square, VGroup, VMobject

from netsim import Reading
from scenes.look.measures import stroke
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.strand import Strand

AROUND = 2  # the side of the square around a pixel, in pixels


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
    around
        The side of the square around a pixel, in pixels.

    Attributes
    ----------
    source, line, goal
        The mark around pixel or neuron k, the edge, the mark around neuron j.
    """

    def __init__(
        self,
        network: NetworkDiagram,
        place: tuple[int, int, int],
        weight: Reading,
        scale: Scale,
        around: float = AROUND,
    ) -> None:
        l, j, k = place
        image = network.image
        self.source: VMobject
        if l == 1 and image is not None:
            self.source = Square(around * image.picture.width / image.grid[1]).move_to(image.pixel(k))
            start = image.pixel(k)
        else:
            self.source = _outline(network, l - 1, k)
            start = self.source.get_critical_point(RIGHT)
        self.goal = _outline(network, l, j)
        self.line = Strand(start, self.goal.get_critical_point(LEFT), scale, weight, network.theme)
        marks = VGroup(self.source, self.goal).set_stroke(width=stroke.strong)
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
