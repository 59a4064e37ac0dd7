"""The chain rule written out: every path from one weight to the cost, with all its factors."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from netsim.backprop import Backward
from netsim.functions import ACTIVATIONS, Array
from netsim.network import Forward, Network

#: More paths than this are refused: nobody reads them, and they grow with the product of the layer sizes.
MOST_PATHS = 100_000


@dataclass(frozen=True)
class Paths:
    """All P paths from the weight w_jk of layer l to the cost C of one example.

    A path runs w -> z_j -> a_j -> z of layer l+1 -> ... -> a of layer L -> C, through one neuron a layer.
    Layers are counted from l: position 0 of an axis is layer l.

    Attributes
    ----------
    neurons
        The neuron of each layer l..L that a path runs through, (P, L-l+1); column 0 is j throughout.
    ends
        The output whose activation the path ends in, (P,): the last of `neurons`, but with a softmax
        output, where each z reaches every a, there is one path for each.
    dz_dw
        The first factor, the same for all: a_k of layer l-1.
    da_dz
        The factors across each neuron, (P, L-l+1).
    dz_da
        The factors from neuron to neuron, (P, L-l): the weights between.
    dC_da
        The last factor, (P,).
    """

    neurons: np.ndarray
    ends: np.ndarray
    dz_dw: float
    da_dz: Array
    dz_da: Array
    dC_da: Array

    @property
    def products(self) -> Array:
        """What each path adds to dC/dw: the product of its factors, (P,)."""
        each: Array = self.dz_dw * self.da_dz.prod(axis=1) * self.dz_da.prod(axis=1) * self.dC_da
        return each

    @property
    def dC_dw(self) -> float:
        """The derivative: the sum over all paths."""
        return float(self.products.sum())


def count_paths(network: Network, l: int) -> int:
    """Count how many paths lead from one weight of layer l (1..L) to the cost."""
    many = prod(network.sizes[l + 1 :])
    return many * network.sizes[-1] if ACTIVATIONS[network.output].traits.couples else many


def paths(network: Network, fwd: Forward, back: Backward, e: int, l: int, j: int, k: int) -> Paths:
    """List all paths from w_jk of layer l to the cost of example e, with their factors.

    Parameters
    ----------
    network, fwd, back
        The network, its forward pass, and what `backprop` made of it.
    e, l, j, k
        Example; layer 1..L; the neuron that the weight leads to; the neuron that it comes from.

    Raises
    ------
    ValueError
        If there is no such weight, or there are more than `MOST_PATHS` paths.
    """
    L = network.L
    if l not in network.W or not (0 <= j < network.sizes[l] and 0 <= k < network.sizes[l - 1]):
        raise ValueError(f"A network of the sizes {network.sizes} has no weight {j}, {k} in layer {l}.")
    many = count_paths(network, l)
    if many > MOST_PATHS:
        raise ValueError(
            f"There are {many:,} paths from a weight of layer {l} to the cost, more than {MOST_PATHS:,}: "
            "take a later layer or a smaller network; backprop sums them without listing them."
        )
    coupled = ACTIVATIONS[network.output].traits.couples
    choices = [1, *network.sizes[l + 1 :], *([network.sizes[L]] if coupled else [])]
    grid = np.indices(choices).reshape(len(choices), -1).T
    grid[:, 0] = j
    neurons = grid[:, : L - l + 1]
    ends = grid[:, -1]
    slopes = [_slopes(network, fwd, e, m)[neurons[:, m - l]] for m in range(l, L)]
    last = ACTIVATIONS[network.output].jacobian(fwd.z[L][e], fwd.a[L][e])[ends, neurons[:, -1]]
    weights = [network.W[m][neurons[:, m - l], neurons[:, m - l - 1]] for m in range(l + 1, L + 1)]
    return Paths(
        neurons,
        ends,
        float(fwd.a[l - 1][e, k]),
        np.column_stack([*slopes, last]),
        np.column_stack(weights) if weights else np.ones((many, 0)),
        back.dC_da[L][e][ends],
    )


def _slopes(network: Network, fwd: Forward, e: int, l: int) -> Array:
    """sigma'(z) of each neuron of a hidden layer, (n_l,)."""
    return np.diagonal(ACTIVATIONS[network.hidden].jacobian(fwd.z[l][e], fwd.a[l][e]))
