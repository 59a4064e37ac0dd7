"""A wall of the examples that are shown, under each what the network answers: right ones bright, wrong ones dim."""

from __future__ import annotations

from itertools import chain
from math import ceil

from manim import UP, Animation, Group, Mobject, Square, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap, level, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.resting import rest
from scenes.mobjects.type.short import cut_to, width_of
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid, on_stage
from scenes.stage.zones import Zone

SAID = ("learning/said", "data/said")  # what is answered over the training, and at the first recorded moment
AROUND = 21 / 20  # size of the frame around a larger picture, as a multiple of its size
LINE = 5 / 4  # ems that an answer needs under its example
NAME = 3  # ems of an answer that have room at least: longer names are cut


class Answer(VGroup, Quantity):
    """The name of the class that the network answers, in its place; nothing before it was asked.

    Parameters
    ----------
    names
        What is written for each class, once bright and once dim.
    place
        Where it is written.
    """

    def __init__(self, names: tuple[list[Words], list[Words]], place: Zone) -> None:
        super().__init__()
        self._names, self._place = names, place
        self._written: dict[tuple[int, bool], Words] = {}
        self._now: tuple[int, bool] | None = None

    def say(self, reading: Reading, right: bool) -> None:
        """Write another answer, bright if it is right."""
        self.reading, now = reading, (int(float(reading)), right)
        if now != self._now:
            self._now = now
            if now not in self._written:
                name = self._names[0 if right else 1][now[0]].copy()
                self._written[now] = self._place.stand(name, self._place.bottom)
            self.submobjects = [self._written[now]]

    def say_nothing(self) -> None:
        """Write no answer."""
        self.reading = self._now = None
        self.submobjects = []

    def shown(self) -> float:
        """Return the class whose name is written."""
        written = self.submobjects[0]
        return next(float(j) for (j, _), words in self._written.items() if words is written)


class AnswerWall(Group):
    """The examples that are shown, in rows, the star last: it stands in the lower right corner.

    Parameters
    ----------
    room
        What it fills: its rows and columns are those in which the examples are largest.

    Attributes
    ----------
    order
        The examples from the upper left to the lower right, as places in `data/x`.
    pictures, answers
        By these places: each example, and what is answered.
    mark
        The frame around the one that the network looks at.
    """

    def __init__(self, trace: Trace, theme: Theme, room: Zone) -> None:
        self.labels, self._learned, self._first = trace["data/label"].tolist(), *map(trace.reading, SAID)
        many, em = len(self.labels), theme.em()
        self.order = [*range(1, many), 0]
        examples = trace.reading("data/x")
        shape, span = example_grid(trace, examples)
        widest = max(width_of(on_stage(name), theme) for name in trace.classes)
        down, across = _arranged(room, many, shape, min(widest, NAME * em), LINE * em)
        cells = list(chain(*room.grid(down, across)))
        short = [cut_to(on_stage(name), theme, cells[0].width - gap.small) for name in trace.classes]
        bright, dim = ([Words(name, theme, size="small", role=role) for name in short] for role in ("ink", "dim"))
        self.pictures: list[InputImage] = [None] * many  # type: ignore[list-item]
        self.answers: list[Answer] = [None] * many  # type: ignore[list-item]
        for i, cell in zip(self.order, cells, strict=False):
            above = cell.inset(left=gap.hair, right=gap.hair, top=gap.hair, bottom=LINE * em)
            self.pictures[i] = above.fit(InputImage(examples[i], shape, theme, above.height, span), UP)
            foot = float(self.pictures[i].get_bottom()[1]) - em
            self.answers[i] = Answer((bright, dim), Zone(cell.left, cell.right, foot, cell.top))
        self.mark = Square(stroke_width=stroke.strong, color=theme.of("focus"))
        super().__init__(*self.pictures, *self.answers, self.mark)
        self.look_at(0)

    def look_at(self, i: int) -> None:
        """Put the frame around an example."""
        self.mark.replace(self.pictures[i], stretch=True)

    def answer(self, i: int, reading: Reading) -> None:
        """Let the network answer to an example: the example is bright if it is right."""
        right = int(float(reading)) == self.labels[i]
        self.answers[i].say(reading, right)
        self._light(i, 1 if right else level.back)

    def set_row(self, row: int) -> None:
        """Show all answers of a moment of the training."""
        self._answer_all(self._learned[row])

    def answered_at_first(self) -> AnswerWall:
        """Show all answers of the first recorded moment."""
        return self._answer_all(self._first)

    def unasked(self) -> AnswerWall:
        """Show the examples alone, all of them bright."""
        for i in self.order:
            self.answers[i].say_nothing()
            self._light(i, 1)
        return self

    def step_back(self, onto: Mobject) -> list[Animation]:
        """Return the animations that dim all of it, and take the frame from the star onto another picture of it."""
        return [
            *map(rest, (*self.pictures, *self.answers)),
            self.mark.animate.replace(onto, stretch=True).scale(AROUND).build(),
        ]

    def _answer_all(self, said: Reading) -> AnswerWall:
        for i in self.order:
            self.answer(i, said[i])
        return self

    def _light(self, i: int, to: float) -> None:
        picture = self.pictures[i]
        picture.picture.set_opacity(to)
        picture.frame.set_stroke(opacity=to)


def _arranged(room: Zone, many: int, shape: tuple[int, int], name: float, line: float) -> tuple[int, int]:
    """Return in how many rows and columns examples are largest, each with room for a name under it."""
    found = []
    for across in range(1, many + 1):
        down = ceil(many / across)
        wide, high = room.width / across - gap.small, room.height / down - line - gap.hair
        fits = wide >= name and high > 0
        found.append((fits, min(high, max(wide, 0) * shape[0] / shape[1]), down, across))
    return max(found)[2:]
