"""Crowds of arrows, fans, tiles and axes by factors show what they are made from, whatever of it is seen."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.plots.crowd import Balance, Crowd
from scenes.mobjects.plots.log_frame import LogFrame
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.plots.tiles import Tiles, shuffled
from scenes.mobjects.plots.tracer import Trail
from scenes.mobjects.terrain.fan import Fan, Pointer, placed

THEME = Theme.load()


def reading(value: list[float] | np.ndarray) -> Reading:
    return Reading(np.asarray(value, float), "tugs/dC_dw")


def frame() -> PlotFrame:
    return PlotFrame((0.0, 1.0), (-2.0, 3.0), 4.0, 2.5, THEME, cross=(0.0, 0.0)).shift((1.0, -1.0, 0.0))


@pytest.mark.parametrize("many", [1, 7, 400, 3000])
def test_each_of_a_crowd_stands_at_its_own_height_and_none_outside(many: int) -> None:
    values = np.clip(np.random.default_rng(0).normal(size=many), -2, 3)
    values[: many // 7] = 0
    crowd, plot = Crowd(reading(values), frame(), THEME), frame()
    for heap, way in zip(crowd.heaps, (1, -1, 0), strict=True):
        np.testing.assert_allclose(heap.shown(), values[np.sign(values) == way], atol=1e-9)
        if len(heap.points):
            assert heap.points[:, 0].min() >= plot.point(0, 0)[0]
            assert heap.points[:, 0].max() <= plot.point(1, 0)[0] + 1e-9


def test_a_crowd_grows_in_the_order_in_which_it_is_asked() -> None:
    crowd = Crowd(reading([1.0, -1.0, 2.0, 0.0]), frame(), THEME)
    for row, seen in enumerate(([1.0], [1.0, -1.0], [1.0, 2.0, -1.0], [1.0, 2.0, -1.0, 0.0])):
        crowd.set_row(row)
        assert np.concatenate([heap.shown() for heap in crowd.heaps]) == pytest.approx(seen)


def test_no_two_of_a_crowd_stand_in_one_place() -> None:
    values = np.repeat([0.5, 0.51, -1.0], 20)
    heaps = Crowd(reading(values), frame(), THEME).heaps
    for heap in heaps[:2]:
        feet = heap.points[::12]
        assert len(np.unique(np.round(feet[:, :2], 6), axis=0)) == len(feet)


def test_a_balance_stands_at_its_mean() -> None:
    line = Balance(reading([0.75])[0], frame(), THEME)
    assert line.shown() == pytest.approx(0.75)
    assert line.set_reading(reading([-1.5])[0]).shown() == pytest.approx(-1.5)


@pytest.mark.parametrize("angle", [0.0, 14.0, 90.0, 138.0, 180.0])
@pytest.mark.parametrize("side", [1, -1])
def test_a_pointer_turns_by_its_angle(angle: float, side: int) -> None:
    pointer = Pointer(reading([angle])[0], np.array([1.0, 2.0, 0.0]), 1.5, THEME, side=side)
    assert pointer.shown() == pytest.approx(angle)
    tip = pointer.points[12] - [1.0, 2.0, 0.0]
    assert np.linalg.norm(tip) == pytest.approx(1.5)
    assert side * tip[1] >= -1e-9


def test_a_fan_shows_a_row_and_nothing_of_a_vector_of_zeros() -> None:
    angles, lengths = reading([[10.0, 20.0, 90.0], [80.0, 90.0, 100.0]]), reading([[1.0, 2.0, 0.0], [1.0, 0.0, 3.0]])
    fan = Fan(angles, lengths, np.zeros(3), 2.0, THEME)
    assert [pointer.shown() for pointer in fan] == pytest.approx([10.0, 20.0])
    assert [pointer.shown() for pointer in fan.set_row(1)] == pytest.approx([80.0, 100.0])


@pytest.mark.parametrize("widest", [5.0, 43.0, 90.0, 138.0, 180.0])
def test_a_fan_has_room_on_both_sides(widest: float) -> None:
    origin, length = placed(widest, -1.0, -2.0, 5.0, 2.0)
    for angle in np.linspace(0, widest, 30):
        for side in (1, -1):
            turn = side * np.radians(angle)
            x, y = origin[:2] + length * np.array([np.cos(turn), np.sin(turn)])
            assert -1.0 - 1e-9 <= x <= 5.0 + 1e-9
            assert -2.0 - 1e-9 <= y <= 2.0 + 1e-9
    assert length > 1.5


@pytest.mark.parametrize("many", [1, 2, 3, 12, 60, 300, 1500, 2000])
def test_a_shuffled_pack_has_the_same_places_in_another_order(many: int) -> None:
    places = np.column_stack([np.arange(many), np.arange(many) ** 2])
    mixed = shuffled(places)
    assert sorted(map(tuple, mixed)) == sorted(map(tuple, places))
    if many > 3:
        assert not np.array_equal(mixed, places)


def test_tiles_that_travel_are_there_in_the_end_and_wait_for_their_turns() -> None:
    start, goal = np.zeros((3, 2)), np.array([[1.0, 0.0], [2.0, 0.0], [3.0, 0.0]])
    tiles = Tiles(start, 0.1, THEME)
    move = tiles.travel(goal, 0.2, np.array([0.0, 0.5, 1.0]))
    move.begin()
    move.interpolate_mobject(0.3)
    assert 0 < tiles.places[0, 0] < 1
    assert tiles.places[2, 0] == 0
    move.interpolate_mobject(1.0)
    np.testing.assert_allclose(tiles.places, goal)
    assert tiles.side == pytest.approx(0.2)
    assert tiles.width == pytest.approx(2.2)


def test_an_axis_by_factors_has_0_at_its_end_and_equal_steps_for_equal_factors() -> None:
    plot = LogFrame(5.0, 5000.0, (0.0, 2.0), 10.0, 2.0, THEME).shift((1.0, 1.0, 0.0))
    x = [plot.point(count, 0.0)[0] for count in (0.0, 5.0, 50.0, 500.0, 5000.0)]
    assert (x[0], x[-1]) == pytest.approx((1.0, 11.0))
    assert np.diff(x[1:]) == pytest.approx(3.0)
    assert plot.value(plot.point(50.0, 1.25)[None]) == pytest.approx(1.25)


@pytest.mark.parametrize("stairs", [False, True])
def test_a_trail_of_stairs_stays_at_each_height_until_the_next(stairs: bool) -> None:
    xs, ys = reading([0.0, 0.5, 1.0]), reading([3.0, 1.0, -1.0])
    trail = Trail(xs, ys, 0, frame(), THEME, stairs=stairs)
    for row in range(3):
        trail.set_row(row)
        assert trail.shown() == pytest.approx(np.asarray(ys.value)[: row + 1])
    heights = {round(float(height), 6) for height in trail.frame.value(trail.points)}
    assert (heights == {3.0, 1.0, -1.0}) is False  # on the way from one to the next there are others
    corners = trail.points[3::4]
    assert len(corners) == (4 if stairs else 2)
    if stairs:
        assert corners[0][1] == pytest.approx(trail.points[0][1])
