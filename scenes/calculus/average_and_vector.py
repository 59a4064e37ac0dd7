"""Six examples through one small network, the mean of their derivatives, and the gradient vector (K7)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from manim import DOWN, LEFT, RIGHT, UP, Animation, Circle, Create, LaggedStart, Line, VGroup

from netsim import Reading, Trace
from netsim.figures.calculus.chain import examples_through_chain, parameters_of_chain
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.by_hand import sign_of_mean
from scenes.formulas.vocabulary import rule
from scenes.mobjects.amounts.bars import Bar, BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.type.brackets import brackets
from scenes.mobjects.type.formula import Formula, fly, scale_note
from scenes.mobjects.type.number import Readout, number_column, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

NEURONS, NETWORK, RADIUS = (-5.75, -4.85, -3.95, -3.05), 1.9, 0.2  # places, height and radius of the neurons
TARGET, COST, AXIS, SLOPE = -2.08, -0.88, 0.3, 2.15  # middle of y, right edge of C, axis of the bars, their numbers
HEADS, TOP, PITCH, MEAN = 1.28, 0.78, 0.45, -2.13  # heights: names of the columns, first row, from row to row, mean
LONGEST = 0.7  # scene units of the longest bar
VECTOR = {"name": 3.95, "bar": 4.85, "number": 6.52}  # right edge, axis and right edge of the gradient's column
FIRST, APART, LONG = 1.45, 0.62, 0.55  # height of its first row, from row to row, its longest bar
RULE, FACTORS = 4.55, -2.3  # middle of the formula of the mean: beside the table, and in its place


class AverageAndVector(TraceScene):
    """A row for an example: input, output, target, cost, derivative; their means; then the column of all means."""

    chapter = "calculus"
    needs = ("several", "chain")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "examples": examples_through_chain(trace),
            "here": parameters_of_chain(trace),
            "count": parameters(trace),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        rows, at = range(len(trace["several/x"])), int(trace["several/at"])
        self.values = {name: list(trace.reading(f"several/{name}")) for name in ("x", "y")}
        self.values["a"] = [trace.reading("several/a", at, i, 3) for i in rows]
        self.values["C"] = [trace.reading("several/C", at, i) for i in rows]
        self.slopes = [trace.reading("several/dC_dw", i, 2) for i in rows]
        self.heights = [TOP - i * PITCH for i in rows]
        self.ends = [Neuron(RADIUS, (0.0, 1.0), theme) for _ in range(2)]
        hidden = [self.unlit() for _ in NEURONS[1:-1]]
        self.neurons: list[Circle] = [self.ends[0], *hidden, self.ends[1]]
        for neuron, x in zip(self.neurons, NEURONS, strict=True):
            neuron.move_to((x, NETWORK, 0))
        pairs = pairwise(neuron.get_center() for neuron in self.neurons)
        gap = RADIUS * RIGHT
        self.edges = [Line(one + gap, two - gap, stroke_width=2.5, color=theme.of("dim")) for one, two in pairs]
        self.edges[-1].set_color(theme.of("focus"))
        self.weight = self.head("w^((L))", "focus").next_to(self.edges[-1], UP, buff=0.08)
        rights = {"x": NEURONS[0] + 0.28, "a": NEURONS[-1] + 0.28, "y": TARGET + 0.06, "C": COST}
        looks = {"x": (".3f", "ink"), "a": (".3f", "ink"), "y": (".0f", "ink"), "C": (".4f", "cost")}
        self.columns = {
            name: number_column(self.values[name], self.heights, x, theme, spec=looks[name][0], role=looks[name][1])
            for name, x in rights.items()
        }
        self.scale = Scale.fit(self.slopes, LONGEST)
        self.spec = spec_for(self.slopes, 4)
        self.bars = BarColumn(self.slopes, self.heights, AXIS, self.scale, theme, 0.2)
        self.numbers = number_column(self.slopes, self.heights, SLOPE, theme, spec=self.spec, role="cost")

    @beat("K7")
    def many_examples(self) -> None:
        """Send each example through the network, and keep its numbers in a row."""
        theme = self.theme
        index = [Words(f"{i}", theme, size="small", role="dim") for i in range(len(self.heights))]
        for word, y in zip(index, self.heights, strict=True):
            word.move_to((STAGE.left + 0.1, 0, 0)).level_with(y)
        self.index = VGroup(*index)
        words = {"input": NEURONS[0], "output": NEURONS[-1], "target": TARGET}
        self.heads = VGroup(
            self.head("i").move_to((STAGE.left + 0.1, 0, 0)),
            *[Words(self.phrase(name), theme, size="small", role="dim").set_x(x) for name, x in words.items()],
            self.head("C_i", "cost").move_to((COST - 0.35, 0, 0)),
        )
        for head in self.heads:
            head.stand_on(HEADS)
        self.enter(*self.edges, *self.neurons, self.weight, self.heads)
        for i in range(len(self.heights)):
            self.send_through(i)
        self.wait(self.theme.time.still)

    @beat
    def many_derivatives(self) -> None:
        """Add the column of derivatives, each with its bar."""
        lit, unlit = self.ends, [self.unlit().move_to(end) for end in self.ends]
        self.neurons[0], self.neurons[-1] = unlit
        self.name = self.head("partial C_i \\/ partial w^((L))", "cost").move_to((AXIS + 0.35, 0, 0)).stand_on(HEADS)
        self.note = self.scale_stated(self.scale, AXIS + 0.35)
        self.move(FadeOut(*lit), FadeIn(*unlit), fly(self.name, self.edges[-1]), FadeIn(self.bars.axis, self.note))
        grown = LaggedStart(*self.bars.grow(), lag_ratio=0.2)
        self.move(grown, LaggedStart(*map(FadeIn, self.numbers), lag_ratio=0.2), time="slow")

    @beat
    def the_mean(self) -> None:
        """Gather each column in its mean."""
        theme, trace = self.theme, self.trace
        y = (self.heights[-1] + MEAN) / 2
        line = Line((STAGE.left, y, 0), (SLOPE, y, 0), stroke_width=1.5, color=theme.of("faint"))
        word = Words(self.phrase("mean"), theme, size="small", role="dim").level_with(MEAN)
        word.shift((STAGE.left - word.get_left()[0], 0, 0))
        C = number_column(
            [trace.reading("several/mean_C", int(trace["several/at"]))], [MEAN], COST, theme, spec=".4f", role="cost"
        )
        signs = [self.sign(C, self.columns["C"])]
        self.move(FadeIn(line, word, *signs), *self.gather(C, self.columns["C"]))
        self.mean = trace.reading("several/mean_dC_dw", 2)
        self.mean_bar = Bar(self.mean, self.scale, theme, self.bars.axis.get_center() * [1, 0, 0] + [0, MEAN, 0], 0.2)
        self.mean_number = number_column([self.mean], [MEAN], SLOPE, theme, spec=self.spec, role="cost")
        signs.append(self.sign(self.mean_number, self.numbers))
        mean = rule("mean_over_examples", theme)
        n = self.head("n = <n> <examples>", words=("examples",), n=examples_through_chain(trace))
        self.rule = VGroup(mean, n.next_to(mean, DOWN, 0.2)).move_to((RULE, 0.2, 0))
        gathered = self.gather(self.mean_number, self.numbers)
        self.move(*gathered, self.mean_bar.grow(), FadeIn(signs[1], self.rule), time="slow")
        self.under = VGroup(line, word, C, *signs)

    @beat
    def the_vector(self) -> None:
        """Let the one mean take its place in the column of all of them."""
        table = [self.index, self.heads, self.name, self.numbers, *self.columns.values(), self.under]
        drawn = [*self.neurons, *self.edges, self.weight, self.bars, self.mean_bar, self.note]
        names, self.components, numbers = self.vector()
        bars, one = self.components.bars, len(numbers) - 2
        at = names[one].get_y()
        moved = self.rule.animate.shift((FACTORS - RULE, at - self.rule[0].get_y(), 0))
        self.move(*map(FadeOut, [*table, *drawn]), moved)
        chain = rule("chain_rule", self.theme).move_to((FACTORS, at + 1.7, 0))
        each = self.head("<one_example>", words=("one_example",)).next_to(chain, DOWN, 0.2)
        way = Line((self.rule.get_right()[0] + 0.3, at, 0), (names[one].get_left()[0] - 0.2, at, 0), stroke_width=2)
        way.set_color(self.theme.of("focus"))
        flown = [fly(numbers[one], self.mean_number), FadeOut(self.mean_number)]
        self.move(Create(way), FadeIn(names[one], chain, each), bars[one].grow(), *flown)
        others = [i for i in range(len(numbers)) if i != one]
        note = self.scale_stated(self.vector_scale, VECTOR["bar"])
        appearing = [part for i in others for part in (names[i], numbers[i])]
        grown = [bars[i].grow() for i in others]
        self.move(*grown, FadeIn(self.components.axis, note, *appearing), time="slow", still=False)
        sides = brackets(numbers, self.theme)
        gradient = self.head("<gradient> med nabla C", "cost", ("gradient",)).next_to(sides, UP, buff=0.15)
        self.move(FadeIn(sides, gradient.align_to(sides, RIGHT)))

    def send_through(self, i: int) -> None:
        """Let an example go through the network; its numbers stay behind in their row."""
        theme, (first, last) = self.theme, self.ends
        slowly = "move" if i == 0 else "fade"
        x, a = self.values["x"][i], self.values["a"][i]
        start = [first.light(x), fly(self.columns["x"][i], first), FadeIn(self.index[i])]
        ink, dim = theme.of("ink"), theme.of("dim")
        self.move(*start, *[edge.animate.set_color(ink) for edge in self.edges[:-1]], time=slowly, still=False)
        end = [last.light(a), fly(self.columns["a"][i], last), FadeIn(self.columns["y"][i])]
        rest = [edge.animate.set_color(dim) for edge in self.edges[:-1]]
        self.move(*end, *rest, FadeIn(self.columns["C"][i]), time=slowly, still=False)

    def gather(self, mean: VGroup, column: VGroup) -> list[Animation]:
        """Return the animations in which the numbers of a column come together in their mean."""
        return [FadeIn(mean), *[FadeOut(number.copy(), target_position=mean.get_center()) for number in column]]

    def vector(self) -> tuple[VGroup, BarColumn, VGroup]:
        """Return the gradient of this network: a name, a bar and a number for each weight and bias."""
        theme, means = self.theme, [self.trace.reading(f"several/mean_dC_d{kind}") for kind in "wb"]
        layers = ["(L-2)", "(L-1)", "(L)"]
        readings: list[Reading] = [values[l] for l in range(len(layers)) for values in means]
        heights = [FIRST - i * APART for i in range(len(readings))]
        names = VGroup()
        for i, y in enumerate(heights):
            name = self.head(f"partial C \\/ partial {'wb'[i % 2]}^({layers[i // 2]})", "cost")
            names.add(name.level_with(y).shift((VECTOR["name"] - name.get_right()[0], 0, 0)))
        self.vector_scale = Scale.fit(readings, LONG)
        bars = BarColumn(readings, heights, VECTOR["bar"], self.vector_scale, theme, 0.2)
        spec = spec_for(readings, 4)
        return names, bars, number_column(readings, heights, VECTOR["number"], theme, spec=spec, role="cost")

    def sign(self, mean: VGroup, column: VGroup) -> Formula:
        """Return the sign before a mean, by what the numbers above it give as they are written."""
        whole, *values = (number.text for number in [*mean, *column] if isinstance(number, Readout))
        return self.head(sign_of_mean(whole, values)).next_to(mean, LEFT, 0.1)

    def unlit(self) -> Circle:
        """Return a neuron that shows no example in particular."""
        return Circle(RADIUS, self.theme.of("faint"), stroke_width=1.8)

    def scale_stated(self, scale: Scale, x: float) -> Spoken:
        """Return what the longest bar stands for, under the bars."""
        return scale_note(scale, self.theme, self.phrase("longest"), decimals=4).move_to((x, STAGE.legend, 0))

    def head(self, code: str, role: str = "dim", words: Sequence[str] = (), **numbers: Reading) -> Formula:
        """Return the name of a column or row, labels and whole numbers filled in."""
        said = {name: self.phrase(name) for name in words}
        filled = {name: (reading, ".0f") for name, reading in numbers.items()}
        return Formula(code, self.theme, numbers=filled, words=said, role=role, size="small")
