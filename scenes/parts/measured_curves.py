"""Measured curves on one pair of axes from 0 to 1 upward, with their names and ends written."""

from __future__ import annotations

from manim import DL, DOWN, LEFT, RIGHT, UP, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import Curve, PlotFrame
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone


class MeasuredCurves:
    """Axes for shares, 0 to 1, over something that is counted; curves are added one by one.

    Parameters
    ----------
    counted
        What is counted, ascending; its first and last value stand under the axis.
    room
        Where the axes stand; what is written stands around it.
    upward, across
        What the axes mean, in words.
    """

    def __init__(
        self,
        counted: Reading,
        theme: Theme,
        room: Zone,
        upward: str,
        across: str,
    ) -> None:
        self.counted, self.theme, self.last = counted, theme, len(counted) - 1
        low, high = float(counted[0]), float(counted[self.last])
        self.frame = PlotFrame((low, max(high, low + 1)), (0, 1), room.width, room.height, theme)
        self.frame.shift(room.at(DL))
        words = Words(across, theme, size="small", role="dim")
        head = Words(upward, theme, size="small", role="dim").next_to(self.frame, UP, buff=gap.medium)
        head.align_to(room.at(LEFT), LEFT)
        self.marks = VGroup(words.next_to(self.frame.point((low + high) / 2, 0), DOWN, buff=gap.small), head)
        for i in dict.fromkeys((0, self.last)):
            count = Readout(counted[i], theme, spec=",.0f", role="dim")
            self.marks.add(count.next_to(self.frame.point(float(counted[i]), 0), DOWN, buff=gap.small))
        self.ends: list[Readout] = []

    def curve(self, shares: Reading, role: str) -> Curve:
        """Return a curve of recorded shares."""
        return Curve(self.counted, shares, self.frame, self.theme, role)

    def first(self, shares: Reading, role: str) -> Readout:
        """Return the first of the shares, left of where its curve begins."""
        number = Readout(shares[0], self.theme, spec=".3f", role=role)
        return number.next_to(self.frame.point(float(self.counted[0]), float(shares[0])), LEFT, buff=gap.small)

    def end(self, shares: Reading, role: str, name: str = "") -> VGroup:
        """Return the last of the shares, right of where its curve ends, and its name after it."""
        number = Readout(shares[self.last], self.theme, spec=".3f", role=role)
        place = self.frame.point(float(self.counted[self.last]), float(shares[self.last]))
        number.next_to(place, RIGHT, buff=gap.small)
        for other in self.ends:
            apart = float(number.get_y() - other.get_y())
            if abs(apart) < gap.line:
                number.shift((0, (-1 if apart <= 0 else 1) * (gap.line - abs(apart)), 0))
        self.ends.append(number)
        if not name:
            return VGroup(number)
        words = Words(name, self.theme, size="small", role=role).next_to(number, RIGHT, buff=gap.medium)
        return VGroup(number, words.stand_on(number.baseline))
