"""The exhibits links and several: all derivatives of the 1-1-1-1 network, and the mean of six examples' own."""

from __future__ import annotations

import numpy as np

from netsim.anatomy.explain import nudge
from netsim.backprop import backprop
from netsim.exhibits.calculus.chain import drawn_chain
from netsim.functions import Array
from netsim.network import Network

Arrays = dict[str, Array]

LAYERS = (1, 2, 3)

#: How many examples the mean of the exhibit several is taken over.
SEVERAL = 6


def record_links(seed: int, epsilon: float) -> Arrays:
    """Make the links/ group: the derivatives of all layers of the chain exhibit's network, for its example."""
    network, x, y = drawn_chain(seed, 1)
    return links_of(network, float(x[0]), float(y[0]), epsilon)


def links_of(network: Network, x: float, y: float, epsilon: float) -> Arrays:
    """Make the links/ group of a given 1-1-1-1 network of sigmoids.

    links/da_dz, links/delta (dC/dz), links/dC_dw and links/dC_db run over the layers 1..3, links/dC_da over
    0..3. links/measured_dC_dw and links/measured_dC_db are the measured changes of C, each for a nudge of
    that one weight or bias by epsilon, divided by epsilon.
    """
    inputs, target = np.array([x]), np.array([y])
    fwd = network.forward(inputs)
    back = backprop(network, fwd, target)
    a, delta = np.array([[values[l][0, 0] for l in LAYERS] for values in (fwd.a, back.delta)])
    kept = {
        "da_dz": a * (1 - a),
        "delta": delta,
        "dC_da": np.array([network.W[1][0, 0] * delta[0], *(back.dC_da[l][0, 0] for l in LAYERS)]),
        "dC_dw": np.array([back.mean_dC_dW[l][0, 0] for l in LAYERS]),
        "dC_db": np.array([back.mean_dC_db[l][0] for l in LAYERS]),
    }
    for name, place in {"dw": (0, 0), "db": (0,)}.items():
        changes = [nudge(network, inputs, target, l, place, epsilon).measured for l in LAYERS]
        kept[f"measured_dC_{name}"] = np.array(changes) / epsilon
    return {f"links/{name}": array for name, array in kept.items()}


def record_several(seed: int) -> Arrays:
    """Make the several/ group: six examples of the chain exhibit's network, of which the first is its own."""
    return several_of(*drawn_chain(seed, SEVERAL))


def several_of(network: Network, x: Array, y: Array) -> Arrays:
    """Make the several/ group of a given 1-1-1-1 network and examples x (E,) with targets y (E,).

    several/a and several/C are output and cost of each; several/dC_dw and several/dC_db (E, 3) its derivatives
    by the weights and biases of the layers 1..3; several/mean_... the means over the examples.
    """
    fwd = network.forward(x[:, None])
    back = backprop(network, fwd, y[:, None])
    delta = np.column_stack([back.delta[l][:, 0] for l in LAYERS])
    before = np.column_stack([fwd.a[l - 1][:, 0] for l in LAYERS])
    kept = {
        "x": x,
        "y": y,
        "a": fwd.a[3][:, 0],
        "C": back.C,
        "dC_dw": delta * before,
        "dC_db": delta,
        "mean_dC_dw": np.array([back.mean_dC_dW[l][0, 0] for l in LAYERS]),
        "mean_dC_db": np.array([back.mean_dC_db[l][0] for l in LAYERS]),
        "mean_C": np.array(back.C.mean()),
    }
    return {f"several/{name}": array for name, array in kept.items()}
