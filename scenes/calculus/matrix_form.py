"""The last two layers as grids: read by rows forward, by columns backward; the outer product fills one (K14)."""

from __future__ import annotations

from manim import Animation, GrowFromCenter, LaggedStart, ReplacementTransform, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_activations import sign_of
from scenes.formulas.vocabulary import rule, twin
from scenes.look.measures import gap, lag, level, stroke
from scenes.mobjects.amounts.grid import SignedGrid
from scenes.mobjects.type.formula import Formula
from scenes.parts.calculus.last_layers import numbers_of
from scenes.parts.calculus.layer_grids import LayerGrids
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene

GRIDS, PANEL = 7, 6  # shares of the width
LINES = (3, 3, 3, 2)  # shares of the panel's height: a rule, its numbers, a further rule; the rest stays free
RULE, NUMBERS, SECOND = range(3)
BACK = "delta^((L)) <and> partial C_0 \\/ partial a^((L-1))"  # what comes back through the weights: one scale


class MatrixForm(TraceScene):
    """The weights of the last layer as a grid, with what goes through it forward and backward around it."""

    chapter = "calculus"
    needs = ("one",)
    needs_hidden = True

    def setup(self) -> None:
        trace, last = self.trace, self.trace.L
        left, self.panel = self.stage.columns(GRIDS, PANEL, gap=gap.large)
        self.lines = self.panel.picture.rows(*LINES)
        self.grids = LayerGrids(trace, self.theme, self.words, left)
        self.delta, self.a = trace.reading(f"delta{last}", 0, 0), trace.reading(f"a{last - 1}", 0, 0)
        self.dC_da, self.before = (trace.reading(f"{name}{last - 1}", 0, 0) for name in ("dC_da", "delta"))
        self.slopes, self.dC_dW = trace.reading(f"one/da_dz{last - 1}"), trace.reading(f"one/dC_dW{last}")

    @beat("K14")
    def read_by_rows(self) -> None:
        """Fill the grid of the last layer's weights, and frame a row."""
        grid = self.grids.weights
        self.note = self.grids.notes(("W^((L))", grid))
        self.row, self.column = self.grids.index_of_row(grid), self.grids.index_of_column()
        self.enter(self.grids.names, grid.lines, self.grids.neurons, self.grids.heads["a"], self.note)
        self.move(LaggedStart(*map(GrowFromCenter, grid.entries), lag_ratio=lag.wave), time="slow", still=False)
        self.frame = grid.frame((self.grids.i, self.grids.i), (0, len(self.grids.columns) - 1))
        others = VGroup(*[grid.row(i) for i in range(len(self.grids.rows)) if i != self.grids.i])
        self.move(FadeIn(self.frame, self.row), others.animate.set_opacity(level.rest))
        self.say(self.rule("weighted_sum"))

    @beat
    def read_by_columns(self) -> None:
        """Put the deltas beside the grid, frame a column, and add it up under it."""
        grid, c = self.grids.weights, self.grids.c
        column = grid.frame((0, len(self.grids.rows) - 1), (c, c))
        others = VGroup(*[grid.column(i) for i in range(len(self.grids.columns)) if i != c])
        self.leave(self.row)
        self.unsay(("W^((L))", grid), (BACK, self.grids.deltas))
        self.move(
            FadeIn(self.column, self.grids.deltas, self.grids.heads["delta"]),
            ReplacementTransform(self.frame, column),
            others.animate.set_opacity(level.rest),
            grid.column(c).animate.set_opacity(1),
        )
        self.frame = column
        self.say(self.rule("handed_back"))
        entry = self.grids.handed.entry(0, c)
        self.move(FadeIn(self.grids.handed.lines, self.grids.heads["dC_da"]), GrowFromCenter(entry), still=False)
        self.add_line(self.numbers("handed_back", "dC_dbefore", dC_dbefore=self.dC_da[self.grids.k]), NUMBERS)

    @beat
    def the_transpose(self) -> None:
        """Fill the row under the grid, and state the rule with the transpose."""
        others = [self.grids.handed.entry(0, i) for i in reversed(range(len(self.grids.columns))) if i != self.grids.c]
        self.move(self.grids.weights.entries.animate.set_opacity(1), FadeOut(self.frame), still=False)
        if others:
            self.move(LaggedStart(*map(GrowFromCenter, others), lag_ratio=lag.close), time="slow")
        self.add_line(self.rule("handed_back_matrix"), SECOND)

    @beat
    def entry_by_entry(self) -> None:
        """Put the slopes under the row, and under them the products, entry by entry."""
        deltas, earlier = self.grids.deltas, self.grids.earlier
        enlarged = earlier.scale_of_side.longest < deltas.scale_of_side.longest
        before = (f"delta^((L-1)) {'<enlarged>' if enlarged else ''}", earlier)
        self.unsay((BACK, deltas), (self.grids.slope, self.grids.sloped), before)
        self.move(
            VGroup(self.grids.weights, self.grids.names).animate.set_opacity(level.rest),
            FadeIn(self.grids.sloped, self.grids.heads["da_dz"]),
        )
        self.say(self.rule("delta_before_matrix"))
        entries = [self.grids.earlier.entry(0, i) for i in reversed(range(len(self.grids.columns)))]
        self.move(
            FadeIn(self.grids.earlier.lines, self.grids.heads["before"]),
            LaggedStart(*map(GrowFromCenter, entries), lag_ratio=lag.close),
            time="slow",
            still=False,
        )
        c, k = self.grids.c, self.grids.k
        ends = VGroup(*[grid.frame((0, 0), (c, c)) for grid in (self.grids.handed, self.grids.earlier)])
        self.frame = self.grids.handed.frame((0, 0), (c, c)).stretch_to_fit_height(ends.height).move_to(ends)
        line = self.numbers("delta_before", "delta", delta=self.before[k], dC_da=self.dC_da[k], da_dz=self.slopes[k])
        self.add_line(line, NUMBERS, FadeIn(self.frame))

    @beat
    def the_outer_product(self) -> None:
        """Empty the grid, and fill it with the derivatives: first one entry, then all."""
        grid, i, c = self.grids.gradient, self.grids.i, self.grids.c
        under = VGroup(
            self.grids.handed,
            self.grids.sloped,
            self.grids.earlier,
            *[self.grids.heads[n] for n in ("dC_da", "da_dz", "before")],
        )
        self.unsay((BACK, self.grids.deltas), ("partial C_0 \\/ partial W^((L))", grid))
        self.move(
            FadeOut(self.grids.weights.entries, self.frame, under),
            self.grids.names.animate.set_opacity(1),
            self.grids.weights.lines.animate.set_opacity(1),
        )
        self.say(self.rule("last_weights_matrix"))
        ring = self.grids.neurons[c].copy().set_fill(opacity=0).set_stroke(self.theme.of("focus"), stroke.strong)
        self.row = self.grids.index_of_row(self.grids.deltas)
        self.marks = VGroup(self.grids.deltas.frame((i, i), (0, 0)), ring, grid.frame((i, i), (c, c)))
        entry, j, k = grid.entry(i, c), self.grids.j, self.grids.k
        line = self.numbers("last_weight", "dC_dw", dC_dw=self.dC_dW[j][k], delta=self.delta[j], before=self.a[k])
        self.add_line(line, NUMBERS, FadeIn(self.marks, self.row), GrowFromCenter(entry))
        rest = [other for other in reversed(grid.entries) if other is not entry]
        self.move(LaggedStart(*map(GrowFromCenter, rest), lag_ratio=lag.wave), time="slow", still=False)

    @beat
    def for_every_layer(self) -> None:
        """Write the two rules of any layer."""
        self.leave(self.said, self.marks, self.row, self.column)
        self.say(self.rule("delta_matrix"))
        self.add_line(self.rule("weights_matrix"), NUMBERS)

    # --- parts ----------------------------------------------------------------------------

    def say(self, formula: Formula) -> None:
        """Let a rule appear on the panel."""
        self.said = VGroup()
        self.add_line(formula, RULE)

    def add_line(self, formula: Formula, line: int, *more: Animation) -> None:
        """Let a further line appear on the panel, with what it names."""
        self.lines[line].put(formula)
        self.said.add(formula)
        self.move(FadeIn(formula), *more, time="move" if more else "fade")

    def unsay(self, *grids: tuple[str, SignedGrid]) -> None:
        """Clear the panel, and state the scales of the grids that come next."""
        self.leave(self.said, self.note)
        self.note = self.grids.notes(*grids)
        self.enter(self.note)

    def rule(self, name: str) -> Formula:
        """Return a rule with the function of the hidden layers, as large as there is room."""
        function = {"sigma": sign_of(self.trace, self.trace.L - 1)}
        sizes = (rule(name, self.theme, size=size, instead=function) for size in ("title", "body"))
        return next(formula for formula in sizes if formula.width <= self.panel.width)

    def numbers(self, name: str, symbol: str, **readings: Reading) -> Formula:
        """Return a rule's numbers behind its symbol, in which the neurons that are spoken of stand for j and k."""
        j, k = self.grids.j, self.grids.k
        indices = {"w_(j k)": f"w_({j}, {k})", "a_k": f"a_({k})", "delta_k": f"delta_({k})"}
        return twin(name, self.theme, numbers=numbers_of(readings), symbol=symbol, instead=indices)
