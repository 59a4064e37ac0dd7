"""Delta: the derivative by a weighted sum gets a name, and a formula that takes it one layer back (K13)."""

from __future__ import annotations

import numpy as np
from manim import Animation, FadeIn, FadeOut, VGroup, VMobject

from netsim import Trace
from scenes.beats import beat
from scenes.choices import activations, network_shape, ranked, weight_told_of
from scenes.mobjects.formula import Formula, fly
from scenes.mobjects.marks import link, ring
from scenes.mobjects.network import NetworkDiagram
from scenes.mobjects.number import number_column, spec_for
from scenes.parts.last_layers import QUIET, function_of, lined_up, numbers_of
from scenes.rules_of_outputs import rule_of
from scenes.stage import Fact, TraceScene
from scenes.vocabulary import rule, twin
from scenes.words_of_chains import deltas_going_back
from scenes.zones import FLOOR, STAGE

TOP, RIGHT_END, NUMBERS = 1.75, -2.0, 1.0  # of the network; room right of its names for the deltas
LEFT_END = 1.3  # of the formulas
HEIGHTS = {"name": 1.85, "last": 0.9, "back": -0.05, "back=": -0.75, "earlier": -1.55, "earlier=": -2.25}
HEIGHTS |= {"delta": 0.75, "dC_dw": -0.4, "dC_dw=": -1.15, "dC_db": -2.0}
SPOKEN = 2.5  # level of the edges that carry deltas back


class DeltaRecursion(TraceScene):
    """The last layers with their deltas; the formula of one neuron, one of the layer before it, one of any."""

    chapter = "calculus"
    title = "Delta, from layer to layer"
    needs_hidden = True
    needs = ("one",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | deltas_going_back(trace)

    def setup(self) -> None:
        trace, last = self.trace, self.trace.L
        self.first = max(0, last - 2)
        j, k = weight_told_of(trace)
        # The neuron of each layer whose delta is worked out: the one that has most of it.
        layers = range(last - 1, max(0, last - 3), -1)
        self.chosen = {l: ranked(trace.reading(f"delta{l}", 0, 0))[0] for l in layers}
        keep = {l: (neuron, k) if l == last - 1 else (neuron,) for l, neuron in self.chosen.items()}
        shape = network_shape(trace, 0, 0)
        self.network = NetworkDiagram(
            shape,
            activations(trace, 0, 0),
            self.theme,
            left=STAGE.left + 0.1,
            right=RIGHT_END,
            bottom=FLOOR,
            top=TOP,
            first=self.first,
            keep=keep | {last: (j, *shape.keep)},
        ).connect({l: trace.reading(f"W{l}", 0) for l in range(self.first + 1, last + 1)})
        for edges in self.network.edges.values():
            edges.set_level(QUIET)
        self.ring: VMobject = VGroup()

    @beat("K13")
    def a_name(self) -> None:
        """The derivative of the [cost](cost) by a weighted sum gets a name, [delta](cost):
        the last chapter’s effect, its sign turned."""
        network, last, theme = self.network.light_all(), self.trace.L, self.theme
        self.enter(network)
        delta, column = self.trace.reading(f"delta{last}", 0, 0), network.columns[last]
        heights = [float(neuron.get_y()) for neuron in column.neurons]
        right, spec = float(network.names.get_right()[0]) + NUMBERS, spec_for([delta], 3)
        self.deltas = number_column([delta[j] for j in column.indices], heights, right, theme, spec=spec)
        head = Formula("delta_j^((L))", theme, role="dim", size="small").move_to((self.deltas.get_x(), 0, 0))
        name = self.put("name", rule("delta_name", theme, instead={"((l))": "((L))"}))
        self.move(FadeIn(name))
        self.move(FadeIn(head.stand_on(heights[0] + 0.4), self.deltas))
        function = function_of(self.trace, last)
        outputs = self.put("last", rule(rule_of("delta_last", self.trace), theme, instead=function))
        self.move(FadeIn(outputs))
        self.told_of = VGroup(name, outputs)

    @beat
    def read_aloud(self) -> None:
        """The [deltas](cost) after a neuron, each times its [weight](focus), added up, times the neuron’s own slope:
        that is its [delta](cost)."""
        self.step_back(self.trace.L - 1, "back")

    @beat
    def one_layer_earlier(self) -> None:
        """{earlier}"""
        if self.trace.L > 2:
            self.step_back(self.trace.L - 2, "earlier")
        else:
            self.move(self.network.edges[self.trace.L].pass_backward())

    def any_layer(self) -> None:
        """Let the formula of any layer stand alone, and pass backward through all that are drawn."""
        self.leave(self.told_of, self.ring)
        name = self.put("name", rule("delta_name", self.theme))
        general = self.put("delta", rule("delta", self.theme, size="title", instead=function_of(self.trace, 1)))
        self.move(FadeIn(name), *self.light({}), still=False)
        self.move(FadeIn(general), still=False)
        for l in range(self.trace.L, self.first, -1):
            self.move(self.network.edges[l].pass_backward(), still=False)

    @beat
    def every_parameter(self) -> None:
        """The same in every layer, from right to left. A weight’s derivative is then one product:
        the activation where it starts times the [delta](cost) where it ends."""
        self.any_layer()
        trace, last, theme = self.trace, self.trace.L, self.theme
        j, k = weight_told_of(trace)
        weight = self.put("dC_dw", rule("dC_dw", theme))
        readings = {
            "dC_dw": trace.reading(f"one/dC_dW{last}", j, k),
            "before": trace.reading(f"a{last - 1}", 0, 0, k),
            "delta": trace.reading(f"delta{last}", 0, 0, j),
        }
        numbers = twin("dC_dw", theme, numbers=numbers_of(readings))
        marked = link(self.network, last, j, k)
        self.move(FadeIn(marked), FadeIn(weight.rest("before", "delta")), still=False)
        self.move(fly(weight["before"], marked[0]), fly(weight["delta"], marked[2]))
        self.move(FadeIn(self.put("dC_dw=", numbers)))
        self.move(FadeIn(self.put("dC_db", rule("dC_db", theme))))

    def step_back(self, l: int, place: str) -> None:
        """Work out the delta of a neuron of layer l: its weights light up, the formula grows, then its numbers."""
        trace, theme, k, back = self.trace, self.theme, self.chosen[l], self.trace.L - l
        layers = {"((l+1))": _layer(back - 1), "((l))": _layer(back)}
        formula = self.put(place, rule("delta", theme, instead=layers | function_of(trace, l)))
        mark, edges = ring(self.network, l, k).set_color(theme.of("focus")), self.network.edges[l + 1]
        self.move(FadeIn(mark), FadeOut(self.ring), *self.light({l + 1: k}), still=False)
        self.ring = mark
        self.move(edges.pass_backward(), still=False)
        after = self.network.columns[l + 1].neurons
        flights = [fly(formula["deltas"], after), fly(formula["w"], edges), fly(formula["da_dz"], mark)]
        if back == 1:
            for flight in flights:
                self.move(flight, still=False)
        else:  # the same formula: the second time it comes at once
            self.move(*flights, still=False)
        self.move(FadeIn(formula.rest("deltas", "w", "da_dz")))
        readings = {
            "delta": trace.reading(f"delta{l}", 0, 0, k),
            "da_dz": trace.reading(f"one/da_dz{l}", k),
            "dC_da": trace.reading(f"dC_da{l}", 0, 0, k),
        }
        numbers = self.put(f"{place}=", twin("delta_last", theme, numbers=numbers_of(readings)))
        self.move(fly(numbers["da_dz"], formula["da_dz"]), fly(numbers["dC_da"], formula["w"]), still=False)
        self.move(FadeIn(numbers.rest("da_dz", "dC_da")))
        self.told_of.add(formula, numbers)

    def light(self, spoken: dict[int, int]) -> list[Animation]:
        """Return the animations that let the edges out of some neurons stand out, by layer, and the others rest."""
        moves = []
        for l, edges in self.network.edges.items():
            level = np.full(edges.value.shape, QUIET if not spoken else QUIET / 2)
            if l in spoken:
                level[:, self.network.columns[l - 1].indices.index(spoken[l])] = SPOKEN
            moves.append(edges.animate.set_level(level).build())
        return moves

    def put(self, name: str, formula: Formula) -> Formula:
        """Return a formula in its place on the right."""
        return lined_up(formula, LEFT_END, HEIGHTS[name])


def _layer(back: int) -> str:
    """Return the upper index of the layer so many before the last."""
    return f"((L-{back}))" if back else "((L))"
