"""Examples that pass through the protagonist while it hears one class alone, and what it answers to each."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, Animation, Group, VGroup

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.selection import example_grid, on_stage
from scenes.parts.visitors import Visitors
from scenes.stage.zones import Zone

FEW = 5  # examples that stand one under another; more stand in two columns
PICTURE, ANSWER = 5, 4  # shares of a cell: the example, and what is answered
LETTER = 2  # letters to an em of small type


class Answer(VGroup):
    """What the network answers to one example: the class that its outputs say, and under it that class's output.

    Parameters
    ----------
    outputs
        (n_L,) at each moment.
    """

    def __init__(self, hero: Protagonist, outputs: list[Reading], room: Zone) -> None:
        super().__init__()
        self.told, self.outputs = hero.trace.answers, outputs
        self.answers = [int(self.told.said(np.asarray(row.value))) for row in outputs]
        heard = hero.trace.label(0)
        letters = int(LETTER * room.width / hero.theme.em())
        self.names: dict[int, Words] = {}
        for j in dict.fromkeys(self.answers):
            role = "focus" if j == heard else "ink"
            name = Words(on_stage(hero.trace.classes[j], letters), hero.theme, size="small", role=role)
            self.names[j] = room.stand(name, room.y + gap.hair, LEFT)
        self.value = Readout(self.shown(0), hero.theme, role="dim")
        room.stand(self.value, room.y + gap.hair - gap.line, LEFT)
        self.add(*self.names.values(), self.value)
        self.show_at(0)

    def show_at(self, moment: int) -> Answer:
        """Show the answer of a moment."""
        answer = self.answers[moment]
        for j, name in self.names.items():
            name.set_opacity(float(j == answer))
        self.value.set_reading(self.shown(moment))
        return self

    def shown(self, moment: int) -> Reading:
        """Return the output that gives the answer of a moment."""
        return self.outputs[moment][self.told.own_output(self.answers[moment])]


class Asked(Group):
    """An example of each class beside the outputs, and what the network answers to each at a moment of that run.

    Parameters
    ----------
    hero
        The network: it shows one example after another.
    room
        Where they stand.

    Attributes
    ----------
    images, answers
        By example; an answer stands on the stage once the network has been asked.
    labels
        The classes of the examples.
    last
        The last of the moments, as an index.
    """

    def __init__(self, hero: Protagonist, room: Zone) -> None:
        super().__init__()
        self.hero, trace = hero, hero.trace
        self.labels, self.last = [int(label) for label in trace["only/label"]], len(trace["only/steps"]) - 1
        self.examples, many = list(trace.reading("only/x")), len(self.labels)
        self.given = {l: [list(at) for at in trace.reading(f"only/a{l}")] for l in range(1, trace.L + 1)}
        columns = 1 if many <= FEW else 2
        grid = room.grid(max(-(-many // columns), FEW), columns, gap=gap.small)
        shape, span = example_grid(trace, *self.examples)
        said = hero.words.say("asked", {}, "answer")
        self.heads = [Words(said, hero.theme, size="small", role="dim") for _ in range(columns)]
        for head, cell in zip(self.heads, grid[0], strict=True):
            cell.stand(head, hero.heading, RIGHT)
        self.images: list[InputImage] = []
        self.answers: list[Answer] = []
        for i, example in enumerate(self.examples):
            cell = grid[i % len(grid)][i // len(grid)]
            picture = cell.columns(PICTURE, ANSWER, gap=gap.small)[0]
            image = picture.fit(InputImage(example, shape, hero.theme, picture.height, span), LEFT)
            self.images.append(image)
            beside = cell.inset(left=image.width + gap.small)
            self.answers.append(Answer(hero, [at[i] for at in self.given[trace.L]], beside))
        self.visitors = Visitors(hero, [trace[key] for key in ("only/x", *[f"only/a{l}" for l in self.given])])
        self.add(*self.images, *self.heads)

    def show_at(self, i: int, moment: int) -> None:
        """Let the network show what example i gives at a moment, and every answer be that of the moment."""
        self.visitors.show(self._given(i, moment))
        for answer in self.answers:
            answer.show_at(moment)

    def take_in(self, i: int) -> None:
        """Let the input be example i; from now on dark and bright are such that all examples have room."""
        self.mark(i)
        self.visitors.take_in(self.examples[i])

    def mark(self, i: int | None) -> None:
        """Mark the example that is asked; None for none."""
        for at, picture in enumerate(self.images):
            role, width = ("focus", stroke.mark) if at == i else ("dim", stroke.thin)
            picture.frame.set_stroke(self.hero.theme.of(role), width)

    def pass_through(self, i: int, moment: int) -> Animation:
        """Return the animation that lets light run through the network, and light it with what example i gives."""
        return self.visitors.pass_through(self._given(i, moment))

    def _given(self, i: int, moment: int) -> list[Reading]:
        return [given[moment][i] for given in self.given.values()]
