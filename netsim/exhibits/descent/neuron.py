"""The neuron exhibit: one neuron of the first layer, untrained, and how it comes to its activation."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.curves import ROOM, alone, slopes
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, Array
from netsim.network import Forward, Network
from netsim.trace.declared import ACTIVATION, BIAS, PLACE, SUM, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("l_j", "which neuron", PLACE),
    "products": Declared("n_0", "w_k x_k for each input of the star", SUM),
    "running": Declared("n_0", "the sum of the first, the first two, ..., all of them", SUM),
    "b": Declared("", "the neuron's bias", BIAS),
    "z": Declared("", "its weighted sum: all products and the bias", SUM),
    "a": Declared("", "its activation", ACTIVATION),
    "curve_z": Declared("curve", "sums around 0 that hold z and all of running between them", SUM),
    "curve_a": Declared("curve", "the neuron's activation there; with softmax the sums of the others stay", ACTIVATION),
}

DIMS = {
    "l_j": Dimension("layer, neuron", 2),
    "curve": Dimension("points of a curve"),
}

#: How far from 0 the curves reach at least, and how many points they have: a slow turn shows each of them.
REACH = 4.0
POINTS = 241

#: An activation is extreme where its curve is flatter than this part of its steepest: a sigmoid's beyond .1 and .9.
EXTREME = 0.36


def record(run: Run) -> Arrays:
    """Look at a neuron of layer 1 of the network at the first recorded step, with the star as input."""
    network, fwd = run.network, run.fwd
    j = chosen_neuron(network, fwd)
    products = network.W[1][j] * run.x
    running = np.cumsum(products)
    z = fwd.z[1][0]
    sums = sums_around(np.array([z[j], *running]))
    return {
        "place": np.array([1, j]),
        "products": products,
        "running": running,
        "b": np.array(network.b[1][j]),
        "z": np.array(z[j]),
        "a": np.array(fwd.a[1][0, j]),
        "curve_z": sums,
        "curve_a": alone(network.activation_of(1), z, j, sums),
    }


def chosen_neuron(network: Network, fwd: Forward) -> int:
    """Choose a neuron of layer 1 whose activation, for the first example of a pass, is not extreme.

    Of these it is the one whose products add up to most, whatever the sign; if all are extreme, the least extreme.
    """
    size, steep = np.abs(network.W[1] @ fwd.a[0][0]), slopes(network, fwd, 1)
    wanted = min(EXTREME * ACTIVATIONS[network.activation_of(1)].traits.steepest, float(steep.max()))
    return int(np.argmax(np.where(steep >= wanted, size, -1)))


def sums_around(shown: Array) -> Array:
    """Sample sums evenly and alike to both sides of 0, (curve,), as far as 4, and farther if some shown are."""
    reach = max(REACH, ROOM * float(np.abs(shown).max()))
    return np.linspace(-reach, reach, POINTS)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the choice, the sum and the activation of the first record, and the curve."""
    network, x = network_of(trace, 0), trace["x"][0]
    fwd = network.forward(x)
    j = chosen_neuron(network, fwd)
    yield "neuron/place is the neuron that is to be shown", trace["neuron/place"], np.array([1, j]), 0.0
    products, z, running = network.W[1][j] * x, fwd.z[1][0], trace["neuron/running"]
    size = np.abs(products).sum() + abs(network.b[1][j])
    yield "neuron/products = W1 x", trace["neuron/products"], products, np.abs(products)
    yield "neuron/running = sums of the first neuron/products", running, np.cumsum(products), size
    yield "neuron/b = b1", trace["neuron/b"], network.b[1][j], 0.0
    yield "neuron/z = the last of neuron/running + b", trace["neuron/z"], running[-1] + trace["neuron/b"], size
    yield "neuron/z = z1", trace["neuron/z"], trace["z1"][0, 0, j], size
    yield "neuron/a = a1", trace["neuron/a"], trace["a1"][0, 0, j], 1.0
    sums = trace["neuron/curve_z"]
    even = sums_around(np.array([z[j], *np.cumsum(products)]))
    yield "neuron/curve_z lies evenly around 0 and holds z", sums, even, np.abs(even).max()
    name = network.activation_of(1)
    yield f"neuron/curve_a = {name}(curve_z)", trace["neuron/curve_a"], alone(name, z, j, sums), 1 + np.abs(sums)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
