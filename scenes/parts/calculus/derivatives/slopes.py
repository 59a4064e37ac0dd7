"""The cost's derivatives by all weights and biases of the chain: bars under their things, as a pulse leaves them."""

from __future__ import annotations

import numpy as np
from manim import DOWN, UP, Animation, Line, RoundedRectangle, VGroup

from netsim import Reading
from netsim.figures.calculus.chain import SIX
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, stroke
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.number_lines.pulse import Pulse
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, fine_spec
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.measured import spec_of
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

LAYERS = (1, 2, 3)
PULSE = 3 * gap.line  # scene units of the largest amount of the pulse
NAMES, BARS, MEASURED = 3, 12, 3  # shares of the height under the chain
THICKNESS = 2 * gap.small


class Slopes:
    """Six derivatives as bars on one scale, three by weights and three by biases; needs `links`.

    Parameters
    ----------
    chain
        The chain that stands.
    stage
        Under the chain, at its foot, the bars have room.

    Attributes
    ----------
    columns
        By name, in the order of `SIX`: the derivative's formula, its axis, its bar, its number.
    """

    def __init__(self, chain: StandingChain, stage: Zone) -> None:
        self.chain, self.trace, self.theme = chain, chain.trace, chain.theme
        self.readings = {name: self._reading("dC_d", name) for name in SIX}
        self.spec = fine_spec(self.readings.values(), "")
        under = stage.inset(top=stage.top - float(chain.cost.get_bottom()[1]) + gap.medium, bottom=gap.medium)
        self.names, self.bars, self.foot = under.rows(NAMES, BARS, MEASURED, gap=gap.hair)
        values = [float(reading) for reading in self.readings.values()]
        high, low = max(0, *values), min(0, *values)
        room = [gap.line if end else 0 for end in (high, low)]  # of the numbers at the bars' ends
        longest = (self.bars.height - sum(room)) * max(high, -low) / (high - low)
        self.scale = Scale.fit(self.readings.values(), longest)
        self.height = self.bars.bottom + room[1] - low * self.scale.unit
        self.columns = {name: self._column(name) for name in SIX}

    def delta(self, l: int) -> Reading:
        """Return the derivative by the weighted sum of a layer."""
        return self.trace.reading("links/delta", l - 1)

    def dC_da(self, l: int) -> Reading:
        """Return the derivative by the activation of a layer."""
        return self.trace.reading("links/dC_da", l)

    def pulse(self) -> Pulse:
        """Return the pulse as it starts at the cost."""
        amounts = [of_layer(l) for l in LAYERS for of_layer in (self.delta, self.dC_da)]
        first = self.dC_da(LAYERS[-1])
        at = self.chain.ways[0].get_end()
        return Pulse(first, Scale.fit(amounts, PULSE), at, self.theme, spec_of(first))

    def travel(self, pulse: Pulse, end: np.ndarray, amount: Reading) -> Animation:
        """Return the animation that takes a pulse to a place in a straight line, and half-way to another amount."""
        return pulse.travel(np.linspace(pulse.bar.base, end, 4), amount)

    def leave(self, l: int) -> list[Animation]:
        """Return the animations in which the derivatives by a layer's bias and weight come."""
        animations: list[Animation] = []
        for kind in "bw":
            symbol, line, bar, number = self.columns[f"{kind}{l}"]
            animations += [FadeIn(symbol, line, number), bar.grow()]
        return animations

    def measured(self, nudge: Sentence, said: str) -> VGroup:
        """Return what a nudge of each measured, in a line at the foot; before it the nudge, and their name."""
        numbers, y = VGroup(), self.foot.bottom
        for name in SIX:
            number = Readout(self._reading("measured_dC_d", name), self.theme, spec=self.spec, role="dim")
            numbers.add(number.shift((self._x(name) - number.get_x(), 0, 0)).stand_on(y))
        called = Words(said, self.theme, size="small", role="dim").stand_on(y)
        by_how_much = Spoken(nudge, self.theme, size="small", role="dim").stand_on(y + self.theme.leading("small"))
        words = [line.shift((self.foot.left - line.get_left()[0], 0, 0)) for line in (by_how_much, called)]
        return VGroup(*words, *numbers)

    def mark(self, name: str, role: str = "focus") -> RoundedRectangle:
        """Return a frame around one of them."""
        column = self.columns[name]
        box = RoundedRectangle(
            corner_radius=gap.small, width=column.width + 2 * gap.small, height=column.height + 2 * gap.small
        )
        return box.move_to(column).set_stroke(self.theme.of(role), stroke.mark)

    def _reading(self, kind: str, name: str) -> Reading:
        return self.trace.reading(f"links/{kind}{name[0]}", int(name[1:]) - 1)

    def _x(self, name: str) -> float:
        """Return where the weight or bias stands, across."""
        l = int(name[1:])
        return float((self.chain.edges[l] if name[0] == "w" else self.chain.neurons[l].outline).get_x())

    def _column(self, name: str) -> VGroup:
        reading, base = self.readings[name], np.array([self._x(name), self.height, 0])
        bar = Bar(reading, self.scale, self.theme, base, THICKNESS, upright=True)
        line = Line(base - (THICKNESS, 0, 0), base + (THICKNESS, 0, 0), stroke_width=stroke.thin)
        number = Readout(reading, self.theme, spec=self.spec, role="cost")
        number.next_to(bar.tip(), UP if float(reading) > 0 else DOWN, gap.small)
        code = f"partial C_0 \\/ partial {name[0]}^(({name[1:]}))"
        symbol = Formula(code, self.theme, role="cost", size="small").move_to((base[0], self.names.y, 0))
        return VGroup(symbol, line.set_color(self.theme.of("dim")), bar, number)
