"""Where the opened chain stands on a stage: its row of things, lines under them, factors between, products below."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

import numpy as np
from manim import ORIGIN, RIGHT, UP, Mobject

from scenes.look.measures import gap
from scenes.mobjects.type.typeset import OnLine
from scenes.stage.zones import Zone

WIDE = 10, 4, 5, 30, 7  # shares of the height: things, symbols, numbers, lines, products
BEFORE, SPAN, AFTER = 4, 16, 5  # shares of the width: what comes in, from the first line to the last, the target
NARROW = 9  # a stage is narrow if it is less wide than this, in scene units of usual type
INWARD = 5, 17, 5  # the same shares there, where what comes in and the target stand at the edges: there is no room
HIGH, SQUARE = (8, 4, 5, 29, 13), (11, 4, 6, 25, 14)  # the same of narrow stages: under the products is room for more
ROOMY, CLOSE = 4, 3  # with more lines than this, factors have a height of their own; so much more of the height
OVER = 1  # so much more of it on a narrow stage, where what a factor is called stands over its number
RADIUS = 3  # of a neuron: a share of the height of the things
NEAR = 1 / 4  # and at most such a part of the way from line to line
PULSE = 2 / 5  # the longest pulse: a share of the way from line to line
DOWN_TO, UNDER = 3 / 2, 2  # lines from their room down to products, from there to what was measured under them
LANE = gap.large  # between two heights on which products stand by turns where they are wide

L = TypeVar("L", bound=OnLine)


class LinkPlaces:
    """The places of so many number lines, and of what stands over, between and under them.

    Attributes
    ----------
    xs
        Of the lines, from left to right.
    things, radius
        The height of the middle of the row, and the radius of its neurons.
    symbols, factors, numbers, products, measured
        The heights on which stand the symbols, factors, their numbers, products, and what a nudge measured of them.
    named
        The height of the middle of a number and what it is called, on one line.
    lines, apart, pulse
        The zone of the number lines, how far apart they stand, and how long a pulse among them is at most.
    before, after
        Where the activation that comes in stands, and the target, across.
    """

    def __init__(self, stage: Zone, lines: int) -> None:
        close, narrow = lines > ROOMY, stage.width < NARROW * stage.type
        more = CLOSE if close else OVER if narrow else 0
        shares = HIGH if stage.upright else SQUARE if narrow else WIDE
        *above, free, below = shares
        row, names, between, under = (stage.type * share for share in (*above, below))  # numbers stand in all of them
        things, symbols, numbers, span, products = stage.rows(row, names, between + more, free - more, under)
        before, within, after = stage.columns(*(INWARD if narrow else (BEFORE, SPAN, AFTER)))
        roof = span.top - (gap.large if close else 0)  # numbers stand over dots where lines are close
        self.stage, self.lines = stage, Zone(within.left, within.right, span.bottom + gap.medium, roof)
        self.xs = [float(x) for x in np.linspace(within.left, within.right, lines)]
        self.apart = float(within.width) / (lines - 1)
        self.pulse = PULSE * self.apart
        self.radius = min(things.height * RADIUS / shares[0], self.apart * NEAR)
        self.things = things.bottom + self.radius + gap.hair
        self.symbols, self.numbers = symbols.bottom + gap.hair, numbers.bottom + gap.hair
        self.named = numbers.y
        self.factors = numbers.y + gap.small
        self.products = self.measured = products.y
        if narrow:  # what products are called stands over them, and what was measured under what they multiply to
            self.products = products.top - DOWN_TO * gap.line * stage.type
            self.measured = self.products - UNDER * gap.line * stage.type
        self.before, self.after = before.x, after.x
        if narrow:
            self.before, self.after = stage.left + self.radius + gap.small, stage.right - self.radius

    def gap(self, i: int) -> float:
        """Return the middle between line i and the next, across."""
        return (self.xs[i] + self.xs[i + 1]) / 2

    def put_factor(self, i: int, formula: Mobject, along: np.ndarray = ORIGIN) -> Mobject:
        """Put a factor's formula between line i and the next, under the symbols and over its number."""
        return formula.move_to((self.gap(i), self.factors, 0), along)

    def put_over(self, i: int, formula: L) -> L:
        """Put a formula over line i, under the symbols."""
        formula.shift((self.xs[i] - formula.get_x(), 0, 0))
        return formula.stand_on(self.numbers + gap.small)

    def put_number(self, i: int, number: L) -> L:
        """Put a number between line i and the next, over the threads."""
        number.shift((self.gap(i) - number.get_x(), 0, 0))
        return number.stand_on(self.numbers)

    def put_named(self, i: int, *parts: OnLine) -> bool:
        """Put what a number is called, a sign and the number on one line in a gap; return whether they have room."""
        self._in_gap(i, *parts)
        for part in parts:
            part.level_with(self.named)
        return float(parts[-1].get_right()[0] - parts[0].get_left()[0]) <= self.apart - gap.large

    def put_over_number(self, i: int, name: OnLine, *parts: OnLine) -> None:
        """Put a sign and a number on one line in a gap, and what the number is called over them."""
        self._in_gap(i, *parts)
        for part in parts:
            part.stand_on(self.numbers)
        name.next_to(parts[-1], UP, gap.small).shift((self.gap(i) - name.get_x(), 0, 0))

    def put_product(self, i: int, product: L) -> L:
        """Put a product under line i, not as far as half-way to the next; or if it is too wide for that, by turns.

        Then every second stands higher, so that each has room to both sides.
        """
        product.shift((self.xs[i] - product.get_x(), 0, 0))
        free = gap.small if len(self.xs) > ROOMY else gap.large
        if product.get_right()[0] - product.get_left()[0] > self.apart - free:
            return product.stand_on(self.products + (LANE if i % 2 else 0))
        if i + 1 < len(self.xs):
            product.shift((min(0, self.gap(i) - gap.small - product.get_right()[0]), 0, 0))
        return product.stand_on(self.products)

    def _in_gap(self, i: int, *parts: OnLine) -> None:
        """Put parts one after the other, all of them in the middle between line i and the next."""
        for before, part in pairwise(parts):
            part.next_to(before, RIGHT, gap.small)
        by = self.gap(i) - (parts[0].get_left()[0] + parts[-1].get_right()[0]) / 2
        for part in parts:
            part.shift((by, 0, 0))
