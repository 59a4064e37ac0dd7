"""One neuron: its weights times the activations before it, added up, shifted, squashed (D2)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import DOWN, Create, Group, ReplacementTransform, VGroup

from netsim import Reading, Trace
from netsim.figures.examples import dark_inputs
from netsim.figures.network import done_to_a_sum, inputs_besides
from scenes.camera.fading import FadeIn
from scenes.formulas.rules_of_activations import sign_of
from scenes.formulas.vocabulary import rule
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.neuron import Column
from scenes.mobjects.network.pixels import SignedPixels
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.neuron_function import FunctionPlot, other_choice
from scenes.parts.selection import activations, network_shape, ranked
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

MIDDLE = -0.5  # of all that stands left of the layer
SIDE, UPPER = 3.1, 2.05  # of the three pictures: side and upper end
XS, SIGNS = (MIDDLE - 4.4, MIDDLE, MIDDLE + 4.4), (MIDDLE - 2.2, MIDDLE + 2.2)  # their middles; of the signs between
LARGE, PAIR = 1.25, (MIDDLE - 2.6, MIDDLE + 2.6)  # while there are two: how many times larger, and their middles
HEAD = 2.3  # the line that names stand on
MOST, PITCH, LARGEST = 6, 0.48, 1.5  # inputs that are shown as numbers, how far apart, how many times enlarged
SUM, SQUASH = -1.85, -2.42  # lines that the formulas stand on
COLUMN, TOP = 6.2, 2.1  # where the layer stands
LEVEL = UPPER - SIDE / 2  # of the middles of the pictures
WIDE = Zone(MIDDLE - 3.6, MIDDLE + 3.6, -0.75, 1.9)  # room of a plot alone
PLOTS = replace(WIDE, left=MIDDLE - 5.5, right=MIDDLE + 5.7).columns(1, 1, gap=1.8)  # of two
#: What a sum with few terms leaves out of the rule.
FEWER = {1: {" + {{ w_1 a_1 : second }} + dots.c": ""}, 2: {" + dots.c": ""}}


class OneNeuron(TraceScene):
    """A neuron of the first hidden layer of the trained network: weights times pixels, their sum, its function."""

    chapter = "descent"
    needs_hidden = True
    needs = ("neuron",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "dark": dark_inputs(trace),
            "does": done_to_a_sum(trace),
            "function": trace.activation(1).name,
        }

    def setup(self) -> None:
        trace, theme, t = self.trace, self.theme, len(self.trace.steps) - 1
        _, self.j = map(int, trace["neuron/place"])
        self.x, self.weights = trace.reading("x", 0), trace.reading("W1", t, self.j)
        self.products = trace.reading("neuron/products")
        self.scale = Scale.fit([self.weights, self.products], 1.0)
        shape, layers = network_shape(trace, t, 0), activations(trace, t, 0)
        self.span = shape.spans[0]
        self.column = Column(
            shape.sizes[1],
            TOP - STAGE.picture.bottom,
            theme,
            self.words,
            matter=np.asarray(layers[1].value),
            span=shape.spans[1],
            keep=(self.j,),
        )
        self.column.stand(COLUMN, TOP, STAGE.left).set_readings(layers[1])
        if self.column.more is not None:
            self.column.more.shift((min(0.0, STAGE.right - self.column.more.get_right()[0]), 0, 0))
        self.rows = sorted(ranked(self.products)[:MOST])
        self.shown = [self.picture(i) for i in range(3)]
        self.heads = [self.head(i) for i in range(3)]

    @beat("D2")
    def its_weights(self) -> None:
        """Show the activations before one neuron, and let its weights come out of it."""
        neuron, pictures = self.column.neuron(self.j), self.shown
        layer = Formula("a^((1))", self.theme, size="small").move_to((COLUMN, 0, 0)).stand_on(HEAD)
        self.note = VGroup()
        if self.trace.image_shape:
            self.note.add(scale_note(self.scale, self.theme, self.phrase("strongest")).next_to(pictures[1], DOWN, 0.12))
        for picture, head, x in zip(pictures, self.heads, PAIR, strict=False):
            picture.scale(LARGE).move_to((x, UPPER - LARGE * SIDE / 2, 0))
            head.set_x(x)
        self.note.shift((PAIR[1] - XS[1], (1 - LARGE) * SIDE, 0))
        self.enter(pictures[0], self.heads[0], self.column, layer)
        self.move(neuron.animate.set_stroke(self.theme.of("focus"), width=4), still=False)
        weights = FadeIn(pictures[1], target_position=neuron.get_center(), scale=0.1)
        self.move(weights, FadeIn(self.heads[1], self.note))

    @beat
    def the_products(self) -> None:
        """Set activations times weights equal to their products."""
        signs = zip(("times", "="), SIGNS, strict=True)
        self.signs = VGroup(*[Formula(sign, self.theme, size="title").move_to((x, LEVEL, 0)) for sign, x in signs])
        smaller = [
            picture.animate.scale(1 / LARGE).move_to((x, LEVEL, 0))
            for picture, x in zip(self.shown[:2], XS, strict=False)
        ]
        names = [head.animate.set_x(x) for head, x in zip(self.heads[:2], XS, strict=False)]
        note = self.note.animate.shift((XS[1] - PAIR[1], (LARGE - 1) * SIDE, 0))
        self.move(*smaller, *names, note, still=False)
        self.move(FadeIn(self.signs[0]), time="fade", still=False)
        self.move(FadeIn(self.signs[1], self.heads[2]), FadeIn(self.shown[2]), time="slow")

    @beat
    def the_sum(self) -> None:
        """State the sum and the bias, in symbols and in numbers."""
        few = FEWER.get(self.trace.sizes[0], {})
        shown = {"weighted": "weighted", "shift": "b", "total": "z"}
        numbers = {part: (self.trace.reading(f"neuron/{name}"), ".2f") for part, name in shown.items()}
        stated = rule("neuron_sum", self.theme, numbers=numbers, instead=few, nearly=True)
        self.sum = stated.move_to((MIDDLE, 0, 0)).stand_on(SUM)
        self.move(FadeIn(self.sum))

    @beat
    def the_squash(self) -> None:
        """Draw the neuron's function, with the dot at its own sum."""
        self.leave(*self.shown, *self.heads, self.signs, self.note)
        self.wide = FunctionPlot(self.trace, "", self.theme, self.words, WIDE)
        self.move(FadeIn(self.wide.axes), Create(self.wide.curve), still=False)
        stated = rule(
            "neuron_activation",
            self.theme,
            numbers={"value": (self.trace.reading("neuron/a"), ".3f")},
            instead={"sigma": sign_of(self.trace, 1)},
            roles={"a": "focus", "value": "focus"},
            nearly=True,
        )
        stated.move_to((MIDDLE, 0, 0)).stand_on(SQUASH)
        self.move(FadeIn(self.wide.mark), still=False)
        self.move(FadeIn(stated))

    @beat
    def another_choice(self) -> None:
        """Draw another common function beside it."""
        name = other_choice(self.trace)
        own = FunctionPlot(self.trace, "", self.theme, self.words, PLOTS[0])
        self.move(ReplacementTransform(self.wide, own), still=False)
        other = FunctionPlot(self.trace, name, self.theme, self.words, PLOTS[1])
        self.move(FadeIn(other.axes), Create(other.curve))

    def picture(self, i: int) -> Group:
        """Return activations, weights or products: as a picture, or as numbers one above the other."""
        reading, grid = (self.x, self.weights, self.products)[i], self.trace.image_shape
        if grid is None:
            numbers = self.numbers(reading, XS[i], "ink" if i == 0 else "sign")
            tallest = PITCH * len(self.rows)
            return Group(numbers.scale(min(LARGEST, SIDE / tallest)).move_to((XS[i], LEVEL, 0)))
        side = min(SIDE, SIDE * grid[0] / grid[1])
        if i == 0:
            return InputImage(reading, grid, self.theme, side, self.span).move_to((XS[0], LEVEL, 0))
        return SignedPixels(reading, grid, self.scale, self.theme, side).move_to((XS[i], LEVEL, 0))

    def numbers(self, reading: Reading, x: float, role: str) -> VGroup:
        """Return the numbers of the inputs that are shown, and how many others there are."""
        heights = [LEVEL + ((len(self.rows) - 1) / 2 - i) * PITCH for i in range(len(self.rows))]
        shown = [reading[k] for k in self.rows]
        spec = spec_for(shown, 2, sign="" if role == "ink" else "+")
        column = number_column(shown, heights, x + 0.3, self.theme, spec=spec, role=role)
        left_out = inputs_besides(self.trace, len(self.rows))
        if float(left_out):
            more = Spoken(self.phrase("more", more=left_out), self.theme, size="small", role="dim")
            column.add(more.move_to((x, heights[-1] - PITCH, 0)))
        return column

    def head(self, i: int) -> Words:
        """Return the name over activations, weights or products."""
        said = self.phrase(("activations", "weights", "products")[i])
        return Words(said, self.theme, size="small", role="dim").move_to((XS[i], 0, 0)).stand_on(HEAD)
