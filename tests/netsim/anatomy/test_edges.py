"""Which edges of the first layer are looked at."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network
from netsim.anatomy.edges import lit_inputs, two_edges
from tests.netsim.exhibits.exhibited import random_data, random_run, run_of


@given(seed=st.integers(0, 999), neurons=st.integers(1, 6), inputs=st.integers(1, 6))
def test_the_two_edges_are_the_ones_that_were_promised(seed, neurons, inputs):
    run = random_run((inputs, neurons, 2), seed=seed)
    derivative = run.gradient.dC_dW[1]
    (l0, j0, k0), (l1, j1, k1) = two_edges(run.gradient, run.x)
    assert l0 == l1 == 1
    brightest = max(run.x)
    lit = {(j, k) for j in range(neurons) for k in range(inputs) if run.x[k] >= brightest / 2}
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
    run = run_of(Network.init([3, 4, 2], rng), data)
    edges = two_edges(run.gradient, run.x)
    size = np.abs(run.gradient.dC_dW[1])
    assert size[edges[0][1:]] == size.max()
    assert edges[0] != edges[1]
