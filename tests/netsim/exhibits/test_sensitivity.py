"""Two wiggled edges: chosen as promised, and their costs held against passes through changed networks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Dataset, Network
from netsim.anatomy.edges import lit_inputs, two_edges
from netsim.exhibits.nudges.sensitivity import EXHIBIT as SENSITIVITY
from netsim.exhibits.nudges.sensitivity import NUDGES, ratio
from tests.netsim.exhibits.exhibited import KINDS, nudged, random_data, random_run, run_of


def kept_of(subject):
    return {key.removeprefix("sensitivity/"): array for key, array in SENSITIVITY.record(subject).items()}


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_costs_are_those_of_the_changed_network(kind, sizes, mean_cost):
    subject = random_run(sizes, kind)
    kept = kept_of(subject)
    for edge, (l, j, k) in enumerate(kept["place"]):
        for wiggle, by in enumerate(kept["nudge"]):
            changed = nudged(subject.network, "W", l, (j, k), by)
            assert kept["w"][edge, wiggle] == changed.W[l][j, k]
            expected = mean_cost(changed, subject.data.x, subject.targets)
            assert kept["C"][edge, wiggle] == pytest.approx(expected, rel=1e-12)


def test_the_change_is_counted_from_the_middle_where_nothing_is_changed():
    subject = random_run()
    kept = kept_of(subject)
    middle = len(NUDGES) // 2
    assert (NUDGES[0], NUDGES[middle], NUDGES[-1]) == (-0.1, 0, 0.1)
    assert len(NUDGES) % 2 == 1
    assert np.all(kept["change_C"][:, middle] == 0)
    np.testing.assert_allclose(kept["C"][:, middle], subject.gradient.C, rtol=1e-13)
    np.testing.assert_array_equal(kept["change_C"], kept["C"] - kept["C"][:, [middle]])


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_measured_changes_follow_the_derivatives(kind):
    kept = kept_of(random_run(kind=kind))
    slope = (kept["change_C"][:, 11] - kept["change_C"][:, 9]) / (NUDGES[11] - NUDGES[9])
    np.testing.assert_allclose(slope, kept["dC_dw"], rtol=2e-3)
    assert kept["ratio"] == abs(kept["dC_dw"][0]) / abs(kept["dC_dw"][1])
    assert kept["measured_ratio"] == abs(kept["change_C"][0, -1]) / abs(kept["change_C"][1, -1])


@given(seed=st.integers(0, 999), neurons=st.integers(1, 6), inputs=st.integers(1, 6))
def test_the_two_edges_are_the_ones_that_were_promised(seed, neurons, inputs):
    subject = random_run((inputs, neurons, 2), seed=seed)
    derivative = subject.gradient.dC_dW[1]
    (l0, j0, k0), (l1, j1, k1) = two_edges(subject.gradient, subject.x)
    assert l0 == l1 == 1
    brightest = max(subject.x)
    lit = {(j, k) for j in range(neurons) for k in range(inputs) if subject.x[k] >= brightest / 2}
    largest = abs(derivative[j0, k0])
    assert (j0, k0) in lit
    assert largest == max(abs(derivative[place]) for place in lit)
    others = [(j, k) for j, k in lit if j != j0 and k != k0 and derivative[j, k]]
    others = others or [place for place in lit if place != (j0, k0) and derivative[place]]
    if not others:
        assert (j1, k1) == (j0, k0)
    else:
        assert (j1, k1) in others
        off = {place: abs(np.log(30 * abs(derivative[place]) / largest)) for place in others}
        assert off[j1, k1] == pytest.approx(min(off.values()))


def test_lit_is_what_has_half_the_brightness_of_the_brightest():
    assert lit_inputs(np.array([0, 0.4, 0.41, 0.8, 0.3])).tolist() == [False, True, True, True, False]
    assert lit_inputs(np.array([-1.0, 0.6, 0.4])).tolist() == [True, True, False]


def test_of_an_empty_example_every_edge_may_be_taken():
    rng = np.random.default_rng(0)
    data = random_data(rng, 3, 2, 8)
    data.x[0] = 0
    subject = run_of(Network.init([3, 4, 2], rng), data)
    edges = two_edges(subject.gradient, subject.x)
    size = np.abs(subject.gradient.dC_dW[1])
    assert size[edges[0][1:]] == size.max()
    assert edges[0] != edges[1]


def test_dead_neurons_leave_no_ratio():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu")
    dead = Network(network.W, {**network.b, 1: np.full(4, -100.0)}, "relu")
    kept = kept_of(run_of(dead, random_data(rng, 3, 2, 8)))
    assert kept["place"][0].tolist() == kept["place"][1].tolist()
    assert (kept["ratio"], kept["measured_ratio"]) == (0, 0)
    assert np.all(kept["dC_dw"] == 0)
    assert np.all(kept["change_C"] == 0)


def test_a_single_edge_is_compared_with_itself():
    rng = np.random.default_rng(0)
    kept = kept_of(run_of(Network.init([1, 1, 2], rng), random_data(rng, 1, 2, 8)))
    assert kept["place"].tolist() == [[1, 0, 0], [1, 0, 0]]
    assert kept["ratio"] == kept["measured_ratio"] == 1


@pytest.mark.parametrize(("two", "expected"), [((3, -2), 1.5), ((0, 2), 0), ((3, 0), 0), ((0, 0), 0), ((1, 5e-324), 0)])
def test_a_ratio_that_cannot_be_is_0(two, expected):
    assert ratio(np.array(two, float)) == expected


def test_four_examples_in_float32_are_measured_in_float64(mean_cost):
    """Of xor, the second class is the star; the data's own precision is not that of the sums."""
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
    label = np.array([0, 1, 1, 0])
    data = Dataset("xor", x, label, x, label, ("even", "odd"))
    subject = run_of(Network.init([2, 3, 2], np.random.default_rng(4)), data, followed=1)
    kept = kept_of(subject)
    l, j, k = kept["place"][0]
    expected = mean_cost(nudged(subject.network, "W", l, (j, k), 0.1), x.astype(np.float64), subject.targets)
    assert kept["C"][0, -1] == pytest.approx(expected, rel=1e-13)
