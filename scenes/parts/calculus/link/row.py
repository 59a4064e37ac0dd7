"""The opened chain: things in a row with their symbols, and under each that has a value its number line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import DOWN, RIGHT, UP, Mobject, VGroup

from netsim import Reading, Trace
from scenes.look.measures import stroke
from scenes.look.theme import Theme
from scenes.mobjects.number_lines.courses import Course
from scenes.mobjects.number_lines.threads import Ribbon, Threads
from scenes.mobjects.number_lines.upright import UprightLine
from scenes.mobjects.type.formula import Formula
from scenes.parts.calculus.link.places import LinkPlaces
from scenes.parts.calculus.link.things import Things
from scenes.parts.calculus.link.turned import Turned
from scenes.stage.zones import Zone

LAST = 3  # layers
FIRST = (f"w{LAST}", f"b{LAST}", f"a{LAST - 1}")  # what can stand on the first line of the last link


class LinkRow(VGroup):
    """The chain from a layer on, opened, its values on number lines of one scale and a thread through them.

    Parameters
    ----------
    trace, theme, stage
        What it is made of; needs the exhibits `chain` and `threads`.
    first
        The layer whose weight has the first line: 3 is the last link, 1 the whole chain.
    numbered
        Whether layers have their numbers; else they are counted from L.

    Attributes
    ----------
    names
        The number lines' quantities from left to right: w3, z3, a3, C.
    turned
        The weight of the first line, turned.
    places, things
        Where all stands, and the row.
    symbols, lines
        By name, also those of what comes in (a2, b3, y) and of weights within the row.
    under
        What is drawn under lines and thread: threads, a ribbon.
    thread
        The thread through the dots.
    """

    def __init__(self, trace: Trace, theme: Theme, stage: Zone, first: int = LAST, numbered: bool = False) -> None:
        super().__init__()
        self.trace, self.theme, self.first, self.numbered = trace, theme, first, numbered
        after = [f"{kind}{l}" for l in range(first, LAST + 1) for kind in "za"]
        self.names = [f"w{first}", *after, "C"]
        self.turned = Turned(trace, self.names[0])
        self.places = LinkPlaces(stage, len(self.names))
        self.low, self.high = self._range()
        self.unit = self.places.lines.height / (self.high - self.low)
        self.things = Things(trace, theme, self.places, first)
        within = [f"w{l}" for l in range(first + 1, LAST + 1)]
        self.symbols = {name: self._symbol(name) for name in (*self.names, *within, *self.things.given)}
        self.lines = {name: self.line(name) for name in self.names}
        lines, courses = list(self.lines.values()), self.turned.courses(self.names)
        self.under = VGroup()
        self.thread = self._thread(lines, courses)
        self.add(self.things, *self.symbols.values(), self.under, self.thread, *lines)

    # --- parts that come later ----------------------------------------------------------

    def line(self, name: str, turned: Turned | None = None) -> UprightLine:
        """Return the number line of a quantity; of another that is turned, one in the first line's place."""
        turned = turned or self.turned
        course = turned.course(name)
        values = self._values(name, turned)
        low, high = min(0, values.min()), max(1, values.max())
        x = self.places.xs[self.names.index(name) if name in self.names else 0]
        zero = np.array([x, self.places.lines.bottom - self.low * self.unit, 0])
        low, high = max(low, self.low), min(high, self.high)
        side = self._side(name)
        return UprightLine(course.at(turned.rest), low, high, zero, self.unit, self.theme, role_of(name), side=side)

    def threads(self, turned: Turned | None = None, first: UprightLine | None = None) -> Threads:
        """Return about thirty threads, of what the first line shows or of another, on a line of its own."""
        turned = turned or self.turned
        names = [turned.name, *self.names[1:]]
        lines = [first or self.lines[self.names[0]], *[self.lines[name] for name in self.names[1:]]]
        return Threads(lines, turned.courses(names), turned.rows(names, self.low, self.high), self.theme)

    def ribbon(self, turned: Turned | None = None, first: UprightLine | None = None) -> Ribbon:
        """Return the ribbon of the nudge of what the first line shows, or of another, on a line of its own."""
        turned = turned or self.turned
        lines = [first or self.lines[self.names[0]], *[self.lines[name] for name in self.names[1:]]]
        courses = turned.courses([turned.name, *self.names[1:]])
        return Ribbon(lines, courses, (turned.rest, turned.nudged), self.theme)

    def with_threads(self) -> Self:
        """Let threads, and on them the ribbon of the nudge, stand under the lines, and return it."""
        self.many, self.band = self.threads(), self.ribbon()
        self.under.add(self.many, self.band)
        return self

    def thread_into(self, i: int) -> Threads:
        """Return the thread from the line before one of the lines to it."""
        names = self.names[i - 1 : i + 1]
        return self._thread([self.lines[name] for name in names], self.turned.courses(names))

    # --- showing ------------------------------------------------------------------------

    def set_row(self, row: int) -> Self:
        """Show a recorded position of the weight that is turned: dots, numbers, thread, and the things of the row."""
        for name in self.names:
            self.lines[name].set_reading(self.turned.course(name).at(row))
        self.thread.set_rows([row])
        self.things.set_values({name: self.turned.course(name).at(row) for name in self.names})
        return self

    @property
    def pictures(self) -> list[Mobject]:
        """What changes with the position that is shown."""
        things = self.things
        return [*things.edges.values(), *things.neurons.values(), self.thread, *self.lines.values()]

    def given(self, name: str) -> Reading:
        """Return the value of what comes in: a2, b3, y."""
        return self.things.given[name]

    def value(self, name: str) -> Reading:
        """Return the value of what comes in, or of what has a line, as it is at rest."""
        return self.given(name) if name in self.things.given else self.turned.course(name).at(self.turned.rest)

    def _thread(self, lines: Sequence[UprightLine], courses: Sequence[Course]) -> Threads:
        """Return the thread through the dots of some lines."""
        return Threads(lines, courses, [self.turned.rest], self.theme, role="ink", width=stroke.mark, opacity=1)

    def _range(self) -> tuple[float, float]:
        """Return the lowest and the highest value that the lines have room for."""
        values = np.concatenate([course.values for course in self.turned.courses(self.names)])
        return min(0, float(values.min())), max(1, float(values.max()))

    def _values(self, name: str, turned: Turned) -> np.ndarray:
        """Return what a line has room for: in the last link also what another number does that is turned there."""
        others = FIRST if self.first == LAST and name != turned.name else (turned.name,)
        return np.concatenate([Turned(self.trace, other).course(name).values for other in others])

    def _side(self, name: str) -> np.ndarray:
        """Return where a number stands, from its dot: under it, unless lines are close and the thread falls.

        No thread goes on from the last line: there it is as high as its dot, and is not taken for a mark's.
        """
        i = self.names.index(name) if name in self.names else 0
        if name == "C":
            return RIGHT
        if self.first == LAST:
            return RIGHT + DOWN
        here, after = (float(self.turned.course(each).at(self.turned.rest)) for each in self.names[i : i + 2])
        return RIGHT + (UP if after < here else DOWN)

    def _symbol(self, name: str) -> Formula:
        """Return a symbol under its thing, or beside it where that is what comes in from above."""
        beside = " =" if name[0] == "b" else ""  # its number's sign would be read as a difference
        symbol = Formula(symbol_of(name, self.numbered) + beside, self.theme, role=role_of(name), size="small")
        if beside:
            return self.things.put_bias(name, symbol)
        symbol.shift((self.things.x(name) - symbol.get_x(), 0, 0))
        return symbol.stand_on(self.places.symbols)


def symbol_of(name: str, numbered: bool = False) -> str:
    """Return a quantity of the chain as Typst mathematics: w3 is w^((L)), a2 is a^((L-1)); C is C_0."""
    if name[1:]:
        l = int(name[1:])
        layer = f"{l}" if numbered else f"L-{LAST - l}" if l < LAST else "L"
        return f"{name[0]}^(({layer}))"
    return "C_0" if name == "C" else name


def role_of(name: str) -> str:
    """Return the colour of a quantity: that of the cost has its own."""
    return "cost" if name == "C" else "ink"
