"""What stands between and under the lines of the opened chain, as a pulse goes back through more than one layer."""

from __future__ import annotations

from manim import LEFT, RIGHT, Mobject, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.number_lines.pulse import Pulse
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.row import LAST, LinkRow, role_of
from scenes.parts.calculus.measured import twice

DECIMALS, FINE = 5, 6  # of derivatives, of the smallest of them at most
FACTOR = ".4f"


class GoingBack:
    """The factors of an opened chain of numbered layers, and the cost's derivatives along it; needs `links`.

    Parameters
    ----------
    row
        The chain from a layer on; its lines are close, and so all is small.
    measured
        What a measured derivative is called.

    Attributes
    ----------
    amounts
        The cost's derivatives by what stands on each line, but the cost itself.
    products
        The same, as they stand under the lines.
    factors
        By gap, from the left: what it multiplies by, over its number.
    name, measured
        What the first of the products is called, before it; what a nudge measured of it, under the cost's line.
    """

    def __init__(self, row: LinkRow, measured: str) -> None:
        self.row, trace, theme, l = row, row.trace, row.theme, row.first
        kinds = {"w": ("links/dC_dw", -1), "z": ("links/delta", -1), "a": ("links/dC_da", 0)}
        self.amounts: dict[str, Reading] = {}
        for name in row.names[:-1]:
            key, shift = kinds[name[0]]
            self.amounts[name] = trace.reading(key, int(name[1:]) + shift)
        self.spec = spec_for(list(self.amounts.values()), DECIMALS, "", most=FINE, digits=2)
        self.products = {
            name: row.places.put_product(i, Readout(amount, theme, spec=self.spec, role="cost"))
            for i, (name, amount) in enumerate(self.amounts.items())
        }
        self.factors = [self._factor(i) for i in range(len(row.names) - 1)]
        self.name = Formula(f"(partial C_0) / (partial w^(({l}))) =", theme, role="cost", size="small")
        self.name.next_to(self.products[row.names[0]], LEFT, gap.small).level_with(self._middle)
        value = Readout(trace.reading("links/measured_dC_dw", l - 1), theme, spec=self.spec, role="cost")
        said = Words(measured, theme, size="small", role="dim")
        self.measured = VGroup(said, value.next_to(said, RIGHT, gap.small).stand_on(said.baseline))
        by = row.places.xs[-1] - said.get_left()[0] - gap.medium, row.places.products - said.baseline, 0
        self.measured.shift(by)

    def pulse(self, name: str) -> Pulse:
        """Return the pulse where it stands on a line before the last link; on all of them it has one scale."""
        row = self.row
        scale = Scale.fit([self.amounts[f"a{LAST - 1}"]], row.places.pulse)
        at = row.lines[name].dot.get_center()
        return Pulse(self.amounts[name], scale, at, row.theme, self.spec, among_lines=True)

    def known(self, name: str) -> list[Mobject]:
        """Return what is known when the pulse stands on a line: the products so far, the factors that made them."""
        at = self.row.names.index(name)
        return [*self.factors[at:], *[self.products[each] for each in self.row.names[at:-1]]]

    @property
    def _middle(self) -> float:
        return float(self.products[self.row.names[0]].middle)

    def _factor(self, i: int) -> VGroup:
        """Return what a gap multiplies by, and its number under it."""
        row, trace, theme = self.row, self.row.trace, self.row.theme
        start, end = row.names[i : i + 2]
        l, role = int(start[1:]), role_of(end)
        if end == "C":
            source, value = f"{twice(trace)}(a - y)", self.amounts[start]
        elif start[0] == "z":
            source, value = "sigma'", trace.reading("links/da_dz", l - 1)
        elif start[0] == "w":
            source, value = f"a^(({l - 1}))", trace.reading("chain/a", l - 1)
        else:
            source, value = f"w^(({l + 1}))", trace.reading("chain/W", l)
        meaning = Formula(source, theme, role=role, size="small")
        row.places.put_factor(i, meaning)
        meaning.stand_on(row.places.factors)
        number = row.places.put_number(i, Readout(value, theme, spec=FACTOR, role=role))
        sign = Formula("times", theme, role=role, size="small").next_to(number, LEFT, gap.hair)
        return VGroup(meaning, sign, number)
