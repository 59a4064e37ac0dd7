"""Curves with one minimum, with two, and with none: what is found of them and which part is shown."""

import numpy as np
import pytest

from netsim.terrain.two_minima import bowl, rounded_out, two_minima_of, window

W = np.linspace(-4, 4, 401)


def double(tilt=0.0, wide=1.0):
    return 2 + (W**2 - 2) ** 2 / 10 * wide + tilt * W


def test_two_minima_and_the_top_between():
    minima = two_minima_of(double())
    np.testing.assert_allclose(W[[minima.left, minima.top, minima.right]], [-(2**0.5), 0, 2**0.5], atol=0.02)
    assert minima.clear == pytest.approx(0.4 / 2.4, rel=1e-3)


def test_a_shallower_minimum_is_less_clear():
    even, tilted, steep = (two_minima_of(double(tilt)).clear for tilt in (0, 0.05, 0.5))
    assert even > tilted > 0
    assert steep == 0


def test_the_clearest_two_of_three_are_taken():
    C = 2 - np.exp(-(((W + 3) / 0.4) ** 2)) - 0.9 * np.exp(-(((W - 1) / 0.4) ** 2)) - 0.1 * np.exp(-((W - 3) ** 2) * 9)
    minima = two_minima_of(C)
    np.testing.assert_allclose(W[[minima.left, minima.right]], [-3, 1], atol=0.03)


def test_two_dents_that_nobody_sees_are_none():
    C = 5 + W - 0.02 * np.exp(-(((W + 2) * 20) ** 2)) - 0.02 * np.exp(-(((W + 1) * 20) ** 2))
    assert two_minima_of(C).clear == 0


@pytest.mark.parametrize(
    ("C", "at", "depth"),
    [(1 + W**2, 0.0, 16 / 17), (5 - W, 4.0, 0.0), (5 + W, -4.0, 0.0), (0 * W + 3, -4.0, 0.0), (0 * W, -4.0, 0.0)],
)
def test_one_minimum_or_none(C, at, depth):
    minima = two_minima_of(C)
    assert minima.left == minima.right == minima.top
    assert W[minima.left] == pytest.approx(at, abs=1e-9)
    assert bowl(C) == pytest.approx(depth)


def test_the_window_ends_a_little_above_the_top_between_the_minima():
    C = double()
    left, right = window(W, C, two_minima_of(C), 0.0)
    assert np.all((np.interp([left, right], W, C) > 2.45) & (np.interp([left, right], W, C) < 2.85))
    assert left == pytest.approx(-right)


def test_the_window_of_one_minimum_shows_most_of_its_walls():
    C = 2 - np.exp(-((W - 1) ** 2))
    left, right = window(W, C, two_minima_of(C), 1.0)
    assert 0 < C[0] - np.interp(left, W, C) < 0.3 * np.ptp(C)
    assert 0 < C[-1] - np.interp(right, W, C) < 0.3 * np.ptp(C)


def test_the_windows_ends_are_rounded_outward():
    assert rounded_out(-7.52, 12.52) == (-8, 13)
    assert rounded_out(-0.123, 0.456) == (-0.13, 0.46)
    assert rounded_out(-3.0, 4.0) == (-3, 4)


def test_the_window_ends_where_nothing_happens_any_more():
    C = 2 - np.exp(-((W - 1) ** 2) * 8) - np.exp(-((W + 1) ** 2) * 8)
    left, right = window(W, C, two_minima_of(C), 1.0)
    assert -2.5 < left < -1.6
    assert 1.6 < right < 2.5


@pytest.mark.parametrize("C", [double(), 0 * W, 5 - W, 1 + W**2], ids=["two", "flat", "slope", "one"])
@pytest.mark.parametrize("value", [-3.9, 0.1, 3.9])
def test_the_window_holds_the_value(C, value):
    left, right = window(W, C, two_minima_of(C), value)
    assert left < value < right
