"""Every gradient entry of small networks against central differences of the cost."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netsim import Network, backprop
from netsim.functions import ACTIVATIONS, COSTS, HIDDEN

OUTPUTS = [(o, c) for o, known in ACTIVATIONS.items() for c, cost in COSTS.items() if cost.accepts(known.traits)]


def example(sizes, hidden, output, cost, seed, many=3):
    """A network, inputs and targets that keep away from kinks; None if these do not."""
    rng = np.random.default_rng(seed)
    network = Network.init(sizes, rng, hidden, output, cost)
    x = rng.standard_normal((many, sizes[0]))
    y = np.eye(sizes[-1])[rng.integers(0, sizes[-1], many)]
    kinks = [l for l in network.W if ACTIVATIONS[network.activation_of(l)].traits.kinked]
    z = network.forward(x).z
    if any(np.abs(z[l]).min() < 1e-3 for l in kinks):
        return None
    return network, x, y


def hold(network, x, y, measured_gradient):
    back = backprop(network, network.forward(x), y)
    for l in network.W:
        for kind, mean in (("W", back.mean_dC_dW[l]), ("b", back.mean_dC_db[l])):
            measured = measured_gradient(network, x, y, kind, l)
            np.testing.assert_allclose(mean, measured, rtol=1e-5, atol=1e-7 * (1 + np.abs(measured).max()))


@pytest.mark.parametrize(("hidden", "output", "cost"), [(h, *o) for h, o in itertools.product(HIDDEN, OUTPUTS)])
def test_every_entry_of_a_small_network(hidden, output, cost, measured_gradient):
    examples = (example([3, 4, 3, 2], hidden, output, cost, seed) for seed in range(100))
    network, x, y = next(found for found in examples if found)
    hold(network, x, y, measured_gradient)


@given(
    sizes=st.lists(st.integers(1, 5), min_size=2, max_size=5),
    hidden=st.sampled_from(HIDDEN),
    output_cost=st.sampled_from(OUTPUTS),
    seed=st.integers(0, 2**32),
)
def test_random_networks(sizes, hidden, output_cost, seed, measured_gradient):
    found = example(sizes, hidden, *output_cost, seed)
    assume(found)
    hold(*found, measured_gradient)


@given(
    sizes=st.lists(st.integers(1, 5), min_size=3, max_size=5),
    hidden=st.sampled_from(HIDDEN),
    output_cost=st.sampled_from(OUTPUTS),
    seed=st.integers(0, 2**32),
)
def test_derivatives_by_activations_and_sums(sizes, hidden, output_cost, seed, mean_cost):
    """dC_da by nudging the input of the layers that follow, delta by nudging a bias, one example."""
    found = example(sizes, hidden, *output_cost, seed, many=1)
    assume(found)
    network, x, y = found
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    for l in range(1, network.L):
        W = {m - l: network.W[m] for m in range(l + 1, network.L + 1)}
        b = {m - l: network.b[m] for m in range(l + 1, network.L + 1)}
        rest = Network(W, b, network.hidden, network.output, network.cost)
        nudges = 1e-5 * np.eye(sizes[l])
        up = np.array([mean_cost(rest, fwd.a[l] + nudge, y) for nudge in nudges])
        down = np.array([mean_cost(rest, fwd.a[l] - nudge, y) for nudge in nudges])
        measured = (up - down) / 2e-5
        np.testing.assert_allclose(back.dC_da[l][0], measured, rtol=1e-5, atol=1e-7 * (1 + np.abs(measured).max()))


@pytest.mark.parametrize(("output", "cost"), OUTPUTS)
def test_targets_need_not_be_zeros_and_ones(output, cost, measured_gradient):
    examples = (example([3, 4, 3], "tanh", output, cost, seed) for seed in range(100))
    network, x, y = next(found for found in examples if found)
    hold(network, x, np.random.default_rng(0).uniform(0.1, 0.9, y.shape), measured_gradient)


@pytest.mark.parametrize(("output", "cost"), OUTPUTS)
def test_the_batch_mean_is_the_mean_of_single_examples(output, cost):
    network, x, y = example([3, 4, 2], "tanh", output, cost, 0, many=5)
    together = backprop(network, network.forward(x), y)
    singles = [backprop(network, network.forward(x[e]), y[e]) for e in range(5)]
    for l in network.W:
        mean = np.mean([one.mean_dC_dW[l] for one in singles], axis=0)
        np.testing.assert_allclose(together.mean_dC_dW[l], mean, rtol=1e-12)
        outers = [np.outer(one.delta[l][0], network.forward(x[e]).a[l - 1][0]) for e, one in enumerate(singles)]
        np.testing.assert_allclose(together.mean_dC_dW[l], np.mean(outers, axis=0), rtol=1e-12)
