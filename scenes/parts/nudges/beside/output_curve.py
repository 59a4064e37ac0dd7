"""The curve of the outputs, over the network that rests: each output stands on it, at its sum and its activation."""

from __future__ import annotations

from manim import VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.mobjects.plots.plot import Tangent
from scenes.mobjects.plots.slopes import SlopePlot
from scenes.mobjects.type.number import number_column
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.outputs import Outputs, limits_of
from scenes.stage.zones import Zone

WIDE, HIGH = (2, 3, 1), (1, 4, 1)  # shares of the room before the outputs: the curve stands in the middle one


class OutputCurve(VGroup):
    """The curve of one output, as wide as the sums of a moment need it, and all outputs on it.

    Parameters
    ----------
    hero
        The network beside which it stands, left of what comes out of its outputs.
    state
        0 for the network as it is, 1 for larger last weights.
    moment
        What the outputs are then.
    spoken_of
        The output that stands out.

    Attributes
    ----------
    plot, dots, dot
        Axes and curve, for each output that is drawn its place, top to bottom, and that of the one spoken of.
    """

    def __init__(self, hero: Protagonist, state: int, moment: Outputs, spoken_of: int) -> None:
        self.hero, self.moment, trace = hero, moment, hero.trace
        sums, activations = (trace.reading(f"effect/curve_{name}", state) for name in "za")
        room = Zone(hero.room.left, effects_of(hero).left, hero.room.bottom, hero.room.top)
        zone = room.columns(*WIDE)[1].rows(*HIGH)[1]
        names = [
            Words(hero.words.say("standing-network", {}, name), hero.theme, size="small") for name in ("sum", "output")
        ]
        corner = (zone.left, zone.bottom)
        self.plot = SlopePlot(
            sums, activations, limits_of(trace), corner, zone.width, zone.height, hero.theme, (names[0], names[1])
        )
        self.dots = self.plot.dots(moment.z, moment.a, hero.outputs.indices)
        self.dot = self.dots[hero.outputs.indices.index(spoken_of)].set_color(hero.theme.of("focus"))
        super().__init__(self.plot, self.plot.curve, self.dots)

    def tangent(self, j: int) -> Tangent:
        """Return the line that is as steep as the curve where output j stands."""
        return self.plot.tangent(self.moment.z[j], self.moment.a[j], self.moment.slope[j])


def effects_of(hero: Protagonist) -> Zone:
    """Return the column before the outputs where it is written what comes out of each."""
    right = float(hero.outputs.neurons.get_left()[0]) - 2 * gap.large - gap.small
    return Zone(right - hero.table["wish"].width, right, hero.room.bottom, hero.room.top)


def numbers_before(hero: Protagonist, effects: Reading, spec: str) -> VGroup:
    """Return what comes out of each output that is drawn, before it, (n_L,)."""
    shown = [effects[j] for j in hero.outputs.indices]
    return number_column(shown, hero.rows(hero.L), effects_of(hero).right, hero.theme, spec=spec, role="sign")
