"""Measured curves on one pair of axes from 0 to 1 upward, with their names and ends written."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UR, VGroup

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import Curve, PlotFrame
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words

APART = 0.3  # between the numbers at the ends of two curves


class MeasuredCurves:
    """Axes for shares, 0 to 1, over something that is counted; curves are added one by one.

    Parameters
    ----------
    counted
        What is counted, ascending; its first and last value stand under the axis.
    left, right, bottom, height
        Where the axes stand.
    upward, across
        What the axes mean, in words.
    """

    def __init__(
        self,
        counted: Reading,
        theme: Theme,
        left: float,
        right: float,
        bottom: float,
        height: float,
        upward: str,
        across: str,
    ) -> None:
        self.counted, self.theme, self.last = counted, theme, len(counted) - 1
        low, high = float(counted[0]), float(counted[self.last])
        self.frame = PlotFrame((low, max(high, low + 1)), (0.0, 1.0), right - left, height, theme)
        self.frame.shift((left, bottom, 0))
        words = Words(across, theme, size="small", role="dim")
        head = Words(upward, theme, size="small", role="dim").next_to(self.frame, UR, buff=0)
        head.shift((left - head.get_left()[0], 0.2, 0))
        self.marks = VGroup(words.next_to(self.frame.point((low + high) / 2, 0.0), DOWN, buff=0.15), head)
        for i in dict.fromkeys((0, self.last)):
            count = Readout(counted[i], theme, spec=",.0f", role="dim")
            self.marks.add(count.next_to(self.frame.point(float(counted[i]), 0.0), DOWN, buff=0.15))
        self.ends: list[Readout] = []

    def curve(self, shares: Reading, role: str) -> Curve:
        """Return a curve of recorded shares."""
        return Curve(self.counted, shares, self.frame, self.theme, role)

    def first(self, shares: Reading, role: str) -> Readout:
        """Return the first of the shares, left of where its curve begins."""
        number = Readout(shares[0], self.theme, spec=".3f", role=role)
        return number.next_to(self.frame.point(float(self.counted[0]), float(shares[0])), LEFT, buff=0.15)

    def end(self, shares: Reading, role: str, name: str = "") -> VGroup:
        """Return the last of the shares, right of where its curve ends, and its name after it."""
        number = Readout(shares[self.last], self.theme, spec=".3f", role=role)
        place = self.frame.point(float(self.counted[self.last]), float(shares[self.last]))
        number.next_to(place, RIGHT, buff=0.15)
        for other in self.ends:
            gap = float(number.get_y() - other.get_y())
            if abs(gap) < APART:
                number.shift((0, (-1 if gap <= 0 else 1) * (APART - abs(gap)), 0))
        self.ends.append(number)
        if not name:
            return VGroup(number)
        words = Words(name, self.theme, size="small", role=role).next_to(number, RIGHT, buff=0.15)
        return VGroup(number, words.stand_on(number.baseline))
