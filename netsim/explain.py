"""One gradient taken apart: levers, wishes, the factors of the chain rule, nudges that are measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netsim.functions import Array
from netsim.backprop import Backward
from netsim.network import Forward, Network


@dataclass(frozen=True)
class Levers:
    """How C changes through one neuron, per unit of each thing that feeds it.

    Attributes
    ----------
    dC_db
        Per unit of its bias: delta_j.
    dC_dw
        Per unit of each of its weights, (n_{l-1},): a_k delta_j.
    dC_da
        Per unit of each activation before it, through this neuron only, (n_{l-1},): w_jk delta_j.
    """

    dC_db: Array
    dC_dw: Array
    dC_da: Array


def levers(network: Network, fwd: Forward, back: Backward, e: int, l: int, j: int) -> Levers:
    """The three levers of neuron j of layer l, for example e."""
    delta = back.delta[l][e, j]
    return Levers(delta, fwd.a[l - 1][e] * delta, network.W[l][j] * delta)


def wishes(network: Network, back: Backward, e: int, l: int) -> tuple[Array, Array]:
    """What each neuron of layer l wants of each activation before it, and the running sums.

    Returns
    -------
    table
        -w_jk delta_j, (n_l, n_{l-1}).
    running
        Sums of the first rows, (n_l, n_{l-1}); the last row is -dC_da[l-1] of example e.
    """
    table = -network.W[l] * back.delta[l][e][:, None]
    return table, np.cumsum(table, axis=0)
