"""The exhibits neuron, data and components: against sums, means and sorting by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Dataset, Network
from netsim.anatomy.components import chosen_ranks, largest_by_median, parameter_at, spread_ranks
from netsim.exhibits.descent.components import EXHIBIT as COMPONENTS
from netsim.exhibits.descent.data import EXHIBIT as DATA
from netsim.exhibits.descent.data import mean_of_all
from netsim.exhibits.descent.neuron import EXHIBIT as NEURON
from netsim.exhibits.descent.neuron import chosen_neuron
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS
from netsim.terrain.landscape import place
from netsim.training import Step
from tests.netsim.exhibits.exhibited import KINDS, random_data, random_run, run_of


def plain(arrays):
    return {key.split("/")[1]: array for key, array in arrays.items()}


def trained_subject(kind=KINDS[0], seed=0):
    """One whose last network is another than its first."""
    subject = random_run(kind=kind, seed=seed)
    other = Network.init(subject.network.sizes, np.random.default_rng(99), *kind)
    last = Step(1, 1, True, other, subject.first.back, 0.25)
    return Run(subject.recipe, subject.data, [subject.first, last], subject.star)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_neurons_sum_is_the_trained_networks(kind):
    subject = trained_subject(kind)
    kept = plain(NEURON.record(subject))
    layer, j = kept["place"]
    network = subject.trained
    assert layer == 1
    np.testing.assert_array_equal(kept["products"], [w * x for w, x in zip(network.W[1][j], subject.x, strict=True)])
    assert kept["weighted"] == pytest.approx(sum(kept["products"]))
    assert kept["z"] == pytest.approx(kept["weighted"] + network.b[1][j])
    assert kept["a"] == ACTIVATIONS[kind[0]].value(np.array([kept["z"]]))[0]
    assert kept["curve_z"][0] <= min(-6, kept["z"])
    assert kept["curve_z"][-1] >= max(6, kept["z"])
    np.testing.assert_array_equal(kept["curve_a"], ACTIVATIONS[kind[0]].value(kept["curve_z"]))
    np.testing.assert_allclose(kept["sigmoid"], 1 / (1 + np.exp(-kept["curve_z"])))
    np.testing.assert_array_equal(kept["relu"], [max(z, 0) for z in kept["curve_z"]])


def test_of_a_softmax_the_other_sums_stay():
    subject = random_run((4, 3), ("tanh", "softmax", "cross_entropy"))
    kept = plain(NEURON.record(subject))
    j, z = kept["place"][1], subject.fwd.z[1][0].copy()
    z[j] = kept["curve_z"][30]
    assert kept["curve_a"][30] == pytest.approx(np.exp(z[j]) / np.exp(z).sum())


def one_layer(z, hidden="sigmoid"):
    """A network whose first layer has these sums for an input of 1, and weights that grow from neuron to neuron."""
    W = np.arange(1.0, len(z) + 1)[:, None]
    return Network({1: W, 2: np.ones((2, len(z)))}, {1: np.array(z) - W[:, 0], 2: np.zeros(2)}, hidden)


@pytest.mark.parametrize(
    ("z", "hidden", "chosen"),
    [
        ([1.0, -2.0, 7.0], "sigmoid", 1),  # the largest weight's neuron is extreme
        ([7.0, -5.0, 9.0], "sigmoid", 1),  # all are: the least extreme
        ([0.3, 0.9, 3.0], "tanh", 1),
        ([2.0, 3.0, -1.0], "relu", 1),  # the last is dead
        ([-2.0, -3.0, -1.0], "relu", 2),  # all are
        ([5.0, 50.0, 500.0], "identity", 2),
    ],
)
def test_the_neuron_is_not_an_extreme_one(z, hidden, chosen):
    network = one_layer(z, hidden)
    assert chosen_neuron(network, network.forward(np.ones(1))) == chosen


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_each_examples_cost_before_and_after(kind):
    subject = trained_subject(kind)
    kept, data = plain(DATA.record(subject)), subject.data
    assert (kept["examples"], kept["unseen"]) == (23, 1)
    assert sorted(map(tuple, kept["x"])) == sorted(map(tuple, data.x))
    for network, name in ((subject.network, ""), (subject.trained, "trained_")):
        for i, (x, label) in enumerate(zip(kept["x"], kept["label"], strict=True)):
            a = network.forward(x).a[network.L][0]
            C = COSTS[kind[2]].value(a, np.eye(3)[label], kind[1])
            assert kept[f"{name}C"][i] == pytest.approx(C, rel=1e-12)
            assert kept[f"{name}said"][i] == int(np.argmax(a))
        assert kept[f"{name}mean"] == pytest.approx(kept[f"{name}C"].mean(), rel=1e-12)
    np.testing.assert_allclose(kept["running"], [kept["C"][: i + 1].mean() for i in range(23)])
    assert kept["running"][-1] == pytest.approx(kept["mean"])


def test_the_shown_examples_are_dealt_as_the_lesson_deals_them():
    rng = np.random.default_rng(2)
    data = random_data(rng, 3, 2, 200)
    data = Dataset("many", data.x, data.label, rng.random((50, 3)), np.arange(50) % 2, data.classes)
    kept = plain(DATA.record(run_of(Network.init([3, 2, 2], rng), data)))
    order = np.random.default_rng(0).permutation(200)
    np.testing.assert_array_equal(kept["x"], data.x[order[:60]])
    np.testing.assert_array_equal(kept["unseen_x"], data.x_unseen[:20])
    assert len(kept["unseen_label"]) == 20


def test_the_mean_of_very_many_is_taken_in_blocks(mean_cost):
    subject = random_run((7, 3, 2), many=2000)
    found = mean_of_all(subject.network, subject.data.x.astype(np.float32), subject.targets)
    assert found == pytest.approx(mean_cost(subject.network, subject.data.x, subject.targets), rel=1e-6)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_components_are_those_of_the_gradient_in_order(kind):
    subject = random_run(kind=kind)
    kept, gradient = plain(COMPONENTS.record(subject)), subject.gradient
    everything = sorted((abs(float(part)) for part in gradient.flat), reverse=True)
    assert kept["all"] == len(everything) == 4 * 5 + 5 + 5 * 3 + 3 + 3 * 3 + 3
    np.testing.assert_array_equal(kept["size"], [everything[rank - 1] for rank in kept["rank"]])
    assert kept["zero"] == everything.count(0)
    nonzero = [size for size in everything if size]
    assert kept["ratio"] == pytest.approx(nonzero[0] / nonzero[len(nonzero) // 2])
    for row, (bias, l, j, k) in enumerate(kept["place"]):
        slope = gradient.dC_db[l][j] if bias else gradient.dC_dW[l][j, k]
        value = subject.network.b[l][j] if bias else subject.network.W[l][j, k]
        assert (kept["step"][row], kept["value"][row]) == (-slope, value)
        assert kept["after"][row] == value - 0.5 * slope
    assert kept["eta"] == 0.5


@given(zeros=st.integers(0, 12), sizes=st.lists(st.floats(1e-6, 9), max_size=40), seed=st.integers(0, 99))
def test_large_middle_and_least_components_are_shown(zeros, sizes, seed):
    size = np.array([*sorted(sizes, reverse=True), *[0.0] * zeros])
    if not len(size):
        return
    up = np.random.default_rng(seed).random(len(size)) < 0.5
    chosen = chosen_ranks(size, up)
    assert chosen == sorted(set(chosen))
    assert 1 <= len(chosen) <= 7
    assert set(range(min(3, len(size)))) <= set(chosen)
    assert len(size) - len(sizes) == zeros
    assert sum(size[rank] == 0 for rank in chosen) >= min(zeros, 2)
    if len(size) > 20 and not zeros:
        assert chosen[-2:] == [len(size) - 2, len(size) - 1]
    middle = len(sizes) // 2
    if middle >= 5:
        assert middle in chosen
        if len({bool(sign) for sign in up[3 : len(sizes)]}) == 2:
            assert len({bool(up[rank]) for rank in chosen if 3 <= rank < len(sizes)}) == 2


@given(many=st.integers(1, 10**6))
def test_ranks_run_from_the_first_to_the_last(many):
    ranks = spread_ranks(many)
    assert (ranks[0], ranks[-1]) == (1, many)
    assert np.all(np.diff(ranks) > 0)
    assert len(ranks) <= 200


def test_every_parameter_is_found_in_its_place():
    network = Network.init([3, 4, 2], np.random.default_rng(0))
    point = place(network)
    for at, value in enumerate(point):
        bias, l, j, k = parameter_at(network, at)
        assert value == (network.b[l][j] if bias else network.W[l][j, k])
    with pytest.raises(IndexError):
        parameter_at(network, len(point))


def test_a_gradient_of_zeros_has_no_ratio():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu", "relu")
    dead = Network(network.W, {l: np.full_like(b, -100.0) for l, b in network.b.items()}, "relu", "relu")
    kept = plain(COMPONENTS.record(run_of(dead, random_data(rng, 3, 2, 8))))
    assert (kept["ratio"], kept["most"], kept["zero"]) == (0, 0, 26)
    assert not kept["step"].any()
    assert not np.signbit(kept["step"]).any()
    assert largest_by_median(np.array([1.0, 5e-324])) == 0
