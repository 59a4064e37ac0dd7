"""The sensitivity exhibit: costs are those of the changed network."""

import numpy as np
import pytest

from netsim import Dataset, Network, TraceError, verify
from netsim.exhibits.nudges.sensitivity import EXHIBIT as SENSITIVITY
from netsim.exhibits.nudges.sensitivity import NUDGES, ratio
from tests.netsim.exhibits.exhibited import KINDS, changed, held, nudged, random_data, random_run, run_of


def kept_of(run):
    return {key.removeprefix("sensitivity/"): array for key, array in SENSITIVITY.record(run).items()}


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_costs_are_those_of_the_changed_network(kind, sizes, mean_cost):
    run = random_run(sizes, kind)
    kept = kept_of(run)
    for edge, (l, j, k) in enumerate(kept["place"]):
        for wiggle, by in enumerate(kept["nudge"]):
            changed = nudged(run.network, "W", l, (j, k), by)
            assert kept["w"][edge, wiggle] == changed.W[l][j, k]
            expected = mean_cost(changed, run.data.x, run.targets)
            assert kept["C"][edge, wiggle] == pytest.approx(expected, rel=1e-12)


def test_the_change_is_counted_from_the_middle_where_nothing_is_changed():
    run = random_run()
    kept = kept_of(run)
    middle = len(NUDGES) // 2
    assert (NUDGES[0], NUDGES[middle], NUDGES[-1]) == (-0.1, 0, 0.1)
    assert len(NUDGES) % 2 == 1
    assert np.all(kept["change_C"][:, middle] == 0)
    np.testing.assert_allclose(kept["C"][:, middle], run.gradient.C, rtol=1e-13)
    np.testing.assert_array_equal(kept["change_C"], kept["C"] - kept["C"][:, [middle]])


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_measured_changes_follow_the_derivatives(kind):
    kept = kept_of(random_run(kind=kind))
    below, above = len(NUDGES) // 2 - 1, len(NUDGES) // 2 + 1
    slope = (kept["change_C"][:, above] - kept["change_C"][:, below]) / (NUDGES[above] - NUDGES[below])
    np.testing.assert_allclose(slope, kept["dC_dw"], rtol=3e-4)
    assert kept["ratio"] == abs(kept["dC_dw"][0]) / abs(kept["dC_dw"][1])
    assert kept["measured_ratio"] == abs(kept["change_C"][0, -1]) / abs(kept["change_C"][1, -1])


def test_an_input_is_lit_where_it_is_not_0():
    x = np.array([[0, 0.5, 0], [1, -0.1, 0], [0, 1e-9, 0], [0.2, 0, 0.3], [1, 0.7, 0]])
    label = np.arange(5) % 2
    data = Dataset("five", x, label, x, label, ("even", "odd"))
    for seed in range(5):  # other weights, other edges
        kept = kept_of(run_of(Network.init([3, 3, 2], np.random.default_rng(seed)), data, followed=4))
        assert kept["lit"].tolist() == [{0: 3 / 5, 1: 4 / 5}[k] for _, _, k in kept["place"]]


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
    run = run_of(Network.init([2, 3, 2], np.random.default_rng(4)), data, followed=1)
    kept = kept_of(run)
    l, j, k = kept["place"][0]
    expected = mean_cost(nudged(run.network, "W", l, (j, k), 0.1), x.astype(np.float64), run.targets)
    assert kept["C"][0, -1] == pytest.approx(expected, rel=1e-13)


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, SENSITIVITY)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("sensitivity/place", lambda a: a + 50, r"sensitivity/place = \[51, .* no place"),
        ("sensitivity/place", lambda a: a - [0, 50, 0], "sensitivity/place = .* no place"),
        ("sensitivity/place", lambda a: 0 * a + [2, 0, 0], "sensitivity/place is in layer 1"),
        ("sensitivity/place", lambda a: a[::-1].copy(), "sensitivity/dC_dw = gradient/dC_dW1 there"),
        ("sensitivity/nudge", lambda a: a + 0.01, "sensitivity/nudge ascends evenly"),
        ("sensitivity/lit", lambda a: 0 * a, "sensitivity/lit counts the star"),
        ("sensitivity/lit", lambda a: a - 1e-4, "sensitivity/lit counts gradient/examples"),
        ("sensitivity/w", lambda a: a + 0.01, r"sensitivity/w = W1 there \+ nudge"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))
