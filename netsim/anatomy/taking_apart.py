"""One weight taken apart: its largest paths to the cost, what all others add, and a nudge of it, measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netsim.anatomy.explain import nudge
from netsim.anatomy.largest_paths import largest_paths
from netsim.anatomy.paths import count_paths
from netsim.backprop import Backward, backprop
from netsim.functions import ACTIVATIONS, COSTS, Array, inside
from netsim.network import Forward, Network

#: A weight (l, j, k), or with None in k's place the bias of neuron j of layer l: a weight on an activation of 1.
Place = tuple[int, int, int | None]

#: How many paths are told one by one.
MOST_TOLD = 5


@dataclass(frozen=True)
class TakenApart:
    """How the cost C of one example depends on the weight w_jk of layer l, path by path.

    Attributes
    ----------
    place
        The weight: (l, j, k), or the bias: (l, j, None).
    dC_dw
        The derivative: the sum over all paths.
    many
        How many paths there are.
    neurons
        The neurons that the largest P paths run through, (P, stops), largest product first: one of each layer
        l..L; with a softmax output, where each z reaches every a, also the output whose activation is the end.
    factors
        What each of these paths is multiplied of, (P, 2(L-l)+3), in the order of the way: a_k of layer l-1,
        da/dz of layer l, w to layer l+1, da/dz of layer l+1, ..., da/dz of layer L, dC/da.
    rest
        What all other paths add up to: dC_dw less the products; nothing, if there are none or they are all 0.
    epsilon
        By how much the weight is nudged.
    C
        The cost before.
    predicted_change, measured_change
        The change of C that dC_dw foretells, and the one that came.
    """

    place: Place
    dC_dw: float
    many: int
    neurons: np.ndarray
    factors: Array
    rest: float
    epsilon: float
    C: float
    predicted_change: float
    measured_change: float

    @property
    def products(self) -> Array:
        """What each of the largest paths adds to dC_dw, (P,)."""
        each: Array = self.factors.prod(axis=1) + 0.0  # a 0 has no sign
        return each


def take_apart(
    network: Network, x: Array, y: Array, l: int, j: int, k: int | None, epsilon: float, most: int = MOST_TOLD
) -> TakenApart:
    """Take apart how the cost of one example depends on a weight, exactly, however many paths there are.

    Parameters
    ----------
    network, x, y
        The network, an input (n_0,) and its target (n_L,).
    l, j, k
        Layer 1..L; the neuron that the weight leads to; the neuron that it comes from, or None for its bias.
    epsilon
        The nudge that is measured; not 0.
    most
        How many paths are told one by one: the largest, by the size of their product.

    Raises
    ------
    ValueError
        If there is no such weight, or epsilon is 0.
    """
    moved = nudge(network, x, y, l, (j,) if k is None else (j, k), epsilon)
    back = backprop(network, moved.before, y)
    neurons, ends = largest_of(network, moved.before, back, (l, j, k), most)
    factors = factors_of(network, moved.before, back, (l, j, k), neurons, ends)
    many, dC_dw, products = count_paths(network, l), moved.slope, factors.prod(axis=1)
    return TakenApart(
        place=(l, j, k),
        dC_dw=dC_dw,
        many=many,
        neurons=np.column_stack([neurons, ends]) if _coupled(network) else neurons,
        factors=factors,
        rest=dC_dw - float(products.sum()) if many > len(neurons) and products[-1] else 0.0,
        epsilon=epsilon,
        C=moved.C_before,
        predicted_change=moved.predicted,
        measured_change=moved.measured,
    )


def factors_of(
    network: Network,
    fwd: Forward,
    back: Backward,
    place: Place,
    neurons: np.ndarray,
    ends: np.ndarray,
) -> Array:
    """Give the factors of P paths from a weight, (P, 2(L-l)+3); neurons (P, L-l+1) of layers l..L, ends (P,)."""
    l, _, k = place
    L, at = network.L, {m: neurons[:, m - place[0]] for m in range(l, network.L + 1)}
    columns = [np.full(len(neurons), 1.0 if k is None else fwd.a[l - 1][0, k])]
    for m in range(l, L):
        columns += [_slopes(network, fwd, m)[at[m]], network.W[m + 1][at[m + 1], at[m]]]
    return np.column_stack([*columns, _output_table(network, fwd)[ends, at[L]], back.dC_da[L][0][ends]])


def largest_of(
    network: Network, fwd: Forward, back: Backward, place: Place, most: int
) -> tuple[np.ndarray, np.ndarray]:
    """Find the neurons of layers l..L, (P, L-l+1), and the ends, (P,), of the largest paths from a weight.

    The factors before layer l+1 are the same for all and left out: they choose nothing, and may be 0.
    """
    l, j, _ = place
    L = network.L
    links = [network.W[m] * (_slopes(network, fwd, m)[:, None] if m < L else 1.0) for m in range(l + 1, L + 1)]
    last = _output_table(network, fwd) * back.dC_da[L][0][:, None]
    if _coupled(network):
        links.append(last)
    elif links:
        links[-1] = links[-1] * np.diagonal(last)[:, None]
    if not links:
        return np.array([[j]]), np.array([j])
    links[0] = links[0][:, [j]]
    found = largest_paths([np.abs(link) for link in links], most)
    neurons = np.column_stack([np.full(len(found), j), found])
    return (neurons[:, :-1] if _coupled(network) else neurons), neurons[:, -1]


def _coupled(network: Network) -> bool:
    return ACTIVATIONS[network.output].traits.couples


def _slopes(network: Network, fwd: Forward, m: int) -> Array:
    """sigma'(z) of each neuron of a hidden layer, (n_m,)."""
    return np.diagonal(ACTIVATIONS[network.hidden].jacobian(fwd.z[m][0], fwd.a[m][0]))


def _output_table(network: Network, fwd: Forward) -> Array:
    """da_i/dz_j of the outputs, (n_L, n_L).

    The cross-entropy's dC/da is taken with outputs kept off 0 and 1; with the same here, the product keeps
    its digits where the exact output is 0 or 1 to the last of them.
    """
    L = network.L
    a = inside(fwd.a[L][0]) if COSTS[network.cost].traits.needs_probabilities else fwd.a[L][0]
    return ACTIVATIONS[network.output].jacobian(fwd.z[L][0], a)
