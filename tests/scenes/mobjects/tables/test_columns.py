"""Formulas in columns: parts at their middles, signs between them, brackets with what they hold."""

from __future__ import annotations

import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.tables.columns import in_columns
from scenes.mobjects.type.formula import Formula

MIDDLES = {"whole": -4.0, "one": 0.0, "two": 3.0}


@pytest.fixture
def formula() -> Formula:
    """A product with a negative factor, in columns."""
    values = {"whole": -0.3, "one": 0.6, "two": -0.5}
    numbers = {name: (Reading(value, "x"), ".1f") for name, value in values.items()}
    return in_columns(Formula("<whole> approx <one> times (<two>)", Theme.load(), numbers=numbers), MIDDLES)


def test_parts_stand_in_the_middles_of_their_columns(formula: Formula) -> None:
    assert {name: formula[name].get_x() for name in MIDDLES} == pytest.approx(MIDDLES)


def test_signs_stand_between_columns_and_brackets_stay_with_their_number(formula: Formula) -> None:
    signs = sorted(formula.rest(*MIDDLES), key=lambda glyph: glyph.get_x())
    approx, times, opening, closing = signs
    gap = (formula["whole"].get_right()[0] + formula["one"].get_left()[0]) / 2
    assert approx.get_x() == pytest.approx(gap)
    assert formula["one"].get_right()[0] < times.get_left()[0] < times.get_right()[0] < opening.get_left()[0]
    assert formula["two"].get_left()[0] - opening.get_right()[0] < 0.1
    assert closing.get_left()[0] - formula["two"].get_right()[0] < 0.1
