"""Areas are amounts: a count's square beside that of the largest, and a rectangle that is poured."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.areas import CountRows, CountSquare
from scenes.mobjects.amounts.poured import Poured
from scenes.mobjects.amounts.quantity import Scale

THEME = Theme.load()
SCALE = Scale(Reading(10_000.0, "graph/one_by_one"), 4.0)


@pytest.mark.parametrize(("count", "side"), [(10_000.0, 4.0), (2_500.0, 2.0), (1.0, 0.04), (0.0, 0.0)])
def test_areas_are_in_proportion(count: float, side: float) -> None:
    square = CountSquare(Reading(count, "graph/network_forward"), SCALE, THEME)
    assert square.width == pytest.approx(side)
    assert square.width == square.height
    assert square.shown() == pytest.approx(count)


@pytest.mark.parametrize(("count", "a_row"), [(10.0, 4), (9.0, 3), (0.5, 1), (6375.6, 80), (2.25, 2)])
def test_rows_of_squares_end_where_their_count_does(count: float, a_row: int) -> None:
    each = Reading(7.0, "graph/network_forward")
    rows = CountRows(Reading(7.0 * count, "graph/one_by_one"), each, 4.0, THEME, "faint")
    assert rows.side == pytest.approx(4.0 / a_row)
    assert rows.shown() == pytest.approx(7.0 * count)
    assert rows.width <= 4.0 + 1e-9
    assert rows.height <= 4.0 + 1e-9


@pytest.mark.parametrize("alpha", [0.0, 0.3, 1.0])
def test_what_is_poured_keeps_its_area_all_the_way(alpha: float) -> None:
    area = Poured(Reading(0.49, "terms/C"), 4.0, 1.4, THEME)
    assert area.width == pytest.approx(area.height) == pytest.approx(1.4)
    pour = area.pour(np.array([3.0, 1.0, 0.0]), 2.0)
    pour.begin()
    pour.interpolate_mobject(alpha)
    assert area.shown() == pytest.approx(0.49)
    if alpha == 1:
        assert (area.width, area.height) == pytest.approx((2.0, 0.98))
        assert area.get_left()[0] == pytest.approx(3.0)
        assert area.get_bottom()[1] == pytest.approx(1.0)


def test_an_area_that_rises_says_so_until_it_is_whole() -> None:
    area = Poured(Reading(0.25, "terms/C"), 1.0, 0.5, THEME)
    rise = area.rise(rate_func=lambda alpha: alpha)
    rise.interpolate_mobject(0.5)
    assert (area.shown(), area.glides_from) == (pytest.approx(0.125), 0.0)
    rise.interpolate_mobject(1.0)
    assert (area.shown(), area.glides_from) == (pytest.approx(0.25), None)
