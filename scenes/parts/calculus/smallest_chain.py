"""The smallest network, one neuron a layer, and its target (K2)."""

from __future__ import annotations

from netsim import Trace
from scenes.look.theme import Theme
from scenes.mobjects.network.chain import ChainDiagram, ValuedNeuron
from scenes.stage.zones import Zone

NEURONS = 4  # in a row, one a layer; the target has the place after them
NEURON, EDGE = 9, 10  # shares of the width
ABOVE, BELOW = 3, 1  # shares of the stage's height: the network, and room for what it costs


def chain_of(trace: Trace, theme: Theme, stage: Zone) -> ChainDiagram:
    """Return the network's picture, with a place left for the target."""
    a, W, b = (trace.reading(f"chain/{name}") for name in ("a", "W", "b"))
    row = places(stage)[:NEURONS]
    return ChainDiagram(a, W, b, theme, xs=[place.x for place in row], y=row[0].y, radius=_radius(row[0]))


def target_of(trace: Trace, theme: Theme, stage: Zone) -> ValuedNeuron:
    """Return the target as a neuron that is as it should be, beside the last one."""
    place = places(stage)[NEURONS]
    return place.put(ValuedNeuron(trace.reading("chain/y"), _radius(place), theme, ".0f")).lit()


def places(stage: Zone) -> tuple[Zone, ...]:
    """Return the places of the neurons, and of the target after them."""
    above, _ = stage.rows(ABOVE, BELOW)
    return above.columns(*[NEURON, EDGE] * NEURONS, NEURON)[::2]


def _radius(place: Zone) -> float:
    """Return the radius of a neuron: its number has room in it."""
    return place.width * 2 / 5
