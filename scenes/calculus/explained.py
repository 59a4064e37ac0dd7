"""One weight of any network taken apart: its largest path to the cost, all its paths, and a nudge of it."""

from __future__ import annotations

import numpy as np
from manim import LEFT, Dot, Mobject, VGroup

from netsim import Reading, Trace
from netsim.figures.calculus.explained import other_paths
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.vocabulary import part_of, rule, twin
from scenes.mobjects.network.marks import link, ring
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.tables.product_list import ProductList, Row
from scenes.mobjects.tables.sum_table import SumTable
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.number import spec_of_digits
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.paths import Factor, factors_along, facts_of_paths, place_of, route, weight_symbol
from scenes.parts.selection import activations, network_shape
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

NETWORK, PANEL, GAP = 7.8, 5, 0.65  # shares of the width: the network, and beside it the list of factors and paths
TOP, LIST, FOOT = 0.72, 1.72, 0.73  # from the stage's upper edge to the network and to the list; from its lower edge
HEAD, LINES = 0.92, (2.22, 3.12, 3.82)  # from its upper edge: to the panel's head, to what is said of the nudge
ALONE, REST = 8.0, 0.1  # levels of the edges of a path, and of all others


class Explained(TraceScene):
    """A weight's factors along its largest path, then what every path adds, then predicted and measured."""

    chapter = "calculus"
    needs = ("explained",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | facts_of_paths(trace)

    def setup(self) -> None:
        trace = self.trace
        self.t, self.e = (int(i) for i in trace["explained/place"][:2])
        self.place = place_of(trace)
        self.ways = [[int(n) for n in way] for way in trace["explained/neurons"]]
        l, _, k = self.place
        shape, layers = network_shape(trace, self.t, self.e), activations(trace, self.t, self.e)
        drawn = {m: {way[m - l] for way in self.ways} for m in range(l, trace.L + 1)}
        drawn[trace.L] |= {way[-1] for way in self.ways}
        keep = {m: tuple(sorted(some)) for m, some in drawn.items()} | {l - 1: (k,)}
        keep[trace.L] += shape.keep
        left, right = self.stage.columns(NETWORK, PANEL, gap=GAP)
        self.panel = right.inset(top=LIST, bottom=FOOT)
        self.network = NetworkDiagram(
            shape,
            layers,
            self.theme,
            self.words,
            left=left.left + 0.1,
            right=left.right,
            bottom=left.picture.bottom,
            top=left.top - TOP,
            keep=keep,
        ).connect({m: trace.reading(f"W{m}", self.t) for m in range(1, trace.L + 1)})
        self.network.light_all()
        self.rings = VGroup()
        symbol = weight_symbol(self.place)[0]
        self.symbol = part_of("weight_paths", "dC_dw").replace("w_(j k)^((l))", symbol)

    @beat
    def the_weight(self) -> None:
        """Mark the weight in the network, and ask for its derivative."""
        network = self.network
        network.light_input()
        self.legend = network.legend().move_to((network.get_x(), self.stage.legend, 0))
        self.enter(network, self.legend)
        self.mark = link(network, *self.place)
        dimmed = [edges.animate.set_level(REST) for edges in network.edges.values()]
        self.move(*dimmed, time="fade", still=False)
        self.move(FadeIn(self.mark))
        self.head = Formula(f'{self.symbol} = {{{{ "?" : asked }}}}', self.theme, role="cost")
        self.head.move_to((self.panel.left, self.stage.top - HEAD, 0), aligned_edge=LEFT)
        self.move(FadeIn(self.head))

    @beat
    def the_factors(self) -> None:
        """List the factors of the largest path, each out of what it names, and their product."""
        self.light(self.ways[:1])
        numbers = self.trace.reading("explained/factors", 0)
        factors = factors_along(self.trace, self.place, self.ways[0])
        rows = [Row(f.source, n, f.kind(self.words), f.role) for f, n in zip(factors, numbers, strict=True)]
        self.rows: ProductList | SumTable = ProductList(
            rows, self.trace.reading("explained/products", 0), self.theme, self.panel
        )
        time = "move" if self.rows.columns == 1 else "fade"
        for factor, symbol, rest in zip(factors, self.rows.symbols, self.rows.rests, strict=True):
            self.move(fly(symbol, self.named_by(factor)), FadeIn(rest), time=time, still=False)
        self.wait(self.theme.time.still)
        self.move(FadeIn(self.rows.result))
        self.product = self.rows.result[-1]

    @beat
    def the_paths(self) -> None:
        """Add up what the paths have, and answer the question."""
        total = self.trace.reading("explained/dC_dw")
        if int(self.trace["explained/many"]) > 1:
            self.leave(self.rows)
            self.rows = self.add_paths(total)
            self.product = self.rows.rows[-1][-1]
        numbers = {"dC_dw": (total, spec_of_digits([total], 4))}
        head = Formula(f"{self.symbol} = <dC_dw>", self.theme, numbers=numbers, role="cost")
        head.move_to(self.head, aligned_edge=LEFT)
        self.leave(self.head["asked"])
        self.move(fly(head["dC_dw"], self.product))
        self.remove(*self.head.rest("asked"), *head["dC_dw"])
        self.add(head)

    @beat
    def predicted_and_measured(self) -> None:
        """Write what the derivative foretells of a nudge, and what was measured."""
        trace, theme = self.trace, self.theme
        self.leave(self.rows)
        predicted, measured = (trace.reading(f"explained/{kind}_change") for kind in ("predicted", "measured"))
        spec = spec_of_digits([predicted, measured], 4)
        slope, epsilon = trace.reading("explained/dC_dw"), trace.reading("explained/epsilon")
        numbers = {"dC": (predicted, spec), "dC_dw": (slope, spec_of_digits([slope], 4)), "dw": (epsilon, "")}
        foretold = twin("predicted_change", theme, numbers=numbers, words=self.words)
        size = "body" if foretold.width <= self.panel.width else "small"
        said = (
            rule("predicted_change", theme),
            twin("predicted_change", theme, numbers=numbers, size=size, words=self.words),
            rule("measured_change", theme, numbers={"dC": (measured, spec)}, size=size, words=self.words),
        )
        for line, down in zip(said, LINES, strict=True):
            line.move_to((self.panel.left, self.stage.top - down, 0), aligned_edge=LEFT)
            self.move(FadeIn(line))

    # --- parts ----------------------------------------------------------------------------

    def light(self, ways: list[list[int]]) -> None:
        """Let the edges of some paths stand out, and no others; of one alone its neurons too."""
        l, network = self.place[0], self.network
        rings, before = VGroup(), self.rings
        for m, j in enumerate(ways[0][1 : self.trace.L - l + 1], start=l + 1) if len(ways) == 1 else ():
            rings.add(ring(network, m, j).set_color(self.theme.of("focus")))
        levels = {m: np.full(network.edges[m].level.shape, REST) for m in range(l + 1, self.trace.L + 1)}
        for m, level in levels.items():
            for way in ways:
                level[self.row(m, way[m - l]), self.row(m - 1, way[m - 1 - l])] = ALONE
        if levels:
            shown = [network.edges[m].animate.set_level(level) for m, level in levels.items()]
            self.move(*shown, FadeOut(before), FadeIn(rings), time="fade", still=False)
            self.rings = rings

    def row(self, m: int, j: int) -> int:
        """Return where a neuron stands in its column."""
        return self.network.columns[m].indices.index(j)

    def named_by(self, factor: Factor) -> Mobject:
        """Return what of the picture a factor names."""
        m, network = factor.layer, self.network
        if factor.is_weight:
            j, k = factor.neurons
            ends = network.edges[m].end_points(self.row(m, j), self.row(m - 1, k))
            return Dot((ends[0] + ends[1]) / 2)
        return ring(network, m, factor.neurons[-1])

    def add_paths(self, total: Reading) -> SumTable:
        """Show what the largest paths add, the others together, and all of them."""
        trace, theme = self.trace, self.theme
        names: list[Words | Spoken] = [self.route_of(way) for way in self.ways]
        parts = [*trace.reading("explained/products")]
        if float(other_paths(trace)):
            names.append(Spoken(self.phrase("others"), theme, size="small", role="dim"))
            parts.append(trace.reading("explained/rest"))
        names.append(Words(self.phrase("together"), theme, size="small", role="dim"))
        table = SumTable(names, parts, total, theme, self.words, self.panel)
        for i in range(len(parts)):
            if i < len(self.ways):
                self.light([self.ways[i]])
            self.move(*table.appear(i), time="fade", still=False)
        self.light(self.ways)
        self.move(FadeIn(table.line, table.note), *table.appear(len(parts)))
        return table

    def route_of(self, way: list[int]) -> Spoken:
        """Return the neurons of a path, in as much room as there is."""
        for between, letters in ((" → ", 12), (" · ", 12), ("·", 12), ("·", 5)):
            said = route(self.trace, self.place, way, self.words, between, letters)
            words = Spoken(said, self.theme, size="small", role="dim")
            if words.width <= SumTable.room_for_names(self.panel):
                break
        return words
