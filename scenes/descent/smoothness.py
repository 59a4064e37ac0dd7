"""Why neurons change without jumps: the cost along one line, as it is and with neurons that switch (D13)."""

from __future__ import annotations

from manim import DOWN, Create, VGroup

from netsim import Reading, Trace
from netsim.figures.descent.terrain import level_stretches, places_on_the_stairs, upright_axes, valleys
from netsim.figures.outcomes import judged_by
from scenes.camera.fading import FadeIn
from scenes.formulas.vocabulary import symbol_of_parameter
from scenes.mobjects.plots.downhill import Downhill
from scenes.mobjects.plots.plot import Curve, PlotFrame, extent, spec_of_ends
from scenes.mobjects.type.formula import Formula, cost_said
from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

ROWS = (0.42, -1.95)  # lower ends of the two rows
HEIGHT = 1.42
FUNCTION = (STAGE.left + 0.45, 2.1)  # left end and width of the small pictures
PLOT = (-2.3, 8.1)  # left end and width of the cost's
HEADROOM = 0.08  # of a curve's extent, above and below it
OVER = 0.2  # from the upper end of a plot to its name


class Smoothness(TraceScene):
    """The same line with the lesson's function and with a step function, and where there is a way down."""

    chapter = "descent"
    needs = ("line", "stairs")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "function": trace.activation(1).name,
            "judged": judged_by(trace),
            "examples": trace.reading("line/examples"),
            "valleys": valleys(trace),
            "axes": upright_axes(trace),
            "levels": trace.reading("stairs/levels"),
            "places": places_on_the_stairs(trace),
        }

    @beat("D13")
    def without_jumps(self) -> None:
        """Draw the lesson's function, the cost along the line, and a walk down."""
        trace, theme = self.trace, self.theme
        picture = self.function("own", 0)
        w, C = trace.reading("line/w"), trace.reading("line/C")
        frame, labels = self.axes(C, 0, cost_said(self.phrase("same"), theme))
        curve = Curve(w, C, frame, theme, "cost")
        self.enter(picture)
        self.move(FadeIn(frame, labels), time="fade", still=False)
        self.move(Create(curve), time="slow", still=False)
        places, costs, slopes = (trace.reading(f"line/{name}", 0) for name in ("walk", "walk_C", "slope"))
        walk = Downhill(places, costs, slopes, frame, theme)
        walk.remove(walk.said)
        self.move(FadeIn(walk), time="fade", still=False)
        self.play(walk.walk(walk.last), run_time=theme.time.slow)

    @beat
    def switches(self) -> None:
        """Draw the switch, and the cost along the same line with switches."""
        trace, theme = self.trace, self.theme
        picture = self.function("step", 1)
        self.w, self.C = trace.reading("stairs/w"), trace.reading("stairs/C")
        switched = self.phrase("switched")
        if trace.judge.squared:
            self.frame, labels = self.axes(self.C, 1, cost_said(switched, theme))
        else:
            self.frame, labels = self.axes(self.C, 1, Words(switched, theme, size="small", role="dim"))
        self.move(FadeIn(picture))
        scales = Words(self.phrase("scales"), theme, size="small", role="dim")
        scales.shift((STAGE.left - scales.get_left()[0], 0, 0)).stand_on(STAGE.legend)
        self.move(FadeIn(self.frame, labels, scales), time="fade", still=False)
        self.move(Create(Curve(self.w, self.C, self.frame, theme, "cost")), time="slow")

    @beat
    def no_way(self) -> None:
        """Trace the level stretches."""
        stairs = [
            Curve(self.w.take(stretch), self.C.take(stretch), self.frame, self.theme, "focus").set_stroke(width=6)
            for stretch in level_stretches(self.trace)
        ]
        self.move(*map(Create, stairs), time="slow")

    def function(self, which: str, row: int) -> VGroup:
        """Return the small picture of what a neuron does, under its name."""
        theme, (left, width) = self.theme, FUNCTION
        z, activations = self.trace.reading("stairs/step_z"), self.trace.reading(f"stairs/{which}_a")
        low, high = extent(activations)
        frame = PlotFrame(extent(z), (min(low, 0.0), max(high, 1.0)), width, HEIGHT, theme, cross=(0.0, 0.0))
        frame.shift((left, ROWS[row], 0))
        name = Words(self.says_of_neurons()[row], theme, size="small", role="dim")
        name.shift((STAGE.left - name.get_left()[0], 0, 0)).stand_on(ROWS[row] + HEIGHT + OVER)
        return VGroup(frame, Curve(z, activations, frame, theme, "ink"), name)

    def says_of_neurons(self) -> tuple[str, str]:
        """Return the names of the two functions."""
        return self.phrase("function"), self.phrase("switch")

    def axes(self, C: Reading, row: int, head: Words | Formula) -> tuple[PlotFrame, VGroup]:
        """Return the axes of a cost's plot, with the numbers at their ends and its name."""
        theme, (left, width) = self.theme, PLOT
        w = self.trace.reading("stairs/w")
        low, high = extent(C)
        room = HEADROOM * (high - low) or 0.1 * abs(high) or 0.1
        frame = PlotFrame(extent(w), (low - room, high + room), width, HEIGHT, theme).shift((left, ROWS[row], 0))
        numbers = frame.ends(w, C, theme, ("+.0f", spec_of_ends(C)))
        head.shift((left + 0.2 - head.get_left()[0], 0, 0)).stand_on(ROWS[row] + HEIGHT + OVER)
        l, j, k = map(int, self.trace["line/place"])
        across = Formula(symbol_of_parameter(0, l, j, k), theme, role="dim", size="small")
        across.next_to(frame.point(sum(frame.xs) / 2, frame.ys[0]), DOWN, buff=0.1)
        return frame, VGroup(numbers, head, across)
