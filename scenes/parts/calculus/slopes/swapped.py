"""Another number in the place of the weight: its line, threads and ribbon, and the factor that changes with it."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, Mobject, VGroup

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.mobjects.number_lines.threads import Threads
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.derivatives.ratio import ratio
from scenes.parts.calculus.link.row import LAST, LinkRow, symbol_of
from scenes.parts.calculus.link.turned import Turned
from scenes.parts.calculus.measured import spec_of
from scenes.words.messages import Messages


class Place:
    """What stands on the first line of the opened link, and what follows from it.

    Parameters
    ----------
    row
        The opened link.
    name
        What is turned: w3, b3 or a2.
    words
        The messages: what is measured is said to be.

    Attributes
    ----------
    turned
        The same, position by position.
    line, threads, ribbon, thread
        Its number line in the place of the weight's, settings of it, a nudge, and the thread through all dots.
    symbol
        Its name over the line.
    fraction, sign, number
        By how much the sum answers to it: what that is called, the sign of equality, and what it is.
    name, derivative
        What the cost's derivative by it is called, and what it is, under the line.
    measured
        What a nudge measured, with the nudge.
    """

    def __init__(self, row: LinkRow, name: str, words: Messages) -> None:
        self.row, theme, trace = row, row.theme, row.trace
        turned = self.turned = Turned(trace, name)
        self.line = row.line(name, turned)
        self.threads, self.ribbon = row.threads(turned, self.line), row.ribbon(turned, self.line)
        lines = [self.line, *[row.lines[other] for other in row.names[1:]]]
        courses = turned.courses([name, *row.names[1:]])
        self.thread = Threads(lines, courses, [turned.rest], theme, role="ink", width=stroke.mark, opacity=1)
        code, places = symbol_of(name), row.places
        self.symbol = places.put_over(0, Formula(code, theme, role="focus", size="small"))
        self.fraction = ratio("partial z", f"partial {code}", theme, then=factor_of(name), role="focus")
        self.sign = Formula("=", theme, size="small")
        self.number = self._number()
        parts = self.fraction, self.sign, self.number
        if not places.put_named(0, *parts):
            places.put_over_number(0, *parts)
        predicted = self._predicted(name)
        self.derivative = Readout(predicted, theme, spec=spec_of(predicted), size="body", role="cost")
        places.put_product(0, self.derivative)
        self.name = Formula(f"(partial C_0) / (partial {code}) =", theme, role="cost", size="small")
        self.name.next_to(self.derivative, LEFT, gap.small).level_with(self.derivative.middle)
        self.measured = self._measured(name, words)

    @property
    def changing(self) -> list[Mobject]:
        """What another number brings with it."""
        return [
            self.line,
            self.symbol,
            self.fraction,
            self.sign,
            self.number,
            self.name,
            self.derivative,
            self.measured,
        ]

    def nudge(self, at: int) -> None:
        """Let the nudge reach from rest to a position."""
        self.ribbon.set_rows((self.turned.rest, at))

    def ways_back(self) -> list[np.ndarray]:
        """Return the ways from the cost to the first line, gap by gap, and on to its thing in the row."""
        gaps = range(len(self.row.names) - 2, -1, -1)
        start, end = self.line.dot.get_center(), self.row.things.at(self.turned.name)
        on = start + np.linspace(0, 1, 4)[:, None] * (end - start)
        return [*[self.thread.gap(i)[::-1] for i in gaps], on]

    def amounts_back(self) -> list[Reading]:
        """Return what the derivative is at the end of each of these ways."""
        reading = self.row.trace.reading
        predicted = self._predicted(self.turned.name)
        return [reading("chain/dC_da"), reading("links/delta", LAST - 1), predicted, predicted]

    def _number(self) -> Readout | Formula:
        trace, theme = self.row.trace, self.row.theme
        if self.turned.name[0] == "b":
            return Formula("1", theme, size="small")
        factor = trace.reading("chain/dz_dw") if self.turned.name[0] == "w" else trace.reading("chain/W", LAST - 1)
        return Readout(factor, theme, spec=spec_of(factor))

    def _predicted(self, name: str) -> Reading:
        reading = self.row.trace.reading
        return reading("links/dC_da", LAST - 1) if name[0] == "a" else reading(f"links/dC_d{name[0]}", LAST - 1)

    def _measured(self, name: str, words: Messages) -> VGroup:
        trace, theme = self.row.trace, self.row.theme
        value = trace.reading(f"links/measured_dC_d{name[0]}", LAST - 1)
        epsilon = trace.reading("chain/epsilon", int(trace["chain/at"]))
        said = Spoken(words.say("measured", {"epsilon": epsilon}, "nudge"), theme, role="dim", size="small")
        number = Readout(value, theme, spec=spec_of(value), size="body", role="dim")
        number.next_to(said, RIGHT, gap.medium).stand_on(said.baseline)
        group = VGroup(said, number)
        group.shift((self.row.places.xs[-1] - group.get_x(), self.row.places.products - said.baseline, 0))
        return group


def factor_of(name: str) -> str:
    """Return what that is by which the sum answers to a number, as Typst mathematics: to the bias by a number, 1."""
    return {"w": f"= {symbol_of(f'a{LAST - 1}')}", "b": "", "a": f"= {symbol_of(f'w{LAST}')}"}[name[0]]
