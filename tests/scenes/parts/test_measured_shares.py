"""Shares that tracers draw: each number stands at its dot, and two of them never one over the other."""

from __future__ import annotations

import numpy as np
import pytest
from manim import UP

from netsim import Reading
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.parts.descent.beside.measured_shares import Measured, MeasuredShares
from scenes.stage.formats import WIDE

THEME = Theme.load()


def plot() -> MeasuredShares:
    counted = Reading(np.arange(5.0), "memory/epochs")
    return MeasuredShares(counted, THEME, WIDE.stage, "times", "all")


def course(shares: list[float], on: MeasuredShares) -> Measured:
    return on.course(Reading(np.array(shares), "memory/true_right"), "ink")


def test_dot_and_number_show_each_row() -> None:
    axes = plot()
    measured = course([0.1, 0.25, 0.5, 1.0, 0.75], axes)
    for row, share in enumerate([0.1, 0.25, 0.5, 1.0, 0.75]):
        measured.set_row(row)
        assert measured.tracer.dot.shown() == pytest.approx(share)
        assert measured.number.text == f"{share:.1%}"
        at = axes.frame.point(row, share)
        assert measured.number.get_left()[0] == pytest.approx(at[0] + measured.tracer.dot.width / 2 + gap.small)
        assert measured.number.get_y() == pytest.approx(at[1])


def test_a_course_that_ends_before_stays_at_its_end() -> None:
    measured = course([0.1, 0.5], plot()).set_row(4)
    assert measured.tracer.dot.shown() == pytest.approx(0.5)


@pytest.mark.parametrize("lower", [0.9, 0.88, 0.5])
def test_numbers_of_two_courses_stand_clear_of_each_other(lower: float) -> None:
    axes = plot()
    one, two = course([0.9], axes), course([lower], axes)
    before = float(two.number.get_y())
    two.keep_clear_of(one)
    assert one.number.get_y() - two.number.get_y() >= gap.line - 1e-6
    assert (two.number.get_y() == before) == (lower == 0.5)


def test_of_two_that_are_alike_the_second_stands_below_whatever_the_last_bit_of_its_place() -> None:
    axes = plot()
    one, two = course([0.9], axes), course([0.9], axes)
    two.number.shift(1e-12 * UP)
    two.keep_clear_of(one)
    assert one.number.get_y() - two.number.get_y() >= gap.line - 1e-6


def test_how_far_a_count_is_reached_stands_on_the_axis_below() -> None:
    axes = plot()
    level, drop, number = axes.reach(Reading(3.0, "figure/epochs_until_half"), 1 / 2, "focus")
    assert level.get_start() == pytest.approx(axes.frame.point(0, 1 / 2))
    assert drop.get_start() == pytest.approx(axes.frame.point(3, 1 / 2))
    assert number.get_bottom()[1] > axes.frame.point(3, 0)[1]
    assert number.text == "3"
