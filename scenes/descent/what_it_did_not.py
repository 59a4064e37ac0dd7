"""What the network did not learn: its weights look like noise, and of noise it can be sure (D15)."""

from __future__ import annotations

from manim import RIGHT, Group, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.descent.learned import noise_examples, real_examples, works
from netsim.figures.network import hidden_layers, neurons_of, pictures_of_weights
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.pixels import SignedPixels
from scenes.mobjects.type.formula import scale_note
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.example_row import ExampleRow, row_name
from scenes.parts.selection import example_grid
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

ACROSS = 8  # pictures of weights side by side
PICTURE, PITCH = 1.46, 1.68  # height of a picture, and from one to the next
MIDDLE = 0.15  # of the pictures
FIRST = STAGE.left + 1.7  # left edge of the examples of noise; what a row is stands before it
NOISE, LINE = Zone(FIRST, STAGE.right, 1.22, 2.28), 0.89  # room of the noise, and the first line under it
STRIPS = {"noise": -0.55, "real": -1.45}  # heights of the strips of many answers
STRIP, THICK = (FIRST, STAGE.right - 1.7), 0.55  # left and right end of a strip, and its height


class WhatItDidNot(TraceScene):
    """The first layer's weights as pictures; then noise, and what the network says of it."""

    chapter = "descent"
    needs = ("confident",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "neurons": neurons_of(trace, 1),
            "drawn": pictures_of_weights(trace),
            "hidden": hidden_layers(trace),
            "works": works(trace),
            "noise": noise_examples(trace),
            "said": class_name(trace, int(trace["confident/said"][0])),
            "top": trace.reading("confident/top", 0),
            "sure": trace.reading("confident/sure"),
            "real_sure": trace.reading("confident/real_sure"),
            "real": real_examples(trace),
        }

    @beat("D15")
    def its_weights(self) -> None:
        """Draw the weights of the first layer's neurons as pictures."""
        trace, last = self.trace, len(self.trace.steps) - 1
        weights = trace.reading("W1", last)
        rows = [weights[j] for j in range(int(float(pictures_of_weights(trace))))]
        shape, _ = example_grid(trace, trace.reading("x", 0))
        scale = Scale.fit(rows, 1.0)
        pictures = Group(*[SignedPixels(row, shape, scale, self.theme, PICTURE) for row in rows])
        for i, picture in enumerate(pictures):
            picture.scale(min(1.0, PICTURE / picture.width))
            line, place = divmod(i, ACROSS)
            lines, beside = -(-len(rows) // ACROSS), min(len(rows) - line * ACROSS, ACROSS)
            picture.move_to(((place - (beside - 1) / 2) * PITCH, MIDDLE + ((lines - 1) / 2 - line) * PITCH, 0))
        signs = Words(self.phrase("signs"), self.theme, size="small", role="dim")
        note = VGroup(signs, scale_note(scale, self.theme, self.phrase("strongest")).next_to(signs, RIGHT, buff=0.4))
        note[1].stand_on(signs.baseline)
        note.move_to((0, STAGE.legend, 0))
        self.move(LaggedStart(*map(FadeIn, pictures), lag_ratio=0.1), FadeIn(note), time="slow")

    @beat
    def no_strokes(self) -> None:
        """Let them stand, to be looked at."""

    @beat
    def noise(self) -> None:
        """Show noise, the surest answer first, with what the network says."""
        self.leave(*self.staged())
        trace, theme, said = self.trace, self.theme, list(map(int, self.trace["confident/said"]))
        examples = [trace.reading("confident/x", i) for i in range(len(said))]
        row = ExampleRow(trace, examples, theme, NOISE)
        names = [row.stand(i, row.name_of(j, "focus"), LINE) for i, j in enumerate(said)]
        outputs = trace.reading("confident/a")
        values = [
            row.stand(i, Readout(outputs[i][j], theme, role="focus"), LINE - gap.line) for i, j in enumerate(said)
        ]
        heads = (self.phrase("says"), self.phrase("output"))
        self.enter(
            row_name(theme, self.stage, NOISE.y, self.phrase("noise")), row_name(theme, self.stage, LINE, *heads)
        )
        self.move(LaggedStart(*map(FadeIn, row.cards(names, values)), lag_ratio=0.15), time="slow")

    @beat
    def how_sure(self) -> None:
        """Set the largest outputs for noise and for real examples side by side, sorted."""
        strips = [self.strip(kind, y) for kind, y in STRIPS.items()]
        note = Words(self.phrase("strips"), self.theme, size="small", role="dim").move_to((0, STAGE.legend, 0))
        for i, strip in enumerate(strips):
            self.move(FadeIn(strip, *([] if i else [note])))

    def strip(self, kind: str, y: float) -> Group:
        """Return the largest outputs of many examples side by side, their name before them, and how many are sure."""
        of, (left, right) = "real_" if kind == "real" else "", STRIP
        tops = self.trace.reading(f"confident/{of}top")
        strip = InputImage(tops, (1, len(tops)), self.theme, 1.0)
        strip.stretch_to_fit_width(right - left).stretch_to_fit_height(THICK).move_to(((left + right) / 2, y, 0))
        count = Spoken(self.phrase(f"sure_of_{kind}"), self.theme, size="small")
        count.next_to(strip, RIGHT, buff=0.25)
        return Group(row_name(self.theme, self.stage, y - 0.08, self.phrase(kind)), strip, count)
