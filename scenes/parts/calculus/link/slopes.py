"""The derivatives of the cost by all weights and biases of the chain, as a pulse leaves them under their things."""

from __future__ import annotations

import numpy as np
from manim import DOWN, UP, Animation, Line, SurroundingRectangle, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, stroke
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale, magnitude
from scenes.mobjects.plots.pulse import Pulse
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, spec_of_digits
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.measured import spec_of
from scenes.stage.zones import Zone

LAYERS = (1, 2, 3)
LONGEST, PULSE = 0.8, 1.1  # scene units of the largest derivative's bar; of the largest amount of the pulse
BASE = 3 / 4  # of the way from the chain's numbers down to the foot of the stage: there the bars stand
THICKNESS = 0.2


class Slopes:
    """Six derivatives as bars on one scale, three by weights and three by biases; and the pulse that leaves them.

    Parameters
    ----------
    chain
        The chain that stands.
    stage
        Under the chain, at its foot, the bars have room.

    Attributes
    ----------
    columns
        By kind (w or b) and layer: a symbol, a bar, a number.
    """

    def __init__(self, chain: StandingChain, stage: Zone) -> None:
        self.chain, self.trace, self.theme = chain, chain.trace, chain.theme
        self.readings = {(kind, l): self.trace.reading(f"links/dC_d{kind}", l - 1) for l in LAYERS for kind in "wb"}
        self.scale = Scale.fit(self.readings.values(), LONGEST)
        self.height = float(chain.cost.get_bottom()[1] + BASE / 2 * (stage.bottom - chain.cost.get_bottom()[1]))
        self.columns = {(kind, l): self._column(kind, l) for kind, l in self.readings}

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
            symbol, line, bar, number = self.columns[kind, l]
            animations += [FadeIn(symbol, line, number), bar.grow()]
        return animations

    def mark(self) -> SurroundingRectangle:
        """Return a frame around the largest of them."""
        most = max(self.readings, key=lambda each: float(magnitude(self.readings[each])))
        return SurroundingRectangle(
            self.columns[most], color=self.theme.of("focus"), buff=gap.small, stroke_width=stroke.mark
        )

    def _column(self, kind: str, l: int) -> VGroup:
        reading, thing = self.readings[kind, l], self.chain.edges[l] if kind == "w" else self.chain.neurons[l].outline
        base = np.array([thing.get_x(), self.height, 0])
        bar = Bar(reading, self.scale, self.theme, base, THICKNESS, upright=True)
        way = UP if float(reading) > 0 else DOWN
        line = Line(base - (THICKNESS, 0, 0), base + (THICKNESS, 0, 0), stroke_width=stroke.thin)
        number = Readout(reading, self.theme, spec=spec_of_digits([reading], 2), role="cost")
        number.next_to(bar.tip(), way, gap.small)
        symbol = Formula(f"{kind}^(({l}))", self.theme, size="small").next_to(base, -way, gap.small)
        return VGroup(symbol, line.set_color(self.theme.of("dim")), bar, number)
