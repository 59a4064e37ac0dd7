"""The weighted sum in the opened gap: a line through all settings of the weight, as steep as the activation before."""

from __future__ import annotations

import numpy as np
from manim import DOWN, RIGHT, Mobject, VGroup

from netsim.figures.calculus.slopes import rise_of, run_of
from scenes.look.measures import gap
from scenes.mobjects.plots.plot import Tangent
from scenes.mobjects.plots.steps import SlopeTriangle
from scenes.mobjects.type.formula import Formula
from scenes.parts.calculus.link.row import LinkRow, symbol_of
from scenes.parts.calculus.slopes.rooms import equal_frame
from scenes.stage.zones import Zone


class LinePlot:
    """What is drawn in the opened gap from w to z.

    Attributes
    ----------
    frame
        The axes of the gap.
    """

    def __init__(self, row: LinkRow, zone: Zone) -> None:
        trace, theme = row.trace, row.theme
        ends = []
        for course in row.many.courses[:2]:
            values = np.asarray(course.take(row.many.rows).value)
            ends.append((min(0, float(values.min())), max(1, float(values.max()))))
        self.frame = equal_frame(ends[0], ends[1], zone.inset(gap.medium, right=gap.large), theme)
        point = row.lines[row.names[0]].dot.reading, row.lines[row.names[1]].dot.reading
        slope = trace.reading("chain/dz_dw")
        self.tangent = Tangent(slope, point, self.frame, theme, 1)
        self.triangle = SlopeTriangle(run_of(trace, 0), rise_of(trace, 0), point, self.frame, theme)
        across, up = (Formula(symbol_of(name), theme, size="small") for name in row.names[:2])
        across.next_to(self.frame.point(ends[0][1], 0), DOWN, gap.small)
        up.next_to(self.frame.point(0, ends[1][1]), RIGHT + DOWN, gap.small)
        self.names = VGroup(across, up)

    @property
    def parts(self) -> list[Mobject]:
        """All that is drawn, but what is the gap's own."""
        return [self.names, self.tangent, self.triangle]
