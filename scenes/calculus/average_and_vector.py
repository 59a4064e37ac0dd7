"""Six examples through one small network, the mean of their derivatives, and the gradient vector (K7)."""

from __future__ import annotations

from itertools import pairwise

from manim import LEFT, RIGHT, UP, Animation, Circle, Create, FadeIn, FadeOut, LaggedStart, Line, VGroup

from netsim import Reading, Trace
from scenes.beats import beat
from scenes.mobjects.bars import Bar, BarColumn
from scenes.mobjects.brackets import brackets
from scenes.mobjects.formula import Formula, fly, scale_note
from scenes.mobjects.neuron import Neuron
from scenes.mobjects.number import number_column, spec_for
from scenes.mobjects.quantity import Scale
from scenes.mobjects.typeset import Words
from scenes.stage import Fact, TraceScene
from scenes.vocabulary import rule
from scenes.words_for_weights import parameters
from scenes.zones import FLOOR, STAGE

NEURONS, NETWORK, RADIUS = (-5.75, -4.85, -3.95, -3.05), 1.9, 0.2  # places, height and radius of the neurons
TARGET, COST, AXIS, SLOPE = -2.08, -0.88, 0.3, 2.15  # middle of y, right edge of C, axis of the bars, their numbers
HEADS, TOP, PITCH, MEAN = 1.28, 0.78, 0.45, -2.13  # heights: names of the columns, first row, from row to row, mean
LONGEST = 0.7  # scene units of the longest bar
VECTOR = {"name": 3.95, "bar": 4.85, "number": 6.52}  # right edge, axis and right edge of the gradient's column
FIRST, APART, LONG = 0.95, 0.52, 0.55  # height of its first row, from row to row, its longest bar
RULE, FACTORS = 4.55, -2.3  # middle of the formula of the mean, of the three factors
QUIET = 0.3  # opacity of what rests


class AverageAndVector(TraceScene):
    """A row for an example: input, output, target, cost, derivative; their means; then the column of all means."""

    chapter = "calculus"
    title = "One example of many, one number of many"
    needs = ("several", "chain")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        many = {"examples": len(trace["several/C"]), "here": 2 * len(trace["several/mean_dC_dw"])}
        return super().facts(trace) | many | {"count": parameters(trace)["count"]}

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        self.values = {name: trace.reading(f"several/{name}") for name in ("x", "y", "a", "C")}
        rows = range(len(trace["several/C"]))
        self.slopes = [trace.reading("several/dC_dw", i, 2) for i in rows]
        self.heights = [TOP - i * PITCH for i in rows]
        self.ends = [Neuron(RADIUS, (0.0, 1.0), theme) for _ in range(2)]
        hidden = [Circle(RADIUS, theme.of("faint"), stroke_width=1.8) for _ in NEURONS[1:-1]]
        self.neurons = [self.ends[0], *hidden, self.ends[1]]
        for neuron, x in zip(self.neurons, NEURONS, strict=True):
            neuron.move_to((x, NETWORK, 0))
        pairs = pairwise(neuron.get_center() for neuron in self.neurons)
        gap = RADIUS * RIGHT
        self.edges = [Line(one + gap, two - gap, stroke_width=2.5, color=theme.of("dim")) for one, two in pairs]
        self.edges[-1].set_color(theme.of("focus"))
        self.weight = self.head("w^((L))", "focus").next_to(self.edges[-1], UP, buff=0.08)
        places = {"x": (NEURONS[0] + 0.28, ".3f"), "a": (NEURONS[-1] + 0.28, ".3f"), "y": (TARGET + 0.06, ".0f")}
        places["C"] = (COST, ".4f")
        self.columns = {
            name: number_column(
                self.values[name], self.heights, x, theme, spec=spec, role="cost" if name == "C" else "ink"
            )
            for name, (x, spec) in places.items()
        }
        self.scale = Scale.fit(self.slopes, LONGEST)
        self.spec = spec_for(self.slopes, 4)
        self.bars = BarColumn(self.slopes, self.heights, AXIS, self.scale, theme, 0.2)
        self.numbers = number_column(self.slopes, self.heights, SLOPE, theme, spec=self.spec)

    @beat("K7")
    def many_examples(self) -> None:
        """Now {examples} examples go through the same network, each with a [cost](cost) [C_i](math) of its own."""
        theme = self.theme
        index = [Words(f"{i}", theme, size="small", role="dim") for i in range(len(self.heights))]
        for word, y in zip(index, self.heights, strict=True):
            word.move_to((STAGE.left + 0.1, 0, 0)).stand_on(y - 0.33 * word.em)
        self.index = VGroup(*index)
        words = {"input": NEURONS[0], "output": NEURONS[-1], "target": TARGET}
        self.heads = VGroup(
            self.head("i").move_to((STAGE.left + 0.1, 0, 0)),
            *[Words(word, theme, size="small", role="dim").move_to((x, 0, 0)) for word, x in words.items()],
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
        """Each has its own derivative, too: [negative](down) where the target is 1,
        [positive](up) where it is 0."""
        self.name = self.head("partial C_i \\/ partial w^((L))", "cost").move_to((AXIS + 0.35, 0, 0)).stand_on(HEADS)
        self.note = scale_note(self.scale, self.theme, decimals=4).move_to((AXIS + 0.35, FLOOR - 0.2, 0))
        self.move(fly(self.name, self.edges[-1]), FadeIn(self.bars.axis, self.note))
        grown = LaggedStart(*self.bars.grow(), lag_ratio=0.2)
        self.move(grown, LaggedStart(*map(FadeIn, self.numbers), lag_ratio=0.2), time="slow")

    @beat
    def the_mean(self) -> None:
        """The mean is the [cost](cost) of the network, and its derivative is the mean of theirs."""
        theme, trace = self.theme, self.trace
        y = (self.heights[-1] + MEAN) / 2
        line = Line((STAGE.left, y, 0), (SLOPE, y, 0), stroke_width=1.5, color=theme.of("faint"))
        word = Words("mean", theme, size="small", role="dim").move_to((STAGE.left, 0, 0), aligned_edge=LEFT)
        word.stand_on(MEAN - 0.33 * word.em)
        C = number_column([trace.reading("several/mean_C")], [MEAN], COST, theme, spec=".4f", role="cost")
        self.move(FadeIn(line, word), *self.gather(C, self.columns["C"]))
        self.mean = trace.reading("several/mean_dC_dw", 2)
        self.mean_bar = Bar(self.mean, self.scale, theme, self.bars.axis.get_center() * [1, 0, 0] + [0, MEAN, 0], 0.2)
        self.mean_number = number_column([self.mean], [MEAN], SLOPE, theme, spec=self.spec)
        self.rule = rule("mean_over_examples", theme).move_to((RULE, 0.2, 0))
        self.move(*self.gather(self.mean_number, self.numbers), self.mean_bar.grow(), FadeIn(self.rule), time="slow")
        self.under = VGroup(line, word, C)

    @beat
    def the_vector(self) -> None:
        """That mean is one of {here} numbers, one for each weight and bias: the gradient.
        A {sizes} network has {count:,}."""
        parts = [self.heads, self.name, self.numbers, self.index, self.under, *self.columns.values()]
        faded = [part.animate.set_opacity(QUIET) for part in parts]
        self.move(*faded, FadeOut(self.bars, self.mean_bar, self.note, self.rule), still=False)
        self.names, self.components, numbers = self.vector()
        sides = brackets(numbers, self.theme)
        gradient = Formula("nabla C", self.theme, role="cost").next_to(sides, UP, buff=0.15)
        self.last = len(numbers) - 2
        self.others = [i for i in range(len(numbers)) if i != self.last]
        bars = self.components.bars
        self.move(FadeIn(self.names[self.last]), bars[self.last].grow(), fly(numbers[self.last], self.mean_number))
        note = scale_note(self.vector_scale, self.theme, decimals=4).move_to((VECTOR["bar"], FLOOR - 0.2, 0))
        appearing = [part for i in self.others for part in (self.names[i], numbers[i])]
        grown = [bars[i].grow() for i in self.others]
        self.move(*grown, FadeIn(self.components.axis, note, *appearing), time="slow", still=False)
        self.move(FadeIn(sides, gradient))
        self.numbers_of, self.table = numbers, VGroup(*parts, self.mean_number)

    @beat
    def one_component(self) -> None:
        """Three factors, averaged over the examples, give [one component](focus)."""
        rest = [VGroup(self.names[i], self.components.bars[i], self.numbers_of[i]) for i in self.others]
        one, height = self.names[self.last], float(self.names[self.last].get_y())
        self.leave(self.table)
        chain = self.said("for one example", rule("chain_rule", self.theme), height + 1.75)
        mean = self.said("averaged over the examples", self.rule, height)
        way = Line(self.rule.get_right() + 0.3 * RIGHT, one.get_left() + 0.2 * LEFT, stroke_width=2)
        self.move(FadeIn(chain), *[row.animate.set_opacity(QUIET) for row in rest])
        self.move(FadeIn(mean), still=False)
        self.move(Create(way.set_color(self.theme.of("focus"))), one.animate.set_color(self.theme.of("focus")))

    def said(self, what: str, formula: Formula, y: float) -> VGroup:
        """Return a formula at a height, and over it the words that say what it is for."""
        formula.move_to((FACTORS, y, 0))
        words = Words(what, self.theme, size="small", role="dim").next_to(formula, UP, 0.15)
        return VGroup(words, formula)

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
            names.add(name.stand_on(y - 0.33 * name.em).shift((VECTOR["name"] - name.get_right()[0], 0, 0)))
        self.vector_scale = Scale.fit(readings, LONG)
        bars = BarColumn(readings, heights, VECTOR["bar"], self.vector_scale, theme, 0.2)
        return names, bars, number_column(readings, heights, VECTOR["number"], theme, spec=spec_for(readings, 4))

    def head(self, code: str, role: str = "dim") -> Formula:
        """Return the name of a column or row."""
        return Formula(code, self.theme, role=role, size="small")
