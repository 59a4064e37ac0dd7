"""What one neuron of the first layer says its weights should do: it is seen going to the inputs that they carry."""

from __future__ import annotations

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UR, Group, Mobject

from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import Comets
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.network.pixels import SignedPixels
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.selection import ranked
from scenes.stage.zones import Zone

HEAD = 3 / 5  # radius of the largest comet's head that goes to a pixel, as a share of the pixel
SIDE = 2 / 5  # the same that goes to an input which is drawn as a neuron, as a share of the room from one to the next


class FirstWeights(Group):
    """The nudges of a neuron's weights on their way to the inputs, and what they leave there.

    Parameters
    ----------
    hero
        The network.
    j
        The neuron of the first layer.

    Attributes
    ----------
    scale_of_nudges
        Of what is left.
    strongest
        The largest of the nudges, with its sign.
    comets
        The nudges on their way; those that are 0 are not seen.
    others
        Those of the other neurons that are drawn, on the same scale.
    left
        What stays of them: the colours of the pixels, or the edges in the widths and colours of their nudges.
    """

    def __init__(self, hero: Protagonist, j: int) -> None:
        super().__init__()
        self.hero, self.neuron = hero, hero.network.neuron(1, j)
        self.left: SignedPixels | Edges
        image, theme, all_nudges = hero.network.image, hero.theme, -hero.trace.reading("one/dC_dW1")
        inputs = hero.network.columns.get(0)
        if image is not None:
            nudges, ends = all_nudges[j], np.array([image.pixel(k) for k in range(hero.trace.sizes[0])])
            self.scale_of_nudges, head = Scale.fit([nudges], 1), HEAD * image.picture.height / image.grid[0]
            self.left = SignedPixels(nudges, image.grid, self.scale_of_nudges, theme, image.picture.height).move_to(
                image
            )
        else:
            assert inputs is not None
            nudges, ends = all_nudges[j].take(inputs.indices), inputs.points_of(RIGHT)
            self.scale_of_nudges, head = Scale.fit([nudges], WIDEST), SIDE * inputs.pitch
            row = all_nudges.take([j], inputs.indices)
            self.left = Edges(row, ends[None], self.neuron.get_left()[None, None], self.scale_of_nudges, theme)
        self.strongest = nudges[ranked(nudges)[0]]
        of, heads = (range(len(ends)) if inputs is None else inputs.indices), Scale.fit([nudges], head)
        way = {
            i: Comets(all_nudges[i].take(of), hero.network.neuron(1, i).get_left(), ends, heads, theme)
            for i in hero.column(1).indices
        }
        self.comets = way.pop(j)
        self.others = list(way.values())

    @property
    def ground(self) -> Group:
        """What it happens on: the input, and the neuron, or the whole first layer where there are edges under it."""
        network = self.hero.network
        return Group(network.layers[0], self.neuron if network.image is not None else network.layers[1])

    def under(self, note: Mobject, zoom: float) -> Mobject:
        """Put a note where no edge runs: under the image, or under both columns; a wide one under the network.

        Where all is seen from near, so many times as large, it may be set smaller: as wide as the image is.
        """
        image = self.hero.network.image
        if image is not None and zoom > 1:
            return note.scale(min(1, image.width / note.width)).next_to(image, DOWN, gap.small, aligned_edge=LEFT)
        if note.width > self.ground.width:
            return note.move_to((0, self.hero.note, 0)).align_to(self.ground, LEFT)
        return note.next_to(image or self.ground, DOWN, gap.small).align_to(self.ground, LEFT)

    @property
    def zone(self) -> Zone:
        """Where all of it happens, and room for a line under it."""
        (left, bottom, _), (right, top, _) = (self.ground.get_corner(corner) for corner in (DL, UR))
        return Zone(left, right, bottom, top).inset(-gap.medium, bottom=-gap.line)
