"""How the factors of a path from a weight to the cost are called: their symbols with numbers in, and their meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netsim import Trace

Place = tuple[int, int, int]

#: How the slope of an activation is spoken of.
CURVES = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU", "identity": "line"}


@dataclass(frozen=True)
class Factor:
    """One factor of a path.

    Attributes
    ----------
    source, text
        Its symbol, as Typst mathematics and in plain text.
    meaning
        What it is, in a few words.
    layer
        Where it stands: the layer 0..L of its neuron, for a weight the one that it leads into.
    neurons
        Its neuron, or the two that it leads to and from.
    """

    source: str
    text: str
    meaning: str
    layer: int
    neurons: tuple[int, ...]


def factors_along(trace: Trace, place: Place, neurons: Sequence[int]) -> tuple[Factor, ...]:
    """Name the factors of a path from a weight (l, j, k), in the order of the way.

    Parameters
    ----------
    neurons
        Those of the layers l..L that it runs through; of a softmax also the output in whose activation it ends.
    """
    l, _, k = place
    L, softmax = trace.L, trace.output == "softmax"
    named = [_before(trace, l - 1, k)]
    for m, j in enumerate(neurons[: L - l + 1], start=l):
        if m > l:
            named.append(_weight(trace, m, j, neurons[m - 1 - l]))
        named.append(_across(trace, neurons[-1], j) if softmax and m == L else _slope(trace, m, j))
    return (*named, _cost(trace, neurons[-1]))


def route(trace: Trace, place: Place, neurons: Sequence[int], separator: str = " → ") -> str:
    """Return the neurons that a path runs through, by number; the output by its class."""
    l = place[0]
    numbers = [str(j) for j in neurons[: trace.L - l]]
    outputs = [trace.classes[j] for j in neurons[trace.L - l :]]
    return separator.join([*numbers, *outputs])


def weight_symbol(place: Place) -> tuple[str, str]:
    """Return the symbol of a weight, as Typst mathematics and in plain text."""
    l, j, k = place
    return f"w_({j},{k})^(({l}))", f"w_{j},{k}^({l})"


def neuron_named(trace: Trace, l: int, j: int) -> str:
    """Return what a neuron is called: an input, one of a layer, an output by its class."""
    if l == 0:
        return f"input {j}"
    return f"output {trace.classes[j]}" if l == trace.L else f"neuron {j} of layer {l}"


def _before(trace: Trace, l: int, k: int) -> Factor:
    meaning = f"value of input {k}" if l == 0 else f"activation of {neuron_named(trace, l, k)}"
    return Factor(f"a_({k})^(({l}))", f"a_{k}^({l})", meaning, l, (k,))


def _slope(trace: Trace, l: int, j: int) -> Factor:
    curve = CURVES[trace.output if l == trace.L else trace.hidden]
    meaning = f"slope of the {curve} in {neuron_named(trace, l, j)}"
    return Factor(f"sigma'(z_({j})^(({l})))", f"σ'(z_{j}^({l}))", meaning, l, (j,))


def _weight(trace: Trace, l: int, j: int, k: int) -> Factor:
    source, text = weight_symbol((l, j, k))
    return Factor(source, text, f"weight on to {neuron_named(trace, l, j)}", l, (j, k))


def _across(trace: Trace, i: int, j: int) -> Factor:
    L, names = trace.L, trace.classes
    source = f"partial a_({i})^(({L})) \\/ partial z_({j})^(({L}))"
    meaning = f"softmax: output {names[i]}, by the sum of {'its own' if i == j else names[j]}"
    return Factor(source, f"∂a_{i}^({L})/∂z_{j}^({L})", meaning, L, (i, j))


def _cost(trace: Trace, j: int) -> Factor:
    L = trace.L
    source, text = f"partial C_0 \\/ partial a_({j})^(({L}))", f"∂C_0/∂a_{j}^({L})"
    return Factor(source, text, f"cost, by output {trace.classes[j]}", L, (j,))
