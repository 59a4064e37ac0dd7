"""Gradient descent: the gradient is seen on the network, one step is taken, and then the whole run at speed (D11)."""

from __future__ import annotations

from manim import LEFT, RIGHT, Animation, Mobject
from manim.utils.rate_functions import ease_in_sine

from netsim import Trace
from netsim.figures.descent.run import asked_by_a_step, batch, update_rule
from netsim.figures.descent.step import step_of_all, weights_on_the_step
from netsim.figures.nudges.course import last_answer_of_all
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.typeset import Words
from scenes.parts.course import Course
from scenes.parts.descent.cost.cost_of_the_run import CostOfTheRun
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands
from scenes.parts.nudged import Nudged
from scenes.parts.selection import highest, wider
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name

LINES = ("first_line", "second_line", "third_line")
LOOP, COST = 2, 7  # shares of the height beside the network: the lines of the loop, and what the cost is
NUDGES, STEP, RUN = 2, 2, 7 / 2  # as long as a slow move: the nudges come, the step is made, the whole run


class StepByStep(TraceScene):
    """The gradient of all examples on every edge, a step against it, and the recorded run."""

    chapter = "descent"
    needs = ("gradient", "step", "course")
    asks = ("updates",)
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        label, last = trace.own_output(0), len(trace["course/steps"]) - 1
        C, outputs = trace.reading("step/C_all"), trace.reading(f"course/a{trace.L}")
        return {
            **super().facts(trace),
            "examples": trace.reading("gradient/examples"),
            "first": C[0],
            "then": C[len(C) - 1],
            "goes": step_of_all(trace),
            "updates": trace.reading("course/steps", last),
            "asked": asked_by_a_step(trace),
            "batch": batch(trace),
            "rule": update_rule(trace),
            "before": outputs[0][label],
            "after": outputs[last][label],
            "y_label": trace.reading("y", 0, label),
            "answer": last_answer_of_all(trace),
            "brightest": output_name(trace, highest(outputs[last])),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        beside = self.hero.beside
        loop, cost = beside.rows(beside.type * LOOP, COST)
        lines = [Words(self.phrase(line), self.theme, role="dim") for line in LINES]
        self.loop = [row.stand(line, row.y, LEFT) for line, row in zip(lines, loop.rows(1, 1, 1), strict=True)]
        room = cost.inset(top=gap.line + gap.large)
        self.cost = CostOfTheRun(self.trace, self.theme, room, self.phrase("across"))
        self.head = Words(self.phrase("cost"), self.theme, size="small", role="dim")
        self.head.scale(min(1, cost.width / float(self.head.width)))
        cost.stand(self.head, room.top + gap.line, LEFT)

    @beat("D11")
    def the_gradient(self) -> None:
        """Let every edge take the colour and the width of its nudge, from the outputs back."""
        self.move(FadeIn(*self.loop, self.head, *self.cost.parts), time="fade", still=False)
        self.nudged = Nudged(self.hero, "gradient")
        self.play(*self.speak_of(0), *self.nudged.arrive_backward(), run_time=NUDGES * self.theme.time.slow)

    @beat
    def a_small_step(self) -> None:
        """Turn every dial by its nudge: lights, widths and the cost answer, and the nudges are used up."""
        self.move(*self.speak_of(1), time="fade", still=False)
        inputs, *spans = self.hero.network.shape.spans
        brighter = [wider(span, self.trace[f"step/a{l}"]) for l, span in enumerate(spans, 1)]
        self.hero.network.set_spans([inputs, *brighter])
        self.widths, rows = self.hero.network.edge_scale, range(len(self.trace["step/share"]))
        changing = (self.hero, *self.nudged.parts, self.cost.gauge)
        self.play(Replay(*changing, rows=rows, show=self.spend, run_time=STEP * self.theme.time.slow))
        self.remove(*self.nudged.parts)
        if not self.trace.steps[0]:
            self.add(self.cost.tracer)
            self.move(FadeIn(self.cost.whole), time="fade", still=False)

    @beat
    def the_run(self) -> None:
        """Go back to the start, and let the network go through the recorded moments of the whole run."""
        rows = range(len(self.trace["step/share"]) - 1, -1, -1)
        back = Replay(self.hero, self.cost.gauge, rows=rows, show=self.make_step, run_time=self.theme.time.fade)
        self.play(*self.speak_of(2), back)
        course, hero, cost = Course(self.hero), self.hero.with_outputs(), self.cost
        arriving = [hero.heads["shows"], hero.shows]
        if not self.trace.steps[0] and self.known["asked"] != "all":
            said = Words(self.phrase("whole"), self.theme, size="small", role="dim")
            arriving.append(said.next_to(cost.whole.dot, RIGHT, gap.small))
        self.move(FadeIn(*arriving), time="fade", still=False)

        def show(row: int) -> None:
            course.set_row(row)
            cost.set_row(row)

        pictures = (*course.pictures, cost.gauge, cost.tracer)
        run = Replay(*pictures, rows=range(course.rows), show=show, rate_func=ease_in_sine)
        self.play(run, run_time=RUN * self.theme.time.slow)

    @beat
    def the_answer(self) -> None:
        """Write beside the outputs what they showed at first, and let the example's own class stand out."""
        hero, row = self.hero, self.hero.outputs.indices.index(self.hero.label)
        first = hero.numbers(self.trace.reading(f"course/a{self.trace.L}", 0), "should", ".2f", role="dim")
        head = hero.named("should", self.phrase("at_first"))
        first[row].set_color(self.theme.of("focus"))
        roles = ["focus" if i == row else "dim" for i in range(len(hero.shows))]
        parts = [(hero.network.class_name(hero.label), "focus"), *zip(hero.shows, roles, strict=True)]
        self.move(*[self.coloured(*part) for part in parts], FadeIn(head, first), time="fade")

    def hand_over(self) -> None:
        """Let all beside the network go, and the network be as it was before it had learned anything."""
        self.move(FadeOut(*self.staged()), FadeIn(network_stands(self)), time="fade", still=False)

    def make_step(self, part: int) -> None:
        """Show lights, widths and the cost when a part of the step is made."""
        hero, layers = self.hero, range(1, self.trace.L + 1)
        hero.network.show_weights({l: weights_on_the_step(self.trace, l, part) for l in layers}, self.widths)
        for l in layers:
            hero.column(l).set_readings(self.trace.reading(f"step/a{l}", part))
        self.cost.make_step(part)

    def spend(self, part: int) -> None:
        """Show the same, and what is left of the nudges."""
        self.make_step(part)
        self.nudged.spend(float(self.trace["step/share"][part]))

    def speak_of(self, line: int) -> list[Animation]:
        """Return the animations that let one line of the loop stand out."""
        roles = ["ink" if i == line else "dim" for i in range(len(LINES))]
        return [self.coloured(words, role) for words, role in zip(self.loop, roles, strict=True)]

    def coloured(self, part: Mobject, role: str) -> Animation:
        """Return the animation that gives something the colour of a role."""
        return part.animate.set_color(self.theme.of(role)).build()
