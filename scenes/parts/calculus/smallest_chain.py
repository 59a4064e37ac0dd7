"""The smallest network, one neuron a layer, and its target (K1, K2)."""

from __future__ import annotations

from netsim import Trace
from scenes.look.theme import Theme
from scenes.mobjects.network.chain import ChainDiagram, ValuedNeuron

XS, MIDDLE = (-6.1, -3.1, -0.1, 2.9), 0.65  # the neurons
TARGET = 5.9  # where the target stands


def chain_of(trace: Trace, theme: Theme, y: float = MIDDLE) -> ChainDiagram:
    """Return the network's picture, in the place that it has in both scenes."""
    a, W, b = (trace.reading(f"chain/{name}") for name in ("a", "W", "b"))
    return ChainDiagram(a, W, b, theme, xs=XS, y=y)


def target_of(trace: Trace, theme: Theme, y: float = MIDDLE) -> ValuedNeuron:
    """Return the target as a neuron that is as it should be, beside the last one."""
    target = ValuedNeuron(trace.reading("chain/y"), 0.55, theme, ".0f")
    return target.move_to((TARGET, y, 0)).lit()
