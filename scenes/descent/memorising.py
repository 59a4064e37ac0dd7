"""Learning by heart: the same network on true labels and on shuffled ones (D16)."""

from __future__ import annotations

from manim import Create, LaggedStart

from netsim import Trace
from netsim.figures.descent.learned import shuffled_labels_learned, times_through, use_of_shuffled_labels
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap
from scenes.parts.example_row import ExampleRow, row_name
from scenes.parts.measured_curves import MeasuredCurves
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


class Memorising(TraceScene):
    """Eight examples with both labels, then the measured curves of two runs."""

    chapter = "descent"
    needs = ("memory",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last = len(trace["memory/epochs"]) - 1
        shares = {"true": "true_right", "shuffled": "shuffled_right"}
        shares |= {name: name for name in ("true_unseen", "shuffled_unseen")}
        return {
            **super().facts(trace),
            **{fact: trace.reading(f"memory/{name}", last) for fact, name in shares.items()},
            "examples": trace.reading("memory/examples"),
            "same": trace.reading("memory/same"),
            "times": times_through(trace),
            "learned": shuffled_labels_learned(trace),
            "use": use_of_shuffled_labels(trace),
            "count": parameters(trace),
        }

    @beat("D16")
    def shuffled_labels(self) -> None:
        """Show examples with their labels, then with shuffled ones."""
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
            row_name(self.theme, self.stage, LINE - n * 1.2 * gap.line, self.phrase(f"{run}_label"))
            for n, run in enumerate(RUNS)
        ]
        self.enter(names[0], *row.cards(lines[0]))
        self.wait(self.theme.time.still)
        self.enter(names[1])
        self.move(LaggedStart(*map(FadeIn, lines[1]), lag_ratio=0.15), time="slow")

    @beat
    def what_it_has_seen(self) -> None:
        """Draw how many of those it learns from each run gets right."""
        self.leave(*self.staged())
        self.compare("right")

    @beat
    def what_it_has_not(self) -> None:
        """Draw how many unseen ones each run gets right."""
        self.compare("unseen")

    @beat
    def what_comes_next(self) -> None:
        """Let the curves stand."""

    def compare(self, what: str) -> None:
        """Draw the curves of both runs, one after the other."""
        curves = MeasuredCurves(
            *(self.trace.reading("memory/epochs"), self.theme, PLOTS[what]),
            upward=self.phrase(what),
            across=self.phrase("across"),
        )
        self.enter(curves.frame, curves.marks)
        for run, role in RUNS.items():
            shares = self.trace.reading(f"memory/{run}_{what}")
            self.move(Create(curves.curve(shares, role)), time="slow", still=False)
            self.move(FadeIn(curves.end(shares, role, self.phrase(run))), time="fade")
