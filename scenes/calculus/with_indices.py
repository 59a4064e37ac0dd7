"""The chain rule of one weight among many: the same formula with indices, and its numbers (K11)."""

from __future__ import annotations

from dataclasses import replace

from manim import LaggedStart

from netsim import Trace
from netsim.figures.calculus.costs import cost_cancels_slope, outputs_share, slope_of_cost
from netsim.figures.calculus.neurons import neuron
from scenes.camera.fading import FadeIn
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.network.marks import link
from scenes.mobjects.type.formula import Formula, fly
from scenes.parts.calculus.last_layers import edges_stated, function_of, index_label, last_layers, lined_up, numbers_of
from scenes.parts.selection import weight_told_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

ROOM = replace(STAGE, right=-2.1)  # of the two layers
PANEL = replace(STAGE, left=0.6)  # of the formulas
HEIGHTS = {"chain": 1.3, "factors": -0.15, "numbers": -1.4}


class WithIndices(TraceScene):
    """One weight between the last two layers; its chain, its factors and their numbers, one under the other."""

    chapter = "calculus"
    needs_hidden = True
    needs = ("one",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        j, k = weight_told_of(trace)
        return super().facts(trace) | {
            "k": neuron(trace, trace.L - 1, k),
            "output": class_name(trace, j),
            "derivative": trace.reading(f"one/dC_dW{trace.L}", j, k),
            "shared": outputs_share(trace),
            "cancels": cost_cancels_slope(trace),
            "slope": slope_of_cost(trace),
        }

    def setup(self) -> None:
        trace, theme, last = self.trace, self.theme, self.trace.L
        j, k = weight_told_of(trace)
        self.network = last_layers(trace, theme, self.words, ROOM)
        self.link = link(self.network, last, j, k)
        self.labels = {"j": index_label(self.network, "j", j, "focus"), "k": index_label(self.network, "k", k, "focus")}
        instead = function_of(trace, last)
        self.chain = self.put("chain", rule(rule_of("chain_with_indices", trace), theme, size="title"))
        self.factors = self.put("factors", rule(rule_of("weight_factors", trace), theme, instead=instead))
        readings = {
            "dC_dw": trace.reading(f"one/dC_dW{last}", j, k),
            "dz_dw": trace.reading(f"a{last - 1}", 0, 0, k),
        }
        if trace.activation(last).couples:
            readings["dC_dz"] = trace.reading(f"delta{last}", 0, 0, j)
        else:
            readings["da_dz"] = trace.reading(f"one/da_dz{last}", j)
            readings["dC_da"] = trace.reading(f"dC_da{last}", 0, 0, j)
        name = rule_of("weight_factors", trace)
        self.numbers = self.put("numbers", twin(name, theme, numbers=numbers_of(readings)))
        self.links = [name for name in readings if name != "dC_dw"]

    @beat("K11")
    def the_same_chain(self) -> None:
        """Let the chain come out of one weight between the last two layers, and its factors fall from it."""
        network, labels, last = self.network, self.labels, self.trace.L
        seen = (*network.columns.values(), network.names, network.edges[last], labels["j"], labels["k"])
        self.enter(*seen, edges_stated(network, ROOM))
        self.move(FadeIn(self.link), network.edges[last].animate.set_level(0.12))
        _, edge, end = self.link
        sources = {"dz_dw": edge, "da_dz": end, "dC_da": labels["j"], "dC_dz": end}
        flights = [fly(self.chain[name], sources[name]) for name in self.links]
        self.move(FadeIn(self.chain.rest(*self.links)), LaggedStart(*flights, lag_ratio=0.5), time="slow")
        self.fall(self.chain, self.factors)

    @beat
    def the_numbers(self) -> None:
        """Let the numbers fall from the factors."""
        self.fall(self.factors, self.numbers)

    def fall(self, above: Formula, below: Formula) -> None:
        """Let each part of a formula come from the part above that it is."""
        self.move(FadeIn(below.rest(*self.links)), time="fade", still=False)
        self.move(LaggedStart(*[fly(below[name], above[name]) for name in self.links], lag_ratio=0.5), time="slow")

    def put(self, name: str, formula: Formula) -> Formula:
        """Return a formula in its place on the right."""
        return lined_up(formula, PANEL, HEIGHTS[name])
