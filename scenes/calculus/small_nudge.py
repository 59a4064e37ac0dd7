"""One weight of a tiny network is nudged, and the nudge followed to the cost (K4, K5)."""

from __future__ import annotations

import numpy as np
from manim import VGroup

from netsim import Trace
from netsim.figures.calculus.chain import enlargement
from scenes.camera.fading import FadeIn
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.network.tree import ComputationTree
from scenes.mobjects.plots.number_line import Lens
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.last_link import (
    GIVEN,
    LINKS,
    NODES,
    ROLES,
    SYMBOLS,
    LastLink,
    given_values,
    reach_of,
    values_of,
)
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

CHANGES, LENS, HALF = 0.35, 4.75, 1.95  # right edge of the changes; the lenses' middle, half width
FORMULA = 4.1  # middle of the formulas


class SmallNudge(TraceScene):
    """The computation tree with number lines; a nudge of w moves z, then a, then the cost."""

    chapter = "calculus"
    needs = ("chain",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        at = int(trace["chain/at"])
        return super().facts(trace) | {
            "epsilon": trace.reading("chain/epsilon", at),
            "zoom": enlargement(trace),
            "predicted": trace.reading("chain/dC_dw"),
            "measured": trace.reading("chain/measured_dC_dw", at),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        self.at = int(trace["chain/at"])
        self.changes = {name: trace.reading(f"chain/change_{name}", self.at) for name in SYMBOLS}
        at = LastLink(self.stage)
        self.rows = at.heights
        self.tree = ComputationTree(NODES, at.places, LINKS, theme, ROLES | GIVEN)
        values = values_of(trace, SYMBOLS)
        reach = reach_of(values.values())
        self.lines = {name: at.line(name, value, reach, theme) for name, value in values.items()}
        unit = float(enlargement(trace)) * at.unit / reach
        self.lenses = {
            name: Lens(change, np.array([LENS, self.rows[name], 0]), HALF, unit, theme, ROLES[name])
            for name, change in self.changes.items()
        }

    @beat("K4")
    def the_last_link(self) -> None:
        """Show the tree of the last link, with the numbers on their lines."""
        tree = self.tree
        given = given_values(self.trace, tree, self.theme)
        self.enter(tree.node("w"), tree.node("before"), tree.node("b"), given["before"], given["b"])
        for name in ("z", "a", "C"):
            also = [tree.node("y"), given["y"]] if name == "C" else []
            self.move(FadeIn(tree.inputs_of(name), *also), time="fade", still=False)
        self.move(*[FadeIn(line) for line in self.lines.values()], still=False)

    @beat
    def the_nudge(self) -> None:
        """Let the nudge move one value after the other, each under its lens."""
        head = Spoken(self.phrase("enlarged"), self.theme, role="dim", size="small")
        head.move_to((LENS, self.rows["w"] + 0.55, 0))
        self.labels: dict[str, Formula] = {}
        self.enter(head, *self.lenses.values())
        previous = ""
        for name, lens in self.lenses.items():
            self.labels[name] = self.change_label(name)
            flash = [self.tree.flash(previous, name)] if previous else []
            self.move(*flash, *lens.follow(), FadeIn(self.labels[name]))
            previous = name
        self.head = head

    @beat("K5")
    def the_ratios(self) -> None:
        """Write the changes as ratios, cancel, and turn them into derivatives."""
        lenses = VGroup(self.head, *[VGroup(*l.submobjects, l.dot, l.trail) for l in self.lenses.values()])
        self.leave(lenses)
        ratios = rule("chain_ratios", self.theme).move_to((FORMULA, self.rows["w"], 0))
        flown = {f"{name}_below": name for name in "wza"} | {f"{name}_above": name for name in "zaC"}
        self.move(*[fly(ratios[part], self.labels[name]) for part, name in flown.items()], still=False)
        self.move(FadeIn(ratios.rest(*flown)))
        for name in ("z", "a"):
            self.move(ratios.paint("faint", f"{name}_above", f"{name}_below"), still=False)
        self.wait(self.theme.time.still)
        self.formula = rule("chain_rule", self.theme, size="title").move_to((FORMULA, 0.3, 0))
        self.move(FadeIn(self.formula))

    @beat
    def the_numbers(self) -> None:
        """Write the numbers under the rule, and what was measured under them."""
        names = ("dC_dw", "dz_dw", "da_dz", "dC_da")
        numbers = twin(
            "chain_rule",
            self.theme,
            numbers={name: (self.trace.reading(f"chain/{name}"), ".4f") for name in names},
        ).move_to((FORMULA, -0.85, 0))
        check = rule(
            "chain_measured",
            self.theme,
            numbers={
                "dC": (self.changes["C"], ".6f"),
                "dw": (self.trace.reading("chain/epsilon", self.at), ""),
                "dC_dw": (self.trace.reading("chain/measured_dC_dw", self.at), ".4f"),
            },
            size="small",
            words=self.words,
        ).move_to((FORMULA, -1.9, 0))
        self.move(*[fly(numbers[name], self.formula[name]) for name in names], still=False)
        self.move(FadeIn(numbers.rest(*names)), time="fade")
        self.move(FadeIn(check))

    def change_label(self, name: str) -> Formula:
        """Return the change of a quantity in numbers, beside its line."""
        symbol = {"C": "C_0"}.get(name, name)
        label = Formula(
            f"Delta {symbol} = <change>",
            self.theme,
            numbers={"change": (self.changes[name], ".6f")},
            role="ink" if name in "za" else ROLES[name],
            size="small",
        )
        return label.shift((CHANGES - label.get_left()[0] - 0.9, self.rows[name] - label.get_y(), 0))
