"""Cost and accuracy over many examples, against a plain forward pass of all of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, backprop
from netsim.blocks import AT_ONCE
from netsim.measure import Probe, accuracy, mean_cost
from netsim.trace.answers import Answers


@given(
    many=st.integers(1, 40),
    dark=st.integers(0, 5),
    seed=st.integers(0, 2**32),
    output=st.sampled_from(["sigmoid", "softmax"]),
)
def test_leaving_out_dark_inputs_changes_nothing(many, dark, seed, output):
    rng = np.random.default_rng(seed)
    network = Network.init([5, 4, 3], rng, output=output)
    x, label = rng.standard_normal((many, 5)), rng.integers(0, 3, many)
    x[:, rng.permutation(5)[:dark]] = 0
    y = np.eye(3)[label]
    probe = Probe.of(x, network, x.dtype.name)
    fwd = network.forward(x)
    np.testing.assert_allclose(probe.outputs(network), fwd.a[2], rtol=1e-12)
    assert mean_cost(network, probe, y) == pytest.approx(backprop(network, fwd, y).C.mean())
    assert accuracy(network, probe, label, Answers(tuple("012"))) == np.mean(fwd.a[2].argmax(axis=1) == label)


def test_blocks_are_small_enough_for_one_core_and_hold_every_example():
    rng = np.random.default_rng(0)
    network = Network.init([784, 16, 10], rng)
    x = rng.random((101, 784))
    probe = Probe.of(x, network, x.dtype.name)
    blocks, rows, n = probe.blocks.shape
    assert rows * n * 16 <= AT_ONCE
    assert (blocks - 1) * rows < 101 <= blocks * rows
    np.testing.assert_array_equal(probe.blocks.reshape(-1, n)[:101], x)
    assert probe.outputs(network).shape == (101, 10)
