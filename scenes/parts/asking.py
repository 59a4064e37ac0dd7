"""What travels back along the edges of a standing network: what a neuron asks of those before it, as comets."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netsim import Reading
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import Comets
from scenes.parts.standing_network import StandingNetwork

HEAD = 2 / 5  # radius of the largest comet's head, as a share of the room from neuron to neuron


def comets_from(hero: StandingNetwork, l: int, j: int, asked: Reading, heads: Scale, of: Sequence[int] = ()) -> Comets:
    """Return what neuron j of layer l asks of the layer before it, (n_{l-1},), on its way: of all, or of some.

    One that is not drawn asks from the line that says how many are not.
    """
    column, here, edges = hero.column(l), hero.column(l - 1).indices, hero.edges(l)
    if j in column.indices:
        start = edges.end_points(column.indices.index(j), 0)[1]
    else:
        assert column.more is not None
        start = column.more.get_left()
    asked_of = list(of or here)
    ends = np.array([edges.end_points(0, here.index(k))[0] for k in asked_of])
    return Comets(asked.take(asked_of), start, ends, heads, hero.theme)


def heads_of(hero: StandingNetwork, l: int, table: Reading) -> Scale:
    """Return the scale of the comets that travel to a layer."""
    return Scale.fit([table], HEAD * hero.column(l).pitch)
