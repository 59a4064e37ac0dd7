"""One dial alone, turned from end to end: the cost along it, its slope, and where a ball comes to rest (D9)."""

from __future__ import annotations

from manim import LEFT, RIGHT, Animation, Mobject
from manim.utils.rate_functions import ease_in_quad

from netsim import Trace
from netsim.figures.descent import terrain
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import level
from scenes.mobjects.replay import Replay, by_way_of
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.descent.cost.cost_curve import CostCurve
from scenes.parts.descent.cost.rolling import Rolling
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import curve_stands, dial_stands
from scenes.parts.descent.hero.tried_dials import tried_dials
from scenes.parts.descent.hero.turning import Turning
from scenes.parts.standing_network import RESTING
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TURN, BACK, AWAY, ROLL = 3, 1, 2 / 3, 3 / 2  # slow moves: from end to end, back to rest, to a side; of a ball


class OneDial(TraceScene):
    """The dial is turned and the network and the cost answer; then a ball rolls from both sides."""

    chapter = "descent"
    needs = ("line", "course")
    opens_with = dial_stands
    closes_with = curve_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "value": trace.reading("line/value"),
            "made": trace.reading("steps", len(trace["steps"]) - 1),
            "turns": trace.reading("line/w"),
            "tried": trace.reading("line/tried"),
            "slopes": terrain.slopes_at_the_starts(trace),
            "valleys": terrain.valleys(trace),
            "walks": terrain.walks(trace),
            "rests": terrain.where_it_rests(trace),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.turning = Turning(self.hero)
        self.curve = CostCurve(self.trace, self.theme, self.words, self.hero.beside)
        self.balls: list[Rolling] = []
        self.added: list[Mobject] = []

    @beat("D9")
    def why_there(self) -> None:
        """Turn the dial from end to end: its edge, its neuron, the outputs and the cost answer."""
        self.move(FadeIn(self.curve), *self.levels(level.spoken), time="fade", still=False)
        self.turn(self.turning.rest, 0, self.turning.last, slow=TURN)

    @beat
    def looked_for(self) -> None:
        """Turn it back, and let all the dials that were tried be seen for a moment."""
        self.turn(self.turning.last, self.turning.rest, slow=BACK)
        tried = tried_dials(self.hero)
        self.hero.over_the_edges(tried)
        self.move(FadeIn(tried), time="slow", still=False)
        self.hero.network.remove(tried)
        self.move(FadeOut(tried), time="slow", still=False)

    @beat
    def both_ways(self) -> None:
        """Turn it to either side, set a ball there with the slope, and say which way is down."""
        self.balls = [Rolling(self.curve, self.trace, start) for start in (0, 1)]
        self.notes = [self.said(start) for start in (0, 1)]
        at = self.turning.rest
        for ball, note in zip(self.balls, self.notes, strict=True):
            self.turn(at, ball.rows[0], slow=AWAY)
            at = ball.rows[0]
            self.come(ball.marks, ball.ball, ball.tangent, ball.way, note)

    @beat
    def it_rolls(self) -> None:
        """Let both roll, one after the other: the dial turns with them, and all that follows from it answers."""
        at = self.balls[-1].rows[0]
        for ball in reversed(self.balls):
            if ball.rows[0] != at:
                self.turn(at, ball.rows[0], slow=AWAY)
            self.go(ball.tangent, ball.way)

            def show(moment: int, ball: Rolling = ball) -> None:
                self.show(ball.set_moment(moment))

            moments, pictures = range(len(ball.rows)), (*self.turning.pictures, self.curve, ball.marks, ball.ball)
            time = ROLL * self.theme.time.slow
            self.play(Replay(*pictures, rows=moments, show=show, rate_func=ease_in_quad, run_time=time))
            at = ball.rows[-1]

    @beat
    def the_minimum(self) -> None:
        """Ring where they came to rest, and let the dial go back to where training left it."""
        self.go(*[part for ball in self.balls for part in (ball.marks, ball.ball)], *self.notes)
        if self.known["walks"] == "there":
            self.come(*self.curve.minima(self.trace, self.phrase("minimum")))
        self.turn(self.balls[0].rows[-1], self.turning.rest, slow=2 * BACK)

    def hand_over(self) -> None:
        """Let the name of the minimum go, and the edges rest."""
        self.move(FadeOut(*self.added), *self.levels(RESTING), time="fade", still=False)

    # --- coming and going ---------------------------------------------------------------

    def come(self, *parts: Mobject) -> None:
        """Let parts appear that will leave again."""
        self.added += parts
        self.move(FadeIn(*parts), still=False)

    def go(self, *parts: Mobject) -> None:
        """Let some of them go before the end."""
        self.added = [part for part in self.added if part not in parts]
        self.move(FadeOut(*parts), time="fade", still=False)

    def levels(self, of: float) -> list[Animation]:
        """Return the animation that lets the edges from the dial's neuron stand out, or rest; an output has none."""
        l, j, _ = self.hero.dial.place
        if l == self.hero.L:
            return []
        edges = self.hero.edges(l + 1)
        levels = edges.level.copy()
        levels[:, self.hero.column(l).indices.index(j)] = of
        return [edges.animate.set_level(levels).build()]

    # --- turning ------------------------------------------------------------------------

    def turn(self, *stops: int, slow: float) -> None:
        """Turn the dial from stop to stop, in so many slow moves; the curve is drawn as far as it has been."""
        pictures, time = (*self.turning.pictures, self.curve), slow * self.theme.time.slow
        self.play(Replay(*pictures, rows=by_way_of(*stops), show=self.show, run_time=time))

    def show(self, row: int) -> None:
        """Show a place of the dial, on the network and on the curve."""
        self.turning.set_row(row)
        self.curve.set_row(row)

    def said(self, start: int) -> Spoken:
        """Return what the slope says at one of the starts, under the axis at its side."""
        line = Spoken(self.phrase("slope", slope=terrain.slope_at(self.trace, start)), self.theme, size="small")
        return self.hero.beside.stand(line, self.stage.note, RIGHT if start else LEFT)
