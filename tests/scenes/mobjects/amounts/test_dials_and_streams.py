"""Dials and sorted sizes show what they are made from, at rest and on their way."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.plots.sorted_sizes import SortedSizes

THEME = Theme.load()


def reading(value: float | np.ndarray | list[float]) -> Reading:
    return Reading(np.asarray(value) if isinstance(value, list) else value, "C")


@pytest.mark.parametrize("value", [-2.0, -0.3, 0.0, 1e-4, 1.9])
def test_a_dial_is_turned_as_far_as_its_value(value: float) -> None:
    dial = Dial(reading(value), Scale(reading(2.0), 1.0), THEME, 0.4)
    assert dial.pointer.shown() == pytest.approx(value)
    way = dial.pointer.get_end() - dial.pointer.get_start()
    assert np.sign(round(float(way[0]), 9)) == np.sign(value)  # clockwise is up


def test_sorted_sizes_stand_at_the_logarithm_of_their_ranks() -> None:
    sizes = SortedSizes(reading([1.0, 10.0, 100.0, 1000.0]), reading([4.0, 2.0, 1.0, 0.0]), 9.0, 2.0, THEME)
    places = np.array([sizes.frame.point(rank, size) for rank, size in ((1, 4), (10, 2), (100, 1), (1000, 0))])
    assert np.allclose(np.diff(places[:, 0]), 3.0)
    assert np.allclose(sizes.frame.value(places), [4.0, 2.0, 1.0, 0.0])
    sizes.shift((2.0, 1.0, 0.0))
    assert sizes.mark(reading(100.0)).get_x() == pytest.approx(8.0)
