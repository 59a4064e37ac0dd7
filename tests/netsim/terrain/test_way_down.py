"""Ways down a measured landscape: bend, slope, reading between places, and where to start."""

import numpy as np
import pytest

from netsim.terrain.way_down import bend, between, instructive_start, steepest

U, V = np.linspace(-4, 4, 41), np.linspace(-3, 3, 31)

U, V = np.linspace(-4, 4, 41), np.linspace(-3, 3, 31)


def trough(tilt=0.0):
    """A long bowl."""
    u, v = np.meshgrid(U, V)
    return 0.5 * (u + tilt) ** 2 + 0.05 * v**2


@pytest.mark.parametrize(("steep", "flat"), [(1.0, 0.1), (0.2, 0.2), (3.0, 0.0)])
def test_the_sharpest_bend(steep, flat):
    u, v = np.meshgrid(U, V)
    along, across = (u + v) / np.sqrt(2), (u - v) / np.sqrt(2)
    assert bend(steep / 2 * along**2 + flat / 2 * across**2, U, V) == pytest.approx(steep, rel=1e-6)
    assert bend(-steep / 2 * along**2, U, V) == pytest.approx(steep, rel=1e-6)


def test_the_steepest_slope():
    u, v = np.meshgrid(U, V)
    assert steepest(3 * u + 4 * v, U, V) == pytest.approx(5)


def test_between_the_places_of_a_grid():
    u, v = np.meshgrid(U, V)
    points = np.array([[0.03, -1.27], [4, 3], [-4, -3], [1.111, 2.222]])
    np.testing.assert_allclose(between(2 + u - 3 * v, U, V, points), 2 + points[:, 0] - 3 * points[:, 1])


def test_a_way_down_starts_beside_a_trough_not_at_its_end():
    """Straight down the side and straight along the trough do not bend; a start on a side near its end does both."""
    start = instructive_start(trough(), U, V, 0.6, 40)
    assert abs(start[0]) == pytest.approx(U[-5])
    assert abs(start[1]) > 1


def test_a_level_ground_has_some_start_too():
    start = instructive_start(0 * trough(), U, V, 1.0, 10)
    assert start.shape == (2,)
    assert np.all(np.isfinite(start))
