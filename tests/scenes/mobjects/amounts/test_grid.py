"""An entry's square is as wide as it says."""

from __future__ import annotations

import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.grid import Entry
from scenes.mobjects.amounts.quantity import Scale

THEME = Theme.load()
LARGEST = Reading(4.0, "W1", (1, 2))


def entry(value: float, role: str | None = None) -> Entry:
    return Entry(Reading(value, "W1", (0, 0)), Scale(LARGEST, 0.4), THEME, role)


@pytest.mark.parametrize("value", [0.5, -2.0, 0.0, 4.0])
def test_a_square_shows_size_and_sign(value: float) -> None:
    assert entry(value).shown() == pytest.approx(value)
    assert entry(value).width == pytest.approx(abs(value) / 4 * 0.4)


def test_values_without_a_sign_have_the_colour_of_a_role() -> None:
    assert entry(0.5, "ink").get_fill_color() == THEME.of("ink")
    assert entry(-2.0).get_fill_color() == THEME.of("down")
