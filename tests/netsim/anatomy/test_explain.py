"""Levers, wishes, paths and nudges: each against the gradient or a measurement."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, backprop
from netsim.anatomy.explain import levers, nudge, wishes
from netsim.anatomy.paths import MOST_PATHS, count_paths, paths

OUTPUTS = ["sigmoid", "tanh", "identity", "softmax"]


def passed(sizes, seed=0, output="sigmoid", many=2):
    rng = np.random.default_rng(seed)
    network = Network.init(sizes, rng, "tanh", output)
    x, y = rng.standard_normal((many, sizes[0])), np.eye(sizes[-1])[rng.integers(0, sizes[-1], many)]
    fwd = network.forward(x)
    return network, fwd, backprop(network, fwd, y), x, y


@pytest.mark.parametrize("l", [1, 2, 3])
def test_levers_are_the_measured_sensitivities(l):
    network, fwd, back, x, y = passed([3, 4, 3, 2])
    e, j = 1, 1
    three = levers(network, fwd, back, e, l, j)
    db = nudge(network, x[e], y[e], l, (j,), 1e-6)
    assert three.dC_db == pytest.approx(db.measured / 1e-6, rel=1e-4)
    for k in range(network.sizes[l - 1]):
        dw = nudge(network, x[e], y[e], l, (j, k), 1e-6)
        assert three.dC_dw[k] == pytest.approx(dw.measured / 1e-6, rel=1e-4, abs=1e-8)
        # a_k through this neuron alone moves z_j by w_jk, which a nudge of the bias can do as well
        da = nudge(network, x[e], y[e], l, (j,), 1e-6 * network.W[l][j, k])
        assert three.dC_da[k] == pytest.approx(da.measured / 1e-6, rel=1e-4, abs=1e-8)


@pytest.mark.parametrize("output", OUTPUTS)
def test_wishes_add_up_to_the_wish_of_the_layer_before(output):
    network, _, back, _, _ = passed([3, 4, 5, 3], output=output)
    for l in (2, 3):
        table, running = wishes(network, back, 1, l)
        assert table.shape == running.shape == (network.sizes[l], network.sizes[l - 1])
        np.testing.assert_allclose(running[0], table[0])
        np.testing.assert_allclose(running[-1], -back.dC_da[l - 1][1], rtol=1e-12)


@given(
    sizes=st.lists(st.integers(1, 4), min_size=2, max_size=5),
    output=st.sampled_from(OUTPUTS),
    seed=st.integers(0, 2**32),
)
def test_all_paths_together_are_the_gradient(sizes, output, seed):
    network, fwd, back, _, _ = passed(sizes, seed, output, many=1)
    for l in network.W:
        for j, k in np.ndindex(network.W[l].shape):
            found = paths(network, fwd, back, 0, l, j, k)
            assert len(found.products) == count_paths(network, l)
            scale = np.abs(found.products).sum()
            assert found.dC_dw == pytest.approx(back.mean_dC_dW[l][j, k], rel=1e-9, abs=1e-14 + 1e-12 * scale)


def test_factors_of_one_path_by_hand():
    network, fwd, back, _, y = passed([2, 3, 2])
    found = paths(network, fwd, back, 1, 1, 2, 0)
    assert found.neurons.tolist() == [[2, 0], [2, 1]]
    assert found.ends.tolist() == [0, 1]
    a1, a2 = fwd.a[1][1], fwd.a[2][1]
    assert found.dz_dw == fwd.a[0][1, 0]
    np.testing.assert_allclose(found.da_dz[:, 0], 1 - a1[2] ** 2)
    np.testing.assert_allclose(found.da_dz[:, 1], a2 * (1 - a2))
    np.testing.assert_allclose(found.dz_da[:, 0], network.W[2][:, 2])
    np.testing.assert_allclose(found.dC_da, 2 * (a2 - y[1]))


def test_too_many_paths_are_refused_with_their_number():
    network, fwd, back, _, _ = passed([2, 2, 50, 50, 50], many=1)
    assert count_paths(network, 1) == 125_000 > MOST_PATHS
    with pytest.raises(ValueError, match=r"There are 125,000 paths .* take a later layer"):
        paths(network, fwd, back, 0, 1, 0, 0)


def test_weights_that_are_not_there_are_refused():
    network, fwd, back, x, y = passed([2, 3, 2])
    with pytest.raises(ValueError, match="has no weight 3, 0 in layer 1"):
        paths(network, fwd, back, 0, 1, 3, 0)
    for l, index in ((0, (0, 0)), (3, (0,)), (1, (0, 2)), (1, (-1,)), (1, ()), (1, (0, 0, 0))):
        with pytest.raises(ValueError, match="has no parameter"):
            nudge(network, x, y, l, index, 0.1)
    with pytest.raises(ValueError, match="epsilon that is not 0"):
        nudge(network, x, y, 1, (0, 0), 0)


def test_a_smaller_nudge_is_foretold_better():
    """The error of the prediction falls with the square of epsilon, as a tangent's must."""
    network, _, _, x, y = passed([3, 4, 3, 2])
    errors = []
    for epsilon in (1e-2, 1e-3):
        moved = nudge(network, x, y, 2, (1, 1), epsilon)
        errors.append(abs(moved.measured - moved.predicted))
    assert errors[0] / errors[1] == pytest.approx(100, rel=0.1)


def test_a_nudge_leaves_the_network_as_it_was():
    network, fwd, _, x, y = passed([3, 4, 2])
    kept = network.W[1].copy()
    moved = nudge(network, x, y, 1, (0, 0), 0.5)
    np.testing.assert_array_equal(network.W[1], kept)
    np.testing.assert_array_equal(moved.before.a[2], fwd.a[2])
    assert moved.measured == moved.C_after - moved.C_before
