"""Examples side by side, with lines of words and numbers under them."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, Group, Mobject, VGroup

from netsim import Reading, Trace
from scenes.look.theme import Theme
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid, on_stage
from scenes.stage.formats import STAGE

FILLED = 0.86  # the part of its place that an example or a name fills at most
LETTER = 0.12  # scene units of a letter of a name
LEADING = 0.36  # from line to line
SHORT = 2  # letters of names that may be large

Line = Words | Readout | Formula


class ExampleRow:
    """A row of examples in evenly wide places; what stands under each is set on lines that all share.

    Parameters
    ----------
    examples
        The inputs, each (n_0,).
    left, right
        Where the row begins and ends; its name stands before it.
    middle
        Height of the examples' middle.
    largest
        Height of an example, if there is room.
    among
        More examples, so that equal brightness means equal values among all of them.
    places
        How many places the row has, by default as many as examples.
    """

    def __init__(
        self,
        trace: Trace,
        examples: Sequence[Reading],
        theme: Theme,
        left: float,
        right: float,
        middle: float,
        largest: float = 1.0,
        among: Sequence[Reading] = (),
        places: int = 0,
    ) -> None:
        self.trace, self.theme = trace, theme
        self.pitch = (right - left) / max(places, len(examples), 1)
        self.xs = [left + (i + 0.5) * self.pitch for i in range(len(examples))]
        self.images = Group()
        shape, span = example_grid(trace, *examples, *among) if examples else ((1, 1), (0.0, 1.0))
        for example, x in zip(examples, self.xs, strict=True):
            image = InputImage(example, shape, theme, min(largest, FILLED * self.pitch), span)
            image.scale(min(1.0, FILLED * self.pitch / image.width))
            self.images.add(image.move_to((x, middle, 0)))

    @property
    def size(self) -> str:
        """The size of type that all classes' names have room in."""
        return "body" if max(map(len, self.trace.classes)) <= SHORT else "small"

    def name_of(self, j: int, role: str = "ink") -> Words:
        """Return a class's name, as long as its place is wide."""
        name = on_stage(self.trace.classes[j], max(int(self.pitch / LETTER), SHORT))
        return Words(name, self.theme, size=self.size, role=role)

    def stand(self, i: int, line: Line, y: float) -> Line:
        """Set a line under example i, on height ``y``."""
        line.shift((self.xs[i] - line.get_center()[0], 0, 0)).stand_on(y)
        return line

    def cards(self, *lines: Sequence[Line]) -> list[Group]:
        """Return each example together with what stands under it."""
        return [Group(*parts) for parts in zip(self.images, *lines, strict=True)]


def row_name(theme: Theme, y: float, *lines: str | Formula) -> VGroup:
    """Return what a row shows, at the left edge of the stage, in lines from height ``y`` downwards."""
    name = VGroup()
    for i, line in enumerate(lines):
        row: Mobject = Words(line, theme, size="small", role="dim") if isinstance(line, str) else line
        name.add(row.move_to((STAGE.left, 0, 0), aligned_edge=LEFT).stand_on(y - i * LEADING))
    return name
