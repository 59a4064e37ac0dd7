"""Each gap between two number lines is opened into a curve: the three derivatives are slopes (K6)."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Mobject

from netsim import Trace
from netsim.figures.calculus.chain import cost_of_chain
from netsim.figures.calculus.slopes import rise_of, run_of
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.look.measures import gap, level
from scenes.mobjects.plots.plot import Tangent
from scenes.mobjects.plots.steps import SlopeTriangle
from scenes.mobjects.replay import Replay, by_way_of, evenly
from scenes.mobjects.resting import rest, wake
from scenes.mobjects.type.formula import fly
from scenes.parts.calculus.link.cost_plot import CostPlot
from scenes.parts.calculus.link.dragged import Dragged
from scenes.parts.calculus.link.factors import Factors
from scenes.parts.calculus.link.opened import OpenedGap, equal_frame
from scenes.parts.calculus.link.row import LinkRow
from scenes.parts.calculus.link.sigmoid_plot import SigmoidPlot, whole_room
from scenes.parts.calculus.link.smaller_nudges import SmallerNudges
from scenes.parts.calculus.link.standing import threads_stand
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

DRAG, ALONG, TO_THE_AIM = 7 / 3, 3, 2  # slow moves


class ThreeDerivatives(TraceScene):
    """The gaps of the opened link, one after the other, as plots with a tangent; then their product, measured."""

    chapter = "calculus"
    needs = ("chain", "threads", "slopes")
    opens_with = threads_stand
    closes_with = threads_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "a": trace.reading("chain/a", 3),
            "y": trace.reading("chain/y"),
            "squares": cost_of_chain(trace),
        }

    def setup(self) -> None:
        self.row: LinkRow = self.stands
        self.added: list[Mobject] = []
        self.gap: OpenedGap | None = None

    @beat("K6")
    def z_by_w(self) -> None:
        """Drag the activation before, and the ribbon narrows and widens; then open the gap: the line and its slope."""
        row, trace, theme = self.row, self.trace, self.theme
        plot, beside = whole_room(row)
        dragged = Dragged(row)
        made = rule("weighted_sum_one", theme, size="small", roles={})
        made.move_to((row.places.gap(0), row.places.products, 0))
        self.move(
            rest(row.many, level.ground),
            rest(row.band, level.ground),
            FadeIn(made),
            FadeIn(dragged.ribbon),
            time="fade",
            still=False,
        )
        dragged.begin()
        rows = by_way_of(dragged.rest, 0, dragged.last, dragged.rest)
        self.play(Replay(*dragged.pictures, rows=rows, show=dragged.set_row, run_time=DRAG * theme.time.slow))
        dragged.end()
        self.move(
            wake(row.many, level.ground),
            wake(row.band, level.ground),
            FadeOut(dragged.ribbon),
            time="fade",
            still=False,
        )
        self.bring(made)
        w, z = (course.values for course in row.many.courses[:2])
        ends = [(min(0.0, float(v.min())), max(1.0, float(v.max()))) for v in (w, z)]
        frame = equal_frame(ends[0], ends[1], plot, theme)
        self.open(OpenedGap(row, 0, frame))
        point = row.lines["w3"].dot.reading, row.lines["z3"].dot.reading
        tangent = Tangent(trace.reading("chain/dz_dw"), point, frame, theme, 1)
        triangle = SlopeTriangle(run_of(trace, 0), rise_of(trace, 0), point, frame, theme)
        formula = rule("dz_dw", theme, numbers={"dz_dw": (trace.reading("chain/dz_dw"), ".4f")})
        self.bring(tangent, triangle, beside.put(formula, LEFT), time="move")

    @beat
    def a_by_z(self) -> None:
        """Open the next gap: a tangent goes along the sigmoid, its slope is drawn under it; beside it a ReLU."""
        self.shut()
        plot, theme = SigmoidPlot(self.row, self.phrase("slope")), self.theme
        self.open(OpenedGap(self.row, 1, plot.frame))
        number = (self.trace.reading("chain/da_dz"), ".4f")
        formula = rule("da_dz", theme, numbers={"da_dz": number})
        formula.next_to(plot.frame.point(plot.frame.xs[0], 1.2), RIGHT + DOWN, gap.small)
        self.bring(plot.curve, plot.names, plot.tangent, plot.dot, plot.triangle, formula, time="move")
        self.move(
            FadeOut(plot.triangle), FadeIn(plot.below, plot.quarter, plot.tracer, plot.number), time="fade", still=False
        )
        self.added += [plot.below, plot.quarter, plot.tracer, plot.number]
        self.added.remove(plot.triangle)
        self.along(plot, by_way_of(plot.at, plot.top, 0, plot.last), ALONG)
        flat = plot.flat()
        self.bring(flat)
        self.along(plot, by_way_of(plot.last, plot.at), 1)
        self.bring(plot.relu(), time="move")

    @beat
    def C_by_a(self) -> None:
        """Open the last gap: a parabola; the square on what is missing shrinks at two sides."""
        self.shut()
        zone, beside = whole_room(self.row)
        plot, theme = CostPlot(self.row, zone), self.theme
        self.open(OpenedGap(self.row, 2, plot.frame))
        self.bring(plot.curve, plot.names, plot.target, plot.tangent, plot.dot, plot.triangle, time="move")
        name = rule_of("dC_da", self.trace)
        formula = rule(name, theme, numbers={"dC_da": (self.trace.reading("chain/dC_da"), ".4f")})
        self.bring(plot.before, plot.square, plot.side, beside.put(formula, LEFT))
        self.along(plot, by_way_of(plot.at, plot.aim, plot.at), TO_THE_AIM)

    @beat
    def predicted_and_measured(self) -> None:
        """Close the gap, multiply the three, and list what ever smaller nudges measured."""
        self.shut()
        row, theme = self.row, self.theme
        factors = Factors(row, row.turned.rest)
        nudges = SmallerNudges(row, self.phrase("foretold"), self.phrase("measured"))
        self.bring(*factors.derivatives, *factors.signs, *factors.numbers, nudges.limit[0])
        product = nudges.limit[1]
        self.added.append(product)
        self.move(*[fly(product, number) for number in factors.numbers[:1]], still=False)
        self.bring(nudges.heads)
        at = row.turned.nudged
        for column, position in zip(nudges.columns, nudges.positions, strict=True):
            self.added.append(column)
            rows = evenly(at, position)
            narrow = Replay(row.band, rows=rows, show=self.nudge, run_time=theme.time.fade)
            self.play(narrow, FadeIn(column, run_time=theme.time.fade))
            at = position

    def nudge(self, at: int) -> None:
        """Let the ribbon reach from rest to a position."""
        self.row.band.set_rows((self.row.turned.rest, at))

    def hand_over(self) -> None:
        """Let all go that is not the opened link."""
        if self.gap is not None:
            self.shut()
        elif self.added:
            rows = evenly(self.row.band.rows[1], self.row.turned.nudged)
            wide = Replay(self.row.band, rows=rows, show=self.nudge, run_time=self.theme.time.fade)
            self.play(wide, FadeOut(*self.added, run_time=self.theme.time.fade))

    # --- opening and closing ------------------------------------------------------------

    def bring(self, *parts: Mobject, time: str = "fade") -> None:
        """Let parts appear that will leave again."""
        self.added += parts
        self.move(FadeIn(*parts), time=time, still=False)

    def open(self, opened: OpenedGap) -> None:
        """Let a gap open, and all else under the row step back."""
        self.gap = opened
        self.move(*[rest(part, level.ground) for part in self.ground], opened.open(), time="slow", still=False)

    def shut(self) -> None:
        """Let what was drawn go, the gap close, and the opened link come back."""
        assert self.gap is not None
        self.move(FadeOut(*self.added), time="fade", still=False)
        self.move(*[wake(part, level.ground) for part in self.ground], self.gap.open(back=True), still=False)
        self.remove(self.gap)
        self.gap, self.added = None, []

    @property
    def ground(self) -> list[Mobject]:
        """What stands under the row."""
        return [self.row.many, self.row.band, self.row.thread, *self.row.lines.values()]

    def along(self, plot: SigmoidPlot | CostPlot, rows: list[int], slow: float) -> None:
        """Let a tangent go along a curve."""
        self.play(Replay(*plot.pictures, rows=rows, show=plot.set_row, run_time=slow * self.theme.time.slow))
