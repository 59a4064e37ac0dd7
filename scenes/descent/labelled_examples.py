"""What a network learns from: labelled examples; and those that are put aside (D4)."""

from __future__ import annotations

from manim import LEFT, FadeIn, LaggedStart, Line

from netsim import Trace
from scenes.mobjects.type.formula import Formula
from scenes.parts.example_wall import ExampleWall
from scenes.phrases.words_of_examples import examples_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

BORDER = 3.05  # between the examples to learn from and the unseen ones
ASIDE = 0.25  # room at both sides of the border
TOP, HEADS = 1.72, 2.05  # upper end of the walls, and where their heads stand


class LabelledExamples(TraceScene):
    """A wall of examples to learn from, with their labels; and beside it one of unseen examples."""

    chapter = "descent"
    title = "Examples with answers"
    needs = ("data",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {**super().facts(trace), **examples_of(trace)}

    def setup(self) -> None:
        examples, unseen = self.trace.reading("data/x"), self.trace.reading("data/unseen_x")
        rooms = {"": (STAGE.left, BORDER - ASIDE), "unseen_": (BORDER + ASIDE, STAGE.right)}
        self.seen, self.unseen = (
            ExampleWall(
                self.trace,
                self.theme,
                self.trace.reading(f"data/{which}x"),
                [int(label) for label in self.trace[f"data/{which}label"]],
                left=left,
                right=right,
                top=TOP,
                bottom=STAGE.picture.bottom,
                among=(examples, unseen),
            )
            for which, (left, right) in rooms.items()
        )

    @beat("D4")
    def answers_beside(self) -> None:
        """No rule is ever written down. All the network gets is examples,
        each with its right answer: its label."""
        cards = self.seen.cards
        self.move(LaggedStart(*[FadeIn(card[0]) for card in cards], lag_ratio=0.05), time="slow")
        self.move(LaggedStart(*[FadeIn(card[1]) for card in cards], lag_ratio=0.05), time="slow")

    @beat
    def put_aside(self) -> None:
        """It learns from {examples}. {unseen} put aside, unseen."""
        border = Line(
            (BORDER, HEADS + 0.2, 0), (BORDER, STAGE.picture.bottom, 0), stroke_width=1.5, color=self.theme.of("faint")
        )
        self.move(FadeIn(self.head("examples", "to learn from", self.seen, STAGE.left)))
        self.move(
            FadeIn(border, self.head("unseen", "unseen", self.unseen, BORDER + ASIDE, role="focus")),
            time="fade",
            still=False,
        )
        self.move(LaggedStart(*[FadeIn(card) for card in self.unseen.cards], lag_ratio=0.1), time="slow")

    @beat
    def by_them_we_know(self) -> None:
        """{why}"""
        self.move(*[card[1].animate.set_color(self.theme.of("dim")) for card in self.seen.cards])

    def head(self, count: str, what: str, wall: ExampleWall, left: float, role: str = "ink") -> Formula:
        """Return what stands over a wall: how many there are, what they are, and how many of them are shown."""
        number = {"n": (self.trace.reading(f"data/{count}"), ",.0f")}
        shown = len(wall.cards)
        seen = f" ({shown} shown)" if shown < int(self.trace[f"data/{count}"]) else ""
        head = Formula(f'<n> "{what}{seen}"', self.theme, numbers=number, role=role, size="small")
        return head.move_to((left, 0, 0), aligned_edge=LEFT).stand_on(HEADS)
