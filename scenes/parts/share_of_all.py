"""A count of some of all: its number, what it counts, and a bar on the scale of all."""

from __future__ import annotations

from manim import LEFT, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence


class ShareOfAll(VGroup):
    """A number over what it counts over a bar, in the middle of a room and at its left.

    Parameters
    ----------
    count, whole
        How many, and of how many: so many have a bar as wide as the room.
    said
        What it counts.
    role
        Colour of the bar.
    """

    def __init__(self, count: Reading, whole: Reading, said: Sentence, room: Zone, theme: Theme, role: str) -> None:
        self.bar = Bar(count, Scale(whole, room.width), theme, room.at(LEFT), gap.small, role)
        number = Readout(count, theme, spec=",.0f", size="body", role="ink")
        room.stand(number, room.y + gap.medium + gap.line, LEFT)
        words = room.stand(Spoken(said, theme, size="small", role="dim"), room.y + gap.medium, LEFT)
        super().__init__(number, words, self.bar)
