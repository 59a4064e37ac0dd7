"""Examples side by side, with lines of words and numbers under them."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, Group, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid, on_stage
from scenes.stage.zones import Zone

LETTER = 2  # letters to an em of small type
SHORT = 2  # letters of names that may be large

Line = Words | Readout | Formula


class ExampleRow:
    """A row of examples in evenly wide places; what stands under each is set on lines that all share.

    Parameters
    ----------
    examples
        The inputs, each (n_0,).
    room
        Where the examples stand, each as high as it if there is room; the row's name stands before it.
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
        room: Zone,
        among: Sequence[Reading] = (),
        places: int = 0,
    ) -> None:
        self.trace, self.theme = trace, theme
        cells = room.columns(*[1] * max(places, len(examples), 1))[: len(examples)]
        self.width = room.width / max(places, len(examples), 1) - gap.small
        self.xs = [cell.x for cell in cells]
        self.images = Group()
        for example, cell in zip(examples, cells, strict=True):
            shape, span = example_grid(trace, *examples, *among)
            image = InputImage(example, shape, theme, room.height, span)
            self.images.add(cell.inset(left=gap.hair, right=gap.hair).fit(image))

    @property
    def size(self) -> str:
        """The size of type that all classes' names have room in."""
        return "body" if max(map(len, self.trace.classes)) <= SHORT else "small"

    def name_of(self, j: int, role: str = "ink") -> Words:
        """Return a class's name, as long as its place is wide."""
        name = on_stage(self.trace.classes[j], max(int(LETTER * self.width / self.theme.em()), SHORT))
        return Words(name, self.theme, size=self.size, role=role)

    def stand(self, i: int, line: Line, y: float) -> Line:
        """Set a line under example i, on height ``y``."""
        line.shift((self.xs[i] - line.get_center()[0], 0, 0)).stand_on(y)
        return line

    def cards(self, *lines: Sequence[Line]) -> list[Group]:
        """Return each example together with what stands under it."""
        return [Group(*parts) for parts in zip(self.images, *lines, strict=True)]


def row_name(theme: Theme, room: Zone, y: float, *lines: str | Formula | Spoken) -> VGroup:
    """Return what a row shows, at the left edge of a zone, in lines from height ``y`` downwards."""
    name = VGroup()
    for i, line in enumerate(lines):
        row = Words(line, theme, size="small", role="dim") if isinstance(line, str) else line
        name.add(room.stand(row, y - i * gap.line, LEFT))
    return name
