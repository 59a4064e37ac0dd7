"""The 1-1-1-1 network: drawn by a seed, passed through, and its derivatives."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array, sigmoid
from netsim.network import Network

#: Its layers.
LAYERS = (1, 2, 3)

#: Two inputs that are nearer than this would look alike in a row of examples.
APART = 0.05

#: What the examples are told apart by: on which side of it their input lies.
BORDER = 0.5


def drawn_chain(seed: int, many: int, cost: str = "quadratic") -> tuple[Network, Array, Array]:
    """Draw the 1-1-1-1 network, inputs x (many,) and targets y (many,); the first example is that of the chain exhibit.

    From one generator come weights and biases, N(0, 1), and the inputs, uniform in 0..1. The target is 1 on that
    side of 1/2 where the first input lies, and 0 on the other: the network can learn it. The other inputs are drawn
    until there are some on both sides, and no two look alike. The activation is sigmoid, the cost the one that is
    named; nothing is trained.
    """
    rng = np.random.default_rng(seed)
    network = Network.init([1, 1, 1, 1], rng, cost=cost, init="normal")
    x: Array = np.array([rng.random()])
    while len(x) < many:
        inputs = np.append(x, rng.random(many - 1))
        if np.diff(np.sort(inputs)).min() >= APART and not same_side(inputs).all():
            x = inputs
    return network, x, same_side(x)


def same_side(x: Array) -> Array:
    """Give 1 for each input that lies on the first one's side of 1/2, else 0."""
    same: Array = ((x > BORDER) == (x[0] > BORDER)).astype(float)
    return same


def activations_along(W: Array, b: Array, x: Array) -> Array:
    """Pass inputs (E,) through 1-1-1-1 networks with W and b (..., 3): their activations, (..., E, 4)."""
    a = [np.broadcast_to(x, (*W.shape[:-1], len(x)))]
    for l in LAYERS:
        a.append(sigmoid(W[..., l - 1, None] * a[-1] + b[..., l - 1, None]))
    return np.stack(a, axis=-1)


def derivatives_along(W: Array, a: Array, dC_da: Array) -> tuple[Array, Array]:
    """Go back through 1-1-1-1 networks: dC/dw and dC/db of each example and layer, (..., E, 3) each.

    Parameters
    ----------
    W
        Weights, (..., 3).
    a
        Activations of the examples, (..., E, 4).
    dC_da
        How each cost depends on its output, (..., E).
    """
    slope = a[..., 1:] * (1 - a[..., 1:])
    delta = np.empty_like(slope)
    for l in reversed(LAYERS):
        delta[..., l - 1] = slope[..., l - 1] * dC_da
        dC_da = W[..., l - 1, None] * delta[..., l - 1]
    return delta * a[..., :-1], delta
