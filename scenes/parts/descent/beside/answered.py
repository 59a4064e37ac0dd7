"""Examples that the trained network is asked about, large, and beside each what it says, and what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from manim import LEFT, Animation, Group, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, stroke
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.selection import example_grid, on_stage
from scenes.parts.visitors import Visitors
from scenes.stage.zones import Zone
from scenes.words.sentence import Name, Sentence

COLUMNS, FEW = 2, 3  # of the examples; rows at least
SHARES = (1, 1)  # of a cell: the picture, and words
NAMED = (1, 2)  # the same where the inputs have names: there is less room
PASSES = 3 / 2  # of the time of a fade: how long each of several passes through


class Answered(Group):
    """Examples of an exhibit, in its order: they come, and pass through the network one by one.

    Parameters
    ----------
    hero, star
        The network, and what its star gives in each layer, from the input on.
    kind
        What begins the names of the examples' arrays x, a1, a2, ..., said, and label if they have one.
    room
        Where they stand.
    say
        Says the labels ``says``, ``output`` and ``actual``.

    Attributes
    ----------
    images, lines
        By example: how it looks; what the network says, how brightly, and what it is.
    """

    def __init__(
        self, hero: Learner, star: Sequence[Reading], kind: str, room: Zone, say: Callable[..., Sentence]
    ) -> None:
        super().__init__()
        trace, self.hero, self.kind = hero.trace, hero, kind
        self.layers = range(1, trace.L + 1)
        self.examples = list(trace.reading(f"{kind}x"))
        keys = f"{kind}x", *[f"{kind}a{l}" for l in self.layers]
        shown = [trace[key] if self.examples else np.asarray(a.value) for key, a in zip(keys, star, strict=True)]
        self.visitors = Visitors(hero, shown, star)
        rows = max(FEW, -(-len(self.examples) // COLUMNS))
        cells = [cell for row in room.grid(rows, COLUMNS, gap=gap.medium) for cell in row]
        shape, span = example_grid(trace, *self.examples) if self.examples else ((1, 1), (0, 1))
        self.images: list[InputImage] = []
        self.lines: list[VGroup] = []
        for i, (example, cell) in enumerate(zip(self.examples, cells, strict=False)):
            picture, words = cell.columns(*(NAMED if trace.features else SHARES), gap=gap.medium)
            self.images.append(picture.fit(InputImage(example, shape, hero.theme, picture.height, span)))
            self.lines.append(self._lines(i, words, say))

    def come(self, *some: int) -> list[Animation]:
        """Return the animations in which some examples appear."""
        self.add(*[self.images[i] for i in some])
        return [FadeIn(self.images[i]) for i in some]

    def ask(self, i: int) -> Animation:
        """Let the input be an example, marked; return the animation in which it passes through."""
        self.mark(i)
        self.visitors.take_in(self.examples[i])
        self.hero.point_out(int(self.hero.trace[f"{self.kind}said"][i]))
        return self.visitors.pass_through([self.hero.trace.reading(f"{self.kind}a{l}", i) for l in self.layers])

    def seconds(self) -> float:
        """Return how long an example passes through where several do, one after the other."""
        return PASSES * self.hero.theme.time.fade

    def tell(self, i: int) -> Animation:
        """Return the animation that writes beside an example what is said of it."""
        self.add(self.lines[i])
        return FadeIn(self.lines[i])

    def mark(self, *some: int) -> None:
        """Mark some examples, and no others."""
        for i, image in enumerate(self.images):
            role, width = ("focus", stroke.mark) if i in some else ("dim", stroke.thin)
            image.frame.set_stroke(self.hero.theme.of(role), width)

    def take_the_star(self) -> Animation:
        """Let the input be the star again; return the animation in which it runs through the network."""
        self.visitors.take_the_star()
        self.hero.point_out(None)
        return self.visitors.pass_the_star()

    def _lines(self, i: int, room: Zone, say: Callable[..., Sentence]) -> VGroup:
        """Return the lines beside an example."""
        trace, theme = self.hero.trace, self.hero.theme
        letters, said = int(room.width / theme.em()), int(trace[f"{self.kind}said"][i])
        names = {j: Name(on_stage(name, letters), j) for j, name in enumerate(trace.classes)}
        output = trace.reading(f"{self.kind}a{trace.L}", i, said)
        told = [say("says", says=names[said]), say("output", output=output)]
        if f"{self.kind}label" in trace:
            told.append(say("actual", actual=names[int(trace[f"{self.kind}label"][i])]))
        lines = VGroup(*[Spoken(sentence, theme, size="small") for sentence in told])
        for k, line in enumerate(lines):
            line.scale(min(1, room.width / float(line.width)))
            room.stand(line, room.y + ((len(told) - 1) / 2 - k) * gap.line - gap.hair, LEFT)
        return lines
