"""A tracer draws the recorded points that it has passed, and no others; a gauge stands where its row says."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Scale, quantities
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.replay import Replay, there_and_back

THEME = Theme.load()
XS = np.linspace(-1.0, 3.0, 9)
YS = XS**2 / 5 - 1
COSTS = np.array([0.5, 0.8, 1.25, 0.0])


def tracer(at: int = 4) -> Tracer:
    frame = PlotFrame((-1.0, 3.0), (-2.0, 2.0), 4.0, 2.0, THEME)
    trace = Tracer(Reading(XS, "x"), Reading(YS, "y"), at, frame, THEME)
    for part in (frame, trace):
        part.shift((1.0, -1.0, 0.0))
    return trace


def test_a_trail_reaches_over_all_that_was_passed() -> None:
    traced = tracer(4)
    for row, first, last in ((4, 4, 4), (6, 4, 6), (3, 3, 6), (5, 3, 6), (8, 3, 8), (0, 0, 8)):
        traced.set_row(row)
        passed = np.arange(first, last + 1)
        assert traced.trail.reading is not None
        assert traced.trail.reading.picked == (tuple(passed),)
        assert np.allclose(traced.trail.shown(), YS[passed])
        drawn = np.concatenate([traced.trail.points[:1], traced.trail.points[3::4]])[: len(passed)]
        assert np.allclose(drawn, [traced.trail.frame.point(XS[i], YS[i]) for i in passed])
        assert traced.dot.shown() == pytest.approx(YS[row])
        assert np.allclose(traced.dot.get_center(), traced.trail.frame.point(XS[row], YS[row]))


def test_a_trail_moves_with_its_plot_and_its_frame_alike() -> None:
    traced = tracer(2)
    for part in (traced.trail.frame, traced):
        part.shift((-2.0, 0.5, 0.0))
    traced.set_row(5)
    assert np.allclose(traced.trail.shown(), YS[2:6])


def test_a_trail_that_was_skipped_is_the_trail_that_was_watched() -> None:
    trails = []
    for alphas in ([], np.linspace(0, 1, 500)):
        traced = tracer(4)
        replay = Replay(traced, rows=there_and_back(4, 1, 7), show=traced.set_row)
        replay.begin()
        for alpha in alphas:
            replay.interpolate(float(alpha))
        replay.finish()
        trails.append(traced.trail.shown())
    assert np.array_equal(*trails)
    assert np.allclose(trails[0], YS[1:8])


@pytest.mark.parametrize("upright", [False, True])
def test_a_gauge_stands_at_its_row_from_zero_on(upright: bool) -> None:
    gauge = Gauge(Reading(COSTS, "C"), 1, Scale(Reading(1.25, "C", (2,)), 2.5), THEME, upright=upright)
    gauge.shift((1.0, -2.0, 0.0))
    along = np.array([0.0, 1.0, 0.0]) if upright else np.array([1.0, 0.0, 0.0])
    for row, cost in enumerate(COSTS):
        gauge.set_row(row)
        assert gauge.bar.shown() == pytest.approx(cost)
        assert np.allclose(gauge.bar.tip(), gauge.axis.get_start() + 2 * cost * along)
        assert gauge.number.shown() == pytest.approx(cost, abs=gauge.number.rounding)
        assert gauge.needle.shown() == pytest.approx(COSTS[1])
        readings = [picture.reading for picture in quantities([gauge])]
        assert [reading.index for reading in readings if reading is not None] == [(2,), (row,), (1,), (row,)]
    assert np.allclose(gauge.axis.get_end(), gauge.axis.get_start() + 2.5 * along)
    assert gauge.bar.get_fill_color() == THEME.of("cost")
    across = gauge.needle.get_end() - gauge.needle.get_start()
    assert abs(across @ along) < 1e-9
    assert np.linalg.norm(across) > 0.2
