"""The network: shapes, first weights, and what it refuses."""

import numpy as np
import pytest

from netsim import Network, backprop


def network(sizes=(3, 4, 2), **names):
    return Network.init(sizes, np.random.default_rng(0), **names)


def test_shapes_of_a_forward_pass():
    fwd = network().forward(np.ones((5, 3)))
    assert {l: z.shape for l, z in fwd.z.items()} == {1: (5, 4), 2: (5, 2)}
    assert {l: a.shape for l, a in fwd.a.items()} == {0: (5, 3), 1: (5, 4), 2: (5, 2)}


def test_one_example_stands_for_a_batch_of_one():
    net, x = network(), np.array([0.1, 0.2, 0.3])
    np.testing.assert_array_equal(net.forward(x).a[2], net.forward(x[None]).a[2])


@pytest.mark.parametrize(("init", "spread"), [("fan_in", 1 / 20), ("normal", 1.0)])
def test_first_weights_have_the_stated_spread(init, spread):
    net = network((400, 300, 200), init=init)
    assert net.W[1].std() == pytest.approx(spread, rel=0.01)
    assert net.b[1].std() == pytest.approx(1, rel=0.15)
    assert abs(net.W[1].mean()) < 0.01 * spread * 3


def test_the_same_seed_draws_the_same_weights():
    assert all(np.array_equal(network().W[l], network().W[l]) for l in (1, 2))


def test_13002_parameters():
    net = network((784, 16, 16, 10))
    assert sum(w.size for w in net.W.values()) == 12_960
    assert sum(b.size for b in net.b.values()) == 42
    assert net.sizes == [784, 16, 16, 10]


def test_the_caller_cannot_swap_a_layer_afterwards():
    W, b = {1: np.ones((2, 2))}, {1: np.zeros(2)}
    net = Network(W, b)
    W[1] = np.zeros((2, 2))
    assert net.W[1].sum() == 4
    with pytest.raises(TypeError):
        net.W[1] = W[1]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"hidden": "sigmod"}, "no hidden activation 'sigmod'"),
        ({"hidden": "softmax"}, "no hidden activation 'softmax'"),
        ({"output": "step"}, "no output activation 'step'"),
        ({"cost": "absolute"}, "no cost 'absolute'"),
        ({"init": "zeros"}, "no initialisation 'zeros'"),
        ({"output": "relu", "cost": "cross_entropy"}, "needs a sigmoid or softmax output, not relu"),
    ],
)
def test_unknown_names_are_refused(names, said):
    with pytest.raises(ValueError, match=said):
        network(**names)


@pytest.mark.parametrize("sizes", [(), (3,), (3, 0, 2)])
def test_impossible_sizes_are_refused(sizes):
    with pytest.raises(ValueError, match="two or more layer sizes"):
        network(sizes)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match=r"W\[2\] has the shape \(2, 5\)"):
        Network({1: np.ones((4, 3)), 2: np.ones((2, 5))}, {1: np.ones(4), 2: np.ones(2)})
    with pytest.raises(ValueError, match="one array for each layer"):
        Network({2: np.ones((2, 2))}, {2: np.ones(2)})
    with pytest.raises(ValueError, match=r"this network takes \(E, 3\)"):
        network().forward(np.ones((2, 4)))
    with pytest.raises(ValueError, match="the outputs have"):
        backprop(network(), network().forward(np.ones((2, 3))), np.ones((2, 3)))
