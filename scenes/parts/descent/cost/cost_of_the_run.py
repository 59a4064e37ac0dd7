"""The mean cost of all training examples: an upright gauge, and right of it the curve of the whole run."""

from __future__ import annotations

from bisect import bisect_right

from manim import RIGHT, Mobject, VGroup

from netsim import Trace
from netsim.figures.descent.step import before_and_after
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.plots.log_frame import LogFrame
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.type.number import spec_apart
from scenes.mobjects.type.spoken import Spoken
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

GAUGE, PLOT = 1, 3  # shares of the width


class CostOfTheRun:
    """Gauge and curve on one scale: the bar is as high as the dot; needs the exhibits `step` and `course`.

    Parameters
    ----------
    zone
        Gauge, plot, and under them the numbers.
    said
        What is counted across.

    Attributes
    ----------
    gauge
        First of a step along the whole gradient, part by part; then of the run.
    plot
        The axes of the run and their numbers.
    whole
        The step along the whole gradient, from where it starts to where it ends.
    tracer
        What draws the run, at its beginning.
    """

    def __init__(self, trace: Trace, theme: Theme, zone: Zone, said: Sentence) -> None:
        self.step, self.run = trace.reading("step/C_all"), trace.reading("course/mean_C")
        self.costed, end = trace["course/costed"].tolist(), self.step[len(self.step) - 1]
        steps = trace.reading("course/steps").take(self.costed)
        left, right = zone.inset(bottom=2 * gap.line, right=gap.medium).columns(GAUGE, PLOT)
        scale, spec = Scale.fit([self.step, self.run], right.height), spec_apart(self.step[0], end)
        self.gauge = Gauge(self.step, 0, scale, theme, upright=True, spec=spec)
        self.gauge.shift((left.x, left.bottom, 0) - self.gauge.axis.get_start())
        frame = LogFrame(1, float(steps[len(steps) - 1]), (0, scale.longest), right.width, right.height, theme)
        frame.shift((right.left, right.bottom, 0))
        self.tracer = Tracer(steps, self.run, 0, frame, theme)
        made = trace.reading("step/share").take([0, len(self.step) - 1])
        self.whole = Tracer(made, before_and_after(trace), 0, frame, theme, "dim").set_row(1)
        across = Spoken(said, theme, size="small", role="dim")
        right.stand(across, right.bottom - 2 * gap.line, RIGHT)
        self.plot = VGroup(frame, frame.powers(theme), across)

    @property
    def parts(self) -> list[Mobject]:
        """What stands before a step is made."""
        return [self.gauge, self.plot, self.tracer]

    def make_step(self, part: int) -> None:
        """Show the cost when a part of the step is made."""
        self.gauge.set_row(part)

    def set_row(self, row: int) -> None:
        """Show a moment of the run: what was measured last."""
        self.gauge.follow(self.run)
        measured = bisect_right(self.costed, row) - 1
        self.gauge.set_row(measured)
        self.tracer.set_row(measured)
