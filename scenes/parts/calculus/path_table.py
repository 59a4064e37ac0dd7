"""The numbers of all paths from a neuron to the cost: a row of factors with its product for each, under the formula."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup

from netsim import Reading, Trace
from scenes.formulas.by_hand import equals_if_exact
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.type.columns import in_columns
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, number_column, spec_for
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

OWN = {"w": 4, "da_dz": 4, "dC_da": 4, "product": 6}  # columns and their shares of the width
SHARED = {"w": 6, "dC_dz": 6, "product": 6}  # where the outputs share one slope, that of a softmax
PARTS = {"w": "dz_da", "da_dz": "da_dz", "dC_da": "dC_da", "dC_dz": "dC_dz"}  # of the formula, over the columns
ROLES = {"w": "focus", "da_dz": "ink", "dC_da": "cost", "dC_dz": "cost", "product": "cost"}
SAID = {"w": ("= w_(j k)^((L))", "focus"), "product": ("approx <product>", "dim")}  # over the numbers; else a sign


class PathTable:
    """Makes the formula, the columns under it, and what they add up to.

    Parameters
    ----------
    k
        The neuron of the layer before the last that the paths start from.
    indices, rows
        The outputs that have a row, and the heights of the rows.
    room
        The formula stands in it, and the columns under it.

    Attributes
    ----------
    factors
        The names of the columns of factors, left to right.
    cells
        By column: the readings in it.
    running
        What the paths through outputs 0..j add up to, for each output j.
    total
        What all of them add up to.
    columns
        By column: its numbers.
    """

    def __init__(
        self,
        trace: Trace,
        theme: Theme,
        words: Messages,
        k: int,
        indices: Sequence[int],
        rows: Sequence[float],
        room: Zone,
    ) -> None:
        self.trace, self.theme, self.words, self.rows, self.room, last = trace, theme, words, rows, room, trace.L
        self._first = indices[0]
        W = trace.reading(f"W{last}", 0)
        table, running = (trace.reading(f"wishes/{name}{last}") for name in ("table", "running"))
        self.cells: dict[str, list[Reading]] = {"w": [W[j][k] for j in indices]}
        shared = trace.activation(last).couples
        shares = SHARED if shared else OWN
        self.places = dict(zip(shares, room.columns(*shares.values()), strict=True))
        if shared:
            self.cells["dC_dz"] = [trace.reading(f"delta{last}", 0, 0, j) for j in indices]
        else:
            self.cells["da_dz"] = [trace.reading(f"one/da_dz{last}", j) for j in indices]
            self.cells["dC_da"] = [trace.reading(f"dC_da{last}", 0, 0, j) for j in indices]
        self.factors = list(self.cells)
        self.cells["product"] = [-table[j][k] for j in indices]
        self.running = [-running[j][k] for j in range(len(running))]
        self.total = trace.reading(f"dC_da{last - 1}", 0, 0, k)
        self.columns = {name: self._column(name, readings) for name, readings in self.cells.items()}

    def sum_at(self, y: float) -> Readout:
        """Return the number that the products add up to, as yet only the first, under their column."""
        spec = self._spec("product")
        column = number_column(
            [self.running[self._first]], [y], self._right("product"), self.theme, spec=spec, role="cost"
        )
        number = column[0]
        assert isinstance(number, Readout)
        return number

    def formula(self) -> Formula:
        """Return the formula, each of its factors over the numbers that it stands for."""
        formula = rule(rule_of("paths_sum", self.trace), self.theme)
        middles = {PARTS[name]: self.places[name].x for name in self.factors}
        formula.shift((middles["dz_da"] - formula["dz_da"].get_x(), self.room.y - formula.get_y(), 0))
        return in_columns(formula, middles)

    def heads(self) -> dict[str, Formula]:
        """Return what stands between formula and numbers: what the first are, and what becomes of them."""
        heads, before = {}, self.room.left
        words = {"product": self.words.say("path-table", {}, "product")}
        for name in self.cells:
            source, role = SAID.get(name, ("times", "dim"))
            middle = self.places[name].x
            x = middle if name in SAID else (before + middle) / 2
            heads[name] = Formula(source, self.theme, words=words, role=role, size="small")
            heads[name].shift((x, 0, 0)).stand_on(self.rows[0] + gap.line)
            before = middle
        return heads

    def sign(self, total: Readout) -> str:
        """Return how the products go with their sum, both as they are written."""
        shown = [number.text for number in (total, *self.columns["product"]) if isinstance(number, Readout)]
        result, *products = [f"({text.removeprefix('+')})" for text in shown]
        complete = len(products) == self.trace.sizes[-1]
        said = equals_if_exact(f"{result} approx {' + '.join(products)}")
        return "approx" if not complete or " approx " in said else "="

    def _column(self, name: str, readings: list[Reading]) -> VGroup:
        spec = self._spec(name)
        column = number_column(readings, self.rows, self.room.right, self.theme, spec=spec, role=ROLES[name])
        return column.set_x(self.places[name].x)

    def _right(self, name: str) -> float:
        return float(self.columns[name].get_right()[0])

    def _spec(self, name: str) -> str:
        return spec_for(self.cells[name], *((4, "+") if name == "product" else (3, "")))
