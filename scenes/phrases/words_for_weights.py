"""What is true to say of weights: how many there are, and how their names are read."""

from __future__ import annotations

from itertools import pairwise

from netsim import Trace

INDICES = "[w_(j,k)^((l))](math) leads to neuron [j](math) of layer [l](math), from [k](math)"


def parameters(trace: Trace) -> dict[str, int]:
    """Return how many weights, biases, and numbers of both kinds the network has."""
    weights, biases = sum(k * j for k, j in pairwise(trace.sizes)), sum(trace.sizes[1:])
    return {"weights": weights, "biases": biases, "count": weights + biases}
