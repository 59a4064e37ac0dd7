"""What each example wants of one weight, heaped up as it is asked, and the line on which all of them balance."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, Group, VGroup

from netsim import Reading, Trace
from netsim.figures.nudges.tugs import pulling_down, pulling_up
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.plots.crowd import Balance, Crowd
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

CROWD, POINTED = 3, 1  # shares of the width: the crowd, and the number that the balance points at


class Pull(Group):
    """The nudges that examples want of one weight.

    Parameters
    ----------
    room, stage
        The zone that it fills, and the one that its number does not leave.
    spec
        Format of the nudges.
    up, down
        What is said of those who want it to grow, and to shrink.

    Attributes
    ----------
    crowd
        An arrow for each.
    points_at
        The mean so far, beside the line at its height.
    """

    def __init__(
        self, trace: Trace, room: Zone, stage: Zone, spec: str, theme: Theme, up: Sentence, down: Sentence
    ) -> None:
        self.stage, self.spec, self.theme = stage, spec, theme
        self.means = -trace.reading("tugs/so_far")
        tugs = -trace.reading("tugs/dC_dw")
        ends = self._framed(tugs, room.picture)
        self.crowd = Crowd(tugs, self.frame, theme)
        self.balance = Balance(self.means[0], self.frame, theme)
        self.points_at = Readout(self.means[0], theme, spec=spec, size="body", role="focus")
        self.counts = {"up": pulling_up(trace), "down": pulling_down(trace)}
        self.numbers, words = [], VGroup()
        for (role, counts), said, y in zip(self.counts.items(), (up, down), (room.head, room.note), strict=True):
            number = Readout(counts[len(counts) - 1], theme, spec=",.0f", role=role)
            room.stand(number, y, LEFT).shift((float(self.frame.point(0, 0)[0]) - room.left, 0, 0))
            words.add(Words(said, theme, size="small", role="dim").next_to(number, RIGHT, gap.small).stand_on(y))
            self.numbers.append(number)
        super().__init__(self.frame, ends, words, *self.numbers, self.crowd, self.balance, self.points_at)

    def set_row(self, row: int) -> Pull:
        """Show what stands after an example of the order has been asked."""
        self.crowd.set_row(row)
        for number, counts in zip(self.numbers, self.counts.values(), strict=True):
            number.set_reading(counts[row])
        return self.point_at(self.means[row])

    def point_at(self, mean: Reading) -> Pull:
        """Let the line stand at a mean."""
        self.balance.set_reading(mean)
        self.points_at.set_reading(mean)
        self.stage.hold(self.points_at.next_to(self.balance, RIGHT, gap.small))
        return self

    def _framed(self, tugs: Reading, room: Zone) -> VGroup:
        """Make the frame, whose axis holds all nudges and 0, and return the numbers at it."""
        lowest, highest = (tugs[int(find(tugs.value))] for find in (np.argmin, np.argmax))
        marks = {end: Readout(end, self.theme, spec=self.spec, role="sign") for end in (highest, lowest) if float(end)}
        wide = max([0, *[float(mark.width) for mark in marks.values()]])
        inner, _ = room.inset(left=wide + gap.medium).columns(CROWD, POINTED)
        low, high = min(0, float(lowest)), max(0, float(highest))
        ys = (low, high if high > low else 1)
        self.frame = PlotFrame((0, 1), ys, inner.width, inner.height, self.theme, cross=(0, 0))
        self.frame.shift((inner.left, inner.bottom, 0))
        nothing = Words("0", self.theme, size="small", role="dim").next_to(self.frame.point(0, 0), LEFT, gap.small)
        for end, mark in marks.items():
            mark.next_to(self.frame.point(0, float(end)), LEFT, gap.small)
        apart = [mark for mark in marks.values() if abs(mark.get_y() - nothing.get_y()) > gap.line]
        return VGroup(nothing, *apart)
