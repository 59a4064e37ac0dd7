"""The chain exhibit: a 1-1-1-1 network of its own, its last weight taken apart and nudged."""

from __future__ import annotations

import numpy as np

from netsim.backprop import backprop
from netsim.functions import ACTIVATIONS, Array
from netsim.network import Network

Kept = dict[str, tuple[Array, list[str]]]

#: Sizes of the nudges that are measured, besides the recipe's own.
EPSILONS = (0.1, 0.03, 0.01, 0.003, 0.001)


def record_chain(seed: int, epsilon: float) -> Kept:
    """Draw the network and its input, and record the chain/ group; epsilon is the recipe's nudge.

    Weights, biases and the input come from one generator: N(0, 1), the input uniform in 0..1; the
    target is 1; sigmoid and quadratic cost. Layers are counted from 1, so chain/W[2] is w^(L).
    """
    rng = np.random.default_rng(seed)
    network = Network.init([1, 1, 1, 1], rng, init="normal")
    return chain_of(network, rng.random(), 1.0, epsilon)


def chain_of(network: Network, x: float, y: float, epsilon: float) -> Kept:
    """The chain/ group of a given 1-1-1-1 network."""
    fwd = network.forward(np.array([[x]]))
    back = backprop(network, fwd, np.array([[y]]))
    z = np.array([fwd.z[l][0, 0] for l in (1, 2, 3)])
    a = np.array([fwd.a[l][0, 0] for l in (0, 1, 2, 3)])
    sigma = ACTIVATIONS[network.output]
    assert sigma.slope is not None
    da_dz = sigma.slope(z[2:], a[3:])[0]
    kept: Kept = {
        "chain/W": (np.array([network.W[l][0, 0] for l in (1, 2, 3)]), ["layer"]),
        "chain/b": (np.array([network.b[l][0] for l in (1, 2, 3)]), ["layer"]),
        "chain/x": (np.array(x), []),
        "chain/y": (np.array(y), []),
        "chain/z": (z, ["layer"]),
        "chain/a": (a, ["layer_from_0"]),
        "chain/C": (np.array(back.C[0]), []),
        "chain/dz_dw": (np.array(a[2]), []),
        "chain/da_dz": (np.array(da_dz), []),
        "chain/dC_da": (np.array(back.dC_da[3][0, 0]), []),
        "chain/dC_dw": (np.array(back.delta[3][0, 0] * a[2]), []),
    }
    return kept | _nudges(network, x, y, epsilon, float(back.delta[3][0, 0] * a[2]))


def _nudges(network: Network, x: float, y: float, epsilon: float, dC_dw: float) -> Kept:
    """Nudge the last weight by each epsilon and follow the change through z and a to C."""
    epsilons = np.array(sorted({*EPSILONS, epsilon}, reverse=True))
    before = _forward_values(network, x, y)
    after = []
    for e in epsilons:
        W = dict(network.W) | {3: network.W[3] + e}
        after.append(_forward_values(Network(W, network.b), x, y))
    nudged = {what: np.array([values[what] for values in after]) for what in before}
    change = {what: nudged[what] - before[what] for what in before}
    kept: Kept = {
        "chain/epsilon": (epsilons, ["nudge"]),
        "chain/at": (np.array(int(np.flatnonzero(epsilons == epsilon)[0])), []),
        "chain/predicted_change_C": (dC_dw * epsilons, ["nudge"]),
        "chain/measured_dz_dw": (change["z"] / change["w"], ["nudge"]),
        "chain/measured_da_dz": (change["a"] / change["z"], ["nudge"]),
        "chain/measured_dC_da": (change["C"] / change["a"], ["nudge"]),
        "chain/measured_dC_dw": (change["C"] / change["w"], ["nudge"]),
    }
    for what in before:
        kept[f"chain/nudged_{what}"] = nudged[what], ["nudge"]
        kept[f"chain/change_{what}"] = change[what], ["nudge"]
    return kept


def _forward_values(network: Network, x: float, y: float) -> dict[str, float]:
    fwd = network.forward(np.array([[x]]))
    C = backprop(network, fwd, np.array([[y]])).C[0]
    return {"w": network.W[3][0, 0], "z": fwd.z[3][0, 0], "a": fwd.a[3][0, 0], "C": C}
