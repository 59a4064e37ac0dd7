"""What a network learns from: labelled examples; and those that are put aside (D4)."""

from __future__ import annotations

from manim import Group, LaggedStart

from netsim import Trace
from netsim.figures.examples import (
    examples_drawn,
    examples_in_all,
    mixed_drawn,
    origin_of_examples,
    pixels_a_side,
    unseen_drawn,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag, stroke
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.descent.beside.mixed import Mixed
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands
from scenes.parts.example_wall import ExampleWall
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

SEEN, ASIDE = 5, 1  # rows of examples to learn from, and of unseen ones


class LabelledExamples(TraceScene):
    """A wall of examples beside the network, their labels, and some of them put aside."""

    chapter = "descent"
    needs = ("data",)
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "all": examples_in_all(trace),
            "examples": trace.reading("data/examples"),
            "unseen": trace.reading("data/unseen"),
            "origin": origin_of_examples(trace),
            "scanned": trace.reading("data/enlarged_from"),
            "pixels": pixels_a_side(trace),
        }

    def setup(self) -> None:
        trace, hero = self.trace, self.stands
        self.hero: Learner = hero
        examples, unseen = trace.reading("data/x"), trace.reading("data/unseen_x")
        self.rooms = hero.beside.rows(SEEN, ASIDE, gap=gap.line)
        answers = [trace.reading(f"data/{of}{'label' if trace.classes else 'y'}") for of in ("", "unseen_")]
        self.seen, self.unseen = (
            ExampleWall(trace, self.theme, some, room, labels, among=(examples, unseen))
            for some, room, labels in zip((examples, unseen), self.rooms, answers, strict=True)
        )
        self.mixed = Mixed(self.seen, self.unseen, hero.beside)
        self.over_all = Group()

    @beat("D4")
    def only_examples(self) -> None:
        """Let the star leave the network for the wall, and the others come after it."""
        star, image = self.seen.images[0], self.hero.network.image
        rows = [[card.image for card in row] for row in self.mixed.rows]
        if image is not None:
            rows[0].remove(star)
            there = star.copy()
            star.scale_to_fit_height(image.height).move_to(image)
            self.add(star)
            self.move(star.animate.scale_to_fit_height(there.height).move_to(there), still=False)
        self.move(LaggedStart(*[FadeIn(*row) for row in rows if row], lag_ratio=lag.apart), time="slow", still=False)

    @beat
    def their_labels(self) -> None:
        """Set the label under each of them, or the numbers that are its answer, and say where they come from."""
        rows = [FadeIn(*[card.name for card in row]) for row in self.mixed.rows]
        shown = mixed_drawn(self.trace, len(self.seen.images), len(self.unseen.images))
        self.over_all.add(self.head("all_examples", self.hero.heading, "ink", shown=shown))
        self.move(LaggedStart(*rows, lag_ratio=lag.apart), FadeIn(self.over_all), time="slow", still=False)

    @beat(asks=("unseen",))
    def put_aside(self) -> None:
        """Let the unseen ones leave the wall, without their labels, and the others close up."""
        seen, unseen = (
            count(self.trace, len(wall.images))
            for count, wall in ((examples_drawn, self.seen), (unseen_drawn, self.unseen))
        )
        heads = [
            self.head("to_learn_from", self.hero.heading, shown=seen),
            self.head("unseen", self.rooms[1].top + gap.small, "focus", shown=unseen),
        ]
        marked = [image.frame.animate.set_stroke(self.theme.of("focus"), stroke.mark) for image in self.unseen.images]
        self.move(FadeOut(self.over_all, *self.unseen.names), *marked, time="fade", still=False)
        self.move(*self.mixed.sorted(), FadeIn(*heads), time="slow", still=False)

    def hand_over(self) -> None:
        """Let all but the network go."""
        self.move(FadeOut(*self.all_but(self.hero)), time="fade", still=False)

    def head(self, what: str, on: float, role: str = "dim", **facts: Fact) -> Spoken:
        """Return what stands over a part of the wall."""
        head = Spoken(self.phrase(what, **facts), self.theme, role=role, size="small")
        head.shift((self.seen.images[0].get_left()[0] - head.get_left()[0], 0, 0))
        return self.stage.hold(head.stand_on(on))
