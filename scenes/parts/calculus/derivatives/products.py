"""What stands under the number lines: by how much each changed; then the cost's derivatives, as a pulse goes back."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, RIGHT, UP, Animation, Mobject, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.formulas.vocabulary import rule, twin
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.number_lines.pulse import Pulse
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.derivatives.factors import NAMES
from scenes.parts.calculus.derivatives.ratio import IN_LINE, STACKED, ratio
from scenes.parts.calculus.link.row import LinkRow, role_of
from scenes.parts.calculus.measured import spec_of
from scenes.words.sentence import Sentence


class Products:
    """The cost's derivatives under the lines of the last link, and beside them what a nudge of the weight measured.

    Parameters
    ----------
    row
        The opened link.
    at
        The position of the weight of which the measured ratio is shown first.
    measured
        What is said of that ratio once the nudge is small: it names the nudge.

    Attributes
    ----------
    amounts, numbers
        dC/dw, dC/dz and dC/da, by their lines from the left, and as they stand under them.
    names
        What these are called: each before its number, or where one has no room there, all over theirs.
    rule
        How they are made of the factors: it stands where they will.
    ratio, measured
        The change of the cost by that of the weight, right of the lines, and what it is.
    said
        What is said of it.
    multiplied
        The factors and what they multiply to, over what was measured.
    """

    def __init__(self, row: LinkRow, at: int, measured: Sentence) -> None:
        self.row, trace, theme = row, row.trace, row.theme
        self.amounts = [
            trace.reading("chain/dC_dw"),
            trace.reading("links/delta", 2),
            trace.reading("chain/dC_da"),
        ]
        beside = row.places.measured == row.places.products
        size = "body" if beside else "small"
        self.numbers = [
            row.places.put_product(i, Readout(amount, theme, spec=spec_of(amount), size=size, role="cost"))
            for i, amount in enumerate(self.amounts)
        ]
        self.names = self._named(STACKED)
        self._starts: Sequence[Mobject] = self.names  # of the lines on which the products stand
        for name, number in zip(self.names, self.numbers, strict=True):
            name.next_to(number, LEFT, gap.small).level_with(number.middle)
        if not self._have_room():
            self.names, self._starts = self._named(IN_LINE), self.numbers
            for name, number in zip(self.names, self.numbers, strict=True):
                name.next_to(number, UP, gap.hair)
        self.rule = rule("chain_rule", theme)
        self.rule.move_to((row.places.stage.x, VGroup(self.names[0], self.numbers[0]).get_y(), 0))
        self._ratios = trace.reading("threads/ratio_dC_dw")
        self.measured = Readout(self._ratios[at], theme, spec=spec_of(self.amounts[0]), size=size, role="cost")
        self.said = Spoken(measured, theme, size="small", role="dim")
        factors = {name: trace.reading(f"chain/{name}") for name in (*NAMES, "dC_dw")}
        numbers = {name: (factor, spec_of(factor)) for name, factor in factors.items()}
        self.multiplied = twin("chain_rule", theme, numbers=numbers, size="small")
        self._put_measured(beside)
        if beside:  # they stand on one height
            self.rule.shift(min(0, float(self.ratio.get_left()[0] - gap.large - self.rule.get_right()[0])) * RIGHT)

    def _put_measured(self, beside: bool) -> None:
        """Put what is measured right of the products or under them, and what factors multiply to over it."""
        theme, places, roles = self.row.theme, self.row.places, {"above": "cost"}
        written = STACKED if beside else IN_LINE
        self.ratio = ratio("Delta C_0", "Delta w", theme, written=written, then="=", role="dim", roles=roles)
        self.measured.next_to(self.ratio, RIGHT, gap.small).level_with(self.ratio.middle)
        both = VGroup(self.ratio, self.measured)
        both.shift((places.stage.right - both.get_right()[0], places.measured - self.measured.baseline, 0))
        self.said.next_to(self.ratio, LEFT, gap.medium).stand_on(self.measured.baseline)
        if beside and self.said.get_left()[0] < self.numbers[-1].get_right()[0] + gap.large:
            self.said.next_to(both, UP, gap.small, aligned_edge=RIGHT)
        self.multiplied.next_to(VGroup(both, self.said), UP, gap.small, aligned_edge=RIGHT)

    def set_row(self, at: int) -> None:
        """Show the ratio that another nudge measured."""
        self.measured.set_reading(self._ratios[at])

    def pulse(self) -> Pulse:
        """Return the pulse as it starts at the cost."""
        return pulse_of(self.row, self.amounts)

    def coming(self, i: int) -> list[Animation]:
        """Return the animations that say what a product is, and let an arrow lead to it from the one before it."""
        arrows = [self._arrow(i)] if i + 1 < len(self.amounts) else []
        return [FadeIn(part) for part in (self.names[i], *arrows)]

    def _arrow(self, i: int) -> Formula:
        """Return the arrow that leads to a product from the one before it."""
        arrow, (left, right) = Formula("arrow.l", self.row.theme, role="dim"), self._between(i)
        arrow.shift(((left + right) / 2 - arrow.get_x(), 0, 0)).level_with(self.numbers[i].middle)
        return arrow

    def _between(self, i: int) -> tuple[float, float]:
        """Return where the room after a product begins, and where it ends: at the next one, or what that is called."""
        return float(self.numbers[i].get_right()[0]), float(self._starts[i + 1].get_left()[0])

    def _have_room(self) -> bool:
        """Whether what the products are called stands on the stage, and leaves arrows room."""
        arrows = [(self._arrow(i).width, self._between(i)) for i in range(len(self.amounts) - 1)]
        within = float(self.names[0].get_left()[0]) >= self.row.places.stage.left
        return within and all(right - left >= width + 2 * gap.small for width, (left, right) in arrows)

    def _named(self, written: str) -> list[Formula]:
        """Return what the products are called, from the left."""
        symbols = [name[0] for name in self.row.names[: len(self.amounts)]]
        return [
            ratio("partial C_0", f"partial {symbol}", self.row.theme, written=written, then="=", role="cost")
            for symbol in symbols
        ]


def pulse_of(row: LinkRow, amounts: Sequence[Reading]) -> Pulse:
    """Return the pulse that starts at the cost with the last of some amounts, on a scale for all of them."""
    scale = Scale.fit(amounts, row.places.pulse)
    first, at = amounts[-1], row.lines["C"].dot.get_center()
    return Pulse(first, scale, at, row.theme, spec_of(first), among_lines=True)


def change_label(row: LinkRow, name: str) -> Formula:
    """Return by how much the nudge changed a quantity, to stand under its line."""
    change: Reading = row.turned.change(name)
    symbol = "C_0" if name == "C" else name[0]
    spec = spec_for([change], 3, most=6)
    label = Formula(f"Delta {symbol} = <change>", row.theme, numbers={"change": (change, spec)}, role=role_of(name))
    return row.places.put_product(row.names.index(name), label)
