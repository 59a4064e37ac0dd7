"""What the network learned: how many unseen examples it gets right, a wider one too, and which it does not (D14)."""

from __future__ import annotations

import numpy as np
from manim import Group, LaggedStart, Mobject

from netsim import Trace
from netsim.figures.descent.learned import (
    course_of_accuracy,
    gain_of_the_wider,
    gained_by_the_wider,
    run_of_the_wider,
    surest_of_the_wrong,
    wrong_answers,
    wrong_shown,
)
from netsim.figures.network import hidden_layers
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import lag
from scenes.mobjects.replay import Replay, evenly
from scenes.parts.course import Course
from scenes.parts.descent.beside.answered import Answered
from scenes.parts.descent.beside.measured_shares import MeasuredShares
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import trained_stands
from scenes.parts.descent.hero.widened import Widened
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

REWOUND = 8  # of the moments of the training: every eighth is seen as they are rewound
DRAWN = 2  # of the time of a slow move: how long a course is drawn


class WhatItLearned(TraceScene):
    """The share of the unseen that is right as the network learns, and if it is wider; then those that are not."""

    chapter = "descent"
    asks = ("classes", "unseen")
    needs = ("tested", "wider", "course", "data")
    opens_with = trained_stands
    closes_with = trained_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        own = trace.reading("wider/own")
        surest = int(trace["tested/wrong_said"][0]) if len(trace["tested/wrong_said"]) else trace.own_output(0)
        label = int(trace["tested/wrong_label"][0]) if len(trace["tested/wrong_label"]) else trace.own_output(0)
        outputs = trace.reading(f"tested/wrong_a{trace.L}")
        return {
            **super().facts(trace),
            "count": trace.reading("tested/count"),
            "first": own[0],
            "last": own[len(own) - 1],
            "course": course_of_accuracy(trace),
            "hidden": hidden_layers(trace),
            **({} if trace.elsewhere else cls.facts_of_the_wider(trace)),
            "enlarged_from": trace.reading("data/enlarged_from"),
            "wrong": wrong_answers(trace),
            "shown": wrong_shown(trace),
            "surest": surest_of_the_wrong(trace),
            "says": class_name(trace, surest),
            "actual": class_name(trace, label),
            "output": outputs[0][surest] if len(outputs) else own[len(own) - 1],
        }

    @classmethod
    def facts_of_the_wider(cls, trace: Trace) -> dict[str, Fact]:
        """Return what a message may name of the wider network; there is none of a run that another program made."""
        share = trace.reading("wider/share")
        return {
            "times": trace.reading("wider/times"),
            "wide": share[len(share) - 1],
            "gain": gain_of_the_wider(trace),
            "gained": gained_by_the_wider(trace),
            "wide_run": run_of_the_wider(trace),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.course = Course(self.hero)
        self.plotted: list[Mobject] = []  # what stands beside the network while courses are drawn

    @beat("D14", asks=("updates",))
    def over_the_run(self) -> None:
        """Rewind the training, then replay it: a tracer draws the share of the unseen that is right."""
        trace, hero = self.trace, self.hero
        steps = trace.reading("wider/steps")
        self.plot = MeasuredShares(steps, self.theme, hero.beside, self.phrase("across"), self.phrase("all"))
        self.head = self.plot.head(self.phrase("upward"), hero.heading)
        self.own = self.plot.course(trace.reading("wider/own"), "focus")
        self.plotted = [self.plot, self.head, self.own]
        back = Replay(*self.course.pictures, rows=range(self.course.rows - 1, -1, -REWOUND), show=self.course.set_row)
        self.move(back, FadeIn(self.head, self.plot), time="move", still=False)
        reached = np.searchsorted(trace["wider/steps"], trace["course/steps"], side="right") - 1

        def show(row: int) -> None:
            self.course.set_row(row)
            self.own.set_row(int(reached[row]))

        run = Replay(*self.course.pictures, self.own, rows=range(self.course.rows), show=show)
        self.play(run, run_time=DRAWN * self.theme.time.slow)

    @beat(asks=("again", "updates"))
    def if_it_were_wider(self) -> None:
        """Draw the same for a wider network, whose smaller neurons take the places of the hidden ones."""
        wide, more = self.plot.course(self.trace.reading("wider/share"), "focus"), Widened(self.hero)
        both = self.plot.head(self.phrase("upward_both"), self.hero.heading)
        dim = self.own.animate.set_color(self.theme.of("ink")).build()
        self.move(FadeOut(self.head), FadeIn(both, more), dim, time="fade", still=False)
        self.plotted = [self.plot, both, self.own, wide, more]
        run = Replay(wide, rows=evenly(0, wide.rows - 1), show=wide.set_row)
        self.play(run, run_time=DRAWN * self.theme.time.slow)
        self.own.keep_clear_of(wide)

    @beat
    def can_you_read_them(self) -> None:
        """Show those that it gets wrong, without a word; if there are none, all stays as it is."""
        star = [self.trace.reading("x", 0), *self.course.lights(-1)]
        self.wrong = Answered(self.hero, star, "tested/wrong_", self.hero.beside, self.phrase)
        if coming := self.wrong.come(*range(len(self.wrong.images))):
            if self.plotted:
                self.move(FadeOut(Group(*self.plotted)), time="fade", still=False)
            self.move(LaggedStart(*coming, lag_ratio=lag.close), still=False)

    @beat
    def wrong_ones(self) -> None:
        """Let each of them pass through the network, the surest last, and write what is said of it, and what it is."""
        for i in reversed(range(len(self.wrong.images))):
            self.play(self.wrong.ask(i), self.wrong.tell(i), run_time=self.wrong.seconds())

    def hand_over(self) -> None:
        """Let them leave, and the star run through the network."""
        if self.wrong.images:
            self.leave(self.wrong)
            self.move(self.wrong.take_the_star(), time="fade", still=False)
            self.add(self.hero)
        else:
            self.leave(*self.plotted)
