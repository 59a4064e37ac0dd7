"""Marks on a network that point at one of its neurons, pixels or edges, whatever they show."""

from __future__ import annotations

from manim import Circle, Line, Square, VGroup, VMobject

from scenes.look.measures import stroke
from scenes.mobjects.network.network import NetworkDiagram

WIDTH = 2.5  # of a mark's stroke


def ring(network: NetworkDiagram, l: int, j: int) -> VMobject:
    """Return a ring around neuron j of layer l, or a square around the pixel that it is."""
    image = network.image
    if l == 0 and image is not None:
        return Square(2.2 * image.picture.width / image.grid[1], stroke_width=WIDTH).move_to(image.pixel(j))
    neuron = network.neuron(l, j)
    return Circle(0.62 * float(neuron.width), stroke_width=WIDTH).move_to(neuron)


def rim(network: NetworkDiagram, l: int, j: int) -> VMobject:
    """Return a mark on the rim of neuron j of layer l, which needs no room, or a square around the pixel that it is."""
    if l == 0 and network.image is not None:
        return ring(network, l, j)
    neuron = network.neuron(l, j)
    return Circle(neuron.width / 2, stroke_width=stroke.strong).move_to(neuron)


def link(network: NetworkDiagram, l: int, j: int, k: int, role: str = "focus") -> VGroup:
    """Return a line along the edge ``w_jk`` of layer l, from the very pixel or neuron, with a ring around both ends."""
    start, end = ring(network, l - 1, k), ring(network, l, j)
    edge = Line(start.get_right(), end.get_left(), stroke_width=WIDTH)
    return VGroup(start, edge, end).set_color(network.theme.of(role))
