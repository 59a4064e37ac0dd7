"""One activation reaches the cost through every output: the paths, each with its product, add up (K12)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, Line, VGroup

from netsim import Reading, Trace
from scenes.beats import beat
from scenes.choices import network_shape, spoken_of, weight_told_of
from scenes.mobjects.bars import Bar
from scenes.mobjects.edges import WIDEST, Edges
from scenes.mobjects.formula import Formula, fly, scale_note
from scenes.mobjects.neuron import Column, Neuron
from scenes.mobjects.number import number_column, spec_for
from scenes.mobjects.quantity import Scale
from scenes.mobjects.typeset import Words
from scenes.parts.last_layers import QUIET
from scenes.rules_of_outputs import rule_of
from scenes.stage import Fact, TraceScene
from scenes.vocabulary import rule
from scenes.words_of_chains import paths_to_the_cost
from scenes.zones import FLOOR, STAGE

FORMULA, TOP, BOTTOM = 2.02, 0.92, FLOOR + 0.5  # heights: the formula's middle, first and last row at most
HEADS, SUM = 0.42, FLOOR + 0.02  # how far over the first row the heads stand; height of the sum
ONE, OUTPUTS, COST = STAGE.left + 0.35, -5.0, -2.3  # middles of the neuron, of the outputs, of the cost
OWN = {"w": -0.9, "da_dz": 0.25, "dC_da": 1.5, "product": 2.95}  # right edges of the numbers
SHARED = {"w": -0.5, "dC_dz": 1.0, "product": 2.95}  # where the outputs share one slope, that of a softmax
AXIS, LONGEST = 5.05, 1.5  # of the bars: where the sum is 0, and how far it may come from there
SLOWLY = 2  # so many paths are added slowly, then the rest


class ManyPaths(TraceScene):
    """A neuron, its paths to the cost, a row of factors and a bar for each."""

    chapter = "calculus"
    title = "Many paths to the cost"
    needs_hidden = True
    needs = ("one", "wishes")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | paths_to_the_cost(trace, most=int((TOP - BOTTOM) / 0.25))

    def setup(self) -> None:
        trace, theme, last = self.trace, self.theme, self.trace.L
        self.j, self.k = weight_told_of(trace)
        shape = network_shape(trace, 0, 0)
        a, delta = trace.reading(f"a{last}", 0, 0), trace.reading(f"delta{last}", 0, 0)
        keep = (self.j, shape.sizes[last] - 1, 0, *spoken_of(trace, 0, 0))
        self.outputs = Column(
            shape.sizes[last], TOP - BOTTOM, theme, matter=np.asarray(delta.value), span=shape.spans[last], keep=keep
        )
        self.outputs.set_readings(a).stand(OUTPUTS, TOP, STAGE.left)
        self.indices, self.rows = self.outputs.indices, [float(n.get_y()) for n in self.outputs.neurons]
        names = [Words(shape.classes[j], theme, size="small", role="dim") for j in self.indices]
        self.names = VGroup(*names)
        for name, neuron in zip(names, self.outputs.neurons, strict=True):
            name.next_to(neuron, RIGHT, buff=0.14).stand_on(neuron.get_y() - 0.33 * name.em)
        self.neuron = Neuron(0.2, shape.spans[last - 1], theme).set_reading(trace.reading(f"a{last - 1}", 0, 0, self.k))
        self.neuron.move_to((ONE, self.outputs.neurons.get_y(), 0))
        self.cost = Formula("C_0", theme, role="cost").move_to((COST, self.neuron.get_y(), 0))
        weights = trace.reading(f"W{last}", 0).take(self.indices, [self.k])
        self.edges = Edges(
            weights,
            self.neuron.get_right()[None, None],
            self.outputs.points_of(LEFT)[:, None],
            Scale.fit([weights], 1.6 * WIDEST),
            theme,
        )
        right = float(self.names.get_right()[0]) + 0.1
        ends = [((right, y, 0), self.cost.get_left() + 0.1 * LEFT) for y in self.rows]
        self.fan = VGroup(*[Line(*end, stroke_width=1.5, color=theme.of("faint")) for end in ends])
        self.make_table(trace, last)

    def make_table(self, trace: Trace, last: int) -> None:
        """Read what stands in the rows: factors, product, sum so far."""
        self.own = trace.output != "softmax"
        self.right = OWN if self.own else SHARED
        W, table, running = trace.reading(f"W{last}", 0), trace.reading("wishes/table"), trace.reading("wishes/running")
        self.cells: dict[str, list[Reading]] = {"w": [W[j][self.k] for j in self.indices]}
        if self.own:
            self.cells["da_dz"] = [trace.reading(f"one/da_dz{last}", j) for j in self.indices]
            self.cells["dC_da"] = [trace.reading(f"dC_da{last}", 0, 0, j) for j in self.indices]
        else:
            self.cells["dC_dz"] = [trace.reading(f"delta{last}", 0, 0, j) for j in self.indices]
        self.cells["product"] = [-table[j][self.k] for j in self.indices]
        self.running = [-running[j][self.k] for j in range(len(running))]
        self.scale = Scale.fit(self.running, LONGEST).among(self.cells["product"])
        self.total = trace.reading(f"dC_da{last - 1}", 0, 0, self.k)

    @beat("K12")
    def through_every_output(self) -> None:
        """One activation of the layer before feeds {every}, and {each} feeds the [cost](cost): {paths}."""
        name = Formula("a_k^((L-1))", self.theme, size="small").next_to(self.neuron, UP, 0.12)
        name.shift((max(0.0, STAGE.left - name.get_left()[0]), 0, 0))
        index = Formula(f"k = {self.k}", self.theme, role="dim", size="small").next_to(self.neuron, DOWN, 0.12)
        index.shift((max(0.0, STAGE.left - index.get_left()[0]), 0, 0))
        table = (self.right["w"] + self.right["product"]) / 2
        self.formula = rule(rule_of("paths_sum", self.trace), self.theme).move_to((table, FORMULA, 0))
        self.enter(self.neuron, name, index)
        self.move(fly(self.formula["dC_dbefore"], self.neuron), still=False)
        self.move(self.edges.draw_forward(), FadeIn(self.outputs, self.names), still=False)
        self.move(*map(Create, self.fan), FadeIn(self.cost))

    @beat
    def one_path(self) -> None:
        """{factors}"""
        self.heads = self.head_row()
        self.columns = {
            name: number_column(readings, self.rows, self.right[name], self.theme, spec=self.spec(name), role=role)
            for name, readings in self.cells.items()
            for role in ["sign" if name == "product" else "ink"]
        }
        self.way = self.path(0)
        self.move(Create(self.way), self.edges.animate.set_level(QUIET))
        sources = {"w": ("dz_da", self.way[0]), "da_dz": ("da_dz", self.outputs.neurons[0])}
        sources |= {name: (name, self.way[1]) for name in ("dC_da", "dC_dz")}
        for cell in list(self.cells)[:-1]:
            part, source = sources[cell]
            self.move(fly(self.formula[part], source), FadeIn(self.heads[cell], self.columns[cell][0]), still=False)
        self.wait(self.theme.time.still)
        self.move(FadeIn(self.heads["product"], self.columns["product"][0]))

    @beat
    def they_add_up(self) -> None:
        """{adding}"""
        first = self.indices[0]
        ground = Line((AXIS, TOP + 0.1, 0), (AXIS, SUM - 0.15, 0), stroke_width=1.5, color=self.theme.of("faint"))
        self.sum_name = Words("sum so far", self.theme, size="small", role="dim")
        right, spec = self.right["product"], self.spec("product")
        self.sum = number_column([self.running[first]], [SUM], right, self.theme, spec=spec)
        self.sum_name.next_to(self.sum, LEFT, 0.18).stand_on(SUM - 0.08)
        self.sum_bar = Bar(self.running[first], self.scale, self.theme, ground.get_end() + 0.15 * UP, self.thickness)
        note = scale_note(self.scale, self.theme, decimals=3).move_to((AXIS, TOP + HEADS - 0.1, 0))
        bar = self.bar(0)
        self.move(FadeIn(ground, note, self.sum_name), still=False)
        self.move(bar.grow(), self.sum_bar.grow(), FadeIn(self.sum))
        for row in range(1, len(self.indices)):
            self.add_path(row)
        self.leave(self.way)

    @beat
    def the_sum(self) -> None:
        """It is the last chapter’s sum of wishes, seen from one neuron, its sign turned."""
        self.sum[0].set_reading(self.total)
        self.sum_bar.set_reading(self.total)
        named = Formula("partial C_0 \\/ partial a_k approx", self.theme, role="cost", size="small")
        named.move_to(self.sum_name).shift((self.sum_name.get_right()[0] - named.get_right()[0], 0, 0))
        told = ["dC_dbefore", *[{"w": "dz_da"}.get(name, name) for name in list(self.cells)[:-1]]]
        self.move(FadeOut(self.sum_name), FadeIn(named), still=False)
        self.move(FadeIn(self.formula.rest(*told)))

    def add_path(self, row: int) -> None:
        """Let a path light up, its factors appear, and its product join the sum."""
        time, slow = self.theme.time, row < SLOWLY
        way = self.path(row)
        numbers = VGroup(*[column[row] for column in self.columns.values()])
        steps = [FadeOut(self.way), Create(way), FadeIn(numbers)]
        self.way, total, bar = way, self.running[self.indices[row]], self.bar(row)
        adding = [bar.grow(), self.sum_bar.change(total)]
        if slow:
            self.play(*steps, run_time=time.move)
            self.play(*adding, run_time=time.move)
        else:
            self.play(*steps, *adding, run_time=time.fade)
        self.sum[0].set_reading(total)
        self.wait(time.fade if slow else time.fade / 4)

    def path(self, row: int) -> VGroup:
        """Return the path through an output, from the neuron to the cost, in the colour of what is spoken of."""
        edge = Line(*self.edges.end_points(row, 0), stroke_width=3)
        return VGroup(edge, self.fan[row].copy().set_stroke(width=3)).set_color(self.theme.of("focus"))

    def bar(self, row: int) -> Bar:
        """Return a product's bar, which starts where the sum before it ends."""
        j, base = self.indices[row], self.sum_bar.base + (self.rows[row] - SUM) * UP
        start = Bar(self.running[j - 1], self.scale, self.theme, base).tip() if j else base
        return Bar(self.cells["product"][row], self.scale, self.theme, start, self.thickness)

    @property
    def thickness(self) -> float:
        """How thick the bars are."""
        return min(0.2, 0.6 * self.outputs.pitch)

    def spec(self, name: str) -> str:
        """Return the format of a column."""
        return spec_for(self.cells[name], *((4, "+") if name == "product" else (3, "")))

    def head_row(self) -> dict[str, Formula]:
        """Return the columns' names, each over its numbers."""
        symbols = {
            "w": "w_(j k)^((L))",
            "da_dz": "times partial a_j \\/ partial z_j",
            "dC_da": "times partial C_0 \\/ partial a_j",
            "dC_dz": "times partial C_0 \\/ partial z_j",
            "product": 'approx "product"',
        }
        heads = {name: Formula(symbols[name], self.theme, role="dim", size="small") for name in self.cells}
        for name, head in heads.items():
            head.shift((self.right[name] + 0.05 - head.get_right()[0], 0, 0)).stand_on(self.rows[0] + HEADS - 0.1)
        return heads
