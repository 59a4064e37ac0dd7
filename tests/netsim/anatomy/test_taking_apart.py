"""One weight taken apart, against the list of all paths, central differences and another forward pass."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, backprop
from netsim.anatomy.largest_paths import largest_paths
from netsim.anatomy.paths import MOST_PATHS, count_paths, paths
from netsim.anatomy.taking_apart import MOST_TOLD, take_apart
from tests.netsim.exhibits.exhibited import KINDS, nudged

SIZES = [(4, 5, 3, 3), (3, 1, 2), (4, 3), (2, 1, 1, 4), (2, 3, 2, 3, 2, 3, 2, 3), (3, 40, 30, 2)]


def lesson(sizes, kind=KINDS[0], seed=0):
    rng = np.random.default_rng(seed)
    return Network.init(sizes, rng, *kind), rng.random(sizes[0]), np.eye(sizes[-1])[rng.integers(sizes[-1])]


def places(network):
    """The last weight of each layer."""
    return [(l, network.sizes[l] - 1, network.sizes[l - 1] - 1) for l in network.W]


@pytest.mark.parametrize("kind", [*KINDS, ("relu", "relu", "quadratic"), ("relu", "softmax", "cross_entropy")])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_the_largest_of_all_listed_paths_are_told(sizes, kind):
    network, x, y = lesson(sizes, kind)
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    for l, j, k in places(network):
        taken, listed = take_apart(network, x, y, l, j, k, 0.01), paths(network, fwd, back, 0, l, j, k)
        assert taken.many == len(listed.products)
        assert len(taken.products) == min(MOST_TOLD, taken.many)
        largest = np.sort(np.abs(listed.products))[::-1][:MOST_TOLD]
        np.testing.assert_allclose(np.abs(taken.products), largest, rtol=1e-9, atol=1e-18)
        found = np.column_stack([listed.neurons, listed.ends]) if network.output == "softmax" else listed.neurons
        for path, factors in zip(taken.neurons.tolist(), taken.factors, strict=True):
            (row,) = np.flatnonzero((found == path).all(axis=1))
            between = np.empty(2 * (network.L - l) + 3)
            between[0], between[1::2][:-1] = listed.dz_dw, listed.da_dz[row][:-1]
            between[-2], between[-1] = listed.da_dz[row][-1], listed.dC_da[row]
            between[2:-2:2] = listed.dz_da[row]
            np.testing.assert_allclose(factors, between, rtol=1e-12)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", SIZES[:5], ids=str)
def test_the_derivative_is_what_central_differences_measure(sizes, kind, mean_cost):
    network, x, y = lesson(sizes, kind)
    for l, j, k in places(network):
        taken = take_apart(network, x, y, l, j, k, 1e-4)
        ends = [mean_cost(nudged(network, "W", l, (j, k), by), x, y) for by in (1e-5, -1e-5)]
        assert taken.dC_dw == pytest.approx((ends[0] - ends[1]) / 2e-5, rel=1e-6, abs=1e-9)
        assert taken.products.sum() + taken.rest == pytest.approx(taken.dC_dw, rel=1e-9, abs=1e-15)


def test_a_nudge_is_foretold_and_measured(mean_cost):
    network, x, y = lesson((4, 5, 3, 3))
    taken = take_apart(network, x, y, 2, 1, 3, 0.03)
    after, before = mean_cost(nudged(network, "W", 2, (1, 3), 0.03), x, y), mean_cost(network, x, y)
    np.testing.assert_allclose(taken.C, before)
    assert taken.predicted_change == taken.dC_dw * 0.03
    assert taken.measured_change == pytest.approx(after - before, rel=1e-9)
    assert taken.measured_change == pytest.approx(taken.predicted_change, rel=0.05)


@given(
    sizes=st.lists(st.integers(1, 5), min_size=1, max_size=5),
    most=st.integers(1, 9),
    seed=st.integers(0, 10**6),
    zeros=st.floats(0, 0.8),
)
def test_largest_paths_are_those_of_a_list_of_all(sizes, most, seed, zeros):
    rng = np.random.default_rng(seed)
    links = [rng.random((n, before)) for before, n in zip([1, *sizes], sizes, strict=False)]
    links = [np.where(rng.random(link.shape) < zeros, 0, link) for link in links]
    each = {}
    for path in np.ndindex(*sizes):
        steps = zip(links, path, (0, *path), strict=False)
        each[path] = np.prod([link[j, k] for link, j, k in steps])
    found = [tuple(path) for path in largest_paths(links, most)]
    assert len(set(found)) == len(found) == min(most, len(each))
    np.testing.assert_allclose([each[path] for path in found], sorted(each.values(), reverse=True)[:most], rtol=1e-12)


def test_more_paths_than_are_listed_are_taken_apart_exactly():
    """A network in which the largest of 64,000,000 paths can be named: all its weights are 1, but those of one path."""
    rng = np.random.default_rng(1)
    sizes = [2, 3, 20, 20, 20, 20, 20, 20]
    way = {l: int(rng.integers(n)) for l, n in enumerate(sizes)} | {1: 2}
    W = {l: np.full((sizes[l], sizes[l - 1]), 0.1) for l in range(1, 8)}
    for l in range(2, 8):
        W[l][way[l], way[l - 1]] = -0.7
    network = Network(W, {l: np.zeros(n) for l, n in enumerate(sizes) if l}, "identity", "identity")
    x, y = np.array([0.5, 1.0]), np.zeros(20)
    taken = take_apart(network, x, y, 1, 2, 1, 0.01)
    assert taken.many == count_paths(network, 1) == 20**6 > MOST_PATHS
    assert taken.neurons[0].tolist() == [way[l] for l in range(1, 8)]
    back = backprop(network, network.forward(x), y)
    assert taken.products[0] == pytest.approx(0.7**6 * back.dC_da[7][0, way[7]])
    assert np.all(np.diff(np.abs(taken.products)) <= 0)
    assert taken.products.sum() + taken.rest == pytest.approx(back.mean_dC_dW[1][2, 1])


def test_a_dark_input_leaves_the_paths_as_large_as_they_would_be():
    network, x, y = lesson((4, 5, 3, 3))
    lit, dark = (take_apart(network, np.array([*x[:3], last]), y, 1, 2, 3, 0.01) for last in (1e-9, 0.0))
    assert dark.neurons.tolist() == lit.neurons.tolist()
    assert dark.products.tolist() == [0.0] * 5
    assert not np.signbit(dark.products).any()
    assert (dark.dC_dw, dark.rest, dark.measured_change) == (0, 0, 0)


def test_a_dead_neuron_has_paths_that_add_nothing():
    network, x, y = lesson((4, 5, 3, 3), ("relu", "relu", "quadratic"))
    network = Network(network.W, {**network.b, 1: np.full(5, -100.0)}, "relu", "relu")
    taken = take_apart(network, x, y, 1, 0, 0, 0.01)
    assert taken.many == 9
    assert len({tuple(path) for path in taken.neurons.tolist()}) == 5
    assert not taken.products.any()
    assert taken.rest == taken.dC_dw == 0


@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
def test_certain_outputs_keep_the_digits_of_the_cross_entropy(output):
    """Where an output is 1 to the last digit, its slope is 0 and dC/da beyond all numbers; their product is a - y."""
    network, x, _ = lesson((3, 2, 2), ("sigmoid", output, "cross_entropy"))
    sure = Network(network.W, {**network.b, 2: np.array([60.0, -60.0])}, "sigmoid", output, "cross_entropy")
    taken = take_apart(sure, x, np.array([0.0, 1.0]), 2, 0, 0, 0.01)
    assert taken.dC_dw == pytest.approx(sure.forward(x).a[1][0, 0])
    assert taken.products.sum() + taken.rest == pytest.approx(taken.dC_dw, rel=1e-9)


def test_weights_and_nudges_that_are_not_there_are_refused():
    network, x, y = lesson((4, 3))
    with pytest.raises(ValueError, match="has no parameter"):
        take_apart(network, x, y, 1, 3, 0, 0.01)
    with pytest.raises(ValueError, match="not 0"):
        take_apart(network, x, y, 1, 0, 0, 0.0)
