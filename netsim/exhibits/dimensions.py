"""The dimensions that several exhibits have; each declares its own besides."""

from __future__ import annotations

from netsim.trace.declared import Dimension

SHARED = {
    "chain_layer": Dimension("layers 1..3 of the 1-1-1-1 network", 3),
    "chain_layer_from_0": Dimension("its input, and its layers 1..3", 4),
    "u_v": Dimension("two coordinates in a plane", 2),
    "l_j_k": Dimension("layer, neuron j that a weight leads to, neuron k that it comes from", 3),
    "kind_l_j_k": Dimension("0 for a weight or 1 for a bias, layer, j, and k (0 for a bias)", 4),
}
