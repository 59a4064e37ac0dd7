"""The one dial of chapter Descent: where it stands in the network, and what it is turned to."""

from __future__ import annotations

from manim import Line, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap, level, stroke
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.turned import TurnedEdge
from scenes.mobjects.type.number import Readout, spec_for
from scenes.parts.selection import ranked
from scenes.parts.standing_network import StandingNetwork
from scenes.stage.zones import Zone

LARGEST = 1 / 2  # radius of the dial at most
AROUND = 3  # pixels: the side of the square around its pixel


class TheDial(VGroup):
    """A weight's edge from the very pixel to its neuron, with marks around both; under the input its dial.

    All of it has the colour of the one thing that is spoken of. The edge is as wide as the weight is large, along a
    faint line that is seen however small it is.

    Parameters
    ----------
    hero
        The network that it stands on.
    zone
        The room under its input.
    value
        What it is turned to at first; by default as the exhibit `line` found it.
    second
        Whether it is the second of the exhibit `plane`, as that found it.

    Attributes
    ----------
    place
        (l, j, k) as in the exhibit.
    edge
        The edge with marks around its ends.
    dial, number
        The knob, upright at 0, and its value.
    way
        The faint line along the edge.
    """

    def __init__(self, hero: StandingNetwork, zone: Zone, value: Reading | None = None, second: bool = False) -> None:
        trace, theme, network = hero.trace, hero.theme, hero.network
        self.place = dial_place(trace, second)
        learned = trace.reading("plane/value", 1) if second else trace.reading("line/value")
        value, turns = learned if value is None else value, trace.reading("plane/v" if second else "line/w")
        self.edge = TurnedEdge(network, self.place, value, Scale.fit([turns], gap.small), AROUND)
        self.way = Line(*self.edge.line.get_start_and_end(), stroke_width=stroke.mark, stroke_opacity=level.back)
        self.way.set_color(theme.of("focus"))
        radius = min(LARGEST, zone.width / 2, (zone.height - gap.line - gap.small) / 2)
        self.dial = Dial(value, Scale.fit([turns], 1), theme, radius, "focus")
        self.dial.move_to((zone.x, zone.top - radius, 0))
        number = Readout(learned, theme, spec=spec_for([turns], 3, sign=""), role="focus")
        zone.stand(number, zone.top - 2 * radius - gap.line)
        self.number = hero.room.hold(number.set_reading(turns[ranked(turns)[0]])).set_reading(value)  # the widest, too
        super().__init__(self.way, self.edge, self.dial, self.number)

    def set_reading(self, value: Reading) -> TheDial:
        """Turn it to another value."""
        for picture in (self.dial, self.number, self.edge):
            picture.set_reading(value)
        return self


def dial_place(trace: Trace, second: bool = False) -> tuple[int, int, int]:
    """Return (l, j, k) of the dial, or of the second one: the weight from neuron k to neuron j of layer l."""
    l, j, k = (trace["plane/place"][1] if second else trace["line/place"]).tolist()
    return l, j, k
