"""What a network learns from: labelled examples; and those that are put aside (D4)."""

from __future__ import annotations

from manim import LEFT, LaggedStart, Line

from netsim import Reading, Trace
from netsim.figures.examples import examples_drawn, unseen_drawn
from scenes.camera.fading import FadeIn
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.example_wall import ExampleWall
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

BORDER = 3.05  # between the examples to learn from and the unseen ones
ASIDE = 0.25  # room at both sides of the border
TOP, HEADS = 1.72, 2.05  # upper end of the walls, and where their heads stand


class LabelledExamples(TraceScene):
    """A wall of examples to learn from, with their labels; and beside it one of unseen examples."""

    chapter = "descent"
    needs = ("data",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "examples": trace.reading("data/examples"),
            "unseen": trace.reading("data/unseen"),
        }

    def setup(self) -> None:
        examples, unseen = self.trace.reading("data/x"), self.trace.reading("data/unseen_x")
        rooms = {"": (STAGE.left, BORDER - ASIDE), "unseen_": (BORDER + ASIDE, STAGE.right)}
        self.seen, self.unseen = (
            ExampleWall(
                self.trace,
                self.theme,
                self.trace.reading(f"data/{which}x"),
                [int(label) for label in self.trace[f"data/{which}label"]],
                room=Zone(left, right, STAGE.picture.bottom, TOP),
                among=(examples, unseen),
            )
            for which, (left, right) in rooms.items()
        )

    @beat("D4")
    def answers_beside(self) -> None:
        """Fill the wall with examples, then set each one's label under it."""
        cards = self.seen.cards
        self.move(LaggedStart(*[FadeIn(card[0]) for card in cards], lag_ratio=0.05), time="slow")
        self.move(LaggedStart(*[FadeIn(card[1]) for card in cards], lag_ratio=0.05), time="slow")

    @beat
    def put_aside(self) -> None:
        """Draw a border, and set the unseen examples beyond it."""
        border = Line(
            (BORDER, HEADS + 0.2, 0), (BORDER, STAGE.picture.bottom, 0), stroke_width=1.5, color=self.theme.of("faint")
        )
        unseen = unseen_drawn(self.trace, len(self.unseen.cards))
        self.move(FadeIn(self.head("seen", examples_drawn(self.trace, len(self.seen.cards)), STAGE.left)))
        self.move(
            FadeIn(border, self.head("unseen", unseen, BORDER + ASIDE, role="focus")),
            time="fade",
            still=False,
        )
        self.move(LaggedStart(*[FadeIn(card) for card in self.unseen.cards], lag_ratio=0.1), time="slow")

    @beat
    def by_them_we_know(self) -> None:
        """Dim the labels that it learns from: the unseen ones stand out."""
        self.move(*[card[1].animate.set_color(self.theme.of("dim")) for card in self.seen.cards])

    def head(self, what: str, shown: Reading, left: float, role: str = "ink") -> Spoken:
        """Return what stands over a wall: how many there are, what they are, and how many of them are shown."""
        head = Spoken(self.phrase(what, shown=shown), self.theme, role=role, size="small")
        return head.move_to((left, 0, 0), aligned_edge=LEFT).stand_on(HEADS)
