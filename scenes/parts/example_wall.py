"""A wall of small examples, each over its label."""

from __future__ import annotations

from manim import Group

from netsim import Reading, Trace
from scenes.look.theme import Theme
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid, on_stage

CARD, LABEL = 0.52, 0.23  # height of an example; from its lower edge down to the line its label stands on
SPACE = (0.26, 0.07)  # room beside and under an example with its label
LETTERS = 12  # of a class's name
FILLED = 0.9  # of a cell's width that an example fills at most


class ExampleWall(Group):
    """Examples in rows and columns.

    Parameters
    ----------
    examples
        (count, n_0): as many are drawn as there is room for.
    labels
        The class of each, as an index.
    left, right, top, bottom
        The room, in scene units.
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
        left: float,
        right: float,
        top: float,
        bottom: float,
        among: tuple[Reading, ...] = (),
    ) -> None:
        shape, span = example_grid(trace, examples, *among)
        names = {j: Words(on_stage(trace.classes[j], LETTERS), theme, size="small") for j in range(len(trace.classes))}
        wide = max(CARD * shape[1] / shape[0], max(float(name.width) for name in names.values())) + SPACE[0]
        high = CARD + LABEL + SPACE[1]
        self.across, down = max(1, int((right - left) / wide)), max(1, int((top - bottom) / high))
        self.cell = ((right - left) / self.across, (top - bottom) / down)
        self.cards: list[Group] = []
        for i in range(min(len(examples), self.across * down)):
            row, column = divmod(i, self.across)
            x, y = left + (column + 0.5) * self.cell[0], top - row * self.cell[1]
            card = InputImage(examples[i], shape, theme, CARD, span)
            card.scale(min(1.0, FILLED * self.cell[0] / card.width)).move_to((x, y - CARD / 2, 0))
            name = names[labels[i]].copy().move_to((x, 0, 0)).stand_on(y - CARD - LABEL)
            self.cards.append(Group(card, name))
        super().__init__(*self.cards)

    def rows(self) -> list[list[Group]]:
        """Return the cards row by row."""
        return [self.cards[i : i + self.across] for i in range(0, len(self.cards), self.across)]
