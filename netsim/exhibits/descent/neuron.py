"""The neuron exhibit: one neuron of the first layer, and how it comes to its activation."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.curves import ROOM, alone, slopes
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, Array, relu, sigmoid
from netsim.network import Forward, Network
from netsim.trace.declared import ACTIVATION, BIAS, PLACE, SUM, Declared, Dimension, Unit
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("l_j", "which neuron", PLACE),
    "products": Declared("n_0", "w_k x_k for each input of the star", SUM),
    "weighted": Declared("", "their sum", SUM),
    "b": Declared("", "the neuron's bias", BIAS),
    "z": Declared("", "its weighted sum", SUM),
    "a": Declared("", "its activation", ACTIVATION),
    "curve_z": Declared("curve", "sums around 0 that hold z between them", SUM),
    "curve_a": Declared("curve", "the neuron's activation there; with softmax the sums of the others stay", ACTIVATION),
    "sigmoid": Declared("curve", "a sigmoid there", Unit("activation", 0, 1)),
    "relu": Declared("curve", "a ReLU there", Unit("activation", 0)),
}

DIMS = {
    "l_j": Dimension("layer, neuron", 2),
    "curve": Dimension("points of a curve"),
}

#: How far from 0 the curves reach at least, and how many points they have.
REACH = 6.0
POINTS = 121

#: An activation is extreme where its curve is flatter than this part of its steepest: a sigmoid's beyond .1 and .9.
EXTREME = 0.36


def record(run: Run) -> Arrays:
    """Look at a neuron of layer 1 of the network at the last recorded step, with the star as input."""
    network = run.trained
    fwd = network.forward(run.x)
    j = chosen_neuron(network, fwd)
    products = network.W[1][j] * run.x
    z = fwd.z[1][0]
    sums = sums_around(float(z[j]))
    return {
        "place": np.array([1, j]),
        "products": products,
        "weighted": np.array(products.sum()),
        "b": np.array(network.b[1][j]),
        "z": np.array(z[j]),
        "a": np.array(fwd.a[1][0, j]),
        "curve_z": sums,
        "curve_a": alone(network.activation_of(1), z, j, sums),
        "sigmoid": sigmoid(sums),
        "relu": relu(sums),
    }


def chosen_neuron(network: Network, fwd: Forward) -> int:
    """Choose a neuron of layer 1 whose activation, for the first example of a pass, is not extreme.

    Of these it is the one with the largest sum of |w_jk x_k|; if all are extreme, the least extreme of all.
    """
    size, steep = np.abs(network.W[1]) @ np.abs(fwd.a[0][0]), slopes(network, fwd, 1)
    wanted = min(EXTREME * ACTIVATIONS[network.activation_of(1)].traits.steepest, float(steep.max()))
    return int(np.argmax(np.where(steep >= wanted, size, -1)))


def sums_around(z: float) -> Array:
    """Sample sums evenly and alike to both sides of 0, (curve,), as far as 6, and farther where z is."""
    reach = max(REACH, ROOM * abs(z))
    return np.linspace(-reach, reach, POINTS)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the choice, the sum and the activation of the last record, and the curves."""
    network, x = network_of(trace, -1), trace["x"][0]
    fwd = network.forward(x)
    j = chosen_neuron(network, fwd)
    yield "neuron/place is the neuron that is to be shown", trace["neuron/place"], np.array([1, j]), 0.0
    products, z = network.W[1][j] * x, fwd.z[1][0]
    size = np.abs(products).sum() + abs(network.b[1][j])
    yield "neuron/products = W1 x", trace["neuron/products"], products, np.abs(products)
    yield "neuron/weighted = sum of neuron/products", trace["neuron/weighted"], products.sum(), size
    yield "neuron/b = b1", trace["neuron/b"], network.b[1][j], 0.0
    yield "neuron/z = weighted + b", trace["neuron/z"], trace["neuron/weighted"] + trace["neuron/b"], size
    yield "neuron/z = z1", trace["neuron/z"], trace["z1"][-1, 0, j], size
    yield "neuron/a = a1", trace["neuron/a"], trace["a1"][-1, 0, j], 1.0
    sums = trace["neuron/curve_z"]
    even = sums_around(float(z[j]))
    yield "neuron/curve_z lies evenly around 0 and holds z", sums, even, np.abs(even).max()
    name = network.activation_of(1)
    yield f"neuron/curve_a = {name}(curve_z)", trace["neuron/curve_a"], alone(name, z, j, sums), 1 + np.abs(sums)
    yield "neuron/sigmoid = sigmoid(curve_z)", trace["neuron/sigmoid"], sigmoid(sums), 1.0
    yield "neuron/relu = relu(curve_z)", trace["neuron/relu"], relu(sums), np.abs(sums)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
