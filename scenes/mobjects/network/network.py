"""The network as a picture: input, columns of neurons, edges, names of the outputs.

Sizes follow from the room: any number of layers and neurons fits; a column that would get too
narrow is abbreviated to the neurons that matter, and the edges drawn belong to those.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import LEFT, RIGHT, Animation, Group, Mobject, VGroup

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.digit import InputImage, outermost_lit
from scenes.mobjects.network.edges import WIDEST, Edges, edge_legend
from scenes.mobjects.network.inputs import Inputs, NamedInputs
from scenes.mobjects.network.neuron import PITCH_LIMIT, RADIUS, Column, Neuron
from scenes.mobjects.network.shape import Shape
from scenes.mobjects.type.typeset import Words
from scenes.words.messages import Messages

INPUT = (0.21, 1.0)  # the input at most: an image as a share of the width, image or column as a share of the height
CLEAR = 0.5  # scene units between two layers that the names of inputs leave at least
BESIDE = 0.22  # scene units that the names of the outputs take beside their own width
# From neuron to neuron of a column at most, as a share of the width that there is for each layer. In a room that is
# higher than wide they stand farther apart, and are smaller: it is between columns that room is wanted.
CLOSEST, SMALLER = 1 / 2, 2 / 3


class NetworkDiagram(Group):
    """The layers from ``first`` to L, laid out from left to right.

    Parameters
    ----------
    shape
        Sizes, image, classes.
    activations
        A reading of shape (n_l,) for each layer 0..L: what input and columns can show.
    left, right, bottom, top
        The room, in scene units; class names stand inside it.
    first
        The first layer drawn: 0 for the whole network.
    matter, keep
        If columns are abbreviated: for some layers how much each neuron matters (n_l,), instead of its
        activation, and the neurons that are drawn in any case.
    input_share
        The input at most: an image as a share of the width, image or column as a share of the height.
    """

    def __init__(
        self,
        shape: Shape,
        activations: list[Reading],
        theme: Theme,
        words: Messages,
        *,
        left: float,
        right: float,
        bottom: float,
        top: float,
        first: int = 0,
        matter: dict[int, Reading] | None = None,
        keep: dict[int, tuple[int, ...]] | None = None,
        input_share: tuple[float, float] = INPUT,
    ) -> None:
        super().__init__()
        self.shape, self.theme, self.words, self.first, self.activations = shape, theme, words, first, activations
        self.image: InputImage | None = None
        self.columns: dict[int, Column] = {}
        self.edges: dict[int, Edges] = {}
        height = top - bottom
        if first == 0 and shape.image:
            side = min(input_share[1] * height, input_share[0] * (right - left))
            self.image = InputImage(activations[0], shape.image, theme, side, shape.spans[0])
        close = min(PITCH_LIMIT, CLOSEST * (right - left) / (self.last + 1 - first))
        pitch, radius = close, RADIUS * close
        if height > right - left:
            pitch, radius = PITCH_LIMIT * height / (right - left), SMALLER * radius
        for l in range(1 if self.image else first, self.last + 1):
            ranks = np.asarray((matter or {}).get(l, activations[l]).value)
            stay = (keep or {}).get(l, shape.keep if l == self.last else ())
            tall = height * (input_share[1] if l == 0 else 1)
            self.columns[l] = (Column if l else Inputs)(
                shape.sizes[l],
                tall,
                theme,
                words,
                matter=ranks,
                span=shape.spans[l],
                keep=stay,
                pitch=pitch,
                radius=radius,
            )
        named = self.columns[self.last].indices
        self._names = [Words(shape.classes[j], theme, size="small", role="dim") for j in named]
        self.names = VGroup(*self._names)
        self._place_layers(left, right - self.names.width - BESIDE, (top + bottom) / 2)
        self.add(*([self.image] if self.image else []), *self.columns.values(), self.names)

    def _place_layers(self, left: float, right: float, middle: float) -> None:
        """Spread input and columns over the width, all centred on one height, with the names beside them."""
        layers, inputs = self.layers, self.columns.get(0)
        if isinstance(inputs, Inputs) and self.shape.features:
            apart = sum(layer.width + CLEAR for layer in layers) - CLEAR
            inputs.with_names(self.shape.features, self.activations[0], right - left - apart)
        room = right - left - sum(layer.width for layer in layers)
        gap = room / max(len(layers) - 1, 1)
        x = left
        for layer in layers:
            layer.shift((x - layer.get_left()[0], middle - layer.get_center()[1], 0))
            x += layer.width + gap
        for name, j in zip(self._names, self.columns[self.last].indices, strict=True):
            neuron = self.neuron(self.last, j)
            name.next_to(neuron, RIGHT, buff=0.14).level_with(neuron.get_y())

    def legend(self) -> VGroup:
        """Return the line that says what the edges' colours and widths mean."""
        return edge_legend(self.edge_scale, self.theme, self.words)

    # --- parts by meaning ---------------------------------------------------------------

    @property
    def layers(self) -> list[InputImage | Column]:
        """What is drawn of each layer, from left to right: the input as an image, if it is one, and columns."""
        return [*([self.image] if self.image else []), *self.columns.values()]

    @property
    def last(self) -> int:
        """The index L of the output layer."""
        return len(self.shape.sizes) - 1

    @property
    def labels(self) -> NamedInputs | None:
        """The names and values of the inputs, if they stand there."""
        first = self.columns.get(0)
        return first.labels if isinstance(first, Inputs) else None

    @property
    def input(self) -> InputImage | VGroup:
        """What shows the example: the image, or the neurons of the first column without their names."""
        return self.image if self.image is not None else self.columns[0].neurons

    def layer(self, l: int) -> InputImage | Column:
        """Return the picture of a layer: the image, or a column."""
        return self.image if l == 0 and self.image is not None else self.columns[l]

    def neuron(self, l: int, j: int) -> Neuron:
        """Return neuron j of layer l (``KeyError`` if an abbreviated column leaves it out)."""
        return self.columns[l].neuron(j)

    def class_name(self, j: int) -> Words:
        """Return the name beside output j."""
        return self._names[self.columns[self.last].indices.index(j)]

    def whole_layer(
        self, l: int, weights: Reading, pixels: Sequence[int] | None = None
    ) -> tuple[Reading, np.ndarray, np.ndarray]:
        """Return all weights (n_l, n_{l-1}) between what is drawn of two layers, from every pixel of an image or some.

        After them, where their edges start and end, each to broadcast to the shape of the weights.
        """
        every = range(self.shape.sizes[l - 1]) if pixels is None else pixels
        sources = self.columns[l - 1].indices if l - 1 in self.columns else list(every)
        return weights.take(self.columns[l].indices, sources), *self._ends(l, sources)

    # --- verbs --------------------------------------------------------------------------

    def light_input(self) -> Mobject:
        """Return the input, lit: the image, or the first column."""
        if self.image is not None:
            return self.image
        return self.columns[0].set_readings(self.activations[0])

    def light(self, l: int) -> list[Animation]:
        """Return the animations that let layer l light up with its activations."""
        return self.columns[l].light(self.activations[l])

    def light_all(self) -> NetworkDiagram:
        """Show every column's activations at once."""
        for l, column in self.columns.items():
            column.set_readings(self.activations[l])
        return self

    def show_activations(self, activations: Sequence[Reading]) -> NetworkDiagram:
        """Show at once what each layer 0..L holds of another example, or at another moment."""
        for l, shown in enumerate(activations):
            layer = self.layer(l)
            if isinstance(layer, InputImage):
                layer.set_reading(shown)
            else:
                layer.set_readings(shown)
        return self

    def set_spans(self, spans: Sequence[tuple[float, float]]) -> NetworkDiagram:
        """Let other ranges go from dark to bright in the layers 0..L, for what they show from now on."""
        for l, span in enumerate(spans):
            self.layer(l).set_span(span)
        return self

    def connect(
        self,
        weights: dict[int, Reading],
        widest: float = WIDEST,
        later: Sequence[dict[int, Reading]] = (),
        grey: bool = False,
    ) -> NetworkDiagram:
        """Draw the edges of some layers: ``weights[l]`` has shape (n_l, n_{l-1}).

        All of them share one scale, with those that are taken ``later``: the largest weight drawn is
        ``widest`` scene units wide. They have the colours of their signs, or are ``grey``.
        """
        drawn, *others = (self._drawn(some) for some in (weights, *later))
        scale = Scale.fit([weight for some in (drawn, *others) for weight in some.values()], widest)
        for l, weight in drawn.items():
            starts, ends = self._ends(l, self._sources(l))
            self.edges[l] = Edges(weight, starts, ends, scale, self.theme, grey)
            self.add_to_back(self.edges[l])
        self.edge_scale = scale
        return self

    def show_weights(self, weights: dict[int, Reading], scale: Scale | None = None) -> NetworkDiagram:
        """Show other weights, in place, on a scale; by default the largest that is drawn is as wide as can be."""
        drawn = self._drawn(weights)
        self.edge_scale = scale or Scale.fit(drawn.values(), WIDEST)
        for l, weight in drawn.items():
            self.edges[l].set_weights(weight, self.edge_scale)
        return self

    def edges_of(self, changes: dict[int, Reading], widest: float = WIDEST) -> dict[int, Edges]:
        """Return edges in the places of those drawn, for other values: in their signs' colours, on one scale."""
        drawn = self._drawn(changes)
        scale = Scale.fit(drawn.values(), widest)
        return {l: Edges(some, *self._ends(l, self._sources(l)), scale, self.theme) for l, some in drawn.items()}

    def _drawn(self, weights: dict[int, Reading]) -> dict[int, Reading]:
        """Return the weights whose edges are drawn."""
        return {l: weight.take(self.columns[l].indices, self._sources(l)) for l, weight in weights.items()}

    def _sources(self, l: int) -> list[int]:
        """Return the neurons of layer l - 1 whose edges are drawn."""
        if l - 1 in self.columns:
            return self.columns[l - 1].indices
        assert self.image is not None, "edges into layer 1 start at the input"
        return outermost_lit(np.asarray(self.activations[0].value), self.image.grid)

    def _ends(self, l: int, sources: list[int]) -> tuple[np.ndarray, np.ndarray]:
        """Return where the edges into layer l start and end, each to broadcast to (J, K, 3)."""
        ends = self.columns[l].points_of(LEFT)[:, None]
        if l - 1 in self.columns:
            return self.columns[l - 1].points_of(RIGHT)[None], ends
        assert self.image is not None
        return self.image.exits(sources, ends), ends
