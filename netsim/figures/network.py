"""Figures of the network itself: how many layers, neurons, weights and biases it has."""

from __future__ import annotations

from netsim.figures.registry import figure
from netsim.trace.trace import Trace


@figure
def inputs(trace: Trace) -> int:
    """Count the inputs, n_0."""
    return trace.sizes[0]


@figure
def outputs(trace: Trace) -> int:
    """Count the output neurons, n_L: one for each class."""
    return trace.sizes[-1]


@figure
def hidden_layers(trace: Trace) -> int:
    """Count the hidden layers, L - 1."""
    return trace.L - 1


@figure
def neurons_of(trace: Trace, l: int) -> int:
    """Count the neurons of layer l, n_l."""
    return trace.sizes[l]


@figure
def weights(trace: Trace) -> int:
    """Count all weights: the sum of n_l n_{l-1}."""
    return sum(n * before for before, n in zip(trace.sizes, trace.sizes[1:], strict=False))


@figure
def biases(trace: Trace) -> int:
    """Count all biases: the sum of n_l from layer 1 on."""
    return sum(trace.sizes[1:])


@figure
def parameters(trace: Trace) -> int:
    """Count all weights and biases."""
    return sum(n * (before + 1) for before, n in zip(trace.sizes, trace.sizes[1:], strict=False))
