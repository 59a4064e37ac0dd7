"""Readouts: digits that line up, spell their value, and keep their place when it changes."""

from __future__ import annotations

import numpy as np
import pytest
from manim import Text

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.glyphs import spell
from scenes.mobjects.type.number import MINUS, Readout, spec_for

THEME = Theme.load()


def reading(value: float) -> Reading:
    return Reading(value, "C")


@pytest.mark.parametrize("value", [0.0, 1.38, -1.38, 7.5, -0.004, 1234.567, -98.76])
@pytest.mark.parametrize("spec", [".2f", "+.3f", ".0f"])
def test_the_glyphs_spell_the_rounded_value(value: float, spec: str) -> None:
    readout = Readout(reading(value), THEME, spec=spec)
    assert spell(readout.submobjects) == format(value, spec).replace("-", MINUS)
    assert abs(readout.shown() - value) <= readout.rounding


@pytest.mark.parametrize("value", [0.0, 0.064, 0.98316, 1.0])
def test_a_share_is_spelled_and_rounded_in_hundredths(value: float) -> None:
    readout = Readout(reading(value), THEME, spec=".1%")
    assert spell(readout.submobjects) == f"{value:.1%}"
    assert abs(readout.shown() - value) <= readout.rounding < 0.00051


def test_the_minus_is_a_minus_and_not_a_hyphen() -> None:
    assert Readout(reading(-1.0), THEME).text[0] == "\N{MINUS SIGN}"


def test_right_edges_of_a_column_line_up() -> None:
    """Numbers of one column that end in different digits end at the same pen position."""
    ends = []
    for value in (0.10, 0.11, 0.17, 0.18):
        readout = Readout(reading(value), THEME, spec=".2f")
        ends.append(readout._pen()[0][0] - readout.submobjects[0].get_left()[0])
    assert np.ptp(ends) < 1e-9


def test_a_new_reading_keeps_right_edge_and_baseline() -> None:
    readout = Readout(reading(0.31), THEME, spec="+.2f").shift((2.0, 1.0, 0.0))
    before = readout._pen()[0]
    readout.set_reading(reading(-123.45))
    assert np.allclose(readout._pen()[0], before)
    assert readout.shown() == -123.45


def test_a_number_that_gets_shorter_as_it_runs_leaves_no_digit_behind() -> None:
    """Manim goes on drawing the glyphs that were there as an animation began."""
    readout = Readout(reading(-10.0), THEME, spec=".1f")
    before = list(readout.submobjects)
    readout.set_reading(reading(9.9))
    assert spell([glyph for glyph in before if len(glyph.points)]) == "9.9"
    assert spell(readout.set_reading(reading(12.5)).submobjects) == "12.5"


def test_a_number_keeps_its_size_as_it_runs() -> None:
    readout = Readout(reading(0.31), THEME).scale(1.7).shift((2.0, 1.0, 0.0))
    em, baseline, right = readout.em, readout.baseline, readout.get_right()[0]
    for value in (0.1, -17.5, 0.31):
        readout.set_reading(reading(value))
        assert readout.em == pytest.approx(em)
        assert readout.baseline == pytest.approx(baseline)
        assert readout.shown() == value
    assert readout.get_right()[0] == pytest.approx(right)
    assert em == pytest.approx(1.7 * THEME.em("small"))


def test_standing_on_a_height_puts_digits_on_it() -> None:
    readout = Readout(reading(-0.14), THEME).stand_on(0.7)
    assert readout.baseline == pytest.approx(0.7)
    # The minus hangs above the line, the digits stand on it (round ones overshoot by a hair).
    assert readout.submobjects[-1].get_bottom()[1] == pytest.approx(0.7, abs=0.01)


def test_a_number_has_the_colour_of_its_sign() -> None:
    down = Readout(reading(-0.5), THEME, role="sign")
    assert down.submobjects[1].get_fill_color() == THEME.of("down")


def test_formulas_show_their_readings_by_name() -> None:
    formula = Formula("x = <n> times <m>", THEME, numbers={"n": (reading(-0.25), ".3f"), "m": (reading(2.0), ".1f")})
    assert formula["n"].shown() == -0.25
    assert formula["m"].shown() == 2.0


def test_the_parts_of_a_formula_and_the_rest_are_the_whole() -> None:
    formula = Formula("{{ a : left }} = {{ b + c : right }}", THEME)
    drawn = {id(glyph) for glyph in formula.family_members_with_points()}
    parts = [*formula["left"], *formula["right"], *formula.rest("left", "right")]
    assert {id(glyph) for glyph in parts} == drawn
    assert len(formula["right"]) == 3


def test_spelling_tells_digits_from_other_shapes() -> None:
    assert spell(Text("8").submobjects) == "?"


def test_a_number_rounded_to_zero_keeps_the_colour_of_its_sign() -> None:
    small = Readout(reading(-0.0004), THEME, spec="+.2f", role="sign")
    assert small.text == f"{MINUS}0.00"
    assert small.submobjects[0].get_fill_color() == THEME.of("down")


def test_a_zero_has_no_minus() -> None:
    assert format(-reading(0.0), "+.2f") == "+0.00"


@pytest.mark.parametrize(
    ("largest", "spec"),
    [(0.0, "+.2f"), (1.4, "+.2f"), (0.3, "+.2f"), (0.034, "+.3f"), (18, "+.1f"), (1e4, "+.0f"), (1e-9, "+.5f")],
)
def test_numbers_of_a_column_keep_two_digits_that_say_something(largest: float, spec: str) -> None:
    assert spec_for([Reading(np.array([largest, -largest / 2]), "told")], 2) == spec
