"""The costs of the worked example, one row for each moment: count of updates, bar and number."""

from __future__ import annotations

from manim import LEFT, RIGHT, Animation, VGroup

from netsim import Trace
from netsim.figures.calculus.worked import worked_update
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

MOST = 11  # rows
COUNTS, BARS, NUMBERS = 5, 12, 4  # shares of the width; a number stands where its bar ends


class CostsOfUpdates:
    """Makes the table's parts: its heads over the columns of a room, and a row for each moment."""

    def __init__(self, trace: Trace, theme: Theme, words: Messages, room: Zone) -> None:
        self.trace, self.theme, self.words, self.room = trace, theme, words, room

    def heads(self) -> VGroup:
        """Return what stands over the columns."""
        counts, bars, _ = self._columns(self.room)
        updates = Words(self.words.say("worked-costs", {}, "updates"), self.theme, size="small", role="dim")
        cost = Formula("C_0", self.theme, role="cost", size="small")
        return VGroup(counts.stand(updates, self.room.head, RIGHT), bars.stand(cost, self.room.head, LEFT))

    def row(self, i: int, t: int) -> list[Animation]:
        """Return the animations in which row i appears: the cost after t updates."""
        row, cost = self.room.picture.rows(*[1] * MOST)[i], self.trace.reading("worked/C", t)
        counts, bars, _ = self._columns(row)
        scale = Scale(self.trace.reading("worked/C", 0), bars.width)
        bar = Bar(cost, scale, self.theme, bars.at(LEFT), row.height / 2, "cost")
        number = Readout(cost, self.theme, spec=".4f", role="cost").next_to(bar, RIGHT, gap.small)
        count = counts.put(Readout(worked_update(self.trace, t), self.theme, spec=",.0f", role="dim"), RIGHT)
        return [FadeIn(count.level_with(row.y), number.level_with(row.y)), bar.grow()]

    def _columns(self, room: Zone) -> tuple[Zone, ...]:
        return room.columns(COUNTS, BARS, NUMBERS, gap=gap.medium)
