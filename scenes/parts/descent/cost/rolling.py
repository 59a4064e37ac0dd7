"""A ball that rolls down the cost along the one dial, as a descent was recorded: a mark where each step ended."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, Arrow, VGroup

from netsim import Trace
from scenes.look.measures import gap, stroke
from scenes.mobjects.plots.plot import PlotDot, Tangent
from scenes.parts.descent.cost.cost_curve import CostCurve

BALL, MARK = gap.small, gap.small / 2  # radii
REACH = 2 / 3  # of a tangent to either side, if there is room
STEP = 24  # moments of a step
APART = gap.small  # of two marks at least


class Rolling:
    """A ball at the start of one of the recorded descents; each step takes the same time, so that long ones are quick.

    Parameters
    ----------
    curve
        The plot; its curve is what the ball rolls on.
    start
        Which descent.

    Attributes
    ----------
    ball, marks
        The ball, and a mark where each step has ended so far.
    tangent
        The slope at the start.
    way
        The arrow along the axis in which the slope says to go, in the colour of its change; nothing where it is 0.
    rows
        The place of the dial at each moment.
    """

    def __init__(self, curve: CostCurve, trace: Trace, start: int) -> None:
        self.curve, theme = curve, curve.theme
        self.walk, self.heights = (trace.reading(f"line/{name}", start) for name in ("walk", "walk_C"))
        slope = trace.reading("line/slope", start, 0)
        places = np.asarray(self.walk.value)
        along = np.interp(np.arange(STEP * (len(places) - 1) + 1) / STEP, range(len(places)), places)
        w = np.asarray(curve.w.value)
        self.rows = [int(np.argmin(np.abs(w - place))) for place in along]
        x, y = self.walk[0], self.heights[0]
        foot = curve.frame.point(float(x), float(y))
        self.ball = PlotDot(y, foot, curve.frame, theme, "ink", BALL)
        reach = min(REACH, curve.zone.right - float(foot[0]), float(foot[0]) - curve.zone.left)
        self.tangent = Tangent(slope, (x, y), curve.frame, theme, reach, role="ink")
        self.way = VGroup()
        if float(slope):
            side, role = (RIGHT, "up") if float(slope) < 0 else (LEFT, "down")
            begin = curve.frame.point(float(x), 0)
            arrow = Arrow(begin, begin + 2 * gap.large * side, buff=0, stroke_width=stroke.strong)
            self.way.add(arrow.set_color(theme.of(role)))
        self.marks, self._marked = VGroup(), -1

    def set_moment(self, moment: int) -> int:
        """Roll on to a moment, and return the place of the dial then."""
        row, reached = self.rows[moment], moment // STEP
        self.ball.set_reading(float(self.curve.w[row]), self.curve.C[row])
        for i in range(self._marked + 1, reached + 1):
            mark = PlotDot(self.heights[i], self._place(i), self.curve.frame, self.curve.theme, "ink", MARK)
            before = self.marks[-1].get_center() if len(self.marks) else None
            if before is None or np.linalg.norm(mark.get_center() - before) > APART:
                self.marks.add(mark)
        self._marked = max(self._marked, reached)
        return row

    def _place(self, i: int) -> np.ndarray:
        return self.curve.frame.point(float(self.walk[i]), float(self.heights[i]))
