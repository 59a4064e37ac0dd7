"""The four equations of backpropagation: how the cost depends on every activation, weight and bias."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from netsim.blocks import in_blocks
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.network import Forward, Network


@dataclass(frozen=True)
class Backward:
    """The derivatives of the cost, from the output back to the first layer.

    Attributes
    ----------
    C
        Cost of each example, (E,).
    dC_da
        By layer 1..L, (E, n_l): how the example's cost depends on each activation.
    delta
        By layer 1..L, (E, n_l): dC/dz.
    mean_dC_dW, mean_dC_db
        By layer 1..L, (n_l, n_{l-1}) and (n_l,): means over the examples.
    """

    C: Array
    dC_da: Mapping[int, Array]
    delta: Mapping[int, Array]
    mean_dC_dW: Mapping[int, Array]
    mean_dC_db: Mapping[int, Array]


def backprop(network: Network, fwd: Forward, y: Array) -> Backward:
    """Compute the derivatives of the cost for the examples of a forward pass.

    From the output, l = L, down to l = 1::

        dC_da[L]  = dC/da of the cost             dC_da[l] = W[l+1]^T delta[l+1]
        delta[l]  = sigma'(z[l]) dC_da[l]         (with softmax: its Jacobian, transposed)
        dC_dW[l]  = delta[l] a[l-1]^T             dC_db[l] = delta[l]

    Parameters
    ----------
    network, fwd
        The network and what its `forward` returned.
    y
        Targets, (E, n_L), or a single one, (n_L,). More axes before E, if the pass has them, are those of
        further examples: the means are over all.

    Raises
    ------
    ValueError
        If y has not the shape of the outputs.

    Notes
    -----
    Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986.
    """
    L = network.L
    y = np.atleast_2d(y)
    if y.shape != fwd.a[L].shape:
        raise ValueError(f"y has the shape {y.shape}, but the outputs have {fwd.a[L].shape}.")
    cost = COSTS[network.cost]
    C = cost.value(fwd.a[L], y, network.output)
    dC_da = {L: cost.slope(fwd.a[L], y, network.output)}
    delta = {L: output_delta(network, fwd.z[L], fwd.a[L], y, dC_da[L])}
    sigma = ACTIVATIONS[network.hidden]
    for l in range(L - 1, 0, -1):
        dC_da[l] = delta[l + 1] @ network.W[l + 1]
        delta[l] = sigma.pull(fwd.z[l], fwd.a[l], dC_da[l])
    shares = {l: delta[l] / C.size for l in range(1, L + 1)}
    mean_dC_dW = {l: _products(share, fwd.a[l - 1]) for l, share in shares.items()}
    mean_dC_db = {l: np.add.reduce(share.reshape(-1, share.shape[-1])) for l, share in shares.items()}
    return Backward(C, dC_da, delta, mean_dC_dW, mean_dC_db)


def backprop_many(network: Network, x: Array, y: Array) -> Backward:
    """Pass examples x (E, n_0) with the targets y (E, n_L) forward and back; very many of them in blocks."""
    parts = [backprop(network, network.forward(inputs), targets) for inputs, targets in in_blocks(network, x, y)]
    if len(parts) == 1 and parts[0].C.shape == (len(x),):
        return parts[0]
    layers, shares = range(1, network.L + 1), [part.C.size / len(x) for part in parts]
    return Backward(
        np.concatenate([part.C.ravel() for part in parts]),
        {l: np.concatenate([part.dC_da[l].reshape(-1, network.sizes[l]) for part in parts]) for l in layers},
        {l: np.concatenate([part.delta[l].reshape(-1, network.sizes[l]) for part in parts]) for l in layers},
        {l: _mean([part.mean_dC_dW[l] for part in parts], shares) for l in layers},
        {l: _mean([part.mean_dC_db[l] for part in parts], shares) for l in layers},
    )


def _mean(means: Sequence[Array], shares: Sequence[float]) -> Array:
    """Combine the means of parts, each of which is a share of the whole."""
    total: Array = shares[0] * means[0]
    for share, mean in zip(shares[1:], means[1:], strict=True):
        total += share * mean
    return total


def _products(delta: Array, a: Array) -> Array:
    """Sum delta a^T over all examples: (..., E, n_l) and (..., E, n_{l-1}) make (n_l, n_{l-1})."""
    table: Array = delta.swapaxes(-1, -2) @ a
    return table if table.ndim == 2 else table.reshape(-1, *table.shape[-2:]).sum(axis=0)


def output_delta(network: Network, z: Array, a: Array, y: Array, dC_da: Array) -> Array:
    """dC/dz of the output layer, (E, n_L).

    Where sigma' cancels the denominator of dC/da, as for the cross-entropy, the cancelled form is used, since
    the product would lose its digits where an output is nearly 0 or 1.
    """
    cost, output = COSTS[network.cost], ACTIVATIONS[network.output]
    if cost.delta is not None and cost.cancels(output.traits):
        return cost.delta(a, y, network.output)
    return output.pull(z, a, dC_da)
