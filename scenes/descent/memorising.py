"""Learning by heart: the same network on true labels and on shuffled ones (D16)."""

from __future__ import annotations

from manim import Create, FadeIn, LaggedStart

from netsim import Trace
from scenes.look.measures import gap
from scenes.parts.example_row import ExampleRow, row_name
from scenes.parts.measured_curves import MeasuredCurves
from scenes.phrases.words_of_learning import memory_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

FIRST = STAGE.left + 1.7  # left edge of the examples; what a row is stands before it
ROW = Zone(FIRST, STAGE.right, 0.0, 1.2)  # of the examples
LINE = -0.36  # the first under them
LOW, HIGH = STAGE.picture.bottom + 0.45, 1.65  # ends of the plots' axes
PLOTS = {"right": Zone(STAGE.left + 0.7, -1.85, LOW, HIGH), "unseen": Zone(1.25, 4.9, LOW, HIGH)}
RUNS = {"true": "ink", "shuffled": "focus"}  # the two runs, and the role of each
HEADS = {"right": "share right, of those it learns from", "unseen": "share right, of the unseen"}


class Memorising(TraceScene):
    """Eight examples with both labels, then the measured curves of two runs."""

    chapter = "descent"
    title = "Understood, or learned by heart?"
    needs = ("memory",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | memory_of(trace)

    @beat("D16")
    def shuffled_labels(self) -> None:
        """{shuffle}"""
        trace, many = self.trace, len(self.trace["memory/label"])
        examples = [trace.reading("memory/x", i) for i in range(many)]
        row = ExampleRow(trace, examples, self.theme, ROW)
        lines = [
            [row.stand(i, row.name_of(int(j), role), LINE - n * 1.2 * gap.line) for i, j in enumerate(labels)]
            for n, (labels, role) in enumerate(
                ((trace["memory/label"], "ink"), (trace["memory/shuffled_label"], "focus"))
            )
        ]
        names = [
            row_name(self.theme, self.stage, LINE - n * 1.2 * gap.line, f"{run} label") for n, run in enumerate(RUNS)
        ]
        self.enter(names[0], *row.cards(lines[0]))
        self.wait(self.theme.time.still)
        self.enter(names[1])
        self.move(LaggedStart(*map(FadeIn, lines[1]), lag_ratio=0.15), time="slow")

    @beat
    def what_it_has_seen(self) -> None:
        """{seen}"""
        self.leave(*self.staged())
        self.compare("right")

    @beat
    def what_it_has_not(self) -> None:
        """{unseen}"""
        self.compare("unseen")

    @beat
    def what_comes_next(self) -> None:
        """{next}"""

    def compare(self, what: str) -> None:
        """Draw the curves of both runs, one after the other."""
        curves = MeasuredCurves(
            *(self.trace.reading("memory/epochs"), self.theme, PLOTS[what]),
            upward=HEADS[what],
            across="times through all of them",
        )
        self.enter(curves.frame, curves.marks)
        for run, role in RUNS.items():
            shares = self.trace.reading(f"memory/{run}_{what}")
            self.move(Create(curves.curve(shares, role)), time="slow", still=False)
            self.move(FadeIn(curves.end(shares, role, run)), time="fade")
