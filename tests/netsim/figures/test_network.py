"""What is counted of a network, and the weight that is named."""

import numpy as np
import pytest

from netsim.figures import network
from netsim.figures.registry import held


def test_weights_and_biases_are_those_of_the_recorded_arrays(small_trace):
    arrays = {kind: sum(small_trace[f"{kind}{l}"][0].size for l in range(1, small_trace.L + 1)) for kind in ("W", "b")}
    assert float(network.weights(small_trace)) == arrays["W"]
    assert float(network.biases(small_trace)) == arrays["b"]
    assert float(network.parameters(small_trace)) == arrays["W"] + arrays["b"]
    for l in range(1, small_trace.L + 1):
        assert float(network.weights_between(small_trace, l)) == small_trace[f"W{l}"][0].size
        assert float(network.neurons_of(small_trace, l)) == small_trace[f"b{l}"][0].size


@pytest.mark.parametrize(
    ("sizes", "shape"),
    [((2, 2), "none"), ((2, 3, 2), "one"), ((2, 3, 3, 2), "equal"), ((2, 3, 4, 2), "different")],
)
def test_hidden_layers_are_of_one_size_or_not(made, sizes, shape):
    assert network.hidden_sizes(made(sizes=sizes)) == shape
    assert float(network.hidden_layers(made(sizes=sizes))) == len(sizes) - 2


def test_what_is_left_out_and_what_is_drawn(made):
    assert float(network.inputs_besides(made(sizes=(784, 16, 10)), 6)) == 778
    assert [float(network.dials_drawn(made(sizes=sizes), 24)) for sizes in ((784, 16, 10), (2, 3, 2))] == [24, 12]
    assert [float(network.pictures_of_weights(made(sizes=(4, n, 2)))) for n in (3, 16, 40)] == [3, 16, 16]


@pytest.mark.parametrize(
    ("function", "does"),
    [
        ("sigmoid", "zero_to_one"),
        ("tanh", "minus_one_to_one"),
        ("relu", "cuts"),
        ("identity", "leaves"),
        ("leaky_relu", "leaks"),
        ("gelu", "bends"),
    ],
)
def test_what_a_neuron_does_is_what_its_function_does(made, function, does):
    assert network.done_to_a_sum(made(hidden=function)) == does


@pytest.mark.parametrize(("x", "place"), [((0.0, 1.0, 0.6), (0, 2)), ((-1.0, 0.1, 0.2), (0, 0))])
def test_the_edge_that_is_named_comes_from_a_lit_input(made, x, place):
    weights = [[[0.0, 0.0, 0.0], [9.0, 9.0, 9.0]], [[9.0, 0.2, -0.3], [0.1, 0.1, 0.1]]]
    trace = made({"W1": weights, "x": [x]}, sizes=(3, 2, 2))
    reading = network.strongest_of_lit(trace)
    assert tuple(int(float(one)) for one in reading) == place
    assert held(trace, reading[1])
    assert np.shape(reading.value) == (2,)
