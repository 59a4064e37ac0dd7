"""The worked example and its mirror image as two rows of lit circles: inputs, an arrow, targets."""

from __future__ import annotations

from manim import RIGHT, Animation, Arrow, VGroup
from manim import FadeIn as Arrive

from netsim import Trace
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.network.chain import ValuedNeuron
from scenes.parts.calculus.worked.network import GIVEN, TWO
from scenes.stage.zones import Zone

RADIUS = 1 / 6  # of a circle, as a share of a row's height


class Mirrored(VGroup):
    """Two examples, one over the other.

    Attributes
    ----------
    examples
        Of each: inputs one over the other, an arrow, targets.
    """

    def __init__(self, trace: Trace, theme: Theme, room: Zone) -> None:
        self.trace, self.theme = trace, theme
        self.examples = [self._example(e, zone) for e, zone in enumerate(room.rows(1, 1, gap=gap.large))]
        super().__init__(*self.examples)

    def arrive(self) -> list[Animation]:
        """Return the animations in which the second example comes out of the first, its neurons in reverse order."""
        (*first, _), (*second, way) = self.examples
        animations: list[Animation] = [FadeIn(way)]
        for one, two in zip(first, second, strict=True):
            animations += [Arrive(new, target_position=old) for new, old in zip(two, one[::-1], strict=True)]
        return animations

    def _example(self, e: int, zone: Zone) -> VGroup:
        left, middle, right = zone.columns(1, 1, 1)
        columns = [self._pair("x", e, left), self._pair("y", e, right)]
        way = Arrow(middle.at(-RIGHT), middle.at(RIGHT), buff=gap.medium, stroke_width=stroke.mark)
        return VGroup(*columns, way.set_color(self.theme.of("dim")))

    def _pair(self, name: str, e: int, zone: Zone) -> VGroup:
        radius = zone.height * RADIUS
        pair = [ValuedNeuron(self.trace.reading(f"rates/{name}", e, j), radius, self.theme, GIVEN) for j in TWO]
        for neuron, row in zip(pair, zone.rows(1, 1), strict=True):
            neuron.move_to(row.center).lit()
        return VGroup(*pair)
