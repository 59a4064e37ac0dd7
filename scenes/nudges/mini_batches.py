"""Shuffle, deal, step: how far the gradient of a few examples is from that of all (N13)."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, UP, BackgroundRectangle, Group, LaggedStart, Rectangle, VGroup, Wait

from netsim import Reading, Trace
from netsim.figures.nudges.batches import (
    angles_in_degrees,
    batches_drawn,
    by_angle,
    first_batches,
    flat_batches,
    gradient_of_a_batch,
    more_examples,
    unmoved_by_a_batch,
)
from scenes.camera.fading import FadeIn
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.terrain.directions import Direction, fitted
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

# Left, right, bottom and top of the room for the examples.
CARDS = (STAGE.left + 0.08, -1.35, STAGE.picture.bottom + 0.25, 2.35)
CARD, GAP, BETWEEN = 0.4, 0.05, 0.27  # an example's height, the room beside it, and between two mini-batches
ROW, MOST_CARDS = 10, 100  # examples side by side in a mini-batch, and drawn of it at most
COMPASS = (-0.6, -2.05, 2.95, 2.1)  # room for the arrows: left, bottom, right, top
CHANGED = 1.7  # height of the count of weights that move
TABLE = (4.3, STAGE.right - 0.2, 2.1, 0.42)  # right edges of both columns, height of its head, and of a row


class MiniBatches(TraceScene):
    """The examples in shuffled order, dealt into mini-batches; their gradients as arrows at true angles."""

    chapter = "nudges"
    needs = ("batches", "gradient")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        angles, order = trace.reading("batches/angle"), by_angle(trace)
        ends = {"nearest": angles[order[0]], "farthest": angles[order[-1]]} if order else {}
        return {
            **super().facts(trace),
            "examples": trace.reading("gradient/examples"),
            **{name: trace.reading(f"batches/{name}") for name in ("size", "count", "changed", "components")},
            "gradient": gradient_of_a_batch(trace),
            "firsts": first_batches(trace),
            "zeros": flat_batches(trace),
            "angles": angles_in_degrees(trace),
            **ends,
            "more": more_examples(trace),
            "unmoved": unmoved_by_a_batch(trace),
        }

    def setup(self) -> None:
        trace = self.trace
        self.size = int(trace["batches/size"])
        self.batches = self.dealt()
        self.angles = trace.reading("batches/angle_of_size")
        arrows = [(trace[f"batches/angle{of}"], trace[f"batches/length{of}"], not of) for of in ("", "_of_size")]
        self.origin, self.unit = fitted(arrows, *COMPASS)
        self.first = self.arrow("", 0, role="focus", width=4.0)

    @beat("N13")
    def shuffle_and_deal(self) -> None:
        """Deal the examples into mini-batches, and frame each."""
        self.move(LaggedStart(*[FadeIn(card) for batch in self.batches for card in batch], lag_ratio=0.02), time="slow")
        note = Spoken(self.phrase("dealt", drawn=self.drawn), self.theme, size="small", role="dim")
        note.move_to((STAGE.left, STAGE.legend, 0), aligned_edge=LEFT)
        true = Words(self.phrase("how_drawn"), self.theme, size="small", role="dim")
        self.true = true.move_to((STAGE.right, STAGE.legend, 0), aligned_edge=RIGHT)
        self.frames = VGroup(*[self.frame_of(batch) for batch in self.batches])
        self.move(LaggedStart(*map(FadeIn, self.frames), lag_ratio=0.1), FadeIn(note))

    @beat
    def one_step_each(self) -> None:
        """Draw the gradient of all examples as an arrow, and those of the first mini-batches at their angles to it."""
        trace, theme = self.trace, self.theme
        full = self.arrow("_of_size", len(trace["batches/sizes"]) - 1, width=5.0)
        name = Spoken(self.phrase("all"), theme, size="small")
        name.next_to(full.tip, RIGHT, buff=0.15)
        plate = BackgroundRectangle(name, color=theme.of("background"), fill_opacity=1, buff=0.06)
        self.move(full.grow(), FadeIn(plate, name, self.true))
        self.move(
            self.frames[0].animate.set_stroke(theme.of("focus"), width=2.5),
            Group(*self.batches[1:], self.frames[1:]).animate.fade(0.6) if self.batches[1:] else Wait(),
            self.first.grow(),
        )
        turn = self.angle_of(trace.reading("batches/angle", 0), trace.reading("batches/length", 0), "focus")
        turn.next_to(self.first.tip, UP, buff=0.12)
        below = BackgroundRectangle(turn, color=theme.of("background"), fill_opacity=1, buff=0.05)
        self.enter(below, turn)
        others = [
            self.arrow("", i, side=1 - 2 * (i % 2), role="dim", width=1.5)
            for i in map(int, np.flatnonzero(trace["batches/length"]))
            if i
        ]
        self.fan = VGroup(*others, below, turn)
        if others:
            self.move(LaggedStart(*[arrow.grow() for arrow in others], lag_ratio=0.2), time="slow", still=False)
            self.add(self.first, full, plate, name, below, turn)
            self.wait(theme.time.still)

    @beat
    def how_many(self) -> None:
        """List growing numbers of examples, with the angles of their gradients."""
        theme, sizes = self.theme, self.trace.reading("batches/sizes")
        self.leave(self.fan, self.first)
        left, right, top, pitch = TABLE
        heads = [Words(self.phrase(name), theme, size="small", role="dim") for name in ("size", "away")]
        for head, x in zip(heads, (left, right), strict=True):
            head.shift((x - head.get_right()[0], 0, 0)).stand_on(top)
        self.table, self.arrows = VGroup(*heads), VGroup()
        self.enter(self.table)
        for i, size in enumerate(sizes):
            role = "focus" if int(float(size)) == self.size else "ink"
            y = top - (i + 1) * pitch
            count = Readout(size, theme, spec=",.0f", role=role)
            turn = self.angle_of(self.angles[i], self.trace.reading("batches/length_of_size", i), role)
            count.shift((left - count.get_right()[0], 0, 0)).stand_on(y)
            turn.shift((right - turn.get_right()[0], 0, 0)).stand_on(y)
            row = VGroup(count, turn)
            self.table.add(row)
            arrow = self.arrow("_of_size", i, role=role, width=4.0 if role == "focus" else 3.0)
            self.arrows.add(arrow)
            self.move(FadeIn(row), arrow.grow(), time="fade", still=False)
        self.wait(theme.time.still)

    @beat
    def every_weight_moves(self) -> None:
        """Count the weights and biases that one such step moves."""
        changed = Spoken(self.phrase("moved"), self.theme)
        self.leave(self.table, self.arrows)
        self.move(self.first.grow(), still=False)
        self.move(FadeIn(changed.move_to(((COMPASS[0] + STAGE.right) / 2, CHANGED, 0))))

    def dealt(self) -> list[Group]:
        """Return the mini-batches that there is room for, each a block of small examples."""
        trace, (left, right, bottom, top) = self.trace, CARDS
        examples = trace.reading("batches/x")
        shape, span = example_grid(trace, examples)
        wide = min(CARD, CARD * shape[1] / shape[0])
        drawn = min(self.size, MOST_CARDS)
        columns, rows = min(drawn, ROW), -(-drawn // ROW)
        block = (columns * (wide + GAP) + BETWEEN, rows * (CARD + GAP) + BETWEEN)
        across, down = (
            max(1, int(room / extent)) for room, extent in zip((right - left, top - bottom), block, strict=True)
        )
        batches, self.drawn = [], batches_drawn(trace, across * down)
        for at in range(int(float(self.drawn))):
            row, column = divmod(at, across)
            batch = Group()
            for i in range(min(drawn, len(examples) - at * self.size)):
                card = InputImage(examples[at * self.size + i], shape, self.theme, CARD, span)
                y, x = divmod(i, columns)
                middle = (
                    left + column * block[0] + (x + 0.5) * (wide + GAP),
                    top - row * block[1] - (y + 0.5) * (CARD + GAP),
                    0,
                )
                batch.add(card.move_to(middle))
            batches.append(batch)
        return batches

    def angle_of(self, angle: Reading, length: Reading, role: str) -> Formula | Words:
        """Return an angle in degrees; a gradient of zeros points nowhere."""
        if not float(length):
            return Words(self.phrase("none"), self.theme, role=role, size="small")
        return Formula("<angle> degree", self.theme, numbers={"angle": (angle, ".1f")}, role=role, size="small")

    def frame_of(self, batch: Group) -> Rectangle:
        """Return the frame round a mini-batch."""
        frame = Rectangle(width=batch.width + 2 * GAP, height=batch.height + 2 * GAP, stroke_width=1.5)
        return frame.set_stroke(self.theme.of("dim")).move_to(batch)

    def arrow(self, of: str, i: int, side: int = 1, role: str = "ink", width: float = 3.0) -> Direction:
        """Return the gradient of one of the mini-batches, or of the first so many examples."""
        angle, length = (self.trace.reading(f"batches/{name}{of}", i) for name in ("angle", "length"))
        return Direction(angle, length, self.origin, self.unit, self.theme, side=side, role=role, width=width)
