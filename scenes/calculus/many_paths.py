"""One activation reaches the cost through every output: the paths, each with its product, add up (K12)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Create, Line, VGroup

from netsim import Trace
from netsim.figures.calculus.costs import outputs_share
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.network.neuron import Column, Neuron
from scenes.mobjects.type.formula import Formula, fly, scale_note
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.last_layers import QUIET
from scenes.parts.calculus.path_table import PARTS, PathTable
from scenes.parts.selection import network_shape, spoken_of, weight_told_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

TOP = 1.15  # height of the first row at most
BOTTOM, SUM = STAGE.picture.bottom + 0.5, STAGE.picture.bottom + 0.02  # of the last row, of the sum
MIDDLE = 4.35  # how far right of its place the network stands as long as it is alone
ONE, OUTPUTS, COST = STAGE.left + 0.35, -5.0, -2.3  # middles of the neuron, of the outputs, of the cost
TABLE = Zone(-1.42, 3.75, 1.48, STAGE.top)  # of the formula; its columns go on under it
AXIS, LONGEST = 5.05, 1.5  # of the bars: where the sum is 0, and how far it may come from there
NOTE = 0.4  # how far over the first row the scale is stated
PITCH = 0.25  # between two rows at least
SLOWLY = 2  # so many paths are added slowly, then the rest


class ManyPaths(TraceScene):
    """A neuron, its paths to the cost, a row of factors and a bar for each."""

    chapter = "calculus"
    needs_hidden = True
    needs = ("one", "wishes")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        drawn = "all" if trace.sizes[-1] <= (TOP - BOTTOM) / PITCH else "some"
        return super().facts(trace) | {"shared": outputs_share(trace), "drawn": drawn}

    def setup(self) -> None:
        trace, theme, last = self.trace, self.theme, self.trace.L
        self.j, self.k = weight_told_of(trace)
        shape = network_shape(trace, 0, 0)
        a, delta = trace.reading(f"a{last}", 0, 0), trace.reading(f"delta{last}", 0, 0)
        keep = (self.j, shape.sizes[last] - 1, 0, *spoken_of(trace, 0, 0))
        self.outputs = Column(
            shape.sizes[last],
            TOP - BOTTOM,
            theme,
            self.words,
            matter=np.asarray(delta.value),
            span=shape.spans[last],
            keep=keep,
        )
        self.outputs.set_readings(a).stand(OUTPUTS, TOP, STAGE.left)
        self.indices, self.rows = self.outputs.indices, [float(n.get_y()) for n in self.outputs.neurons]
        names = [Words(shape.classes[j], theme, size="small", role="dim") for j in self.indices]
        self.names = VGroup(*names)
        for name, neuron in zip(names, self.outputs.neurons, strict=True):
            name.next_to(neuron, RIGHT, buff=0.14).level_with(neuron.get_y())
        self.neuron = Neuron(0.24, shape.spans[last - 1], theme).set_reading(
            trace.reading(f"a{last - 1}", 0, 0, self.k)
        )
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
        self.table = PathTable(trace, theme, self.words, self.k, self.indices, self.rows, TABLE)
        self.scale = Scale.fit(self.table.running, LONGEST).among(self.table.cells["product"])

    @beat("K12")
    def through_every_output(self) -> None:
        """Draw one neuron, its edges to all outputs, and their lines to the cost."""
        name = Formula("a_k^((L-1))", self.theme, size="small").next_to(self.neuron, UP, 0.12)
        name.shift((max(0.0, STAGE.left - name.get_left()[0]), 0, 0))
        index = Formula(f"k = {self.k}", self.theme, role="focus", size="small").next_to(self.neuron, DOWN, 0.12)
        index.shift((max(0.0, STAGE.left - index.get_left()[0]), 0, 0))
        self.network = [self.neuron, name, index, self.edges, self.outputs, self.names, self.fan, self.cost]
        for part in self.network:
            part.shift((MIDDLE, 0, 0))
        self.enter(self.neuron, name, index)
        self.move(self.edges.draw_forward(), FadeIn(self.outputs, self.names), still=False)
        self.move(*map(Create, self.fan), FadeIn(self.cost))

    @beat
    def one_path(self) -> None:
        """Light up the first path, and write its factors and their product."""
        self.move(*[part.animate.shift((-MIDDLE, 0, 0)) for part in self.network], still=False)
        self.formula, heads, columns = self.table.formula(), self.table.heads(), self.table.columns
        self.way = self.path(0)
        self.move(Create(self.way), self.edges.animate.set_level(QUIET), still=False)
        sources = {"w": self.way[0], "da_dz": self.outputs.neurons[0]} | dict.fromkeys(("dC_da", "dC_dz"), self.way[1])
        for name in self.table.factors:
            part = fly(self.formula[PARTS[name]], sources[name])
            self.move(part, FadeIn(heads[name], columns[name][0]), still=False)
        self.wait(self.theme.time.still)
        self.move(FadeIn(heads["product"], columns["product"][0]))

    @beat
    def they_add_up(self) -> None:
        """Add path after path, each bar where the last one ended."""
        ground = Line((AXIS, TOP + 0.1, 0), (AXIS, SUM - 0.15, 0), stroke_width=1.5, color=self.theme.of("faint"))
        self.sum_name = Words(self.phrase("so_far"), self.theme, size="small", role="dim")
        self.sum = self.table.sum_at(SUM)
        self.sum_name.next_to(self.sum, LEFT, 0.18).stand_on(SUM - 0.08)
        first, base = self.table.running[self.indices[0]], ground.get_end() + 0.15 * UP
        self.sum_bar = Bar(first, self.scale, self.theme, base, self.thickness)
        note = scale_note(self.scale, self.theme, self.phrase("longest"), decimals=3).move_to((AXIS, TOP + NOTE, 0))
        bar = self.bar(0)
        self.move(FadeIn(ground, note, self.sum_name), still=False)
        self.move(bar.grow(), self.sum_bar.grow(), FadeIn(self.sum))
        for row in range(1, len(self.indices)):
            self.add_path(row)
        self.leave(self.way)

    @beat
    def the_sum(self) -> None:
        """Name the sum: the derivative by the activation."""
        self.sum.set_reading(self.table.total)
        self.sum_bar.set_reading(self.table.total)
        named = Formula(
            f"partial C_0 \\/ partial a_k^((L-1)) {self.table.sign(self.sum)}", self.theme, role="cost", size="small"
        )
        named.shift((self.sum_name.get_right()[0] - named.get_right()[0], 0, 0)).stand_on(self.sum_name.baseline)
        told = [PARTS[name] for name in self.table.factors]
        self.move(FadeOut(self.sum_name), FadeIn(named), still=False)
        self.move(FadeIn(self.formula.rest(*told)))

    def add_path(self, row: int) -> None:
        """Let a path light up, its factors appear, and its product join the sum."""
        time, slow = self.theme.time, row < SLOWLY
        way = self.path(row)
        numbers = VGroup(*[column[row] for column in self.table.columns.values()])
        steps = [FadeOut(self.way), Create(way), FadeIn(numbers)]
        self.way, total, bar = way, self.table.running[self.indices[row]], self.bar(row)
        adding = [bar.grow(), self.sum_bar.change(total)]
        if slow:
            self.play(*steps, run_time=time.move)
            self.play(*adding, run_time=time.move)
        else:
            self.play(*steps, *adding, run_time=time.fade)
        self.sum.set_reading(total)
        self.wait(time.fade if slow else time.fade / 4)

    def path(self, row: int) -> VGroup:
        """Return the path through an output, from the neuron to the cost, in the colour of what is spoken of."""
        edge = Line(*self.edges.end_points(row, 0), stroke_width=3)
        return VGroup(edge, self.fan[row].copy().set_stroke(width=3)).set_color(self.theme.of("focus"))

    def bar(self, row: int) -> Bar:
        """Return a product's bar, which starts where the sum before it ends."""
        j, base = self.indices[row], self.sum_bar.base + (self.rows[row] - SUM) * UP
        start = Bar(self.table.running[j - 1], self.scale, self.theme, base).tip() if j else base
        return Bar(self.table.cells["product"][row], self.scale, self.theme, start, self.thickness)

    @property
    def thickness(self) -> float:
        """How thick the bars are."""
        return min(0.2, 0.6 * self.outputs.pitch)
