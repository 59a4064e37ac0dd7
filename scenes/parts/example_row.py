"""Examples side by side."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Group

from netsim import Reading, Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.network.digit import InputImage
from scenes.parts.selection import example_grid
from scenes.stage.zones import Zone


class ExampleRow:
    """A row of examples in evenly wide places.

    Parameters
    ----------
    examples
        The inputs, each (n_0,).
    room
        Where the examples stand, each as high as it if there is room.
    """

    def __init__(
        self,
        trace: Trace,
        examples: Sequence[Reading],
        theme: Theme,
        room: Zone,
    ) -> None:
        cells = room.columns(*[1] * max(len(examples), 1))[: len(examples)]
        self.images = Group()
        for example, cell in zip(examples, cells, strict=True):
            shape, span = example_grid(trace, *examples)
            image = InputImage(example, shape, theme, room.height, span)
            self.images.add(cell.inset(left=gap.hair, right=gap.hair).fit(image))
