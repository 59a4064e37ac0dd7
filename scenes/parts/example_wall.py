"""A wall of small examples, each over its label."""

from __future__ import annotations

from itertools import chain

from manim import UP, Group

from netsim import Reading, Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid, on_stage
from scenes.stage.zones import Zone

CARD = 2  # ems of its label that an example is high and wide, at least
LETTERS = 12  # of a class's name


class ExampleWall(Group):
    """Examples in rows and columns.

    Parameters
    ----------
    examples
        (count, n_0): as many are drawn as there is room for.
    labels
        The class of each, as an index.
    room
        What the wall fills.
    among
        More examples, so that equal brightness means equal values among all of them.

    Attributes
    ----------
    cards
        Each example with its label.
    """

    def __init__(
        self,
        trace: Trace,
        theme: Theme,
        examples: Reading,
        labels: list[int],
        *,
        room: Zone,
        among: tuple[Reading, ...] = (),
    ) -> None:
        shape, span = example_grid(trace, examples, *among)
        names = {j: Words(on_stage(trace.classes[j], LETTERS), theme, size="small") for j in range(len(trace.classes))}
        em = theme.em()
        wide = max(CARD * em * shape[1] / shape[0], *[float(name.width) for name in names.values()])
        wide, high = wide + gap.medium + gap.hair, CARD * em + em + gap.hair
        self.across = max(1, int(room.width / wide))
        cells = room.grid(max(1, int(room.height / high)), self.across)
        self.cards: list[Group] = []
        for i, cell in zip(range(len(examples)), chain(*cells), strict=False):
            picture = cell.inset(left=gap.hair, right=gap.hair, bottom=em + gap.hair)
            card = picture.fit(InputImage(examples[i], shape, theme, picture.height, span), UP)
            name = cell.stand(names[labels[i]].copy(), picture.bottom - em)
            self.cards.append(Group(card, name))
        super().__init__(*self.cards)

    def rows(self) -> list[list[Group]]:
        """Return the cards row by row."""
        return [self.cards[i : i + self.across] for i in range(0, len(self.cards), self.across)]
