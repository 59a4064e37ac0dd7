"""What the network did not learn: its weights look like noise, and of noise it can be sure (D15)."""

from __future__ import annotations

from manim import RIGHT, FadeIn, Group, LaggedStart, VGroup

from netsim import Trace
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.pixels import SignedPixels
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.example_row import ExampleRow, row_name
from scenes.parts.selection import example_grid
from scenes.phrases.words_of_learning import hidden_pictures, noise_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

ACROSS, MOST = 8, 16  # pictures of weights side by side, and at most
PICTURE, PITCH = 1.46, 1.68  # height of a picture, and from one to the next
MIDDLE = 0.15  # of the pictures
FIRST = STAGE.left + 1.7  # left edge of the examples of noise; what a row is stands before it
NOISE, LINE = Zone(FIRST, STAGE.right, 1.22, 2.28), 0.89  # room of the noise, and the first line under it
STRIPS = {"noise": -0.55, "real": -1.45}  # heights of the strips of many answers
STRIP, THICK = (FIRST, STAGE.right - 1.7), 0.55  # left and right end of a strip, and its height
EXPLAINED = "each strip: the largest output of every example, sorted"


class WhatItDidNot(TraceScene):
    """The first layer's weights as pictures; then noise, and what the network says of it."""

    chapter = "descent"
    title = "What it did not learn"
    needs = ("confident",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | hidden_pictures(trace, min(trace.sizes[1], MOST)) | noise_of(trace)

    @beat("D15")
    def its_weights(self) -> None:
        """{looks}"""
        trace, last = self.trace, len(self.trace.steps) - 1
        weights = trace.reading("W1", last)
        rows = [weights[j] for j in range(min(trace.sizes[1], MOST))]
        shape, _ = example_grid(trace, trace.reading("x", 0))
        scale = Scale.fit(rows, 1.0)
        pictures = Group(*[SignedPixels(row, shape, scale, self.theme, PICTURE) for row in rows])
        for i, picture in enumerate(pictures):
            picture.scale(min(1.0, PICTURE / picture.width))
            line, place = divmod(i, ACROSS)
            lines, beside = -(-len(rows) // ACROSS), min(len(rows) - line * ACROSS, ACROSS)
            picture.move_to(((place - (beside - 1) / 2) * PITCH, MIDDLE + ((lines - 1) / 2 - line) * PITCH, 0))
        signs = Words("[positive](up), [negative](down)", self.theme, size="small", role="dim")
        note = VGroup(signs, scale_note(scale, self.theme, "strongest").next_to(signs, RIGHT, buff=0.4))
        note[1].stand_on(signs.baseline)
        note.move_to((0, STAGE.legend, 0))
        self.move(LaggedStart(*map(FadeIn, pictures), lag_ratio=0.1), FadeIn(note), time="slow")

    @beat
    def no_strokes(self) -> None:
        """{found}"""

    @beat
    def noise(self) -> None:
        """{noise}"""
        self.leave(*self.staged())
        trace, theme, said = self.trace, self.theme, list(map(int, self.trace["confident/said"]))
        examples = [trace.reading("confident/x", i) for i in range(len(said))]
        row = ExampleRow(trace, examples, theme, NOISE)
        names = [row.stand(i, row.name_of(j, "focus"), LINE) for i, j in enumerate(said)]
        outputs = trace.reading("confident/a")
        values = [
            row.stand(i, Readout(outputs[i][j], theme, role="focus"), LINE - gap.line) for i, j in enumerate(said)
        ]
        self.enter(
            row_name(theme, self.stage, NOISE.y, "noise"), row_name(theme, self.stage, LINE, "it says", "its output")
        )
        self.move(LaggedStart(*map(FadeIn, row.cards(names, values)), lag_ratio=0.15), time="slow")

    @beat
    def how_sure(self) -> None:
        """{how_sure}"""
        strips = [self.strip(kind, y) for kind, y in STRIPS.items()]
        note = Words(EXPLAINED, self.theme, size="small", role="dim").move_to((0, STAGE.legend, 0))
        for i, strip in enumerate(strips):
            self.move(FadeIn(strip, *([] if i else [note])))

    def strip(self, kind: str, y: float) -> Group:
        """Return the largest outputs of many examples side by side, their name before them, and how many are sure."""
        of, (left, right) = "real_" if kind == "real" else "", STRIP
        tops, sure = self.trace.reading(f"confident/{of}top"), self.trace.reading(f"confident/{of}sure")
        strip = InputImage(tops, (1, len(tops)), self.theme, 1.0)
        strip.stretch_to_fit_width(right - left).stretch_to_fit_height(THICK).move_to(((left + right) / 2, y, 0))
        count = Formula(
            f'<n> "of {len(tops)}"', self.theme, numbers={"n": (sure, ".0f")}, roles={"n": "focus"}, size="small"
        )
        count.next_to(strip, RIGHT, buff=0.25)
        return Group(row_name(self.theme, self.stage, y - 0.08, kind), strip, count)
