"""The engine against itself: every derivative of a small network, by backprop and by central differences."""

from __future__ import annotations

import numpy as np

from netsim.backprop import backprop
from netsim.functions import Array
from netsim.network import Network


def gradient_error(epsilon: float = 1e-5) -> tuple[int, float]:
    """Compare all derivatives of a random 4-5-3 network with central differences.

    Parameters
    ----------
    epsilon
        How far each parameter is moved, down and up.

    Returns
    -------
    count
        How many derivatives were compared.
    worst
        The largest difference, relative to the largest derivative of a weight.
    """
    rng = np.random.default_rng(1)
    net = Network.init([4, 5, 3], rng)
    x, y = rng.random((6, 4)), np.eye(3)[[0, 1, 2, 2, 1, 0]]
    back = backprop(net, net.forward(x), y)
    worst, count = 0.0, 0
    for given, derivative in ((net.W, back.mean_dC_dW), (net.b, back.mean_dC_db)):
        for l, values in given.items():
            for place in np.ndindex(values.shape):
                measured = _measured(net, x, y, given is net.W, l, place, epsilon)
                worst = max(worst, abs(measured - float(derivative[l][place])))
                count += 1
    return count, worst / max(float(np.abs(array).max()) for array in back.mean_dC_dW.values())


def _measured(net: Network, x: Array, y: Array, weight: bool, l: int, place: tuple[int, ...], epsilon: float) -> float:
    """Give the central difference of the mean cost for one parameter."""

    def cost(change: float) -> float:
        W, b = ({layer: values.copy() for layer, values in given.items()} for given in (net.W, net.b))
        (W if weight else b)[l][place] += change
        nudged = Network(W, b, hidden=net.hidden, output=net.output, cost=net.cost)
        return float(backprop(nudged, nudged.forward(x), y).C.mean())

    return (cost(epsilon) - cost(-epsilon)) / (2 * epsilon)
