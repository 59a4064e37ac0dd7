"""Walks down curves stand where their readings put them."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.plots.downhill import Downhill
from scenes.mobjects.plots.plot import PlotFrame

THEME = Theme.load()


def reading(value: np.ndarray) -> Reading:
    return Reading(value, "C")


def test_a_walk_down_a_curve_shows_place_and_slope_and_leaves_marks() -> None:
    xs = np.array([0.0, 1.0, 1.5, 1.5001])
    frame = PlotFrame((0.0, 2.0), (0.0, 4.0), 4.0, 2.0, THEME)
    walk = Downhill(*[reading(values) for values in (xs, (2 - xs) ** 2, -2 * (2 - xs))], frame, THEME)
    for stop in (1, walk.last):
        steps = walk.walk(stop)
        steps.begin()
        steps.interpolate(0.3)
        steps.finish()
        assert walk.dot.shown() == pytest.approx((2 - xs[stop]) ** 2)
        assert walk.tangent.shown() == pytest.approx(-2 * (2 - xs[stop]))
        assert walk.said.number.shown() == pytest.approx(-2 * (2 - xs[stop]), abs=walk.said.number.rounding)
    assert len(walk.trail) == 3, "a mark that would only cover the one before is left out"
    for mark in walk.trail:
        assert mark.shown() == pytest.approx(float(mark.reading))
