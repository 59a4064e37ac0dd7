"""Layers of many neurons: two indices on a weight, and sums over them (K10)."""

from __future__ import annotations

from dataclasses import replace

from manim import RIGHT, VGroup

from netsim import Reading, Trace
from netsim.figures.calculus.costs import cost_over_outputs
from netsim.figures.calculus.neurons import last_index
from netsim.figures.network import neurons_of
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.look.measures import gap
from scenes.mobjects.network.marks import link
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.last_layers import (
    Line,
    cost_stated,
    edges_stated,
    ends,
    function_of,
    index_label,
    last_layers,
    lined_up,
    only,
)
from scenes.parts.selection import weight_told_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

ROOM = replace(STAGE, right=-2.1)  # of the two layers
PANEL = replace(STAGE, left=1.3)  # of the formulas, where they are not too long
HEIGHTS = {"w": 1.85, "z": 0.85, "a": -0.15, "C": -1.1, "value": -2.05}
NUMBERS = {"a": -0.45, "y": 0.1}  # right edges


class ManyNeurons(TraceScene):
    """The last two layers; a weight with its two indices, the sum that is a neuron's, the sum that is the cost."""

    chapter = "calculus"
    needs_hidden = True

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "before": neurons_of(trace, trace.L - 1),
            "last_before": last_index(trace, trace.L - 1),
            "last_output": last_index(trace, trace.L),
            "cost": cost_over_outputs(trace),
        }

    def setup(self) -> None:
        trace, theme, self.L = self.trace, self.theme, self.trace.L
        self.j, self.k = weight_told_of(trace)
        self.network = last_layers(trace, theme, self.words, ROOM)
        self.link = link(self.network, self.L, self.j, self.k)
        self.named = {"j": index_label(self.network, "j", self.j, "focus")}
        self.named["k"] = index_label(self.network, "k", self.k, "focus")
        self.weight = self.put("w", Formula("w_({{ j : j }} {{ k : k }})^((L))", theme, role="focus", size="title"))
        w = trace.reading(f"W{self.L}", 0, self.j, self.k)
        source, spec = f"<here> quad w_({self.j}, {self.k})^((L)) = <w>", spec_for([w], 4, sign="")
        self.number = Formula(source, theme, words={"here": self.phrase("here")}, numbers={"w": (w, spec)}, role="dim")
        self.number.next_to(self.weight, RIGHT, buff=0.9).stand_on(self.weight.baseline)
        self.one = {"z": self.put("z", rule("weighted_sum_one", theme, roles={}))}
        if function_of(trace, self.L) == {"sigma": "sigma"}:
            self.one["a"] = self.put("a", rule("activation_one", theme))
        if trace.judge.squared:
            self.one["C"] = self.put("C", rule(rule_of("cost_one", trace), theme, roles={}))
        self.head_of_one = self.put("w", Words(self.phrase("one_neuron"), theme, size="small"))
        for recalled in (self.head_of_one, *self.one.values()):
            recalled.set_color(theme.of("dim"))

    @beat("K10")
    def two_indices(self) -> None:
        """Recall the rules for one neuron a layer beside the last two layers, each with its size."""
        network = self.network
        edges, columns = network.edges[self.L], network.columns
        self.sizes, scale = VGroup(), edges_stated(network, ROOM)
        for l, name in ((self.L - 1, "L-1"), (self.L, "L")):
            size = Formula(f"n_({name}) = {self.trace.sizes[l]}", self.theme, role="dim", size="small")
            self.sizes.add(size.set_x(columns[l].neurons.get_x()).stand_on(ROOM.head))
        self.ends = VGroup(ends(network, "k"), ends(network, "j"))
        self.enter(self.head_of_one, *self.one.values())
        self.enter(columns[self.L - 1], self.sizes[0], self.ends[0])
        self.move(edges.draw_forward(), still=False)
        self.move(FadeIn(columns[self.L], network.names, self.sizes[1], self.ends[1], scale))

    @beat
    def the_weight(self) -> None:
        """Light up one weight, and let both indices fly to it."""
        named, edges = self.named, self.network.edges[self.L]
        self.move(
            FadeOut(self.ends),
            FadeIn(named["k"], named["j"], self.link),
            edges.animate.set_level(0.5 * edges.level),
        )
        self.leave(self.head_of_one)
        self.move(FadeIn(self.weight.rest("j", "k"), target_position=self.link[1].get_center()), still=False)
        self.move(*[fly(self.weight[name], named[name]["index"]) for name in "jk"], still=False)
        self.move(FadeIn(self.number))

    @beat
    def a_sum_over_k(self) -> None:
        """Let the rules of z and a grow to many neurons."""
        trace, network, edges = self.trace, self.network, self.network.edges[self.L]
        self.move(edges.animate.set_level(only(network, self.j)), still=False)
        instead = function_of(trace, self.L)
        self.leave(*[self.one[name] for name in ("z", "a") if name in self.one])
        total = self.put("z", rule("weighted_sum", self.theme))
        output = self.put("a", rule(rule_of("activation", trace), self.theme, instead=instead))
        flown = {"w": self.link[1], "before": self.link[0], "z": self.link[2]}
        self.move(
            FadeIn(total.rest(*flown)), *[fly(total[name], source) for name, source in flown.items()], time="slow"
        )
        self.move(FadeIn(output))

    @beat
    def a_sum_over_j(self) -> None:
        """Write outputs and targets in columns, and the cost as a sum over them."""
        trace, network = self.trace, self.network
        self.move(
            FadeOut(self.link, self.named["j"], self.named["k"]),
            network.edges[self.L].animate.set_level(0.1),
            still=False,
        )
        a, y = trace.reading(f"a{self.L}", 0, 0), trace.reading("y", 0)
        columns = {"a": self.column(a, "a", spec_for([a], 3, sign="")), "y": self.column(y, "y", ".0f", "dim")}
        heads = [self.head("a_j^((L))", columns["a"]), self.head("y_j", columns["y"])]
        self.move(FadeIn(*heads, *columns.values()), *([FadeOut(self.one["C"])] if "C" in self.one else []))
        cost = self.put("C", rule(rule_of("cost_sum", trace), self.theme))
        flights = [fly(cost[name], column) for name, column in columns.items()]
        self.move(FadeIn(cost.rest(*columns)), *flights, time="slow")
        self.move(FadeIn(self.put("value", cost_stated(trace, columns["a"], columns["y"], self.theme))))

    def put(self, name: str, line: Line) -> Line:
        """Return a line in its place on the right."""
        return lined_up(line, PANEL, HEIGHTS[name])

    def head(self, source: str, column: VGroup) -> Formula:
        """Return the name of a column of numbers, over it."""
        head = Formula(source, self.theme, role="dim", size="small").move_to((column.get_x(), 0, 0))
        return head.stand_on(column[0].get_y() + gap.large)

    def column(self, readings: Reading, name: str, spec: str, role: str = "ink") -> VGroup:
        """Return a number beside each output."""
        shown = self.network.columns[self.L]
        heights = [float(neuron.get_y()) for neuron in shown.neurons]
        values = [readings[j] for j in shown.indices]
        return number_column(values, heights, NUMBERS[name], self.theme, spec=spec, role=role)
