"""The neuron exhibit: one neuron of the first layer, and how it comes to its activation."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.nudges.one import ROOM, alone, slopes
from netsim.exhibits.run import Subject
from netsim.functions import Array, relu, sigmoid
from netsim.network import Forward, Network

Arrays = dict[str, Array]

#: How far from 0 the curves reach at least, and how many points they have.
REACH = 6.0
POINTS = 121

#: An activation is extreme where its curve is flatter than this part of its steepest: a sigmoid's beyond .1 and .9.
EXTREME = 0.36

#: How steep each activation is where it is steepest.
STEEPEST = {"sigmoid": 0.25, "softmax": 0.25}


def record_neuron(subject: Subject) -> Arrays:
    """Make the neuron/ group: a neuron of layer 1 of the network at the last recorded step, with the star as input.

    neuron/place (2,) is its layer and place j. neuron/products (n_0,) are w_jk x_k, neuron/weighted their sum,
    neuron/b, neuron/z and neuron/a its bias, sum and activation. neuron/curve_z (curve,) are sums around 0 that
    hold z between them; neuron/curve_a is the neuron's own activation there (with softmax the sums of the
    other neurons stay), neuron/sigmoid and neuron/relu are the two well-known ones.
    """
    network = subject.trained
    fwd = network.forward(subject.x)
    j = chosen_neuron(network, fwd)
    products = network.W[1][j] * subject.x
    z = fwd.z[1][0]
    sums = sums_around(float(z[j]))
    return {
        "neuron/place": np.array([1, j]),
        "neuron/products": products,
        "neuron/weighted": np.array(products.sum()),
        "neuron/b": np.array(network.b[1][j]),
        "neuron/z": np.array(z[j]),
        "neuron/a": np.array(fwd.a[1][0, j]),
        "neuron/curve_z": sums,
        "neuron/curve_a": alone(network.activation_of(1), z, j, sums),
        "neuron/sigmoid": sigmoid(sums),
        "neuron/relu": relu(sums),
    }


def chosen_neuron(network: Network, fwd: Forward) -> int:
    """Choose a neuron of layer 1 whose activation, for the first example of a pass, is not extreme.

    Of these it is the one with the largest sum of |w_jk x_k|; if all are extreme, the least extreme of all.
    """
    size, steep = np.abs(network.W[1]) @ np.abs(fwd.a[0][0]), slopes(network, fwd, 1)
    wanted = min(EXTREME * STEEPEST.get(network.activation_of(1), 1.0), float(steep.max()))
    return int(np.argmax(np.where(steep >= wanted, size, -1)))


def sums_around(z: float) -> Array:
    """Sample sums evenly and alike to both sides of 0, (curve,), as far as 6, and farther where z is."""
    reach = max(REACH, ROOM * abs(z))
    return np.linspace(-reach, reach, POINTS)
