"""What is counted of a network."""

import pytest

from netsim.figures import network


def test_weights_and_biases_are_those_of_the_recorded_arrays(small_trace):
    arrays = {kind: sum(small_trace[f"{kind}{l}"][0].size for l in range(1, small_trace.L + 1)) for kind in ("W", "b")}
    assert float(network.weights(small_trace)) == arrays["W"]
    assert float(network.biases(small_trace)) == arrays["b"]
    assert float(network.parameters(small_trace)) == arrays["W"] + arrays["b"]
    for l in range(1, small_trace.L + 1):
        assert float(network.neurons_of(small_trace, l)) == small_trace[f"b{l}"][0].size


def test_what_is_left_out_and_what_is_drawn(made):
    assert float(network.inputs_besides(made(sizes=(784, 16, 10)), 6)) == 778
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
