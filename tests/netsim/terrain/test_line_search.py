"""Descents along a parameter: the rate, the starts, and which ends are minima."""

import numpy as np
import pytest

from netsim.terrain.line_search import distinct, rate, starts

W = np.linspace(-2.2, 2.2, 401)


@pytest.mark.parametrize("bowl", [0.3, 2.0, 40.0])
def test_the_rate_does_not_leap_over_a_minimum(bowl):
    eta = rate(W, bowl * W**2)
    assert eta == pytest.approx(0.6 / (2 * bowl), rel=0.05)
    assert rate(W, 0 * W) == 1


def test_descents_start_on_both_sides_of_the_valleys():
    two = starts(W, 2 + (W**2 - 1) ** 2 / 10)
    np.testing.assert_allclose(two, -two[::-1], atol=0.03)
    assert two[0] < -1 < 1 < two[1]
    one = starts(W, 1 + (W - 1) ** 2)
    assert one[0] < 1 < one[1]
    for C in (5 - W, 0 * W):
        low, high = starts(W, C)
        assert W[0] < low < high < W[-1]


def test_ends_without_a_rise_between_them_are_one():
    C = 2 + (W**2 - 2) ** 2 / 10
    ends = np.array([-1.5, 1.3, -1.4, 1.42])
    heights = np.interp(ends, W, C)
    assert distinct(W, C, ends, heights) == [2, 3]
    assert distinct(W, 0 * W, ends, 0 * ends) in ([0], [1], [2], [3])
