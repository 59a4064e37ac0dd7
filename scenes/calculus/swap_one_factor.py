"""The chain rule for the bias and for the activation before: one factor is swapped, the rest stays (K8)."""

from __future__ import annotations

from manim import VGroup

from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.network.tree import ComputationTree
from scenes.mobjects.type.columns import in_columns
from scenes.mobjects.type.formula import Formula, fly
from scenes.parts.calculus.last_link import GIVEN, LINKS, NODES, ROLES, LastLink
from scenes.parts.calculus.measured import measured_under, slope_of_cost, spec_of
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene

WHOLE, VALUE, FACTORS = -3.2, -1.45, (0.75, 2.95, 5.15)  # middles of the columns
RULE, MEANING, LINES = 1.75, 0.85, (0.05, -0.95, -1.95)  # heights
RULES = {"w": "chain_rule", "b": "chain_bias", "before": "chain_before"}  # by what the path begins at
QUIET = 0.35  # opacity of what rests


class SwapOneFactor(TraceScene):
    """The tree of the last link, the chain rule over columns, and under it a line of numbers for w, for b, for a."""

    chapter = "calculus"
    needs = ("chain", "links")

    def setup(self) -> None:
        self.tree = ComputationTree(NODES, LastLink(self.stage).places, LINKS, self.theme, ROLES | GIVEN)
        trace = self.trace
        shared = {"da_dz": trace.reading("chain/da_dz"), "dC_da": trace.reading("chain/dC_da")}
        self.numbers = {
            "w": {"dC_dw": trace.reading("links/dC_dw", 2), "dz_dw": trace.reading("chain/dz_dw")} | shared,
            "b": {"dC_db": trace.reading("links/dC_db", 2)} | shared,
            "before": {"dC_dbefore": trace.reading("links/dC_da", 2), "dz_dbefore": trace.reading("chain/W", 2)}
            | shared,
        }
        self.measured = {kind: trace.reading(f"links/measured_dC_d{kind}", 2) for kind in "wb"}
        self.epsilon = trace.reading("chain/epsilon", int(trace["chain/at"]))

    @beat("K8")
    def the_bias(self) -> None:
        """Show the three factors of the weight, and swap the first for the bias."""
        self.show_the_weight()
        self.swap("w", "b", "1")

    @beat
    def the_activation(self) -> None:
        """Swap the first factor again, for the activation before."""
        self.swap("b", "before", "w^((L))")

    @beat
    def what_it_is_for(self) -> None:
        """Leave the line of the activation standing."""
        rest = VGroup(self.lines["w"], self.lines["b"], *self.checks.values())
        self.move(rest.animate.set_opacity(QUIET))

    def show_the_weight(self) -> None:
        """Show what is known: the path from the weight, its three factors, and what they are in numbers."""
        self.rule = self.symbols("w")
        codes = ("a^((L-1))", "sigma'(z^((L)))", slope_of_cost(self.trace, "L"))
        self.meanings = [self.meaning(i, code) for i, code in enumerate(codes)]
        self.lines = {"w": self.line("w")}
        self.checks = {kind: self.check(kind) for kind in self.measured}
        path = [self.tree.link(*ends) for ends in (("w", "z"), ("z", "a"), ("a", "C"))]
        VGroup(*path).set_color(self.theme.of("focus"))
        self.enter(self.tree, self.rule, *self.meanings)
        self.move(FadeIn(self.lines["w"], self.checks["w"]))

    def swap(self, old: str, new: str, meaning: str) -> None:
        """Let the path begin elsewhere: only the first factor changes, and the numbers get another line."""
        theme, tree = self.theme, self.tree
        dim, focus = theme.of("dim"), theme.of("focus")
        gone = [self.rule[f"dC_d{old}"], self.rule[f"dz_d{old}"], self.meanings[0]]
        self.move(
            *[part.animate.set_color(dim) for part in (tree.node(old), tree.link(old, "z"))],
            *[part.animate.set_color(focus) for part in (tree.node(new), tree.link(new, "z"))],
            self.lines[old].paint("ink", f"dz_d{old}"),
            *map(FadeOut, gone),
            still=False,
        )
        after = self.symbols(new)
        self.meanings[0] = self.meaning(0, meaning).set_color(focus)
        source = tree.node("w" if new == "before" else new)
        self.move(fly(after[f"dC_d{new}"], tree.node(new)), FadeIn(after[f"dz_d{new}"]), still=False)
        self.remove(*self.rule)
        self.add(after)
        self.rule = after
        self.move(fly(self.meanings[0], source))
        self.lines[new] = self.line(new)
        self.move(FadeIn(self.lines[new], *([self.checks[new]] if new in self.checks else [])))

    def symbols(self, kind: str) -> Formula:
        """Return the chain rule for what the path begins at, over the columns."""
        roles = {f"dC_d{kind}": "cost", "dC_da": "cost"} | ({} if kind == "w" else {f"dz_d{kind}": "focus"})
        names = (f"dC_d{kind}", f"dz_d{kind}", "da_dz", "dC_da")
        formula = rule(RULES[kind], self.theme, size="title", roles=roles).move_to((0, RULE, 0))
        return in_columns(formula, dict(zip(names, (WHOLE, *FACTORS), strict=True)), even=True)

    def meaning(self, column: int, code: str) -> Formula:
        """Return what a factor is."""
        return Formula(code, self.theme, role="cost" if column == 2 else "ink").move_to((FACTORS[column], MEANING, 0))

    def line(self, kind: str) -> Formula:
        """Return the chain rule in numbers; the factors that are as before rest."""
        names = ("symbol", f"dC_d{kind}", f"dz_d{kind}", "da_dz", "dC_da")
        roles = {"symbol": "cost", f"dC_d{kind}": "cost", "dC_da": "cost"}
        if kind != "w":
            roles |= {f"dz_d{kind}": "focus"}
        numbers = {name: (value, spec_of(value)) for name, value in self.numbers[kind].items()}
        formula = twin(RULES[kind], self.theme, numbers=numbers, symbol=f"dC_d{kind}", roles=roles)
        formula.move_to((0, LINES[list(RULES).index(kind)], 0))
        return in_columns(formula, dict(zip(names, (WHOLE, VALUE, *FACTORS), strict=True)), even=True)

    def check(self, kind: str) -> VGroup:
        """Return what a nudge measured, under the number that is predicted."""
        height = LINES[list(RULES).index(kind)]
        return measured_under(self.measured[kind], self.epsilon, (VALUE, height), self.theme, self.words)
