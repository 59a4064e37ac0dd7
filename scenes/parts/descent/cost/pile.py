"""A pile of amounts: areas that are poured into one column, and the sum of those that have arrived."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Animation, Line, VGroup, smooth, squish_rate_func

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.poured import Poured
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.number import Readout, fine_spec
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone

EACH = 1 / 4  # share of the time that one of them takes
MOMENTS = 200  # at which it is asked how many have arrived
TALLEST = 4 / 5  # of its zone, a pile at most: over it stands its sum


class Pile(VGroup):
    """The ruler beside a column as high as its sum, and that sum; the areas themselves stand elsewhere at first.

    Parameters
    ----------
    pieces
        In the order in which they are poured, all of one unit of area.
    names
        What each is of, or none: written into it once it has arrived, where there is room.
    sums
        (n,): the sum of the first 1, 2, ... of them.
    zone
        The column stands on its lower end, in the middle.
    width
        Of the column, in scene units.

    Attributes
    ----------
    middle
        The middle of the column's foot.
    named
        The names that have room.
    number
        The sum of those that have arrived.
    """

    def __init__(
        self, pieces: list[Poured], names: list[str], sums: Reading, zone: Zone, width: float, theme: Theme
    ) -> None:
        self.pieces, self.sums, self.width_of_column = pieces, sums, width
        self.middle = zone.at(DOWN)
        self.foot = self.middle + width / 2 * LEFT
        high = pieces[0].unit / width  # scene units that stand for 1
        total = sums[len(sums) - 1]
        self.corners = [self.foot + y * high * UP for y in (0, *map(float, sums))][:-1]
        top = self.foot + float(total) * high * UP
        self.named = VGroup()
        for name, corner, piece in zip(names, self.corners, pieces, strict=bool(names)):
            inside, tall = Words(name, theme, size="small", role="dim"), high * float(piece.reading)
            if tall > theme.em() + gap.hair and inside.width < width:
                self.named.add(inside.move_to(corner + width / 2 * RIGHT).level_with(float(corner[1]) + tall / 2))
        self.ruler = VGroup(Line(self.foot, top).shift(gap.small * LEFT))
        counts = VGroup()
        for whole in range(int(float(total)) + 1):
            at = self.foot + gap.small * LEFT + whole * high * UP
            self.ruler.add(Line(at, at + gap.small * LEFT))
            counts.add(
                Words(f"{whole}", theme, size="small", role="dim").next_to(at + gap.small * LEFT, LEFT, gap.hair)
            )
        self.ruler.set_stroke(theme.of("faint"), stroke.thin)
        self.number = Readout(total, theme, spec=fine_spec([total], sign=""), size="title", role="cost")
        self.number.move_to(top + width / 2 * RIGHT).stand_on(float(top[1]) + gap.medium)
        super().__init__(self.ruler, *counts)

    def fill(self) -> list[Animation]:
        """Return the animations that pour one after the other into the column, and add up what has arrived."""
        many = len(self.pieces)
        starts = np.linspace(0, 1 - EACH, many)
        poured = [
            piece.pour(corner, self.width_of_column, rate_func=squish_rate_func(smooth, start, start + EACH))
            for piece, corner, start in zip(self.pieces, self.corners, starts, strict=True)
        ]
        times = np.linspace(0, 1, MOMENTS)
        arrived = [int(np.searchsorted(starts + EACH, time, "right")) - 1 for time in times]
        return [*poured, Replay(self.number, rows=arrived, show=self.show_sum)]

    def show_sum(self, row: int) -> None:
        """Show the sum up to the piece of a row; -1 for nothing."""
        if row < 0:
            self.number.set_opacity(0)
        else:
            self.number.set_reading(self.sums[row])
