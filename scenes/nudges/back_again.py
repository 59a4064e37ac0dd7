"""The wishes of every layer, from the outputs back to the first weights (N10)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from manim import LEFT, RIGHT, UP, Animation, LaggedStart, Line, ReplacementTransform, VGroup

from netsim import Reading, Trace
from netsim.figures.network import neurons_of
from netsim.figures.nudges.nudges import inputs_of_the_star
from netsim.figures.nudges.wishes import wishes_in_the_first_layer
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.pixels import SignedPixels
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import Readout, number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, most_moved, network_shape, ranked
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import Play, TraceScene
from scenes.words.numbers import Fact

TOP, NOTE, LINE = 1.95, STAGE.legend, STAGE.note  # heights: first row, notes in their middle, line they stand on
HEAD = 0.45  # how far over the first row the names stand
NUMBERS, ROOM = STAGE.right, 0.8  # right edge of the outputs' wishes as numbers, and the room for them
LONGEST, SHARE = 0.55, 0.3  # of a bar: scene units, or if that is less, a part of the gap between two layers
THICKEST = 0.2  # of a bar
ALONE = 5.0  # level at which even thin edges are seen, once they are the only ones
RESTING = 0.3  # level of the edges once the wishes have come through
SLOWLY = 4  # so many layers come slowly, then the rest
MANY, LOWER = 5, 1.0  # from so many layers on they stand close, are lower by so much, and have short names
SIDE = 1.95  # of the input and of its weights' nudges, once they stand one above the other
WEIGHT_WISH = "-(partial C_0) / (partial w_k)"


class BackAgain(TraceScene):
    """The whole network with the wishes of each layer beside it, and what they want of the first weights."""

    chapter = "nudges"
    needs_hidden = True
    needs = ("one",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        there, here = (trace.reading(f"dC_da{l}", 0, 0) for l in (trace.L, 1))
        return {
            **super().facts(trace),
            "neurons": neurons_of(trace, 1),
            "fading": wishes_in_the_first_layer(trace),
            "there": there[ranked(there)[0]],
            "here": here[ranked(here)[0]],
            "inputs_are": inputs_of_the_star(trace),
            "effect": -trace.reading("delta1", 0, 0, most_moved(trace)),
        }

    def setup(self) -> None:
        trace, last = self.trace, self.trace.L
        self.many = last >= MANY
        lower = LOWER / 2 if self.many else 0.0
        self.head = TOP - lower + HEAD
        self.beside_outputs = VGroup()  # all that stands there but the bars
        self.network = NetworkDiagram(
            network_shape(trace, 0, 0),
            activations(trace, 0, 0),
            self.theme,
            self.words,
            left=STAGE.left + (0 if trace.image_shape else 0.9),
            right=NUMBERS - ROOM - 2 * LONGEST - 0.55,
            bottom=STAGE.picture.bottom + lower,
            top=TOP - lower,
            matter={l: trace.reading(f"delta{l}", 0, 0) for l in range(1, last)},
            keep={l: (ranked(trace.reading(f"dC_da{l}", 0, 0))[0],) for l in range(1, last)},
        ).connect({l: trace.reading(f"W{l}", 0) for l in range(1, last + 1)})
        columns = [self.network.columns[l] for l in range(1, last + 1)]
        gaps = [two.get_left()[0] - one.get_right()[0] for one, two in pairwise(columns)]
        self.half = min(LONGEST, SHARE * min(gaps))
        self.wishes = {l: -trace.reading(f"dC_da{l}", 0, 0) for l in range(1, last + 1)}
        self.shown = {l: [self.wishes[l][j] for j in self.network.columns[l].indices] for l in self.wishes}
        self.scale = Scale.fit([wish for layer in self.shown.values() for wish in layer], self.half)
        self.bars = {l: self.bar_column(l, self.shown[l], self.scale) for l in self.shown}

    @beat("N10")
    def outputs_are_told(self) -> None:
        """Write the targets beside the outputs, and let their wishes grow."""
        network, last = self.network.light_all(), self.trace.L
        y, rows = self.trace.reading("y", 0), self.rows_of(last)
        told = [y[j] for j in network.columns[last].indices]
        right = float(network.names.get_right()[0]) + 0.42
        targets = number_column(told, rows, right, self.theme, spec=".0f", role="dim")
        self.enter(*([network.image] if network.image else []), *network.columns.values(), network.names)
        self.move(FadeIn(targets, self.over("y", targets.get_x())))
        wishes, x = self.shown[last], float(self.bars[last].axis.get_x())
        numbers = number_column(wishes, rows, NUMBERS, self.theme, spec=spec_for(wishes, 2))
        self.note = scale_note(self.scale, self.theme, self.phrase("one_scale")).move_to((0, NOTE, 0))
        self.note.shift((min(x - self.note.get_x(), STAGE.right - self.note.get_right()[0]), 0, 0))
        self.beside_outputs.add(network.names, targets, numbers)
        self.grow(last, FadeIn(numbers, self.note))

    @beat
    def wishes_go_back(self) -> None:
        """Draw the edges backward, layer by layer, and let the wishes of each grow."""
        self.legend = self.network.legend().move_to((STAGE.left, NOTE, 0), aligned_edge=LEFT)
        for l in range(self.trace.L - 1, 0, -1):
            edges, time = self.network.edges[l + 1], "move" if l > self.trace.L - SLOWLY else "fade"
            first = [FadeIn(self.legend)] if l == self.trace.L - 1 else []
            self.move(edges.draw_backward(), *first, time=time, still=False)
            self.grow(l, edges.animate.set_level(RESTING), time=time)

    @beat
    def each_on_its_own_scale(self) -> None:
        """Leave the wishes on one scale, then give each layer its own."""
        self.wait(2 * self.theme.time.slow)  # the words begin with the picture that stands
        changes: list[Animation] = []
        notes = VGroup()
        for l, bars in self.bars.items():
            scale = Scale.fit(self.shown[l], self.half)
            self.bars[l] = self.bar_column(l, self.shown[l], scale)
            changes.append(ReplacementTransform(bars, self.bars[l]))
            notes.add(self.number_under(scale, float(bars.axis.get_x())))
        label = Words(self.phrase("longest"), self.theme, size="small", role="dim").stand_on(LINE)
        right = label.width + STAGE.left if self.network.image is None else float(notes.get_left()[0]) - 0.25
        notes.add(label.shift((right - label.get_right()[0], 0, 0)))
        self.leave(self.note, self.legend)
        self.move(*changes, FadeIn(notes), time="slow")

    @beat
    def the_first_weights(self) -> None:
        """Mark the neuron of the first layer that is moved most, and show the nudges of its weights."""
        network, j = self.network, most_moved(self.trace)
        network.take_weights({1: -self.trace.reading("one/dC_dW1")})  # edges in the colours of their nudges
        edges, neuron, nudges = network.edges[1], network.neuron(1, j), -self.trace.reading("one/dC_dW1", j)
        edges.set_level(ALONE * edges.only_to(network.columns[1].indices.index(j)))
        later = range(2, self.trace.L + 1)
        self.move(
            *[network.edges[l].animate.fade(0.6) for l in later],
            *[self.bars[l].animate.fade(0.6) for l in later],
            self.beside_outputs.animate.fade(0.5),
            neuron.animate.set_stroke(self.theme.of("focus"), width=4),
            edges.draw_backward(),
        )
        if network.image is None:
            self.bars_of_weights(nudges)
        else:
            self.picture_of_weights(nudges, neuron.get_left())

    def picture_of_weights(self, nudges: Reading, tip: np.ndarray) -> None:
        """Show the nudges of the weights of a neuron as a picture under the input: a colour for each pixel."""
        image, scale = self.network.image, Scale.fit([nudges], 1.0)
        assert image is not None
        assert self.trace.image_shape
        picture = SignedPixels(nudges, self.trace.image_shape, scale, self.theme, SIDE)
        above = (STAGE.left + SIDE / 2, 2.3 - SIDE / 2, 0)
        picture.move_to((STAGE.left + SIDE / 2, STAGE.picture.bottom + 0.1 + SIDE / 2, 0))
        self.move(FadeOut(self.network.edges[1]), image.animate.scale(SIDE / image.height).move_to(above), still=False)
        rays = VGroup(*[Line(tip, picture.get_corner(RIGHT + side * UP), stroke_width=1.5) for side in (1, -1)])
        rays.set_color(self.theme.of("focus"))
        name = Formula(WEIGHT_WISH, self.theme, role="dim", size="small").next_to(picture, UP, 0.1)
        note = scale_note(scale, self.theme, self.phrase("strongest"), 3).move_to(
            (STAGE.left, NOTE, 0), aligned_edge=LEFT
        )
        self.move(FadeIn(picture, name, note), FadeIn(rays))

    def bars_of_weights(self, nudges: Reading) -> None:
        """Show the nudges of the weights of a neuron as bars beside the inputs."""
        inputs = self.network.columns[0]
        readings = [nudges[k] for k in inputs.indices]
        scale = Scale.fit(readings, self.half)
        bars = self.bar_column(0, readings, scale)
        self.move(
            self.network.edges[1].animate.fade(0.7),
            FadeIn(self.over(WEIGHT_WISH, bars.axis.get_x()), bars.axis),
            FadeIn(self.number_under(scale, float(bars.axis.get_x()))),
            LaggedStart(*bars.grow(), lag_ratio=0.04),
        )

    def grow(self, l: int, *more: Play, time: str = "move") -> None:
        """Let the wishes of a layer grow, under their name."""
        bars = self.bars[l]
        name = "L" if l == self.trace.L else f"L-{self.trace.L - l}"
        head = f"a^(({name}))" if self.many and l < self.trace.L else f"-(partial C_0) / (partial a^(({name})))"
        named = FadeIn(self.over(head, float(bars.axis.get_x())), bars.axis)
        self.move(named, LaggedStart(*bars.grow(), lag_ratio=0.04), *more, time=time)

    def rows_of(self, l: int) -> list[float]:
        """Return the heights of the neurons of a layer."""
        return [float(neuron.get_y()) for neuron in self.network.columns[l].neurons]

    def bar_column(self, l: int, readings: list[Reading], scale: Scale) -> BarColumn:
        """Return the bars beside a layer; those of the outputs stand behind names and targets."""
        column = self.network.columns[l]
        x = float(column.neurons.get_right()[0]) + 0.1 + self.half
        if l == self.trace.L:
            x = NUMBERS - ROOM - LONGEST
        return BarColumn(readings, self.rows_of(l), x, scale, self.theme, min(THICKEST, 0.6 * column.pitch))

    def number_under(self, scale: Scale, x: float) -> Readout:
        """Return what the longest bar of a column stands for, under it."""
        spec = spec_for([scale.source], 2, sign="")
        number = Readout(scale.source, self.theme, spec=spec, role="dim")
        return number.move_to((x, 0, 0)).stand_on(LINE)

    def over(self, source: str, x: float) -> Formula:
        """Return the name of what stands beside a layer."""
        head = Formula(source, self.theme, role="dim", size="small")
        return head.move_to((x, 0, 0)).stand_on(self.head)
