"""The smallest network, one neuron a layer, beside what it should show, and its cost between the two."""

from __future__ import annotations

from manim import RIGHT, Line, VGroup

from netsim import Trace
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.network.chain import SPEC, ChainDiagram, ValuedNeuron
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.stage.zones import Zone

NEURON, EDGE, LAST = 9, 10, 13  # shares of the width: a neuron, the room between two, the one in which the cost stands
ABOVE, BELOW = 3, 1  # shares of the stage's height: the row, and room under it
NEURONS = 4  # one a layer


class StandingChain(ChainDiagram):
    """The chain in a row, grey, all its numbers in ink; after it, if it has come so far, its target and its cost.

    Parameters
    ----------
    trace, theme, stage
        What it is made of, and the zone across which it stands.

    Attributes
    ----------
    target
        What it should show, as a neuron that does.
    ways
        The strokes that lead to the cost: from the last neuron, and from the target.
    C, cost
        The cost's name, and its number.
    """

    def __init__(self, trace: Trace, theme: Theme, stage: Zone) -> None:
        self.trace, self.row = trace, _places(stage)
        a, W, b = (trace.reading(f"chain/{name}") for name in ("a", "W", "b"))
        *xs, _, last = (place.x for place in self.row)
        radius = self.row[0].width * 2 / 5
        super().__init__(a, W, b, theme, xs=xs, y=self.row[0].y, radius=radius)
        self.target = ValuedNeuron(trace.reading("chain/y"), radius, theme, ".0f").move_to((last, self.row[-1].y, 0))
        self.C = Formula("C_0", theme, role="cost", size="title").move_to(self.row[-2].center)
        self.cost = Readout(trace.reading("chain/C"), theme, spec=SPEC, role="cost")
        self.cost.move_to((self.C.get_x(), self.biases[1].get_y(), 0))
        ends = [self.neurons[-1].outline.get_right(), self.target.outline.get_left()]
        sides = [self.C.get_left() - gap.medium * RIGHT, self.C.get_right() + gap.medium * RIGHT]
        self.ways = VGroup(*[Line(end, side, stroke_width=stroke.mark) for end, side in zip(ends, sides, strict=True)])
        self.ways.set_color(theme.of("dim"))

    def with_cost(self) -> StandingChain:
        """Let the target and the cost stand with it."""
        self.target.lit()
        self.add(self.target, self.ways, self.C, self.cost)
        return self


def _places(stage: Zone) -> tuple[Zone, ...]:
    """Return the places of the neurons, of the cost, and of the target after it."""
    above, _ = stage.rows(ABOVE, BELOW)
    cells = above.columns(*[NEURON, EDGE] * (NEURONS - 1), NEURON, LAST, NEURON)
    return (*cells[: 2 * NEURONS : 2], *cells[-2:])
