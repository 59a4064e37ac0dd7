"""The fan of edges lies down into a grid: read by rows, by columns, turned; and the outer product fills it (K14)."""

from __future__ import annotations

import numpy as np
from manim import VGroup, smooth, squish_rate_func

from netsim import Reading, Trace
from netsim.figures.calculus.deltas import what_grows
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.look.measures import level
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.formula import Formula, fly
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.columns.standing import columns_stand
from scenes.parts.calculus.in_numbers import function_of, numbers_of
from scenes.parts.calculus.matrix.labels import Labels
from scenes.parts.calculus.matrix.passing import Fill, ReadRows, Wither
from scenes.parts.calculus.matrix.picture import MatrixPicture, room_beside
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

EQUATIONS = ("delta_last_matrix", "delta_matrix", "weights_matrix", "biases_matrix")
LYING, READING = 2, 5 / 2  # times as long as a move: the fan tilts; a grid is read row by row
LATE = 3 / 5  # share of a turn after which names come to what has turned
LEAVES, COMES = (0, 3 / 5), (2 / 5, 1)  # shares of a move: the grid goes, then the network comes


class MatrixForm(TraceScene):
    """The weights of the last layer as a grid, and what goes through it, forward and backward."""

    chapter = "calculus"
    needs = ("one",)
    asks = ("hidden",)
    opens_with = columns_stand
    closes_with = columns_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {"grows": what_grows(trace)}

    def setup(self) -> None:
        hero: Columns = self.stands
        self.hero, self.before, last = hero, self.trace.L - 1, self.trace.L
        self.picture = MatrixPicture(hero, room_beside(hero, self.stage))
        self.labels = Labels(self.picture, self.words, self.stage)
        self.lines = hero.beside.rows(*[1] * len(EQUATIONS))  # of which the middle ones hold what is said before
        self.gradient = self.trace.reading(f"one/dC_dW{last}").take(self.picture.rows, self.picture.columns)
        self.j, self.k = self.picture.rows.index(hero.j), self.picture.columns.index(hero.k)

    @beat("K14")
    def read_by_rows(self) -> None:
        """Let the fan lie down into the grid, and the activations slide through its rows."""
        picture, time = self.picture, self.theme.time
        self.hero.edges(self.hero.L).set_level(0)
        self.add(picture)
        self.play(FadeOut(self.hero, run_time=time.fade), picture.lie_down(run_time=LYING * time.move))
        self.said = self.line(self.rule("weighted_sum"), 1)
        self.move(FadeIn(self.labels.coming, self.labels.note("W"), self.said), time="fade", still=False)
        picture.dark()
        self.play(ReadRows(picture.grid, picture.sources, picture.light, False, run_time=READING * time.move))

    @beat
    def read_by_columns(self) -> None:
        """Frame a column, and turn the grid about its diagonal: the column is a row."""
        picture, grid = self.picture, self.picture.grid
        picture.hold_deltas()
        column = np.full(grid.shape[1], level.back)
        column[self.k] = 1
        framed = grid.frame_cells((0, grid.shape[0] - 1), (self.k, self.k)).animate.set_framed(1).set_level(column)
        self.said_next = self.line(self.rule("delta_before_matrix"), 2)
        self.by_column = self.line(self.rule("handed_back"), 1)
        coming, leaving = (
            FadeIn(picture.deltas, self.labels.deltas, self.by_column),
            FadeOut(self.said, self.labels.coming),
        )
        self.move(framed.build(), coming, leaving, still=False)
        picture.remove(*picture.outputs, picture.names)
        leaving = FadeOut(*picture.outputs, picture.names, self.labels.deltas, self.labels.noted)
        self.move(leaving, fly(self.said_next["W"], grid), time="fade", still=False)
        deltas, late = self.said_next["deltas"], squish_rate_func(smooth, LATE, 1)
        named = FadeIn(self.labels.turned_deltas, self.labels.note("W", "delta"), deltas, rate_func=late)
        self.move(picture.turn_over(), named, time="slow", still=False)

    @beat
    def entry_by_entry(self) -> None:
        """Let the deltas slide through, and each sum be multiplied by its own neuron's slope."""
        picture, labels, time = self.picture, self.labels, self.theme.time
        picture.make_backward()
        unframed = picture.grid.animate.set_framed(0).build()
        gone = FadeOut(labels.noted)
        coming = FadeIn(labels.made["dC_da"], labels.note("W", "backward", "slopes"))
        self.move(gone, coming, unframed, time="fade", still=False)
        reading = ReadRows(picture.grid, picture.deltas, picture.come_out, True, run_time=READING * time.move)
        self.add(picture.handed)
        self.play(reading)
        self.move(
            FadeIn(
                picture.slopes, labels.made["da_dz"], labels.signs[0], self.said_next["times"], self.said_next["da_dz"]
            ),
            still=False,
        )
        rest = self.said_next.rest("W", "deltas", "times", "da_dz")
        self.move(picture.multiply(), FadeIn(labels.made["before"], labels.signs[1], rest), still=False)

    @beat
    def the_outer_product(self) -> None:
        """Turn back, empty the grid, and fill it with the derivatives: first one, then all; some rows are told of."""
        picture, grid, labels = self.picture, self.picture.grid, self.labels
        told = picture.handed, picture.slopes, picture.earlier, labels.backward, self.by_column, self.said_next
        self.leave(*told, labels.noted)
        self.move(picture.turn_back(), Wither(grid), still=False)
        grid.set_values(self.gradient, Scale.fit([self.gradient], picture.grid.scale_of_side.length)).set_grown(0)
        self.said = self.line(self.rule("last_weights_matrix"), 1)
        last, k, j = self.trace.L, self.hero.k, self.hero.j
        numbers = self.numbers(
            "last_weight",
            "dC_dw",
            dC_dw=self.trace.reading(f"one/dC_dW{last}", j, k),
            delta=self.trace.reading(f"delta{last}", 0, 0, j),
            before=self.trace.reading(f"a{last - 1}", 0, 0, k),
        )
        self.one = self.line(numbers, 2)
        grid.frame_cells((self.j, self.j), (self.k, self.k))
        self.move(
            FadeIn(
                *picture.outputs, picture.names, labels.coming, labels.deltas, labels.note("dC_dW", "delta"), self.said
            ),
            grid.animate.set_framed(1).build(),
            time="fade",
            still=False,
        )
        picture.add(*picture.outputs, picture.names)
        here = np.zeros(grid.shape, bool)
        here[self.j, self.k] = True
        self.marks = labels.marks(self.j, self.k)
        self.move(FadeIn(self.marks, self.one), Fill(grid, np.zeros_like(here), here), still=False)
        row = picture.rows.index(self.trace.own_output(0)) if what_grows(self.trace) == "to_the_label" else None
        self.move(Fill(grid, here, flaring=row), time="slow", still=False)
        if row is not None:
            self.tell_of(row)

    @beat
    def for_every_layer(self) -> None:
        """Write all four equations."""
        equations = VGroup(*[self.line(self.rule(self.form(name)), i) for i, name in enumerate(EQUATIONS)])
        for formula in equations:
            formula.shift((self.hero.beside.left - formula.get_left()[0], 0, 0))
        gone = FadeOut(self.said, self.one, self.marks)
        self.move(gone, self.picture.grid.animate.set_framed(0).set_level(1).build(), time="fade", still=False)
        for formula in equations:
            self.move(FadeIn(formula), time="fade", still=False)

    def hand_over(self) -> None:
        """Let all go, and then the network stand as it stood."""
        first, then = (squish_rate_func(smooth, *part) for part in (LEAVES, COMES))
        gone = [FadeOut(picture, rate_func=first) for picture in self.staged()]
        self.move(*gone, FadeIn(columns_stand(self), rate_func=then), still=False)

    # --- parts ----------------------------------------------------------------------------

    def tell_of(self, row: int) -> None:
        """Let the frame be around a row, and all others step back."""
        grid, rows = self.picture.grid, self.picture.grid.shape[0]
        levels = np.where(np.arange(rows) == row, 1, level.rest)[:, None]
        self.move(FadeOut(self.marks), grid.animate.set_framed(0).build(), time="fade", still=False)
        grid.frame_cells((row, row), (0, grid.shape[1] - 1))
        self.move(grid.animate.set_framed(1).set_level(levels).build(), time="fade", still=False)

    def form(self, name: str) -> str:
        """Return which form of a rule holds here."""
        return rule_of(name, self.trace) if name == "delta_last_matrix" else name

    def line(self, formula: Formula, row: int) -> Formula:
        """Return a formula on a line of the zone beside."""
        return self.lines[row].fit(formula)

    def rule(self, name: str) -> Formula:
        """Return a rule with the function of its layer."""
        l = self.trace.L if name.startswith("delta_last") else self.before
        return rule(name, self.theme, instead=function_of(self.trace, l))

    def numbers(self, name: str, symbol: str, **readings: Reading) -> Formula:
        """Return a rule's numbers behind its symbol, in which the neurons that are spoken of stand for j and k."""
        j, k = self.hero.j, self.hero.k
        indices = {"w_(j k)": f"w_({j}, {k})", "a_k": f"a_({k})", "delta_k": f"delta_({k})"}
        return twin(name, self.theme, numbers=numbers_of(readings), symbol=symbol, instead=indices)
