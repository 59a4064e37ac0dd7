"""A count's square has its area, beside that of the largest."""

from __future__ import annotations

import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.areas import CountSquare
from scenes.mobjects.amounts.quantity import Scale

THEME = Theme.load()
SCALE = Scale(Reading(10_000.0, "graph/one_by_one"), 4.0)


@pytest.mark.parametrize(("count", "side"), [(10_000.0, 4.0), (2_500.0, 2.0), (1.0, 0.04), (0.0, 0.0)])
def test_areas_are_in_proportion(count: float, side: float) -> None:
    square = CountSquare(Reading(count, "graph/network_forward"), SCALE, THEME)
    assert square.width == pytest.approx(side)
    assert square.width == square.height
    assert square.shown() == pytest.approx(count)
