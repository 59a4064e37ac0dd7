"""Cost, accuracy and gradient over many examples, however these are parted, against one pass of all of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, backprop, measure
from netsim.blocks import AT_ONCE
from netsim.measure import Probe, accuracy, blocks, mean_cost, mean_gradient
from netsim.trace.answers import Answers
from tests.netsim.exhibits.exhibited import random_run


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
    count, rows, n = probe.blocks.shape
    assert rows * n * 16 <= AT_ONCE
    assert (count - 1) * rows < 101 <= count * rows
    np.testing.assert_array_equal(probe.blocks.reshape(-1, n)[:101], x)
    assert probe.outputs(network).shape == (101, 10)


@given(many=st.integers(1, 40), least=st.integers(1, 9), seed=st.integers(0, 99))
def test_the_mean_does_not_depend_on_how_the_examples_are_parted(many, least, seed):
    run = random_run(many=many, seed=seed)
    network, x, y = run.network, run.data.x, run.targets
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measure, "AT_A_TIME", (least, least))
        parted = mean_gradient(network, x, y)
        assert len(list(blocks(x, network))) == -(-many // least)
    back = backprop(network, network.forward(x), y)
    np.testing.assert_allclose(parted.C, back.C.mean(), rtol=1e-12)
    for l in network.W:
        np.testing.assert_allclose(parted.dC_dW[l], back.mean_dC_dW[l], rtol=1e-10, atol=1e-14)
        np.testing.assert_allclose(parted.dC_db[l], back.mean_dC_db[l], rtol=1e-10, atol=1e-14)
