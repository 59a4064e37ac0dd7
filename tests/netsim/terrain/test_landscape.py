"""Lines and planes of the weight space: held against the networks that stand there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Network, backprop
from netsim.terrain.landscape import Slice, angle, contour_levels, countable, network_at, place, vector
from tests.netsim.exhibits.exhibited import KINDS, random_data

SIZES = [[3, 2], [3, 4, 2], [3, 4, 5, 3, 2]]


def drawn(sizes, kind=KINDS[0], seed=0):
    return Network.init(sizes, np.random.default_rng(seed), *kind)


def directions(network, many, seed=1):
    return np.random.default_rng(seed).standard_normal((many, place(network).size))


@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_a_point_is_its_network_again(sizes):
    network = drawn(sizes, KINDS[3])
    again = network_at(place(network), network)
    assert again.sizes == sizes
    assert (again.hidden, again.output, again.cost) == KINDS[3]
    for l in network.W:
        np.testing.assert_array_equal(again.W[l], network.W[l])
        np.testing.assert_array_equal(again.b[l], network.b[l])
    assert place(network).tolist()[: sizes[0]] == network.W[1][0].tolist()
    assert place(network).tolist()[-1] == network.b[len(sizes) - 1][-1]


@given(seed=st.integers(0, 2**32), apart=st.floats(-170, 170))
def test_angles_are_those_of_the_plane(seed, apart):
    u, v = np.linalg.qr(np.random.default_rng(seed).standard_normal((7, 2)))[0].T
    turned = np.cos(np.radians(apart)) * u + np.sin(np.radians(apart)) * v
    assert angle(3 * u, 0.2 * turned) == pytest.approx(abs(apart), abs=1e-12)


def test_angles_that_have_no_room_for_rounding():
    v = np.random.default_rng(0).standard_normal(1000)
    assert angle(v, v) == 0
    assert angle(v, -v) == 180
    assert angle(0 * v, v) == angle(v, 0 * v) == angle(0 * v, 0 * v) == 90
    assert angle(np.array([1.0, 0.0]), np.array([1.0, 1e-12])) == pytest.approx(np.degrees(1e-12), rel=1e-9)


@given(seed=st.integers(0, 2**32), repeated=st.integers(0, 3), still=st.integers(0, 2))
def test_the_axes_are_orthonormal_and_hold_what_spans_them(seed, repeated, still):
    network = drawn([2, 3, 2])
    first, second = directions(network, 2, seed)
    given_directions = [*[0 * first] * still, first, *[-2.5 * first] * repeated, second]
    plane = Slice.through(network, given_directions)
    np.testing.assert_allclose(plane.axes @ plane.axes.T, np.eye(2), atol=1e-12)
    np.testing.assert_allclose(plane.axes[0], first / np.linalg.norm(first), atol=1e-12)
    start = place(network)
    for direction in (first, second, first - 3 * second):
        assert plane.off(start + direction) < 1e-12 * np.linalg.norm(direction)
        there = plane.at(*plane.coordinates(start + direction))
        np.testing.assert_allclose(place(there), start + direction, atol=1e-12)
    assert plane.coordinates(start + second)[1] > 0
    assert plane.coordinates(start + first)[1] == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("along", [[], [0], [0, 0], [1]], ids=str)
def test_what_does_not_span_a_plane_is_filled_up(along):
    network = drawn([1, 1])
    known = [direction * np.ones(2) for direction in along]
    plane = Slice.through(network, known)
    np.testing.assert_allclose(plane.axes @ plane.axes.T, np.eye(2), atol=1e-12)


def test_distance_from_a_plane_is_what_is_across_it():
    network = drawn([2, 2])
    a, b, c = np.eye(6)[[4, 0, 3]]
    plane = Slice.through(network, [a, b])
    assert plane.off(place(network) + 7 * a - 2 * b + 0.5 * c) == pytest.approx(0.5)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_costs_on_a_grid_are_those_of_the_networks_there(sizes, kind):
    network = drawn(sizes, kind)
    data = random_data(np.random.default_rng(2), sizes[0], sizes[-1], 17)
    y = data.target(data.label)
    plane = Slice.through(network, list(directions(network, 2)))
    u, v = np.array([-1.5, 0.0, 0.5, 2.0]), np.array([-1.0, 0.0, 3.0])
    measured = plane.costs(data.x, y, u, v)
    assert measured.shape == (3, 4)
    for i, j in np.ndindex(3, 4):
        there = plane.at(u[j], v[i])
        assert measured[i, j] == pytest.approx(backprop(there, there.forward(data.x), y).C.mean(), rel=1e-12)
    single = plane.costs(data.x.astype(np.float32), y.astype(np.float32), u, v)
    np.testing.assert_allclose(single, measured, rtol=1e-5)


def test_the_cost_along_a_line_falls_as_its_slope_says():
    network = drawn([3, 4, 2])
    data = random_data(np.random.default_rng(2), 3, 2, 17)
    y = data.target(data.label)
    back = backprop(network, network.forward(data.x), y)
    gradient = vector(back.mean_dC_dW, back.mean_dC_db)
    line = Slice.through(network, [-gradient], many=1)
    h = 1e-5
    before, here, after = line.costs(data.x, y, np.array([-h, 0.0, h]))
    assert here == pytest.approx(back.C.mean(), rel=1e-14)
    assert (after - before) / (2 * h) == pytest.approx(-np.linalg.norm(gradient), rel=1e-7)


@pytest.mark.parametrize("kind", [("relu", "relu", "quadratic"), ("relu", "softmax", "quadratic")], ids=" ".join)
def test_costs_beyond_all_numbers_are_the_largest(kind):
    network = drawn([3, 4, 4, 2], kind)
    data = random_data(np.random.default_rng(2), 3, 2, 5)
    x, y = data.x.astype(np.float32), data.target(data.label).astype(np.float32)
    costs = Slice.through(network, [place(network)], many=1).costs(x, y, np.array([0.0, 1e18, 1e30]))
    assert np.all(np.isfinite(costs))
    assert costs.max() <= np.finfo(np.float32).max


def test_what_can_be_counted():
    assert countable(3.5, "float32") == 3.5
    for cost in (np.inf, np.nan, 1e39):
        assert countable(cost, "float32") == np.finfo(np.float32).max
    assert countable(1e39, "float64") == 1e39


def test_contours_lie_in_even_steps_of_the_cost():
    np.testing.assert_allclose(contour_levels(np.array([[1.0, 14.0], [3.0, 2.0]])), np.arange(2.0, 14.0))
