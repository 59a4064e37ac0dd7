"""A recorded walk as it is followed step by step: on the map, in the plot of its true costs, and in a table."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, Dot, Group

from netsim import Reading, Trace
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.terrain.landscape import Ground, Path
from scenes.mobjects.type.number import Readout
from scenes.stage.zones import Zone

DOT = 2 / 5 * gap.medium  # radius
WIDTHS = {"full": stroke.strong, "mini": stroke.mark}  # of the walks on the map


class Walked(Group):
    """One of the two walks, at one of its steps.

    Parameters
    ----------
    name
        "full" or "mini".
    role
        Its colour.
    cells
        Where its numbers stand in the table, one below another, each at the right.
    spec
        Format of the seconds.

    Attributes
    ----------
    way, dot
        On the map.
    tracer
        In the plot.
    numbers
        In the table: examples asked, seconds, and the cost.
    """

    def __init__(
        self,
        trace: Trace,
        name: str,
        ground: Ground,
        frame: PlotFrame,
        cells: tuple[Zone, ...],
        spec: str,
        theme: Theme,
        role: str,
    ) -> None:
        asked, seconds, C = (trace.reading(f"paths/{name}_{of}") for of in ("examples", "seconds", "C"))
        self.asked, self.courses = asked, (asked, seconds, C)
        self.way = Path(trace.reading(f"paths/{name}"), ground, theme, role, WIDTHS[name])
        self.dot = Dot(self.way.get_end(), radius=DOT, color=theme.of(role))
        self.tracer = Tracer(asked, C, 0, frame, theme, role, DOT, stairs=True)
        formats = ((asked, ",.0f", role), (seconds, spec, role), (C, ".3f", "cost"))
        self.numbers = [Readout(of[len(of) - 1], theme, spec=how, role=colour) for of, how, colour in formats]
        for cell, number in zip(cells, self.numbers, strict=True):
            cell.put(number, RIGHT)
        super().__init__(self.way, self.dot, self.tracer, *self.numbers)
        self.set_step(0)

    @property
    def end(self) -> Reading:
        """The cost at its end."""
        C = self.courses[-1]
        return C[len(C) - 1]

    def set_step(self, step: int) -> Walked:
        """Stand where it was after a step."""
        self.way.set_row(step)
        self.dot.move_to(self.way.get_end())
        self.tracer.set_row(step)
        for number, course in zip(self.numbers, self.courses, strict=True):
            number.set_reading(course[step])
        return self

    def set_count(self, count: int) -> Walked:
        """Stand where it was when it had asked so many examples, or was about to ask more than these."""
        return self.set_step(int(np.searchsorted(np.asarray(self.asked.value), count, side="right")) - 1)
