"""Each gap between two number lines is opened into a curve: the three derivatives are slopes (K6)."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Mobject

from netsim import Trace
from netsim.figures.calculus.chain import cost_of_chain
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.vocabulary import rule
from scenes.look.measures import gap, level
from scenes.mobjects.number_lines.opened import OpenedGap
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.replay import Replay, by_way_of, evenly
from scenes.mobjects.resting import rest, wake
from scenes.mobjects.type.formula import fly
from scenes.parts.calculus.derivatives.factors import Factors
from scenes.parts.calculus.link.row import LinkRow
from scenes.parts.calculus.link.standing import threads_stand
from scenes.parts.calculus.slopes.cost_plot import CostPlot
from scenes.parts.calculus.slopes.dragged import Dragged
from scenes.parts.calculus.slopes.line_plot import LinePlot
from scenes.parts.calculus.slopes.rooms import plot_and_beside
from scenes.parts.calculus.slopes.sigmoid_plot import HIGH, SigmoidPlot
from scenes.parts.calculus.slopes.smaller_nudges import SmallerNudges
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.verbs import Play
from scenes.words.numbers import Fact

DRAG, ALONG = 7 / 3, 3  # slow moves: of the activation before, of a tangent to both ends of its curve


class ThreeDerivatives(TraceScene):
    """The gaps of the opened link, one after the other, as plots with a tangent; then their product, measured."""

    chapter = "calculus"
    needs = ("chain", "threads", "slopes")
    opens_with = threads_stand
    closes_with = threads_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {"squares": cost_of_chain(trace)}

    def setup(self) -> None:
        self.row: LinkRow = self.stands
        self.added: list[Mobject] = []
        self.gap: OpenedGap | None = None
        self.plot, self.beside = plot_and_beside(self.row.places)

    @beat("K6")
    def z_by_w(self) -> None:
        """Drag the activation before, and the ribbon narrows and widens; then open the gap: the line and its slope."""
        row, theme = self.row, self.theme
        dragged = Dragged(row)
        made = rule("weighted_sum_one", theme, roles={}).move_to((row.places.gap(0), row.places.products, 0))
        ground = [row.many, row.band]
        away = [rest(part, level.ground) for part in ground]
        self.move(*away, FadeIn(made, dragged.ribbon), time="fade", still=False)
        dragged.begin()
        rows = by_way_of(dragged.rest, 0, dragged.last, dragged.rest)
        self.play(Replay(*dragged.pictures, rows=rows, show=dragged.set_row, run_time=DRAG * theme.time.slow))
        dragged.end()
        back = [wake(part, level.ground) for part in ground]
        self.move(*back, FadeOut(dragged.ribbon), time="fade", still=False)
        self.added.append(made)
        plot = LinePlot(row, self.plot)
        formula = rule("dz_dw", theme, numbers={"dz_dw": (self.trace.reading("chain/dz_dw"), ".4f")})
        self.beside.put(formula, LEFT)
        above = (formula.get_left()[0] + made.width / 2, formula.get_top()[1] + gap.large + made.height / 2, 0)
        self.open(0, plot.frame, made.animate.move_to(above))
        self.bring(*plot.parts, formula, time="move")

    @beat
    def a_by_z(self) -> None:
        """Open the next gap: a tangent goes along the sigmoid, its slope is drawn under it; beside it a ReLU."""
        self.shut()
        plot, theme = SigmoidPlot(self.row, self.phrase("slope"), self.phrase("ramp")), self.theme
        self.open(1, plot.frame)
        formula = rule("da_dz", theme, size="small", numbers={"da_dz": (self.trace.reading("chain/da_dz"), ".4f")})
        formula.next_to(plot.frame.point(plot.frame.xs[0], HIGH[1]), RIGHT + DOWN, gap.hair)
        before_the_axis = plot.frame.point(0, 0)[0] - gap.large
        formula.shift(min(0, before_the_axis - float(formula.get_right()[0])) * RIGHT)
        self.bring(plot.curve, plot.names, plot.tangent, plot.dot, plot.triangle, formula, time="move")
        self.step()
        self.bring(plot.under, plot.tracer, plot.number, instead_of=plot.triangle)
        self.along(plot, by_way_of(plot.at, plot.top, 0, plot.last), ALONG)
        self.bring(plot.flat())
        self.step()
        self.along(plot, by_way_of(plot.last, plot.at), 1)
        self.step()
        self.bring(plot.relu(), time="move")

    @beat
    def C_by_a(self) -> None:
        """Open the last gap: a parabola; as a nudge comes nearer to the target, a square loses two strips."""
        self.shut()
        plot = CostPlot(self.row, self.plot, self.beside)
        self.open(2, plot.frame, over=True)
        self.bring(plot.curve, plot.names, plot.target, plot.tangent, plot.dot, plot.triangle, time="move")
        self.step()
        self.bring(plot.before, plot.square, plot.running, instead_of=plot.triangle)
        self.along(plot, evenly(plot.at, plot.nudged), 1)
        self.wait(self.theme.time.still)
        self.step()
        self.along(plot, by_way_of(plot.nudged, plot.aim), 1)
        self.step()
        self.along(plot, by_way_of(plot.aim, plot.nudged), 1)
        plot.kept = True
        self.along(plot, by_way_of(plot.nudged, plot.at), 1 / 2)

    @beat
    def predicted_and_measured(self) -> None:
        """Close the gap, multiply the three, and list what ever smaller nudges measured."""
        self.shut()
        row, fade = self.row, self.theme.time.fade
        factors = Factors(row, row.turned.rest)
        nudges = SmallerNudges(row, self.phrase("foretold"), self.phrase("measured"))
        self.bring(*factors.derivatives, *factors.signs, *factors.numbers, time="move")
        lit = [part for i in range(len(factors.numbers)) for part in factors.light(i)]
        self.move(*lit, fly(nudges.limit, factors.numbers[1]), still=False)
        self.added.append(nudges.limit)
        self.bring(nudges.heads)
        at = row.turned.nudged
        for column, position in zip(nudges.columns, nudges.positions, strict=True):
            self.added.append(column)
            narrow = Replay(row.band, rows=evenly(at, position), show=self.nudge, run_time=fade)
            self.play(narrow, FadeIn(column, run_time=fade))
            at = position

    def hand_over(self) -> None:
        """Let all go that is not the opened link, and the nudge be what it was."""
        if self.gap is not None:
            self.shut()
        elif self.added:
            fade, band = self.theme.time.fade, self.row.band
            wide = Replay(band, rows=evenly(band.rows[1], self.row.turned.nudged), show=self.nudge, run_time=fade)
            self.play(wide, FadeOut(*self.added, run_time=fade))

    # --- opening and closing ------------------------------------------------------------

    def bring(self, *parts: Mobject, instead_of: Mobject | None = None, time: str = "fade") -> None:
        """Let parts appear that will leave again, perhaps in the place of one that did."""
        self.added += parts
        gone = [FadeOut(instead_of)] if instead_of else []
        self.added = [part for part in self.added if part is not instead_of]
        self.move(FadeIn(*parts), *gone, time=time, still=False)

    def open(self, i: int, frame: PlotFrame, *others: Play, over: bool = False) -> None:
        """Let a gap open, and all else under the row step back."""
        self.gap = OpenedGap(self.row.many, self.row.band, i, frame, self.theme, over)
        away = [rest(part, level.ground) for part in self.ground]
        self.move(*away, self.gap.open(), *others, time="slow", still=False)

    def shut(self) -> None:
        """Let what was drawn go, the gap close, and the opened link come back."""
        if self.gap is None:
            return
        self.move(FadeOut(*self.added), time="fade", still=False)
        self.move(*[wake(part, level.ground) for part in self.ground], self.gap.open(back=True), still=False)
        self.remove(self.gap)
        self.gap, self.added = None, []

    @property
    def ground(self) -> list[Mobject]:
        """What stands under the row."""
        return [self.row.many, self.row.band, self.row.thread, *self.row.lines.values()]

    def nudge(self, at: int) -> None:
        """Let the ribbon reach from rest to a position."""
        self.row.band.set_rows((self.row.turned.rest, at))

    def along(self, plot: SigmoidPlot | CostPlot, rows: list[int], slow: float) -> None:
        """Let a tangent go along a curve."""
        self.play(Replay(*plot.pictures, rows=rows, show=plot.set_row, run_time=slow * self.theme.time.slow))
