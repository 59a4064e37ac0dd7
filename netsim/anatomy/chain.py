"""The 1-1-1-1 network: drawn by a seed, and passed through."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array, sigmoid
from netsim.network import Network

#: Its layers.
LAYERS = (1, 2, 3)

#: Two inputs that are nearer than this would look alike in a row of examples.
APART = 0.05


def drawn_chain(seed: int, many: int, cost: str = "quadratic") -> tuple[Network, Array, Array]:
    """Draw the 1-1-1-1 network, inputs x (many,) and targets y (many,); the first example is that of the chain exhibit.

    From one generator come weights and biases, N(0, 1), and the inputs, uniform in 0..1. The target is 1 for
    the first, 0 or 1 for the others, which are drawn until both are there and no two inputs look alike. The
    activation is sigmoid, the cost the one that is named; nothing is trained.
    """
    rng = np.random.default_rng(seed)
    network = Network.init([1, 1, 1, 1], rng, cost=cost, init="normal")
    x: Array = np.array([rng.random()])
    y: Array = np.ones(1)
    while len(x) < many:
        inputs, targets = np.append(x, rng.random(many - 1)), np.append(y, rng.integers(0, 2, many - 1).astype(float))
        if np.diff(np.sort(inputs)).min() >= APART and not targets.all():
            x, y = inputs, targets
    return network, x, y


def activations_along(W: Array, b: Array, x: Array) -> Array:
    """Pass inputs (E,) through the 1-1-1-1 network: its activations, (E, 4)."""
    a = [x]
    for w, bias in zip(W, b, strict=True):
        a.append(sigmoid(w * a[-1] + bias))
    return np.stack(a, axis=-1)
