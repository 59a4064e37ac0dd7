"""What is asked: the cost of one example, of all, and the column of all its derivatives (N1)."""

from __future__ import annotations

from manim import DOWN, RIGHT, UP, AnimationGroup, Group, LaggedStart, Line, Mobject, VGroup, VMobject

from netsim import Trace
from netsim.figures.network import biases, parameters, weights
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.marks import link, ring
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.type.brackets import brackets
from scenes.mobjects.type.formula import Formula, fly, scale_note
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, example_grid, network_shape, on_stage
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

RESTING = 0.4  # level of the edges once the talk is of the outputs
OUTPUTS = {"a": 2.05, "y": 2.6}  # right edges of the numbers beside the outputs
PANEL, MIDDLE = 4.6, -0.15  # middle of what stands right of the network
LIST = {"image": 2.7, "name": 3.55, "cost": 5.8}  # middle, left and right edge of the list's columns
TOP, ROW = 1.85, 0.53  # height of the list's first row, from row to row
COLUMN = {"name": 2.75, "bar": 4.0, "number": 6.3}  # right edge, axis and right edge of the gradient's column
FIRST, PITCH = 1.62, 0.42  # height of its first row at most, and from row to row
LONGEST = 0.8  # scene units of its longest bar
ROOM, NOTE = 3.4, 2.62  # width beside the outputs; height of the line that says how weights are named
SLOWLY = 3  # so many numbers come slowly, then the rest


class TheQuestion(TraceScene):
    """From one example's cost to the average, to its derivatives by every weight and bias: how are they found?"""

    chapter = "nudges"
    needs = ("table", "gradient")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {**super().facts(trace), "count": parameters(trace), "examples": trace.reading("gradient/examples")}

    def setup(self) -> None:
        trace, theme, last = self.trace, self.theme, self.trace.L
        self.places = [[int(i) for i in place] for place in trace["table/place"]]
        shape = network_shape(trace, 0, 0)
        keep = {l: shape.keep if l == last else () for l in range(last + 1)}
        for kind, l, j, k in self.places:
            keep[l] += (j,)
            keep[l - 1] += () if kind else (k,)
        self.network = NetworkDiagram(
            shape,
            activations(trace, 0, 0),
            theme,
            self.words,
            left=STAGE.left + 0.75,
            right=1.2,
            bottom=STAGE.picture.bottom,
            top=STAGE.picture.top,
            keep=keep,
        ).connect({l: trace.reading(f"W{l}", 0) for l in range(1, last + 1)})

    @beat("N1")
    def one_example(self) -> None:
        """Let an example pass to the outputs, write them beside their targets, and what that costs."""
        network, last = self.network, self.trace.L
        self.enter(network.light_input())
        passes = [
            LaggedStart(
                network.edges[l].draw_forward(),
                AnimationGroup(FadeIn(network.columns[l]), *network.light(l)),
                lag_ratio=0.4,
            )
            for l in range(1, last + 1)
        ]
        self.move(LaggedStart(*passes, FadeIn(network.names), lag_ratio=0.5), time="slow", still=False)
        self.outputs = VGroup(self.beside("a", f"a{last}", 0, 0), self.beside("y", "y", 0))
        rest = [edges.animate.set_level(RESTING) for edges in network.edges.values()]
        self.move(FadeIn(self.outputs), *rest)
        C = self.trace.reading("table/C", 0)
        self.cost = Formula("C_0 = <C>", self.theme, numbers={"C": (C, ".2f")}, role="cost", size="title")
        self.rule = rule(rule_of("cost_short", self.trace), self.theme, size="small")
        self.rule.next_to(self.cost.move_to((PANEL, MIDDLE, 0)), DOWN, buff=0.35)
        if self.rule.width > ROOM:
            self.rule.move_to((STAGE.right, STAGE.picture.bottom - 0.17, 0), aligned_edge=RIGHT)
        self.move(FadeIn(self.cost, self.rule))

    @beat
    def all_examples(self) -> None:
        """List some examples with their costs, and under a line the average of all."""
        source = self.network.image or self.network.columns[0]
        rows, dots, line, total = self.examples()
        image, name, cost = rows[0]
        head = Words(self.phrase("its_cost"), self.theme, size="small", role="dim").next_to(
            cost, UP, 0.25, aligned_edge=RIGHT
        )
        self.move(FadeOut(self.outputs, self.rule), still=False)
        flights = [
            FadeIn(part, target_position=start.get_center()) for part, start in ((image, source), (cost, self.cost))
        ]
        self.move(*flights, FadeIn(name, head), FadeOut(self.cost))
        self.move(LaggedStart(*[FadeIn(row) for row in rows[1:]], FadeIn(dots), lag_ratio=0.5), time="slow")
        self.move(FadeIn(line, total))
        self.list, self.total = Group(head, *rows, dots, line), total

    @beat
    def all_derivatives(self) -> None:
        """Let the derivatives by some parameters appear as a column, each from where its parameter stands."""
        self.items, dots = self.column()
        sides = brackets(VGroup(dots[1:], *[item[2] for item in self.items]), self.theme)
        head = Formula("- nabla C", self.theme, role="cost").next_to(sides, UP, buff=0.15)
        self.move(FadeOut(self.list), FadeOut(self.total), fly(head, self.total), still=False)
        self.move(FadeIn(sides, dots[0]), time="fade", still=False)
        self.marks = [self.mark(*place) for place in self.places]
        for i, (mark, item) in enumerate(zip(self.marks, self.items, strict=True)):
            flights = [FadeIn(part, target_position=mark.get_center()) for part in item]
            rest = [passed.animate.set_color(self.theme.of("dim")) for passed in self.marks[max(0, i - 1) : i]]
            self.move(FadeIn(mark), *flights, *rest, time="move" if i < SLOWLY else "fade", still=False)
        self.move(self.marks[-1].animate.set_color(self.theme.of("dim")), FadeIn(dots[1:], *self.notes()))

    @beat
    def backwards(self) -> None:
        """Put a question in the place of each number, then answer them layer by layer, from the last to the first."""
        theme, edges = self.theme, self.network.edges
        asked = [Formula('"?"', theme, role="focus").move_to(item[2]) for item in self.items]
        values = VGroup(*[part for item in self.items for part in item[1:]])
        self.move(
            FadeOut(values), FadeIn(*asked), FadeOut(*self.marks), *[e.animate.set_level(0) for e in edges.values()]
        )
        for l in reversed(edges):
            edges[l].set_level(1.0)
            mine = [i for i, (_, layer, _, _) in enumerate(self.places) if layer == l]
            found = [FadeIn(part) for i in mine for part in self.items[i][1:]]
            self.move(edges[l].draw_backward(), *[FadeOut(asked[i]) for i in mine], *found, still=bool(mine))

    def examples(self) -> tuple[list[Group], Formula, Line, Formula]:
        """Return a row for each example: its picture, its name, its cost; and under them dots, a line, the average."""
        trace, theme = self.trace, self.theme
        labels, costs = trace["table/label"], trace.reading("table/C")
        pictures = [trace.reading("table/x", i) for i in range(len(labels))]
        (high, wide), span = example_grid(trace, *pictures)
        grid = (high, wide) if wide > 1 else (1, high)
        side = min(ROW - 0.07, 1.4 * grid[0] / grid[1]) if grid[0] > 1 else min(0.3, 1.4 / grid[1])
        C, spec = trace.reading("gradient/C"), spec_for([costs], 2, sign="")
        top = min(TOP, MIDDLE + (len(labels) + 1) * ROW / 2)
        heights = [top - i * ROW for i in range(len(labels))]
        numbers = number_column(costs, heights, LIST["cost"], theme, spec=spec, role="cost")
        rows = []
        for x, label, y, number in zip(pictures, labels, heights, numbers, strict=True):
            picture = InputImage(x, grid, theme, side, span).move_to((LIST["image"], y, 0))
            name = Words(on_stage(trace.classes[label]), theme, size="small", role="dim")
            name.level_with(y).shift((LIST["name"] - name.get_left()[0], 0, 0))
            rows.append(Group(picture, name, number))
        dots = Formula("dots.v", theme, role="dim").move_to((LIST["cost"] - 0.2, heights[-1] - 0.85 * ROW, 0))
        total = Formula(
            "<average> quad C = <C>",
            theme,
            numbers={"C": (C, spec)},
            words={"average": self.phrase("average")},
            roles={"C": "cost"},
            role="cost",
        )
        total.stand_on(heights[-1] - 2.0 * ROW).shift((LIST["cost"] - total.get_right()[0], 0, 0))
        line = Line((LIST["cost"] - 2.6, 0, 0), (LIST["cost"], 0, 0), stroke_width=1.5, color=theme.of("dim"))
        return rows, dots, line.set_y(total.get_top()[1] + 0.12), total

    def column(self) -> tuple[list[VGroup], VGroup]:
        """Return what is shown of the gradient: names, bars and numbers; and the bars' axis, and dots for the rest."""
        theme, wanted = self.theme, -self.trace.reading("table/mean")
        layers = [l for _, l, _, _ in self.places]
        pitch = min(PITCH, (FIRST - STAGE.picture.bottom) / (len(layers) + len(set(layers))))
        slots = [i + len(set(layers[: i + 1])) - 1 for i in range(len(layers))]
        top = MIDDLE + (slots[-1] + 1) * pitch / 2
        heights = [top - slot * pitch for slot in slots]
        self.scale = Scale.fit([wanted], LONGEST)
        bars = BarColumn(list(wanted), heights, COLUMN["bar"], self.scale, theme, 0.5 * pitch)
        numbers = number_column(wanted, heights, COLUMN["number"], theme, spec=spec_for([wanted], 4))
        items, dots = [], VGroup(bars.axis)
        for i, ((kind, l, j, k), y) in enumerate(zip(self.places, heights, strict=True)):
            code = f"b_({j})^(({l}))" if kind else f"w_({j}, {k})^(({l}))"
            name = Formula(code, theme, size="small", role="dim").set_y(y)
            name.shift((COLUMN["name"] - name.get_right()[0], 0, 0))
            items.append(VGroup(name, bars.bars[i], numbers[i]))
            if l not in layers[i + 1 :]:
                more = Formula("dots.v", theme, size="small", role="dim")
                dots.add(more.move_to((numbers.get_x(), y - pitch, 0)))
        return items, dots

    def mark(self, kind: int, l: int, j: int, k: int) -> VMobject:
        """Return what points at a parameter: at an edge for a weight, at a neuron for a bias."""
        if kind:
            return ring(self.network, l, j).set_color(self.theme.of("focus"))
        return link(self.network, l, j, k)

    def notes(self) -> list[Mobject]:
        """Return the small lines: how many numbers there are, the bars' scale, how weights are named."""
        count = self.phrase("numbers", weights=weights(self.trace), biases=biases(self.trace))
        words = Spoken(count, self.theme, size="small", role="dim").move_to((self.network.get_x(), STAGE.legend, 0))
        scale = scale_note(self.scale, self.theme, self.phrase("longest"), decimals=4).move_to(
            (COLUMN["bar"], STAGE.legend, 0)
        )
        indices = Words(self.phrase("indices"), self.theme, size="small", role="dim")
        return [words, scale, indices.move_to((STAGE.right, NOTE, 0), aligned_edge=RIGHT)]

    def beside(self, head: str, key: str, *place: int) -> VGroup:
        """Return a column of numbers beside the outputs, its name over it."""
        last = self.trace.L
        rows, right = self.network.columns[last].indices, OUTPUTS[head]
        values = self.trace.reading(key, *place)
        heights = [float(self.network.neuron(last, j).get_y()) for j in rows]
        spec = ".2f" if head == "a" else ".0f"
        numbers = number_column([values[j] for j in rows], heights, right, self.theme, spec=spec, role="ink")
        name = Formula(head, self.theme, role="dim", size="small").move_to((numbers.get_x(), 0, 0))
        return VGroup(name.stand_on(2.3), numbers)
