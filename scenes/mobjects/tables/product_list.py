"""A product written downwards: each factor's symbol, number and meaning in a row, and what they multiply to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manim import LEFT, VGroup

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, spec_of_digits
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone

LONGEST = 8  # factors that stand in one column, with room for their meaning
PITCH = 0.55  # between two rows, at most
SYMBOL = 0.3  # left end of a symbol, from the sign's
NUMBER, MEANING = 2.4, 2.6  # right end of a number, left end of a meaning, from there
NARROW = 2.15  # right end of a number where there are two columns


@dataclass(frozen=True)
class Row:
    """One factor: its symbol as Typst mathematics, its number, its meaning, its colour's role."""

    source: str
    reading: Reading
    meaning: str
    role: str = "ink"


class ProductList(VGroup):
    """The factors of a product, in one column or two.

    Parameters
    ----------
    rows
        The factors, in their order.
    product
        What they multiply to, rounded by itself: its sign is that of an approximation.
    room
        Where the list stands; it begins in its upper left corner.

    Attributes
    ----------
    symbols, rests
        For each factor its symbol; its sign, number and meaning.
    result
        The last row; its number is the last part.
    """

    def __init__(self, rows: Sequence[Row], product: Reading, theme: Theme, room: Zone) -> None:
        super().__init__()
        self.theme, self.room = theme, room
        self.columns = 1 if len(rows) <= LONGEST else 2
        self.per_column = -(-len(rows) // self.columns)
        self.pitch = min(PITCH, (room.top - room.bottom) / self.per_column)
        self.symbols: list[Formula] = []
        self.rests: list[VGroup] = []
        for i, row in enumerate(rows):
            x, y = self._corner(i)
            symbol = Formula(row.source, theme, role=row.role, size="small")
            self.symbols.append(symbol.move_to((x + SYMBOL, y, 0), aligned_edge=LEFT))
            self.rests.append(self._rest(i, row))
        x, y = self._corner(len(rows))
        sign = Formula("approx", theme, size="small").move_to((x + 0.1, y, 0))
        self.result = VGroup(sign, self._number(product, x, y, "cost"))
        self.add(*self.symbols, *self.rests, self.result)

    def _corner(self, i: int) -> tuple[float, float]:
        """Return the left end and the height of a row; the result's comes after the last."""
        column = min(i // self.per_column, self.columns - 1)
        x = self.room.left + column * self.room.width / 2
        return x, self.room.top - (i - column * self.per_column) * self.pitch

    def _rest(self, i: int, row: Row) -> VGroup:
        x, y = self._corner(i)
        rest = VGroup(self._number(row.reading, x, y, row.role))
        if i:
            rest.add(Formula("times", self.theme, role="dim", size="small").move_to((x + 0.1, y, 0)))
        if self.columns == 1:
            meaning = Words(row.meaning, self.theme, size="small", role="dim")
            beside = Zone(x + MEANING, self.room.right, y - self.pitch / 2, y + self.pitch / 2)
            rest.add(beside.fit(meaning, LEFT))
        return rest

    def _number(self, reading: Reading, x: float, y: float, role: str) -> Readout:
        shown = Readout(reading, self.theme, spec=spec_of_digits([reading]), role=role)
        right = x + (NUMBER if self.columns == 1 else NARROW)
        return shown.shift((right - shown.get_right()[0], y - shown.get_y(), 0))
