"""All components of the gradient sorted by size, and a tracer that goes from the largest to the least."""

from __future__ import annotations

from collections.abc import Mapping

from manim import DOWN, LEFT, RIGHT, UP, Group, VGroup

from netsim import Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.plots.sorted_sizes import SortedSizes
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.type.spoken import Spoken
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence


class SortedNudges(Group):
    """Axes, the curve as far as a tracer has drawn it, and a mark after the largest; needs the exhibit `components`.

    Parameters
    ----------
    zone
        The room for all of it.
    said
        What is written at the axes and at the mark: `upward`, `across`, `largest`.

    Attributes
    ----------
    around, tracer, mark
        Axes with their numbers and words; what draws the curve; an upright line with its words.
    """

    def __init__(self, trace: Trace, zone: Zone, theme: Theme, said: Mapping[str, Sentence]) -> None:
        ranks, sizes = (trace.reading(f"components/{name}") for name in ("rank", "size"))
        room = zone.inset(
            left=2 * gap.large, top=zone.top - zone.head + gap.medium, bottom=gap.line + gap.large, right=gap.large
        )
        frame = SortedSizes(ranks, sizes, room.width, room.height, theme).shift(room.at(DOWN + LEFT))
        words = {name: Spoken(text, theme, size="small", role="dim") for name, text in said.items()}
        zone.stand(words["upward"], zone.head, LEFT)
        zone.stand(words["across"], frame.numbers.get_bottom()[1] - gap.line, RIGHT)
        self.around = VGroup(frame, words["upward"], words["across"])
        self.tracer = Tracer(ranks, sizes, 0, frame.frame, theme, "ink")
        line = frame.mark(trace.reading("gradient/most")) if int(trace["gradient/most"]) else VGroup()
        zone.hold(words["largest"].next_to(line, RIGHT, gap.small, UP))
        self.mark = VGroup(line, words["largest"]) if len(line) else VGroup()
        super().__init__(self.around, self.tracer, self.mark)
