"""Figures of the network itself: how many layers, neurons, weights and biases it has, and what a neuron does."""

from __future__ import annotations

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: Neurons whose weights are drawn as pictures at most.
MOST_PICTURES = 16


@figure
def inputs(trace: Trace) -> int:
    """Count the inputs, n_0."""
    return trace.sizes[0]


@figure
def outputs(trace: Trace) -> int:
    """Count the output neurons, n_L: one for each class or number, or a single one for two classes."""
    return trace.sizes[-1]


@state("classes", "one", "numbers")
def answered_with(trace: Trace) -> str:
    """Tell what outputs mean: one for each class, a single one that tells two apart, or numbers."""
    return "numbers" if trace.answers.numbers else "one" if trace.answers.ends else "classes"


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


@figure
def inputs_besides(trace: Trace, shown: int) -> int:
    """Count the inputs that are left out where so many are shown."""
    return trace.sizes[0] - shown


@figure
def pictures_of_weights(trace: Trace) -> int:
    """Count the neurons of layer 1 whose weights are drawn as pictures: at most 16."""
    return min(trace.sizes[1], MOST_PICTURES)


@state("zero_to_one", "minus_one_to_one", "cuts", "leaks", "leaves", "bends")
def done_to_a_sum(trace: Trace) -> str:
    """Tell what a neuron of layer 1 does to its sum.

    It squashes it, into 0 to 1 or into -1 to 1; it makes 0 of a negative one, or less of it; it leaves it as it is;
    or it bends it in some other way.
    """
    function = trace.activation(1)
    if function.bounded:
        return "zero_to_one" if function.low == 0 else "minus_one_to_one"
    if function.linear:
        return "leaves"
    if function.leak:
        return "leaks"
    return "cuts" if function.zero_below and function.straight else "bends"
