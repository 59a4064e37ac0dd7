"""Measures a network on many examples: cost and accuracy."""

from __future__ import annotations

import numpy as np

from netsim.functions import COSTS, Array
from netsim.network import Network


def mean_cost(network: Network, x: Array, y: Array) -> float:
    """Average the costs of examples, for x (N, n_0) and y (N, n_L)."""
    outputs = network.forward(x).a[network.L]
    return float(np.mean(COSTS[network.cost].value(outputs, y, network.output), dtype=np.float64))


def accuracy(network: Network, x: Array, label: np.ndarray) -> float:
    """Count the part of the examples, 0..1, whose largest output is that of their label (N,)."""
    return float(np.mean(network.forward(x).a[network.L].argmax(axis=1) == label))
