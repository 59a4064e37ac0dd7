"""The worked example and its mirror image, if it has one, as rows of lit circles: inputs, an arrow, targets."""

from __future__ import annotations

from manim import RIGHT, Animation, Arrow, VGroup
from manim import FadeIn as Arrive

from netsim import Trace
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.network.chain import ValuedNeuron
from scenes.parts.calculus.worked.network import GIVEN, span_of
from scenes.stage.zones import Zone

LARGEST, BETWEEN = 6, 2.25  # circles of the largest size in a row's height; one circle's share of its own row


class Mirrored(VGroup):
    """Two examples, one over the other; or one.

    Attributes
    ----------
    examples
        Of each: inputs one over the other, an arrow, targets.
    """

    def __init__(self, trace: Trace, theme: Theme, room: Zone) -> None:
        self.trace, self.theme = trace, theme
        rows = room.rows(1, 1, gap=gap.large)
        if len(trace["rates/x"]) == 1:
            rows = (room.of_size(room.width, rows[0].height),)
        self.examples = [self._example(e, zone) for e, zone in enumerate(rows)]
        super().__init__(*self.examples)

    def arrive(self) -> list[Animation]:
        """Return the animations in which the second example comes out of the first, its neurons in reverse order."""
        if len(self.examples) == 1:
            return []
        (*first, _), (*second, way) = self.examples
        animations: list[Animation] = [FadeIn(way)]
        for one, two in zip(first, second, strict=True):
            animations += [Arrive(new, target_position=old) for new, old in zip(two, one[::-1], strict=True)]
        return animations

    def _example(self, e: int, zone: Zone) -> VGroup:
        left, middle, right = zone.columns(1, 1, 1)
        columns = [self._column("x", e, left), self._column("y", e, right)]
        way = Arrow(middle.at(-RIGHT), middle.at(RIGHT), buff=gap.medium, stroke_width=stroke.mark)
        return VGroup(*columns, way.set_color(self.theme.of("dim")))

    def _column(self, name: str, e: int, zone: Zone) -> VGroup:
        numbers, span = self.trace.reading(f"rates/{name}", e), span_of(self.trace, "rates")
        radius = zone.height / max(LARGEST, BETWEEN * len(numbers))
        neurons = [ValuedNeuron(number, radius, self.theme, GIVEN, span) for number in numbers]
        for neuron, row in zip(neurons, zone.rows(*[1] * len(neurons)), strict=True):
            neuron.move_to(row.center).lit()
        return VGroup(*neurons)
