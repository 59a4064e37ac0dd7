"""Delta: the derivative by a weighted sum gets a name, and a formula that takes it one layer back (K13)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import LEFT, RIGHT, Animation, VGroup

from netsim import Trace
from netsim.figures.network import hidden_layers
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.network.marks import link, ring
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.number import number_column, spec_for
from scenes.parts.calculus.last_layers import QUIET, function_of, lined_up, numbers_of
from scenes.parts.selection import activations, network_shape, ranked, weight_told_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TOP, RIGHT_END, NUMBERS = 1.75, -1.3, 1.0  # of the network; room right of its names for the deltas
LABELS, BESIDE, APART = 0.85, 0.14, 0.9  # room left for what names a neuron; from it to a label; between two formulas
PANEL = replace(STAGE, left=1.3)  # of the formulas
HEIGHTS = {"name": 1.85, "last": 0.9, "back": -0.05, "back=": -0.75, "earlier": -1.55, "earlier=": -2.25}
HEIGHTS |= {"delta": 0.6, "dC_dw": -0.65, "dC_dw=": -1.85}
SPOKEN = 2.5  # level of the edges that carry deltas back


class DeltaRecursion(TraceScene):
    """The last layers with their deltas; the formula of one neuron, one of the layer before it, one of any."""

    chapter = "calculus"
    needs_hidden = True
    needs = ("one",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {"hidden": hidden_layers(trace)}

    def setup(self) -> None:
        trace, last = self.trace, self.trace.L
        self.first = max(0, last - 2)
        j, k = weight_told_of(trace)
        # The neuron of each layer whose delta is worked out: before the last, the one that has most of it.
        self.chosen = {last - 1: k}
        if last > 2:
            self.chosen[last - 2] = ranked(trace.reading(f"delta{last - 2}", 0, 0))[0]
        keep = {l: (neuron,) for l, neuron in self.chosen.items()}
        shape = network_shape(trace, 0, 0)
        self.network = NetworkDiagram(
            shape,
            activations(trace, 0, 0),
            self.theme,
            self.words,
            left=STAGE.left + (LABELS if last > 2 else 0.1),
            right=RIGHT_END,
            bottom=STAGE.picture.bottom,
            top=TOP,
            first=self.first,
            keep=keep | {last: (j, *shape.keep)},
        ).connect({l: trace.reading(f"W{l}", 0) for l in range(self.first + 1, last + 1)})
        for edges in self.network.edges.values():
            edges.set_level(QUIET)
        self.ring, self.before = VGroup(), VGroup()

    @beat("K13")
    def a_name(self) -> None:
        """Write the outputs' deltas beside them, what they are, and how they follow."""
        network, last, theme = self.network.light_all(), self.trace.L, self.theme
        self.enter(network)
        self.deltas = self.column(last, "delta^((L))", float(network.names.get_right()[0]) + NUMBERS)
        name = self.put("name", rule("delta_name", theme, instead={"((l))": "((L))"}))
        self.move(FadeIn(name))
        self.move(FadeIn(self.deltas))
        code = rule_of("delta_last", self.trace)
        outputs = self.put("last", rule(code, theme, instead=function_of(self.trace, last)))
        self.move(FadeIn(outputs))
        self.told_of = VGroup(name, outputs)

    @beat
    def read_aloud(self) -> None:
        """Let the formula of one neuron of the layer before grow out of the picture, then its numbers."""
        self.step_back(self.trace.L - 1, "back")

    @beat
    def one_layer_earlier(self) -> None:
        """Take the same formula one layer further, if there is one."""
        last = self.trace.L
        if last > 2:
            before, after = (self.network.columns[l].neurons for l in (last - 1, last))
            right = float(before.get_right()[0]) + NUMBERS
            if right < after.get_left()[0] - BESIDE / 2:
                self.before = self.column(last - 1, "delta^((L-1))", right)
            self.move(self.network.edges[last].animate.set_level(0), FadeIn(self.before), still=False)
            self.step_back(last - 2, "earlier")
        else:
            self.move(self.network.edges[last].pass_backward())

    def any_layer(self) -> None:
        """Let the formula of any layer stand alone, and pass backward through all that are drawn."""
        self.leave(self.told_of, self.ring, self.before)
        name = self.put("name", rule("delta_name", self.theme))
        general = self.put("delta", rule("delta", self.theme, size="title", instead=function_of(self.trace, 1)))
        self.move(FadeIn(name), *self.light({}), still=False)
        self.move(FadeIn(general), still=False)
        for l in range(self.trace.L, self.first, -1):
            self.move(self.network.edges[l].pass_backward(), still=False)

    @beat
    def every_parameter(self) -> None:
        """Let the formula of any layer stand alone, and under it that of a weight, with its numbers."""
        self.any_layer()
        trace, last, theme = self.trace, self.trace.L, self.theme
        j, k = weight_told_of(trace)
        weight = self.put("dC_dw", rule("dC_dw", theme))
        readings = {
            "dC_dw": trace.reading(f"one/dC_dW{last}", j, k),
            "before": trace.reading(f"a{last - 1}", 0, 0, k),
            "delta": trace.reading(f"delta{last}", 0, 0, j),
        }
        this = {"w_(j k)^((l))": f"w_({j}, {k})^((L))"}
        numbers = twin("dC_dw", theme, numbers=numbers_of(readings), symbol="dC_dw", instead=this)
        marked = link(self.network, last, j, k)
        named = VGroup(self.mark(last - 1, k)[1], self.index("j", j))
        named[1].next_to(self.deltas, RIGHT, BESIDE).set_y(marked[2].get_y())
        quiet = [edges.animate.set_level(0) for l, edges in self.network.edges.items() if l < last]
        self.move(FadeIn(marked, named), *quiet, FadeIn(weight.rest("before", "delta")), still=False)
        self.move(fly(weight["before"], marked[0]), fly(weight["delta"], marked[2]))
        self.move(FadeIn(self.put("dC_dw=", numbers)))
        self.move(FadeIn(rule("dC_db", theme).next_to(weight, RIGHT, APART).stand_on(weight.baseline)))

    def step_back(self, l: int, place: str) -> None:
        """Work out the delta of a neuron of layer l: its weights light up, the formula grows, then its numbers."""
        trace, theme, k, back = self.trace, self.theme, self.chosen[l], self.trace.L - l
        layers = {"((l+1))": _layer(back - 1), "((l))": _layer(back)}
        formula = self.put(place, rule("delta", theme, instead=layers | function_of(trace, l)))
        mark, edges = self.mark(l, k), self.network.edges[l + 1]
        self.move(FadeIn(mark), FadeOut(self.ring), *self.light({l + 1: k}), still=False)
        self.ring = mark
        self.move(edges.pass_backward(), still=False)
        after = self.network.columns[l + 1].neurons
        flights = [fly(formula["deltas"], after), fly(formula["w"], edges), fly(formula["da_dz"], mark[0])]
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
        this = {"delta_j^((L))": f"delta_({k})^{_layer(back)}"}
        numbers = twin("delta_last", theme, numbers=numbers_of(readings), symbol="delta", instead=this)
        self.put(f"{place}=", numbers)
        self.move(fly(numbers["da_dz"], formula["da_dz"]), fly(numbers["dC_da"], formula["w"]), still=False)
        self.move(FadeIn(numbers.rest("da_dz", "dC_da")))
        self.told_of.add(formula, numbers)

    def mark(self, l: int, k: int) -> VGroup:
        """Return a ring around neuron k of layer l, with its number left of it, where no edges are drawn now."""
        around = ring(self.network, l, k).set_color(self.theme.of("focus"))
        return VGroup(around, self.index("k", k).next_to(around, LEFT, BESIDE / 2))

    def index(self, letter: str, i: int) -> Formula:
        """Return what names neuron i where a formula calls it by a letter."""
        return Formula(f"{letter} = {i}", self.theme, role="focus", size="small")

    def column(self, l: int, name: str, right: float) -> VGroup:
        """Return the deltas of layer l, each beside its neuron, and their name over them."""
        delta, layer = self.trace.reading(f"delta{l}", 0, 0), self.network.columns[l]
        heights, shown = [float(neuron.get_y()) for neuron in layer.neurons], [delta[j] for j in layer.indices]
        numbers = number_column(shown, heights, right, self.theme, spec=spec_for([delta], 4), role="cost")
        head = Formula(name, self.theme, role="cost", size="small").move_to((numbers.get_x(), 0, 0))
        return VGroup(head.stand_on(heights[0] + 0.4), *numbers)

    def light(self, spoken: dict[int, int]) -> list[Animation]:
        """Return the animations that let the edges out of some neurons stand out, by layer, as do no others then."""
        moves = []
        for l, edges in self.network.edges.items():
            level = np.full(edges.value.shape, 0.0 if spoken and l not in spoken else QUIET / (2 if spoken else 1))
            if l in spoken:
                level[:, self.network.columns[l - 1].indices.index(spoken[l])] = SPOKEN
            moves.append(edges.animate.set_level(level).build())
        return moves

    def put(self, name: str, formula: Formula) -> Formula:
        """Return a formula in its place on the right."""
        return lined_up(formula, PANEL, HEIGHTS[name])


def _layer(back: int) -> str:
    """Return the upper index of the layer so many before the last."""
    return f"((L-{back}))" if back else "((L))"
