"""A wall of small examples, each over its label."""

from __future__ import annotations

from itertools import chain
from math import prod

import numpy as np
from manim import UP, Group

from netsim import Reading, Trace
from netsim.figures.units import in_units
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.number import NumbersInRow
from scenes.mobjects.type.typeset import OnLine, Words
from scenes.parts.selection import example_grid, on_stage
from scenes.stage.zones import Zone

CARD = 5 / 3  # ems of small type that an example is high, if nothing else is said
FEW, LARGEST, LARGER = 9, 5, 10 / 9  # so few, if they are all, are higher by such steps, while they have room
LETTERS = 12  # of a class's name


class ExampleWall(Group):
    """Examples in rows and columns.

    Parameters
    ----------
    examples
        (count, n_0): as many are drawn as there is room for.
    room
        What the wall fills.
    labels
        The class of each, as an index, (count,), or the numbers that are wanted, (count, n_L), which are written in
        their own units; none is written without them.
    among
        More examples, so that equal brightness means equal values among all of them.
    card
        How high an example is, in ems of small type.

    Attributes
    ----------
    images, names
        Each example, and under it its label.
    cells
        The zone of each.
    across
        How many stand in a row.
    """

    def __init__(
        self,
        trace: Trace,
        theme: Theme,
        examples: Reading,
        room: Zone,
        labels: Reading | None = None,
        among: tuple[Reading, ...] = (),
        card: float = CARD,
    ) -> None:
        super().__init__()
        shape, span = example_grid(trace, examples, *among)
        written = [] if labels is None else answers_under(trace, theme, labels)
        under, widest = theme.em() * bool(written), max([float(label.width) for label in written], default=0)

        def arranged(high: float) -> tuple[int, int]:
            wide = max(high * shape[1] / shape[0], widest)
            return int(room.height / (high + under + gap.hair)), int(room.width / (wide + gap.small))

        high, all_of_few = card * theme.em(), max(len(examples), sum(map(len, among))) == len(examples) <= FEW
        while all_of_few and high < LARGEST * theme.em() and prod(arranged(high * LARGER)) >= len(examples):
            high *= LARGER
        down, self.across = (max(1, many) for many in arranged(high))
        self.cells = list(chain(*room.grid(down, self.across)))[: len(examples)]
        self.images: list[InputImage] = []
        self.names: list[OnLine] = []
        for i, cell in enumerate(self.cells):
            picture = cell.inset(left=gap.hair, right=gap.hair, bottom=under + gap.hair)
            self.images.append(picture.fit(InputImage(examples[i], shape, theme, high, span), UP))
            if labels is not None:
                self.names.append(cell.stand(written[i], float(self.images[i].get_bottom()[1]) - theme.em()))
        self.add(*self.images, *self.names)

    def rows(self, parts: list[InputImage] | list[OnLine]) -> list[Group]:
        """Return images or names row by row."""
        return [Group(*parts[i : i + self.across]) for i in range(0, len(parts), self.across)]


def answers_under(trace: Trace, theme: Theme, labels: Reading) -> list[OnLine]:
    """Return what is written under each of some examples: the name of its class, or the numbers that are wanted."""
    if trace.answers.numbers:
        wanted, specs = in_units(trace.answers.numbers, labels), [f".{one.decimals}f" for one in trace.answers.numbers]
        return [NumbersInRow(list(one), theme, specs) for one in wanted]
    places = np.asarray(labels.value).astype(int).tolist()
    names = {j: Words(on_stage(trace.classes[j], LETTERS), theme, size="small") for j in set(places)}
    return [names[j].copy() for j in places]
