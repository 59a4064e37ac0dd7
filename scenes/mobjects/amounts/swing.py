"""A swing: a needle on an upright scale with 0 in its middle, and how far it has gone for each thing that is turned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from manim import RIGHT, UP, Line, Mobject, VGroup

from netsim import Reading
from scenes.look.measures import gap, level, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.gauge import OVERHANG, Needle
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.number import Readout, fine_spec

LANE = 0.48  # scene units: width of the lane in which one of the things leaves how far the needle went

M = TypeVar("M", bound=Mobject)


class Swing(VGroup):
    """A needle for changes of the cost, up and down from where it rests.

    Parameters
    ----------
    changes
        For each thing that is turned the recorded course, (rows,), below and above 0.
    at
        The row at which nothing is changed.
    scale
        Its ``length`` is half the height; its ``longest`` is written at both ends.

    Attributes
    ----------
    lanes
        One for each thing, left to right: how far up and how far down it has moved the needle.
    """

    def __init__(self, changes: Sequence[Reading], at: int, scale: Scale, theme: Theme) -> None:
        self.changes = list(changes)
        half, up = len(self.changes) * LANE / 2, scale.length * UP
        self.rise, self.fall = (Line(0 * up, way, stroke_width=stroke.thin, color=theme.of("dim")) for way in (up, -up))
        self.ticks = VGroup(*[Line(-half * RIGHT, half * RIGHT).shift(way) for way in (up, 0 * up, -up)])
        self.ticks.set_stroke(theme.of("dim"), stroke.thin)
        spec, outside = fine_spec([scale.source]), half + OVERHANG + gap.small
        self.marks = VGroup(*[Readout(end, theme, spec=spec, role="dim") for end in (scale.source, -scale.source)])
        for mark, tick in zip(self.marks, self.ticks[::2], strict=True):
            mark.next_to(tick.get_center() + outside * RIGHT, RIGHT, 0)
        middles = [(2 * i + 1) * LANE / 2 - half for i in range(len(self.changes))]
        self.lanes = [
            [Bar(change[at], scale, theme, x * RIGHT, LANE - gap.small, "cost", upright=True) for _ in (0, 1)]
            for x, change in zip(middles, self.changes, strict=True)
        ]
        self.needle = Needle(self.changes[0][at], scale, self.rise, half + OVERHANG, theme, "cost")
        self.needle.set_stroke(width=stroke.strong)
        bars = [bar.set_fill(opacity=level.back) for lane in self.lanes for bar in lane]
        super().__init__(self.rise, self.fall, self.ticks, self.marks, *bars, self.needle)

    def beside(self, mobject: M, of_way: float = 0) -> M:
        """Put something where the marks stand, at a height from -1, the lower end, to 1, and return it."""
        at = self.rise.get_start() + of_way * self.rise.get_vector()
        return mobject.next_to(np.array([self.marks.get_left()[0], at[1], 0]), RIGHT, 0)

    def set_row(self, i: int, row: int) -> Swing:
        """Show the change at another row of one thing's course; its lane reaches as far as it ever did."""
        change = self.changes[i][row]
        self.needle.set_reading(change)
        for bar, sign in zip(self.lanes[i], (1, -1), strict=True):
            if sign * float(change) > sign * float(bar.reading):
                bar.set_reading(change).set_fill(opacity=level.back)
        return self

    def let_go_of_needle(self) -> Needle:
        """Be a picture without a needle from now on, and return that: how far it went stays."""
        self.remove(self.needle)
        return self.needle
