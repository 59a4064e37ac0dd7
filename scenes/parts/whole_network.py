"""The network whole: every neuron has its place, and every edge is drawn."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import LEFT, RIGHT, Circle, Group, Line, Square, VGroup, VMobject

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.all_edges import AllEdges, legible_power
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.edges import WIDEST
from scenes.mobjects.network.network import Shape
from scenes.mobjects.network.neuron import PITCH_FLOOR, Column
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

STRIP = gap.small  # width of a layer that is too long for circles: a strip with a place for each neuron
IMAGE, REST = 3, 7  # shares of the width: the image's side at most, the rest
CLOSE = 9  # decimals of how many neurons fit, for a room that just holds them
AFTER_IMAGE, GAP = 8, 5  # shares of what the layers leave: the gap beside an image, where edges crowd; another gap


class WholeNetwork(Group):
    """All layers, none of them abbreviated, and all edges between them, on one scale.

    Parameters
    ----------
    shape
        Sizes, image, classes, ranges of brightness.
    activations
        What each layer 0..L shows.
    weights
        (n_l, n_(l-1)) for each layer 1..L.
    room
        Where it stands; names of classes stand inside it.

    Attributes
    ----------
    layers
        The picture of each layer: the image, a column of neurons, or a strip.
    edges
        The edges into each layer 1..L.
    """

    def __init__(
        self,
        shape: Shape,
        activations: list[Reading],
        weights: Mapping[int, Reading],
        theme: Theme,
        words: Messages,
        room: Zone,
    ) -> None:
        super().__init__()
        self.shape, self.theme, self.words = shape, theme, words
        self.layers = [self._layer(l, activations[l], room) for l in range(len(shape.sizes))]
        last = self.layers[-1]
        named = shape.classes if isinstance(last, Column) else []
        names = [Words(name, theme, size="small", role="dim") for name in named]
        self.names = VGroup(*names)
        self._spread(room)
        for j, name in enumerate(names):
            name.next_to(self.place(len(shape.sizes) - 1, j), RIGHT, gap.small + float(last.width) / 2)
            name.level_with(self.place(len(shape.sizes) - 1, j)[1])
        self.scale_of_width = Scale.fit(weights.values(), WIDEST)
        self.power = legible_power(weights.values(), self.scale_of_width, room.height)
        self.edges = {l: self._connect(l, weights[l]) for l in weights}
        self.add(*self.edges.values(), *self.layers, self.names)

    def _layer(self, l: int, shown: Reading, room: Zone) -> InputImage | Column:
        """Return a layer's picture, not yet in its place."""
        size, height = self.shape.sizes[l], room.height
        if l == 0 and self.shape.image:
            rows, columns = self.shape.image
            side = min(height, room.columns(IMAGE, REST)[0].width * rows / columns)
            return InputImage(shown, self.shape.image, self.theme, side, self.shape.spans[0])
        if round(height / PITCH_FLOOR, CLOSE) >= size:
            return Column(size, height, self.theme, self.words, span=self.shape.spans[l]).set_readings(shown)
        strip = InputImage(shown, (size, 1), self.theme, height, self.shape.spans[l])
        strip.stretch_to_fit_width(STRIP)
        return strip

    def _spread(self, room: Zone) -> None:
        """Spread the layers over the width; beside an image, where edges crowd, the gap is wider."""
        names = self.names.width + gap.large if len(self.names) else 0
        gaps = [AFTER_IMAGE if l == 0 and self.shape.image else GAP for l in range(len(self.layers) - 1)]
        share = (room.width - names - sum(layer.width for layer in self.layers)) / sum(gaps)
        x = room.left
        for layer, after in zip(self.layers, [*gaps, 0], strict=True):
            layer.shift((x - layer.get_left()[0], room.y - layer.get_center()[1], 0))
            x += layer.width + after * share

    def _connect(self, l: int, weights: Reading) -> AllEdges:
        before, after = self.layers[l - 1], self.layers[l]
        ends = self._places(l)[:, None] + after.width / 2 * LEFT
        starts = self._places(l - 1)[None]
        if isinstance(before, InputImage) and before.grid[1] > 1:
            # From the image an edge is seen where its line from the pixel leaves the frame.
            share = (before.get_right()[0] - starts[..., :1]) / (ends - starts)[..., :1]
            starts = starts + share * (ends - starts)
        else:
            starts = starts + before.width / 2 * RIGHT
        return AllEdges(weights, starts, ends, self.scale_of_width, self.theme, self.power)

    def _places(self, l: int) -> np.ndarray:
        return np.array([self.place(l, j) for j in range(self.shape.sizes[l])])

    # --- parts by meaning ---------------------------------------------------------------

    def place(self, l: int, j: int) -> np.ndarray:
        """Return the middle of neuron j of layer l."""
        layer = self.layers[l]
        return np.asarray(layer.pixel(j) if isinstance(layer, InputImage) else layer.neuron(j).get_center())

    def gap(self, l: int) -> float:
        """Return the middle, across, of the gap that the edges into layer l fill."""
        return float(self.layers[l - 1].get_right()[0] + self.layers[l].get_left()[0]) / 2

    def mark(self, l: int, j: int, k: int) -> VGroup:
        """Return a line along the edge ``w_jk`` of layer l, from the very pixel or neuron, with a ring at both ends."""
        start, end = self._ring(l - 1, k), self._ring(l, j)
        edge = Line(start.get_right(), end.get_left(), stroke_width=stroke.mark)
        return VGroup(start, edge, end).set_color(self.theme.of("focus"))

    def _ring(self, l: int, j: int) -> VMobject:
        layer = self.layers[l]
        if isinstance(layer, Column):
            return Circle(float(layer.neuron(j).width) / 2 + gap.hair / 2, stroke_width=stroke.mark).move_to(
                self.place(l, j)
            )
        side = layer.picture.width / layer.grid[1] + gap.hair / 2 if layer.grid[1] > 1 else STRIP + gap.hair
        return Square(side, stroke_width=stroke.mark).move_to(self.place(l, j))
