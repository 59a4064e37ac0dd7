"""How strongly the cost answers to each of the chain's six numbers, as bars on one scale under its opened row."""

from __future__ import annotations

import numpy as np
from manim import Line, RoundedRectangle, VGroup

from netsim import Reading
from netsim.figures.calculus.chain import SIX
from scenes.look.measures import gap, stroke
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, fine_spec
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.row import LinkRow, symbol_of

THICKNESS = 0.3
BARS, NAMES, NUMBERS = 13, 4, 2  # shares of the height
HEAD, COLUMN = 5, 6  # shares of the width: what measured ones are called, and each of the six


class SixAnswers:
    """A bar for each of the six: its name and number under it, and what a nudge measured; needs `links`.

    Parameters
    ----------
    row
        The whole chain, opened: the bars take the place of its lines and symbols.
    measured
        What measured derivatives are called.

    Attributes
    ----------
    axis, bars, names, numbers
        In the order of `SIX`.
    measured
        The measured ones, with what they are called before them.
    """

    def __init__(self, row: LinkRow, measured: str) -> None:
        trace, theme, places = row.trace, row.theme, row.places
        head, *columns = places.stage.columns(HEAD, *[COLUMN] * len(SIX))
        zone = places.lines.inset(top=places.lines.top - places.symbols + gap.small)
        bars, names, numbers = zone.rows(BARS, NAMES, NUMBERS)
        values = [trace.reading(f"links/dC_d{name[0]}", int(name[1:]) - 1) for name in SIX]
        others = [trace.reading(f"links/measured_dC_d{name[0]}", int(name[1:]) - 1) for name in SIX]
        sizes = np.array([float(value) for value in values])
        high, low = max(0.0, float(sizes.max())), min(0.0, float(sizes.min()))
        scale = Scale.fit(values, bars.height * float(np.abs(sizes).max()) / (high - low))
        zero = bars.bottom - low * scale.unit
        xs = [column.x for column in columns]
        self.axis = Line((columns[0].left, zero, 0), (columns[-1].right, zero, 0), stroke_width=stroke.thin)
        self.axis.set_color(theme.of("dim"))
        self.bars = [
            Bar(value, scale, theme, np.array([x, zero, 0]), THICKNESS, upright=True)
            for value, x in zip(values, xs, strict=True)
        ]
        self.names = [
            Formula(f"(partial C_0) / (partial {name[0]}^(({name[1:]})))", theme, role="cost", size="small").move_to(
                (x, names.y, 0)
            )
            for name, x in zip(SIX, xs, strict=True)
        ]
        spec = fine_spec(values, "")

        def line(readings: list[Reading], y: float, role: str) -> list[Readout]:
            made = [Readout(reading, theme, spec=spec, role=role) for reading in readings]
            for number, x in zip(made, xs, strict=True):
                number.shift((x - number.get_x(), 0, 0)).stand_on(y)
            return made

        self.numbers = line(values, numbers.bottom, "cost")
        under = line(others, places.products, "dim")
        said = Words(measured, theme, size="small", role="dim")
        said.shift((head.right - said.get_right()[0], 0, 0)).stand_on(places.products)
        self.measured = VGroup(said, *under)
        self.row = row

    def weights(self) -> VGroup:
        """Return the symbols of the weights, under their edges."""
        symbols = VGroup()
        for l, edge in self.row.things.edges.items():
            symbol = Formula(symbol_of(f"w{l}", numbered=True), self.row.theme, size="small")
            symbols.add(symbol.shift((edge.get_x() - symbol.get_x(), 0, 0)).stand_on(self.row.places.symbols))
        return symbols

    def outline(self, name: str) -> RoundedRectangle:
        """Return a line around one of the six: it marks it as what is spoken of."""
        i = SIX.index(name)
        around = VGroup(self.names[i], self.numbers[i])
        box = RoundedRectangle(
            corner_radius=gap.small, width=around.width + gap.medium, height=around.height + gap.medium
        )
        return box.move_to(around).set_stroke(self.row.theme.of("focus"), stroke.mark)
