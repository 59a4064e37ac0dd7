"""Many examples at once: cut into blocks, none is lost, and the derivatives are the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, backprop
from netsim.backprop import backprop_many
from netsim.blocks import AT_ONCE, HIGH, WORTH, in_blocks, rows_at_once
from netsim.training import TrainingSection, train
from tests.netsim.exhibits.exhibited import KINDS, random_data


@given(inputs=st.integers(1, 4000), outputs=st.integers(1, 40), many=st.integers(1, 3000))
def test_every_example_is_in_a_stack_and_in_order(inputs, outputs, many):
    network = Network({1: np.zeros((outputs, inputs))}, {1: np.zeros(outputs)})
    numbers = np.arange(2 * many).reshape(many, 2)
    parts = list(in_blocks(network, numbers, -numbers))
    np.testing.assert_array_equal(np.concatenate([x.reshape(-1, 2) for x, _ in parts]), numbers)
    np.testing.assert_array_equal(np.concatenate([y.reshape(-1, 2) for _, y in parts]), -numbers)
    if rows_at_once(network) >= WORTH:
        for x, _ in parts:
            assert x.shape[-2] * inputs * outputs <= AT_ONCE
            assert x.ndim == 2 or x.shape[0] <= HIGH
    else:
        assert len(parts) == 1
        assert parts[0][0] is numbers


@pytest.mark.parametrize("kind", [*KINDS, ("relu", "sigmoid", "quadratic")], ids=" ".join)
@pytest.mark.parametrize("many", [1, 19, 20, 61, 2600])
def test_stacks_have_the_derivatives_of_the_whole(kind, many, monkeypatch):
    monkeypatch.setattr("netsim.blocks.AT_ONCE", 400)
    rng = np.random.default_rng(0)
    network = Network.init([5, 4, 3], rng, *kind)
    data = random_data(rng, 5, 3, many)
    y = data.target(data.label)
    whole, parts = backprop(network, network.forward(data.x), y), backprop_many(network, data.x, y)
    assert parts.C.shape == (many,)
    np.testing.assert_allclose(parts.C, whole.C, rtol=1e-12)
    for l in (1, 2):
        np.testing.assert_allclose(parts.dC_da[l], whole.dC_da[l], rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(parts.delta[l], whole.delta[l], rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(parts.mean_dC_dW[l], whole.mean_dC_dW[l], rtol=1e-10, atol=1e-15)
        np.testing.assert_allclose(parts.mean_dC_db[l], whole.mean_dC_db[l], rtol=1e-10, atol=1e-15)


def test_a_small_batch_is_computed_as_ever_to_the_last_bit():
    rng = np.random.default_rng(0)
    network = Network.init([784, 16, 10], rng)
    x, y = rng.random((20, 784)), np.eye(10)[rng.integers(0, 10, 20)]
    whole, parts = backprop(network, network.forward(x), y), backprop_many(network, x, y)
    np.testing.assert_array_equal(parts.mean_dC_dW[1], whole.mean_dC_dW[1])


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_training_on_all_examples_keeps_its_precision(precision):
    rng = np.random.default_rng(0)
    network = Network.init([784, 16, 10], rng)
    x, y = rng.random((300, 784)), np.eye(10)[rng.integers(0, 10, 300)]
    plan = TrainingSection(method="full_batch", epochs=2, precision=precision)
    last = list(train(network, x, y, plan))[-1]
    assert last.network.W[1].dtype == last.back.mean_dC_dW[1].dtype == last.back.C.dtype == precision
