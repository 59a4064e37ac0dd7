"""The picture that the chapter opens and closes with: a wall of examples, and right of it or over it the network."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, Animation, Group, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.mobjects.sliding import Slide
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.descent.hero.answer_wall import AnswerWall
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.selection import wider
from scenes.parts.standing_network import OVER, UNDER
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence


class FirstPicture(Group):
    """The wall on the left, on the right the chapter's network: it stands there as it stands elsewhere on the left.

    On an upright stage the network stays over what is beside it, in the middle, and the wall is there.

    Parameters
    ----------
    scene
        Whose trace, theme and stage it is made of.
    hero
        The network, where it stands through the chapter: it is taken from there.

    Attributes
    ----------
    wall, hero
        The examples with their answers, and the network.
    way
        From where the network stands through the chapter to where it stands here.
    under_wall, under_hero
        Zones of the notes under the two.
    """

    def __init__(self, scene: TraceScene, hero: Learner) -> None:
        self.theme, self.hero, stage = scene.theme, hero, scene.stage
        if stage.upright:  # the wall stands under the network
            self.way = (stage.x - hero.room.x) * RIGHT
            room = stage.inset(top=stage.top - hero.beside.top)
            self.wall = AnswerWall(scene.trace, scene.theme, room.inset(bottom=stage.type * UNDER))
            self.under_wall, self.under_hero = room, Zone(stage.left, stage.right, hero.beside.top, stage.top)
        else:
            self.way = (stage.right - hero.room.right) * RIGHT
            right = stage.right - hero.room.width
            room = stage.inset(right=stage.right - right + gap.large)
            self.wall = AnswerWall(
                scene.trace, scene.theme, room.inset(top=stage.type * OVER, bottom=stage.type * UNDER)
            )
            self.under_wall, self.under_hero = room, stage.inset(left=right - stage.left)
        super().__init__(self.wall, hero.shift(self.way))
        layers = range(1, scene.trace.L + 1)
        self._asked = [scene.trace.reading(key) for key in ("data/x", *[f"data/a{l}" for l in layers])]
        self._weights = {l: scene.trace.reading(f"W{l}", hero.t) for l in layers}

    def ask(self, i: int) -> None:
        """Let the network look at one of the examples, as it is at the first recorded moment; 0 is the star."""
        network, spans = self.hero.network, self.hero.network.shape.spans
        if i:
            spans = [wider(span, np.asarray(shown.value)) for span, shown in zip(spans, self._asked, strict=True)]
        network.set_spans(spans).show_activations([shown[i] for shown in self._asked] if i else network.activations)
        self.wall.look_at(i)
        self.hero.point_out(int(self.hero.trace["data/said"][i]))

    def set_row(self, row: int) -> None:
        """Let the wall show all answers of a moment of the training, and the network which is its own."""
        self.wall.set_row(row)
        self.hero.point_out(int(self.hero.trace["learning/said"][row, 0]))

    def as_at_first(self) -> None:
        """Let wall and network show the first recorded moment again."""
        self.hero.network.show_weights(self._weights)
        self.ask(0)
        self.wall.answered_at_first()

    def go_home(self) -> list[Animation]:
        """Return the animations that take the network where it stands through the chapter; the wall leaves with it."""
        self.hero.point_out(None)
        return [Slide(self.hero, -self.way), Slide(self.wall, -self.way)]

    def arrive(self) -> list[Animation]:
        """Return the animations that take the network here from where it stands; the wall comes with it."""
        for part in (self.hero, self.wall):
            part.shift(-self.way)
        return [Slide(self.hero, self.way), Slide(self.wall, self.way)]

    def counter(
        self, number: Readout, widest: Reading, words: Sentence, under: str, side: np.ndarray = RIGHT
    ) -> Counter:
        """Return a number and what it counts, in the middle under the ``wall`` or under the ``hero``.

        It stays there whatever the number becomes, up to the widest. The words stand at a side of it.
        """
        zone, now = self.under_wall if under == "wall" else self.under_hero, number.reading
        assert now is not None
        counter = Counter(number.set_reading(widest), Spoken(words, self.theme), side)
        counter.shift((zone.x - counter.get_x(), 0, 0))
        for part in (counter.number, counter.words):
            part.stand_on(zone.note)
        counter.number.set_reading(now)
        return counter


class Counter(VGroup):
    """A number that runs, beside words that stay.

    Attributes
    ----------
    number, words
        Its two parts.
    """

    def __init__(self, number: Readout, words: Spoken, side: np.ndarray) -> None:
        self.number, self.words = number, words
        super().__init__(number, words.next_to(number, side, gap.small))
