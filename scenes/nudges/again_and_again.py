"""One step against the slope, then everything anew, and the whole training at speed (N15)."""

from __future__ import annotations

from itertools import pairwise

from manim import RIGHT, Animation, Group, LaggedStart, Line, VGroup
from manim.utils.rate_functions import ease_in_sine

from netsim import Trace
from netsim.figures.descent.run import asked_by_a_step, batch, heading_of_a_step
from netsim.figures.nudges.course import course_of_the_star, last_answer_of_all
from netsim.figures.nudges.steps import star_and_mean
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag, level, stroke
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.replay import Replay
from scenes.mobjects.resting import rest, wake
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.course import Course
from scenes.parts.example_row import ExampleRow
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import network_stands, trained_network_stands
from scenes.parts.selection import highest
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name

STEPS = 1  # steps that are seen one by one, before all of them are
RUN = 5  # how many times a slow move the whole training lasts
TILES = 5  # examples of a mini-batch that are shown, at most
LINES = 9  # in the room beside the outputs


class AgainAndAgain(TraceScene):
    """One weight's step with its numbers; then step after step, and the star's outputs over the whole training."""

    chapter = "nudges"
    asks = ("rule", "updates")
    needs = ("update", "course", "one", "batches")
    opens_with = network_stands
    closes_with = trained_network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        L, label, last = trace.L, trace.own_output(0), len(trace["course/steps"]) - 1
        end = trace.reading(f"course/a{L}", last)
        l, j, k = map(int, trace["update/place"])
        return {
            **super().facts(trace),
            "eta": trace.reading("update/eta"),
            "before": trace.reading("update/before"),
            "after": trace.reading("update/after"),
            "star": -trace.reading(f"one/dC_dW{l}", j, k),
            "mean": -trace.reading("update/dC_dw"),
            "heading": heading_of_a_step(trace),
            "nudge": -trace.reading("update/heading"),
            "batch": batch(trace),
            "star_and_mean": star_and_mean(trace),
            "asked": asked_by_a_step(trace),
            "course": course_of_the_star(trace),
            "at_last": last_answer_of_all(trace),
            "y_label": trace.reading("y", 0, label),
            "a_first": trace.reading(f"course/a{L}", 0, label),
            "a_then": end[label],
            "updates_then": trace.reading("course/steps", last),
            "loudest": output_name(trace, highest(end)),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.l, self.j, self.k = map(int, self.trace["update/place"])

    @beat("N15")
    def one_step(self) -> None:
        """Mark one weight, and write its step line by line, what the star alone would want, and the mean of all."""
        hero = self.hero
        start, end = hero.edges(self.l).end_points(
            hero.column(self.l).indices.index(self.j), hero.column(self.l - 1).indices.index(self.k)
        )
        self.mark = Line(start, end, stroke_width=stroke.strong, color=self.theme.of("focus"))
        plain = self.known["heading"] == "slope"
        first = ("mean_of_all", "star_alone") if plain else ("star_alone", "mean_of_all", "running")
        lines = self.lines_of(*first, "step", "new_weight")
        self.lines = Group(*self.examples_of_the_step(), *lines)
        self.move(*[rest(edges, level.back) for edges in hero.network.edges.values()], FadeIn(self.mark), still=False)
        coming = LaggedStart(*map(FadeIn, self.lines), lag_ratio=lag.apart, run_time=4 * self.theme.time.slow)
        self.play(coming)

    @beat
    def the_moment_is_gone(self) -> None:
        """Let the network go through its first steps: what it showed is out of date, and everything is anew."""
        hero = self.hero.with_outputs()
        arriving = FadeIn(hero.heads["shows"], hero.shows)
        awake = [wake(edges, level.back) for edges in hero.network.edges.values()]
        self.move(FadeOut(self.lines, self.mark), *awake, time="fade", still=False)
        self.move(arriving, time="fade", still=False)
        self.seen = 0
        for t, (before, after) in enumerate(pairwise(self.trace.steps[: STEPS + 1]), 1):
            if after == before + 1:  # a lesson may have recorded moments that lie farther apart
                self.step_to(t)
                self.seen = t

    @beat
    def the_outputs_sharpen(self) -> None:
        """Replay the whole training on the network: its lights, its edges, what the outputs show, and the cost."""
        course, steps = Course(self.hero), self.trace.reading("course/steps")
        first = course.row_after(int(self.trace.steps[self.seen]))
        made = Readout(steps[len(steps) - 1], self.theme, spec=",.0f", size="body")
        head = self.hero.head("updates")
        self.hero.table["wish"].stand(made, self.hero.room.top - gap.large, RIGHT).set_reading(steps[first])
        gauge = self.gauge_at(first)
        whose = Words(self.phrase("its_cost"), self.theme, size="small", role="dim")
        whose.move_to((gauge.get_x(), 0, 0)).stand_on(float(gauge.get_top()[1]) + gap.medium)
        self.hero.beside.hold(whose)
        self.move(FadeIn(head, made, gauge, whose), time="fade", still=False)

        def show(row: int) -> None:
            course.set_row(row)
            made.set_reading(steps[row])
            gauge.set_row(row)

        changing, time = (*course.pictures, made, gauge), RUN * self.theme.time.slow
        self.play(Replay(*changing, rows=range(first, course.rows), show=show, rate_func=ease_in_sine, run_time=time))
        self.counters = (head, made, gauge, whose)

    def hand_over(self) -> None:
        """Let the counters go: the trained network stands, and what its outputs show."""
        self.leave(*self.counters)

    def step_to(self, t: int) -> None:
        """Let the nudges of a step appear from right to left, make the step, and let the example through anew."""
        hero, layers = self.hero, range(1, self.trace.L + 1)
        nudges = hero.network.edges_of({l: -self.trace.reading(f"mean_dC_dW{l}", t - 1) for l in layers})
        back = [nudges[l].draw_backward() for l in reversed(layers)]
        self.move(LaggedStart(*back, lag_ratio=lag.apart), time="slow", still=False)
        hero.network.show_weights({l: self.trace.reading(f"W{l}", t) for l in layers})
        out_of_date = [rest(hero.column(l).neurons) for l in layers]
        self.move(*self.gone(nudges), *out_of_date, self.set_back(hero.shows), time="fade")
        for l in layers:
            lights = hero.column(l).light(self.trace.reading(f"a{l}", t, 0))
            self.move(hero.edges(l).pass_forward(), *lights, time="fade", still=False)
        hero.show_outputs(self.trace.reading(f"a{self.trace.L}", t, 0))
        self.move(FadeIn(hero.shows), time="fade")

    def examples_of_the_step(self) -> list[Group]:
        """Return the first examples of the first step's mini-batch, small, in a row; none if it asks all or one."""
        if self.known["asked"] != "several":
            return []
        some = [self.trace.reading("batches/x", i) for i in range(min(TILES, int(self.trace["batches/size"])))]
        room = self.hero.beside.rows(*[1] * LINES)
        return [ExampleRow(self.trace, some, self.theme, room[1].inset(left=gap.large)).images]

    @staticmethod
    def gone(edges: dict[int, Edges]) -> list[Animation]:
        """Return the animations that let edges go."""
        return [FadeOut(some) for some in edges.values()]

    def lines_of(self, *names: str) -> VGroup:
        """Return lines of words and numbers in the room beside the outputs."""
        room = self.hero.beside.rows(*[1] * LINES)
        lines = [Spoken(self.phrase(name), self.theme, size="small") for name in names]
        tight = min(1, *(self.hero.beside.width / line.width for line in lines))
        lines = [line.scale(tight) for line in lines]
        return VGroup(*[at.stand(line, at.y, RIGHT) for line, at in zip(lines, room[3:], strict=False)])

    def gauge_at(self, row: int) -> Gauge:
        """Return the star's cost as an upright gauge beside the outputs."""
        C = self.trace.reading("course/C")
        beside = self.hero.beside
        scale = Scale.fit([C], beside.height / 3)
        gauge = Gauge(C, row, scale, self.theme, upright=True, spec=spec_for([C], 3, sign=""), size="small")
        gauge.remove(gauge.needle)  # where the run begins is not spoken of: a mark would look like where it stands
        return self.hero.table["arrow"].put(gauge, RIGHT).shift((gap.large, beside.bottom - gauge.get_bottom()[1], 0))
