"""What each output adds to the cost of the star: the square on its gap, or for other costs a strip in its row."""

from __future__ import annotations

import numpy as np
from manim import DL, DOWN, RIGHT, UP, Animation, Create, LaggedStart, Square, Transform, VGroup

from netsim import Reading
from netsim.figures.outcomes import cost_added_up
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.by_hand import spec_of_square
from scenes.look.measures import gap, lag, stroke
from scenes.mobjects.amounts.poured import Poured
from scenes.mobjects.amounts.quantity import magnitude
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.descent.cost.gaps import GapLine, Gaps, reach
from scenes.parts.descent.cost.pile import TALLEST, Pile
from scenes.parts.selection import on_stage
from scenes.parts.standing_network import StandingNetwork
from scenes.stage.zones import Zone

ROWS, SHELVES, PILE = 26, 48, 26  # shares of the width: gaps in their rows, squares on shelves, the pile
SLIMMER = 19 / 20  # a unit that is too large for the room shrinks by this factor, and again
LEAST = 3 / 5  # of the unit that there was room for at first: where names would make it smaller, there are none
LETTERS = (12, 3)  # of a class's name: as many as there is room for
THICK = 1 / 2  # a strip, as a share of the room from row to row
SLIM = 1 / 2  # of its zone's width, a pile of strips

Moves = list[list[Animation]]


class Squares(VGroup):
    """The square on each output's gap: it is drawn from a line in its row, and stands on a shelf.

    Parameters
    ----------
    hero
        The network; needs the exhibit `terms`, and a cost that is made of squares.
    room
        Where all of it stands.

    Attributes
    ----------
    gaps
        The rows.
    pieces
        By output: what counts of its square.
    pile
        Where all of them are poured.
    """

    def __init__(self, hero: StandingNetwork, room: Zone) -> None:
        trace, theme = hero.trace, hero.theme
        self.hero, self.label = hero, hero.label
        terms, gaps = trace.reading("terms/C"), trace.reading("terms/gap")
        rows, shelves, pile = room.columns(ROWS, SHELVES, PILE, gap=gap.large)
        low, high = reach(hero)
        total = float(trace.reading("C", hero.t, 0)) or 1
        most = min(rows.width / (high - low), pile.width, TALLEST * pile.height / total)
        named = [
            [Words(on_stage(name, letters), theme, size="small", role="dim") for name in trace.output_names]
            for letters in LETTERS
            if len(gaps) > 1
        ]
        unit, corners, names = _on_shelves([abs(float(way)) for way in gaps], named, most, shelves)
        self.gaps = Gaps(hero, rows.left, unit)
        self.pieces: dict[int, Poured] = {}
        self.bases, self.wholes, self.names = VGroup(), VGroup(), VGroup(*names)
        for j, (way, corner) in enumerate(zip(gaps, corners, strict=True)):
            side = unit * abs(float(way))
            right = corner + side * RIGHT
            self.pieces[j] = Poured(terms[j], unit**2, side, theme).stand(corner, side)
            self.bases.add(GapLine(way, right if float(way) < 0 else corner, unit, theme))
            self.wholes.add(Square(side).set_stroke(theme.of("faint"), stroke.thin).move_to(corner, aligned_edge=DL))
        for name, base in zip(self.names, self.bases, strict=False):
            name.move_to(base.get_center()).stand_on(float(base.get_y()) - gap.line + gap.small)
        self.gap, self.square = self._in_numbers(gaps[self.label], terms[self.label])
        self.pile = _pile(hero, self.pieces, pile, unit)
        super().__init__()

    def of_the_label(self) -> Moves:
        """Return what is played to draw the gap of the label's output, in numbers too, and its square."""
        return [*self._drawn([self.label], [FadeIn(self.gap)]), [FadeIn(self.square)]]

    def of_the_others(self) -> Moves:
        """Return the same of all the others together; the first's numbers go, but for one inside its square."""
        gone = [self.gap, *([] if _holds(self.pieces[self.label], self.square) else [self.square])]
        first, *moves = self._drawn([j for j in self.pieces if j != self.label], [])
        return [[*first, FadeOut(*gone)], *moves]

    def _drawn(self, those: list[int], beside: list[Animation]) -> Moves:
        """Return what is played: rows, gaps in them, these gaps again as sides on the shelves, and the squares."""
        rows = [self.gaps.rows[j] for j in those if j in self.gaps.rows]
        heads = [self.gaps.heads] if self.label in those else []
        come = [Create(row.way) for row in rows]
        fly = [self._fly(j) for j in those]
        named = [self.names[j] for j in those] if len(self.names) else []
        rise = [self.pieces[j].rise() for j in those]
        return [
            [FadeIn(*[part for row in rows for part in (row.line, row.dot)], *heads)],
            [LaggedStart(*come, lag_ratio=lag.close), *beside],
            [LaggedStart(*fly, lag_ratio=lag.close)],
            [LaggedStart(*rise, lag_ratio=lag.close), FadeIn(*[self.wholes[j] for j in those], *named)],
        ]

    def _fly(self, j: int) -> Animation:
        """Return the animation that takes a gap from its row to its shelf; one that has no row appears there."""
        base = self.bases[j]
        if j not in self.gaps.rows:
            return FadeIn(base)
        return Transform(self.gaps.rows[j].way.copy(), base, replace_mobject_with_target_in_scene=True)

    def _in_numbers(self, way: Reading, term: Reading) -> tuple[Readout, Readout]:
        """Return the gap in its row and its square, in numbers that agree by hand."""
        trace, theme, label = self.hero.trace, self.hero.theme, self.label
        spec = spec_of_square(magnitude(way), term, trace.judge.share(trace.sizes[-1]))
        side, square = (Readout(one, theme, spec=spec, role="cost") for one in (magnitude(way), term))
        beside = self.gaps.rows[label].way
        piece = self.pieces[label]
        if _holds(piece, square):
            square.move_to(piece)
        else:
            square.next_to(self.wholes[label], UP, gap.small)
        return side.next_to(beside, DOWN, gap.small), square


class Strips(VGroup):
    """What each output adds, as a strip in its row, for costs that are no squares.

    The parameters and attributes are those of `Squares`; it has no gaps.
    """

    def __init__(self, hero: StandingNetwork, room: Zone) -> None:
        trace, theme = hero.trace, hero.theme
        self.hero, self.label = hero, hero.label
        terms = trace.reading("terms/C")
        rows, pile = room.columns(ROWS + SHELVES, PILE, gap=gap.large)
        total, most = float(trace.reading("C", hero.t, 0)) or 1, float(np.max(terms.value)) or 1
        thick = min(THICK * hero.outputs.pitch, gap.large)
        self.square = Readout(terms[self.label], theme, spec=spec_for([terms[self.label]], 2, sign=""), role="cost")
        long = (rows.width - self.square.width - gap.small) / most
        heights = dict(zip(hero.outputs.indices, hero.rows(hero.L), strict=True))
        more = hero.outputs.more
        others = min(heights.values()) if more is None else float(more.get_y())  # where those stand that are not drawn
        self.pieces: dict[int, Poured] = {}
        for j, term in enumerate(terms):
            if float(term) or j == self.label:
                corner = np.array([rows.left, heights.get(j, others) - thick / 2, 0])
                piece = Poured(term, long * thick, long * float(term), theme)
                self.pieces[j] = piece.stand(corner, long * float(term))
        self.square.next_to(self.pieces[self.label], RIGHT, gap.small)
        width = max(SLIM * pile.width, long * thick * total / (TALLEST * pile.height))
        self.pile = _pile(hero, self.pieces, pile, width)
        super().__init__()

    def of_the_label(self) -> Moves:
        """Return what is played to draw what the label's output adds."""
        return [[FadeIn(self.pieces[self.label])], [FadeIn(self.square)]]

    def of_the_others(self) -> Moves:
        """Return the same of all others that add something."""
        others = [FadeIn(piece) for j, piece in self.pieces.items() if j != self.label]
        return [[LaggedStart(*others, lag_ratio=lag.close)]] if others else []


def _pile(hero: StandingNetwork, pieces: dict[int, Poured], zone: Zone, width: float) -> Pile:
    """Return the pile of some pieces in the order of the outputs; those that are missing add nothing.

    What is of a single output needs no name.
    """
    kept = sorted(pieces)
    sums = cost_added_up(hero.trace).take(kept)
    names = [on_stage(hero.trace.output_names[j], LETTERS[0]) for j in kept]
    return Pile([pieces[j] for j in kept], names if hero.trace.sizes[-1] > 1 else [], sums, zone, width, hero.theme)


def _holds(piece: Poured, number: Readout) -> bool:
    """Whether a number has room inside what it says."""
    return bool(number.width + gap.small < piece.width and number.height + gap.small < piece.height)


def _on_shelves(
    sides: list[float], named: list[list[Words]], most: float, room: Zone
) -> tuple[float, list[np.ndarray], list[Words]]:
    """Return the unit with which squares have room on shelves, their corners, and the names that have room too."""
    for names in (*named, []):
        unit, under = most, gap.line * bool(names)
        widths = [float(name.width) for name in names] or [0] * len(sides)
        while unit > (LEAST * most if names else 0):
            wide = [max(unit * side, width) for side, width in zip(sides, widths, strict=True)]
            corners = _shelved([unit * side for side in sides], wide, under, room)
            if corners is not None:
                return unit, corners, names
            unit *= SLIMMER
    raise AssertionError("squares of no size have room")


def _shelved(sides: list[float], wide: list[float], under: float, room: Zone) -> list[np.ndarray] | None:
    """Return the corners of squares that have so much room across, and under them; None if they do not fit."""
    shelves: list[list[int]] = [[]]
    for i, width in enumerate(wide):
        if sum(wide[j] + gap.medium for j in shelves[-1]) + width > room.width and shelves[-1]:
            shelves.append([])
        shelves[-1].append(i)
    heights = [max(sides[i] for i in shelf) + under for shelf in shelves]
    free = room.height - sum(heights) - gap.medium * (len(shelves) - 1)
    if free < 0 or max(wide) > room.width:
        return None
    corners, top = {}, room.top - free / 2
    for shelf, height in zip(shelves, heights, strict=True):
        left = room.left + (room.width - sum(wide[i] for i in shelf) - gap.medium * (len(shelf) - 1)) / 2
        for i in shelf:
            corners[i] = np.array([left + (wide[i] - sides[i]) / 2, top - height + under, 0])
            left += wide[i] + gap.medium
        top -= height + gap.medium
    return [corners[i] for i in range(len(sides))]
