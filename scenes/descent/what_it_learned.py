"""What the network learned: how many unseen examples it gets right, and which it does not (D14)."""

from __future__ import annotations

from manim import Create, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.descent.learned import course_of_accuracy, surest_of_the_wrong, wrong_answers, wrong_shown
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap
from scenes.mobjects.type.number import Readout
from scenes.parts.example_row import ExampleRow, row_name
from scenes.parts.measured_curves import MeasuredCurves
from scenes.parts.selection import highest
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

PLOT = Zone(-4.6, 4.6, STAGE.picture.bottom + 0.4, STAGE.picture.top)
FIRST = STAGE.left + 1.7  # left edge of the examples; what a row is stands before it
ROWS = {"right": 1.55, "wrong": -0.85}  # heights of the middle of each row of examples
PLACES, SIDE = 8, 1.05  # in a row; of an example
BELOW = 0.86  # from an example's middle down to the first line under it


class WhatItLearned(TraceScene):
    """The share of unseen examples that is right over the run, then some of those that are, and are not."""

    chapter = "descent"
    needs = ("tested",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        accuracy = trace.reading("accuracy")
        return {
            **super().facts(trace),
            "count": trace.reading("tested/count"),
            "right": trace.reading("tested/right"),
            "wrong": wrong_answers(trace),
            "shown": wrong_shown(trace),
            "course": course_of_accuracy(trace),
            "first": accuracy[0],
            "last": accuracy[len(accuracy) - 1],
            "surest": surest_of_the_wrong(trace),
        }

    @beat("D14")
    def over_the_run(self) -> None:
        """Draw the share of unseen examples that is right over the run."""
        shares = self.trace.reading("accuracy")
        curves = MeasuredCurves(
            *(self.trace.reading("run_steps"), self.theme, PLOT),
            upward=self.phrase("upward"),
            across=self.phrase("across"),
        )
        self.enter(curves.frame, curves.marks, curves.first(shares, "focus"))
        self.move(Create(curves.curve(shares, "focus")), time="slow", still=False)
        self.move(FadeIn(curves.end(shares, "focus")), time="fade")

    @beat
    def right_ones(self) -> None:
        """Show some that are right, each with its answer and that output."""
        self.leave(*self.staged())
        self.show("right", said=[highest(a) for a in self.trace.reading("tested/right_a")])

    @beat
    def wrong_ones(self) -> None:
        """Show some that are wrong, each with its answer, that output, and its class."""
        self.show("wrong", said=list(map(int, self.trace["tested/wrong_said"])))

    def show(self, kind: str, said: list[int]) -> None:
        """Let a row of examples appear, one after the other, each with what is said of it."""
        trace, theme, y = self.trace, self.theme, ROWS[kind]
        examples = [trace.reading(f"tested/{kind}_x", i) for i in range(len(said))]
        row = ExampleRow(trace, examples, theme, Zone(FIRST, STAGE.right, y - SIDE / 2, y + SIDE / 2), places=PLACES)
        names = [row.stand(i, row.name_of(j, "focus"), y - BELOW) for i, j in enumerate(said)]
        outputs = trace.reading(f"tested/{kind}_a")
        values = [
            row.stand(i, Readout(outputs[i][j], theme, role="dim"), y - BELOW - gap.line) for i, j in enumerate(said)
        ]
        lines, heads = [names, values], [self.phrase("says"), self.phrase("output")]
        if kind == "wrong":
            labels = [row.name_of(int(j)) for j in trace[f"tested/{kind}_label"]]
            lines.append([row.stand(i, name, y - BELOW - 2 * gap.line) for i, name in enumerate(labels)])
            heads.append(self.phrase("is"))
        none = self.phrase(f"none_{kind}")
        head = row_name(theme, self.stage, y - BELOW, *heads) if said else row_name(theme, self.stage, y, none)
        title = row_name(theme, self.stage, y, self.phrase(kind)) if said else VGroup()
        self.enter(title, head)
        if said:
            self.move(LaggedStart(*map(FadeIn, row.cards(*lines)), lag_ratio=0.15), time="slow")
