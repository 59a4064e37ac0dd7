"""How a single neuron answers its own sum: its slope, and its curve."""

from __future__ import annotations

import numpy as np

from netsim.functions import ACTIVATIONS, Array
from netsim.network import Forward, Network

CURVE_SUMS = 121
ROOM = 1.1  # how much farther than the farthest sum


def slopes(network: Network, fwd: Forward, l: int) -> Array:
    """da_j/dz_j of each neuron of layer l, (n_l,), for the first example of a pass."""
    return slopes_of(network, l, fwd.z[l][0], fwd.a[l][0])


def slopes_of(network: Network, l: int, z: Array, a: Array) -> Array:
    """da_j/dz_j of each neuron of layer l, (n_l,), with the sums z and activations a (n_l,)."""
    return np.diagonal(ACTIVATIONS[network.activation_of(l)].jacobian(z, a)).copy()


def curve(function: str, z: Array, j: int) -> tuple[Array, Array]:
    """Sample how activation j follows its own sum, the others staying: sums and activations, each (sums,).

    The sums z (n,) of all the layer's neurons lie within the range of the curve, and 0 in its middle.
    """
    reach = max(ACTIVATIONS[function].traits.bends_within, ROOM * float(np.abs(z).max()))
    sums = np.linspace(-reach, reach, CURVE_SUMS)
    return sums, alone(function, z, j, sums)


def alone(function: str, z: Array, j: int, sums: Array) -> Array:
    """a_j (sums,) of a layer with the sums z (n,), where z_j alone is changed to each of `sums`."""
    changed = np.repeat(z[None], len(sums), axis=0)
    changed[:, j] = sums
    a: Array = ACTIVATIONS[function].value(changed)[:, j]
    return a
