"""The worked exhibit: a 2-2-2 network whose numbers can be followed by hand, over some steps of learning."""

from __future__ import annotations

import numpy as np

from netsim.backprop import backprop
from netsim.functions import ACTIVATIONS, Array
from netsim.network import Network
from netsim.training import update

Arrays = dict[str, Array]

#: The learning rate: half of each derivative is a step that can be taken in the head.
ETA = 0.5
TARGET = (1.0, 0.0)

#: What makes two exercises equally hard: sums where the sigmoid is not flat, outputs that are clearly wrong,
#: derivatives of which two digits or more are left in four decimals.
ACTIVATIONS_WITHIN = (0.25, 0.75)
WRONG_BY = 0.35
SMALLEST_DERIVATIVE = 0.002


def record_worked(seed: int, steps: int) -> Arrays:
    """Draw the network and its example, and record the worked/ group: every number of `steps` updates.

    Weights, biases and inputs have one decimal: weights from 0.1 to 0.9 of either sign, biases from -0.5
    to 0.5, inputs from 0.1 to 0.9. The target is (1, 0), both activations are sigmoids, the cost is
    quadratic. Drawn are as many networks as it takes to find one that makes a fair exercise.
    """
    rng = np.random.default_rng(seed)
    while True:
        network, x = _draw(rng)
        if _is_fair(network, x):
            return worked_of(network, x, np.array(TARGET), ETA, steps)


def worked_of(network: Network, x: Array, y: Array, eta: float, steps: int) -> Arrays:
    """Make the worked/ group of a given two-layer network and one example: steps + 1 moments, first to last.

    At each moment the forward pass, the cost, and the derivatives that the next update is made of;
    worked/W1[t + 1] is worked/W1[t] - eta worked/dC_dW1[t].
    """
    moments = []
    for _ in range(steps + 1):
        moments.append(_moment(network, x, y))
        network = update(network, backprop(network, network.forward(x), y), eta)
    kept = {key: np.stack([moment[key] for moment in moments]) for key in moments[0]}
    kept |= {"x": np.array(x), "y": np.array(y), "eta": np.array(eta)}
    return {f"worked/{key}": array for key, array in kept.items()}


def _moment(network: Network, x: Array, y: Array) -> Arrays:
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    kept: Arrays = {"C": back.C[0]}
    for l in range(1, network.L + 1):
        slope = ACTIVATIONS[network.activation_of(l)].jacobian(fwd.z[l][0], fwd.a[l][0])
        kept |= {
            f"W{l}": network.W[l],
            f"b{l}": network.b[l],
            f"z{l}": fwd.z[l][0],
            f"a{l}": fwd.a[l][0],
            f"da_dz{l}": np.diagonal(slope),
            f"dC_da{l}": back.dC_da[l][0],
            f"delta{l}": back.delta[l][0],
            f"dC_dW{l}": back.mean_dC_dW[l],
            f"dC_db{l}": back.mean_dC_db[l],
        }
    return kept


def _draw(rng: np.random.Generator) -> tuple[Network, Array]:
    """Draw tenths, so that the first sums are exact in two decimals."""
    W = {l: rng.integers(1, 10, (2, 2)) * rng.choice([-1, 1], (2, 2)) / 10 for l in (1, 2)}
    b = {l: rng.integers(-5, 6, 2) / 10 for l in (1, 2)}
    return Network(W, b), rng.integers(1, 10, 2) / 10


def _is_fair(network: Network, x: Array) -> bool:
    """Whether a network makes an exercise that is as hard as the others."""
    y = np.array(TARGET)
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    low, high = ACTIVATIONS_WITHIN
    tame = all(np.all((low < fwd.a[l]) & (fwd.a[l] < high)) for l in (1, 2))
    wrong = np.all(np.abs(fwd.a[2] - y) >= WRONG_BY)
    clear = all(np.abs(back.mean_dC_dW[l]).min() >= SMALLEST_DERIVATIVE for l in (1, 2))
    mixed = all(np.ptp(np.sign(network.W[l])) > 0 for l in (1, 2))
    unlike = len(np.unique(np.abs(network.W[1]))) == 4 and x[0] != x[1]
    biased = all(np.all(network.b[l] != 0) for l in (1, 2))
    return bool(tame and wrong and clear and mixed and unlike and biased)
