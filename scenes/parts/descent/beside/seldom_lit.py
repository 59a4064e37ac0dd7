"""In how many of the training examples each pixel is lit, as an image: some never are."""

from __future__ import annotations

from manim import LEFT, RIGHT, Group

from netsim import Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.spoken import Spoken
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence


class SeldomLit(Group):
    """An image of the exhibit `lit`: a pixel is as bright as its share of the examples, black if it is dark in all.

    Parameters
    ----------
    zone
        The room for the image under its head, at the left.
    said
        The head; one that is wider than the zone goes on over what is left of it.
    """

    def __init__(self, trace: Trace, zone: Zone, theme: Theme, said: Sentence) -> None:
        assert trace.image_shape is not None
        rows, columns = trace.image_shape
        room = zone.inset(top=zone.top - zone.head + gap.medium)
        height = min(room.height, room.width * rows / columns)
        image = room.put(InputImage(trace.reading("lit/share"), trace.image_shape, theme, height), LEFT)
        head = Spoken(said, theme, size="small", role="dim")
        super().__init__(zone.stand(head, zone.head, LEFT if head.width <= zone.width else RIGHT), image)
