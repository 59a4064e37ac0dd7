"""The chain rule written out to the first weight, with every factor and its number, from right to left (K9)."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from manim import Create, LaggedStart, RoundedRectangle, VGroup

from netsim import Trace
from netsim.figures.calculus.chain import layers_of_chain
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.network.tree import ComputationTree
from scenes.mobjects.type.columns import in_columns
from scenes.mobjects.type.formula import Formula, fly
from scenes.parts.calculus.measured import measured_under, slope_of_cost, spec_of
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

L = 3
RULES = {3: "chain_last_weight", 2: "chain_weight_before", 1: "chain_first_weight"}
# The factors of each chain, from right to left.
FACTORS = {l: ["dC_da", *[f"{kind}{m}" for m in range(L, l - 1, -1) for kind in ("da", "dz")]] for l in RULES}
FIRST, PITCH = -4.4, 1.62  # middle of the first column of factors, from column to column
WHOLE = {3: 0.46, 2: -2.78, 1: -6.02}  # middle of what stands left of the factors
GIVEN, SPINE = 2.35, 1.35  # heights of the tree's two rows
RULE, MEANING, NUMBERS = 0.25, -0.6, -1.4  # heights of the rows under it


class Factor(NamedTuple):
    """A factor of the chain: the link of the tree that it belongs to, what it is, and the node that says so."""

    start: str
    stop: str
    meaning: str
    source: str


def factor(trace: Trace, name: str, end: bool) -> Factor:
    """Return a factor by its name in the rules; ``end`` for the one in which the chain ends."""
    if name == "dC_da":
        return Factor(f"a{L}", "C", slope_of_cost(trace, f"{L}"), f"a{L}")
    kind, l = name[1], int(name[2])
    if kind == "a":
        return Factor(f"z{l}", f"a{l}", f"sigma'(z^(({l})))", f"z{l}")
    if end:
        return Factor(f"w{l}", f"z{l}", f"a^(({l - 1}))", f"a{l - 1}")
    return Factor(f"a{l - 1}", f"z{l}", f"w^(({l}))", f"w{l}")


class BackAnotherLayer(TraceScene):
    """The tree lies on its side; under each link of the lit path stands a factor, what it is, and its number."""

    chapter = "calculus"
    needs = ("chain", "links")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {"layers": layers_of_chain(trace)}

    def setup(self) -> None:
        theme = self.theme
        joints = ["a0", *[f"{kind}{l}" for l in range(1, L + 1) for kind in "za"], "C"]
        self.places = {name: (FIRST + (i - 0.5) * PITCH, SPINE) for i, name in enumerate(joints)}
        self.places |= {f"w{l}": (self.places[f"a{l - 1}"][0], GIVEN) for l in range(1, L + 1)}
        self.places |= {f"b{l}": (self.places[f"z{l}"][0], GIVEN) for l in range(1, L + 1)}
        self.places |= {"y": (self.places["C"][0], GIVEN)}
        links = [*pairwise(joints), ("y", "C")]
        links += [(f"{kind}{l}", f"z{l}") for l in range(1, L + 1) for kind in "wb"]
        symbols = {name: f"{name[0]}^(({name[1]}))" if name[1:] else name for name in self.places} | {"C": "C_0"}
        given = [name for name in self.places if name[0] in "wby" or name == "a0"]
        self.tree = ComputationTree(symbols, self.places, links, theme, dict.fromkeys(given, "dim") | {"C": "cost"})
        self.columns = {f"dz{l}": FIRST + 2 * (l - 1) * PITCH for l in range(1, L + 1)}
        self.columns |= {f"da{l}": FIRST + (2 * l - 1) * PITCH for l in range(1, L + 1)}
        self.columns |= {"dC_da": FIRST + 2 * L * PITCH}
        self.meanings: dict[str, Formula] = {}

    @beat("K9")
    def to_the_weight_before(self) -> None:
        """Show the path to the last weight, then let the rule grow to the one before it."""
        self.show_the_last()
        self.go_back_to(2)

    @beat
    def to_the_first_weight(self) -> None:
        """Let the rule grow to the first weight."""
        self.go_back_to(1)

    @beat
    def the_pairs(self) -> None:
        """Frame the pair that each layer puts in."""
        theme = self.theme
        self.move(self.swapped.animate.set_color(theme.of("ink")), time="fade", still=False)
        for l in range(L, 1, -1):
            pair = VGroup(*[self.rule[name] for name in (f"da{l - 1}", f"dz{l}")])
            frame = RoundedRectangle(0.12, width=PITCH + 1.3, height=RULE - MEANING + 0.86, stroke_width=2.5)
            frame.move_to((pair.get_x(), (RULE + MEANING) / 2 + 0.08, 0)).set_color(theme.of("focus"))
            lit = [self.meanings[name].animate.set_color(theme.of("focus")) for name in (f"dz{l}", f"da{l - 1}")]
            self.move(Create(frame), *lit, still=l == 2)

    def show_the_last(self) -> None:
        """Show what is known: the path to the last weight, its three factors, and what they are in numbers."""
        path = [(f"w{L}", f"z{L}"), (f"z{L}", f"a{L}"), (f"a{L}", "C")]
        lit = [self.tree.link(*ends) for ends in path]
        VGroup(*lit, self.tree.node(f"w{L}")).set_color(self.theme.of("focus"))
        for name in FACTORS[L]:
            self.meanings[name] = self.meaning(name, factor(self.trace, name, name == f"dz{L}").meaning)
        self.rule, self.statement = self.symbols(L), VGroup(self.numbers(L), self.measured(L))
        self.enter(self.tree, self.rule, *self.meanings.values(), self.statement)
        self.wait(self.theme.time.still)

    def go_back_to(self, l: int) -> None:
        """Light the path from the cost to weight l; those of its factors that are new come from right to left."""
        tree, theme = self.tree, self.theme
        rule_of_l, factors, swapped = self.symbols(l), FACTORS[l], f"dz{l + 1}"
        self.leave_weight(l + 1)
        for name in factors[factors.index(swapped) :]:
            end = name == f"dz{l}"
            start, stop, code, source = factor(self.trace, name, end)
            self.meanings[name] = self.meaning(name, code)
            if name == swapped:
                self.swapped = VGroup(rule_of_l[name], self.meanings[name]).set_color(theme.of("focus"))
            lit = [tree.node(start).animate.set_color(theme.of("focus"))] if end else []
            flown = [fly(rule_of_l[name], tree.link(start, stop)), fly(self.meanings[name], tree.node(source))]
            arriving = LaggedStart(*flown, lag_ratio=0.6)
            self.move(tree.flash(start, stop), *lit, arriving, still=False)
        numbers, measured = self.numbers(l), self.measured(l)
        self.move(FadeIn(rule_of_l.rest(*factors), numbers))
        self.move(FadeIn(measured))
        self.remove(*self.rule.get_family())
        self.remove(*rule_of_l.get_family())  # the parts that it came in
        self.add(rule_of_l)
        self.rule, self.statement = rule_of_l, VGroup(numbers, measured)

    def leave_weight(self, l: int) -> None:
        """Let go of what belongs to weight l alone: its numbers, and the factor in which its chain ended."""
        name, dim = f"dz{l}", self.theme.of("dim")
        rested = [self.swapped.animate.set_color(self.theme.of("ink"))] if l < L else []
        self.move(FadeOut(self.statement, self.rule.rest(*FACTORS[l])), *rested, time="fade", still=False)
        resting = [part.animate.set_color(dim) for part in (self.tree.node(f"w{l}"), self.tree.link(f"w{l}", f"z{l}"))]
        self.move(FadeOut(self.rule[name], self.meanings[name]), *resting, time="fade", still=False)

    def meaning(self, name: str, code: str) -> Formula:
        """Return what a factor is, in its column."""
        formula = Formula(code, self.theme, role="cost" if name == "dC_da" else "ink")
        return formula.move_to((self.columns[name], MEANING, 0))

    def symbols(self, l: int) -> Formula:
        """Return the chain rule for weight l, each factor under its link."""
        formula = rule(RULES[l], self.theme).move_to((0, RULE, 0))
        return in_columns(formula, {"dC_dw": WHOLE[l]} | {name: self.columns[name] for name in FACTORS[l]})

    def numbers(self, l: int) -> Formula:
        """Return the rule for weight l in numbers, under the rule."""
        trace = self.trace
        values = {"dC_dw": trace.reading("links/dC_dw", l - 1), "dC_da": trace.reading("links/dC_da", L)}
        values |= {f"da{m}": trace.reading("links/da_dz", m - 1) for m in range(l, L + 1)}
        values |= {f"dz{m}": trace.reading("chain/W", m - 1) for m in range(l + 1, L + 1)}
        values |= {f"dz{l}": trace.reading("chain/a", l - 1)}
        numbers = {name: (value, spec_of(value)) for name, value in values.items()}
        formula = twin(RULES[l], self.theme, numbers=numbers).move_to((0, NUMBERS, 0))
        return in_columns(formula, {"dC_dw": WHOLE[l]} | {name: self.columns[name] for name in FACTORS[l]})

    def measured(self, l: int) -> VGroup:
        """Return what a nudge of weight l did, under what is predicted."""
        value = self.trace.reading("links/measured_dC_dw", l - 1)
        epsilon = self.trace.reading("chain/epsilon", int(self.trace["chain/at"]))
        return measured_under(value, epsilon, (WHOLE[l], NUMBERS), self.theme, self.words)
