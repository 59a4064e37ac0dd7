"""A ball rolls as a descent was recorded, and the cost's curve ends and stands where its numbers say."""

import numpy as np
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.parts.descent.cost.cost_curve import CostCurve
from scenes.parts.descent.cost.rolling import STEP, Rolling
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

ZONE = Zone(0, 6, -2, 2)


def curve_of(trace: Trace) -> CostCurve:
    return CostCurve(trace, Theme.load(), Messages.load(), ZONE)


def test_the_curve_stands_on_0_and_its_dot_where_the_dial_is(trace: Trace) -> None:
    curve = curve_of(trace)
    w, C = trace["line/w"], trace["line/C"]
    assert curve.frame.ys[0] == 0
    assert curve.frame.xs == (w[0], w[-1])
    assert w[curve.rest] == trace["line/value"]
    for row in (curve.rest, 17):
        curve.set_row(row)
        assert curve.tracer.dot.shown() == pytest.approx(C[row])
        assert curve.number.shown() == pytest.approx(C[row], abs=curve.number.rounding)
        np.testing.assert_allclose(curve.drop.get_end(), curve.frame.point(w[row], C[row]))


@pytest.mark.parametrize("start", [0, 1])
def test_a_ball_is_at_each_place_of_its_descent_when_a_step_ends(trace: Trace, start: int) -> None:
    ball, w = Rolling(curve_of(trace), trace, start), trace["line/w"]
    apart = np.diff(w).max()
    walk = trace["line/walk"][start]
    assert len(ball.rows) == STEP * (len(walk) - 1) + 1
    for step in range(len(walk)):
        row = ball.set_moment(STEP * step)
        assert abs(w[row] - walk[step]) <= apart / 2 + 1e-12
        assert ball.ball.shown() == pytest.approx(trace["line/C"][row])
    assert next(mark.shown() for mark in ball.marks) == pytest.approx(trace["line/walk_C"][start, 0])
    assert np.sign(ball.tangent.shown()) == np.sign(trace["line/slope"][start, 0])
