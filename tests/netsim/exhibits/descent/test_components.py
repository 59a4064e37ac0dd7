"""The components exhibit: against sorting by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, TraceError, record, verify
from netsim.anatomy.components import chosen_ranks, parameter_at, spread_ranks
from netsim.exhibits.descent.components import EXHIBIT as COMPONENTS
from netsim.terrain.landscape import place
from tests.netsim.exhibits.exhibited import (
    KINDS,
    changed,
    held,
    more,
    plain,
    put,
    random_data,
    random_run,
    run_of,
    scaled,
    turned,
)


@pytest.fixture(scope="module")
def alone(quick):
    """Without the exhibits that say some of it twice."""
    return record(quick(), exhibits=["data", "components", "stairs"])


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_components_are_those_of_the_gradient_in_order(kind):
    run = random_run(kind=kind)
    kept, gradient = plain(COMPONENTS.record(run)), run.gradient
    everything = sorted((abs(float(part)) for part in gradient.flat), reverse=True)
    assert kept["rank"][-1] == len(everything) == 4 * 5 + 5 + 5 * 3 + 3 + 3 * 3 + 3
    np.testing.assert_array_equal(kept["size"], [everything[rank - 1] for rank in kept["rank"]])
    for row, (bias, l, j, k) in enumerate(kept["place"]):
        slope = gradient.dC_db[l][j] if bias else gradient.dC_dW[l][j, k]
        assert kept["step"][row] == -slope


@given(zeros=st.integers(0, 12), sizes=st.lists(st.floats(1e-6, 9), max_size=40), seed=st.integers(0, 99))
def test_large_middle_and_least_components_are_shown(zeros, sizes, seed):
    size = np.array([*sorted(sizes, reverse=True), *[0.0] * zeros])
    if not len(size):
        return
    up = np.random.default_rng(seed).random(len(size)) < 0.5
    chosen = chosen_ranks(size, up)
    assert chosen == sorted(set(chosen))
    assert 1 <= len(chosen) <= 8
    assert set(range(min(4, len(size)))) <= set(chosen)
    assert len(size) - len(sizes) == zeros
    assert sum(size[rank] == 0 for rank in chosen) >= min(zeros, 2)
    if len(size) > 20 and not zeros:
        assert chosen[-2:] == [len(size) - 2, len(size) - 1]
    middle = len(sizes) // 2
    if middle >= 6:
        assert middle in chosen
        if len({bool(sign) for sign in up[4 : len(sizes)]}) == 2:
            assert len({bool(up[rank]) for rank in chosen if 4 <= rank < len(sizes)}) == 2


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


def test_a_gradient_of_zeros_has_no_signs():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu", "relu")
    dead = Network(network.W, {l: np.full_like(b, -100.0) for l, b in network.b.items()}, "relu", "relu")
    kept = plain(COMPONENTS.record(run_of(dead, random_data(rng, 3, 2, 8))))
    assert not kept["step"].any()
    assert not np.signbit(kept["step"]).any()


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("components/rank", more(1, 0), "components/rank runs from 1 to all"),
        ("components/size", turned, "components/size is sorted downward"),
        ("components/size", scaled(-1), "components/size is sorted downward"),
        ("components/size", scaled(2), "components/step begins with the largest"),
        ("components/place", put((0, 2), 9), "components/place = .* no place"),
        ("components/place", put((0, 0), 2), "components/place = .* no place"),
        ("components/place", turned, "components/place is in their order"),
        ("components/place", lambda a: a[:-1], "components/place has a place for each step"),
        ("components/step", turned, "components/step is sorted downward by size"),
        ("components/step", scaled(-1), "components/step = minus the gradient there"),
    ],
)
def test_what_cannot_be_shown_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("components/size", scaled(-1), "components/size is sorted downward"),
        ("components/step", more(0.1), "components/step"),
    ],
)
def test_by_itself_each_is_held_as_far_as_it_goes(alone, key, change, said):
    verify(alone)
    with pytest.raises(TraceError, match=said):
        verify(changed(alone, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, COMPONENTS)
