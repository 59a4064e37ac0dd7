"""A gap between number lines that opens: its threads show what they showed, and lie on the curve at last."""

import numpy as np
import pytest

from scenes.look.theme import Theme
from scenes.mobjects.number_lines.opened import STEPS, OpenedGap
from scenes.parts.calculus.link.row import LinkRow
from scenes.parts.calculus.slopes.dragged import Dragged
from scenes.parts.calculus.slopes.rooms import equal_frame, plot_and_beside
from scenes.stage.formats import WIDE
from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS


@pytest.fixture(scope="module")
def row():
    return LinkRow(recorded(ALWAYS), Theme.load(), WIDE.stage).with_threads()


def opened(row, i=0):
    zone, _ = plot_and_beside(row.places)
    frame = equal_frame((-4.0, 4.0), (-1.0, 3.0), zone, row.theme)
    return OpenedGap(row.many, row.band, i, frame, row.theme)


@pytest.mark.parametrize("share", [0, 0.3, 0.8, 1])
@pytest.mark.parametrize("i", [0, 1, 2])
def test_threads_end_at_their_values_however_far_it_is_open(row, i, share):
    gap = opened(row, i).set_share(share)
    np.testing.assert_allclose(gap.threads.shown(), gap.threads.reading.value, atol=1e-6)


def test_closed_it_stands_where_the_number_lines_stand(row):
    gap = opened(row)
    for axis, line in zip(gap.axes, gap.lines, strict=True):
        np.testing.assert_allclose(axis.axis.get_start(), line.axis.get_start(), atol=1e-6)
        np.testing.assert_allclose(axis.axis.get_end(), line.axis.get_end(), atol=1e-6)
    thread = gap.threads.points[: 8 * STEPS]
    np.testing.assert_allclose(thread[0], row.many.gap(0)[0], atol=1e-6)
    np.testing.assert_allclose(thread[-1], row.many.gap(0)[-1], atol=1e-6)


def test_open_each_thread_turns_where_its_two_values_meet(row):
    gap = opened(row).set_share(1)
    middles = gap.threads.points.reshape(len(row.many.rows), -1, 3)[:, 4 * STEPS]
    corners = [gap.frame.point(x, y) for x, y in zip(np.ravel(gap.x.value), np.ravel(gap.y.value), strict=True)]
    np.testing.assert_allclose(middles, corners, atol=1e-6)


def test_both_axes_have_one_unit(row):
    frame = opened(row).frame
    assert frame.unit_x == pytest.approx(frame.unit_y)
    zone, _ = plot_and_beside(row.places)
    assert frame.across.get_start()[0] >= zone.left - 1e-6
    assert frame.upright.get_end()[1] <= zone.top + 1e-6


def test_the_ribbon_is_the_nudge_at_every_setting_of_the_activation(row):
    dragged, trace = Dragged(row), row.trace
    turn = len(trace["threads/value"]) - 1
    for at in (0, 100, dragged.last):
        dragged.ribbon.set_row(at)
        low, high = (row.lines["z3"].values(place[1, 1]) for place in dragged.ribbon.places)
        nudge = trace["threads/nudge"][4]
        assert high - low == pytest.approx(nudge * trace["threads/value"][turn, at], abs=1e-9)
