"""Two machines: pixels go in and answers come out; then the dials go in, and one number comes out (D8)."""

from __future__ import annotations

from bisect import bisect_right

from manim import FadeIn as Arrive
from manim import LaggedStart
from manim.utils.rate_functions import ease_in_sine

from netsim import Trace
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import lag
from scenes.mobjects.replay import Replay, by_way_of
from scenes.parts.course import Course
from scenes.parts.descent.cost.machine import Machine
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import dial_stands, network_stands
from scenes.parts.descent.hero.turning import Turning
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TURN, RUN = 5 / 4, 7 / 3  # slow moves: a dial there and back, the whole training


class OneNumber(TraceScene):
    """Beside the network its parts as a machine, which is turned about; then the training turns all dials."""

    chapter = "descent"
    needs = ("data", "line", "course")
    opens_with = network_stands
    closes_with = dial_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "count": parameters(trace),
            "examples": trace.reading("data/examples"),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.machine = Machine(self.hero)

    @beat("D8")
    def the_network(self) -> None:
        """Let the image go into a box, the dials come out of the edges into it, and the outputs leave it."""
        hero, machine = self.hero, self.machine
        self.names = machine.named(*map(self.phrase, ("pixels_in", "dials_inside", "answers_out")))
        self.source, self.outputs = hero.network.input.copy(), hero.outputs.neurons.copy()
        edges = [hero.edges(l).get_center() for l, _, _ in machine.where]
        arriving = [Arrive(dial, target_position=edge) for dial, edge in zip(machine.dials, edges, strict=True)]
        self.add(self.source)
        self.move(FadeIn(machine.frame, self.names), machine.put(self.source, 0), still=False)
        self.play(LaggedStart(*arriving, lag_ratio=lag.close, run_time=self.theme.time.slow))
        self.add(self.outputs)
        self.move(machine.put(self.outputs, 2), still=False)

    @beat
    def turned_about(self) -> None:
        """Let the dials leave the box and go in, the examples come into it, and one number come out."""
        machine, before = self.machine, self.names
        self.names = machine.named(*map(self.phrase, ("dials_in", "examples_inside", "one_number_out")))
        star, *others = machine.cards
        self.move(
            FadeOut(before, self.outputs),
            machine.put(machine.dials, 0),
            FadeOut(self.source),
            FadeIn(star, self.names),
            still=False,
        )
        self.play(LaggedStart(*map(FadeIn, others), lag_ratio=lag.close, run_time=self.theme.time.slow))
        self.move(FadeIn(machine.gauge), still=False)

    @beat
    def turn_one(self) -> None:
        """Take one dial to its place under the input, and turn it: the network answers, and the number."""
        hero, machine = self.hero, self.machine
        one = machine.one.copy()
        dial = hero.with_dial(one.pointer.reading).dial
        hero.remove(dial)
        self.add(one)
        focus = machine.one.animate.set_color(self.theme.of("focus")).build()
        self.move(machine.grow_to(one, dial.dial), focus, still=False)
        self.remove(one)
        hero.add(dial)
        self.move(FadeIn(dial), time="fade", still=False)
        turning = Turning(hero, "first_")

        def show(row: int) -> None:
            turning.set_row(row)
            machine.one.set_reading(turning.w[row])
            machine.gauge.set_row(row)

        rows, time = by_way_of(turning.rest, turning.last, 0, turning.rest), TURN * self.theme.time.slow
        self.play(Replay(*turning.pictures, machine.one, machine.gauge, rows=rows, show=show, run_time=time))

    @beat
    def all_of_them(self) -> None:
        """Replay the training: every dial turns, the number falls, and the one dial goes where it will stay."""
        hero, machine = self.hero, self.machine
        course, costed = Course(hero), self.trace["course/costed"].tolist()
        l, j, k = hero.dial.place
        values = self.trace.reading(f"course/W{l}")
        machine.gauge.follow(self.trace.reading("course/mean_C"))

        def show(row: int) -> None:
            course.set_row(row)
            kept = bisect_right(course.kept, row) - 1
            machine.show_weights(kept)
            hero.dial.set_reading(values[kept][j][k])
            machine.gauge.set_row(bisect_right(costed, row) - 1)

        pictures, time = (*course.pictures, hero.dial, machine.dials, machine.gauge), RUN * self.theme.time.slow
        self.play(Replay(*pictures, rows=range(course.rows), show=show, rate_func=ease_in_sine, run_time=time))

    def hand_over(self) -> None:
        """Let the machine go."""
        machine = self.machine
        self.leave(machine.frame, machine.dials, machine.cards, machine.gauge, self.names)
