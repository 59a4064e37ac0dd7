"""Upright lines, threads and ribbons: what they show is what was recorded, also when scales change and rows cross."""

import numpy as np
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.mobjects.number_lines.courses import Course
from scenes.mobjects.number_lines.threads import Ribbon, Threads
from scenes.mobjects.number_lines.upright import UprightLine

ROWS = np.array([[0.0, 0.5, -0.25], [1.0, 0.75, -0.5], [2.0, 0.8, -1.0]])
THEME = Theme.load()


@pytest.fixture
def courses():
    trace = Trace({"arrays": {}}, {"flat": ROWS[:, 0].copy(), "wide": ROWS.copy()})
    return [Course(trace.reading("flat")), Course(trace.reading("wide"), 1), Course(trace.reading("wide"), 2)]


@pytest.fixture
def lines(courses):
    return [UprightLine(course.at(0), -1.5, 2, np.array([x, -1.0, 0]), 1.2, THEME) for x, course in enumerate(courses)]


def test_a_course_is_one_column_row_by_row(courses):
    for course, column in zip(courses, ROWS.T, strict=True):
        assert course.values.tolist() == column.tolist()
        assert [float(course.at(row)) for row in range(3)] == column.tolist()
        assert np.ravel(course.take([2, 0]).value).tolist() == [column[2], column[0]]


@pytest.mark.parametrize(("zero", "unit", "low", "high"), [(-1.0, 1.2, -1.5, 2), (0.5, 0.11, -13, 13)])
def test_dots_stand_where_their_readings_do_on_any_scale(lines, zero, unit, low, high):
    for line in lines:
        line.set_scale(zero, unit, low, high)
        assert line.unit == pytest.approx(unit)
        assert line.zero == pytest.approx(zero)
        assert line.dot.shown() == pytest.approx(float(line.dot.reading))
        assert line.dot.get_y() == pytest.approx(zero + float(line.dot.reading) * unit)
        line.shift((1, 2, 0))
        assert line.dot.shown() == pytest.approx(float(line.dot.reading))


@pytest.mark.parametrize(
    ("unit", "low", "high", "marked"),
    [(1.2, -0.5, 1, [0, 1]), (1.2, -1.5, 2, [0, 1, -1]), (0.11, -13, 13, [0, 5, -5]), (0.11, -0.4, 1, [0])],
)
def test_marks_are_round_and_stand_apart(lines, unit, low, high, marked):
    line = lines[0].set_scale(0, unit, low, high)
    seen = [mark for mark in line.marks if mark[0].get_stroke_opacity() > 0]
    assert [round(float(line.values(mark[0].get_y())), 6) for mark in seen] == marked
    assert [mark[1].sentence.replace("\N{MINUS SIGN}", "-") for mark in seen] == [f"{n}" for n in marked]
    assert [mark[1].get_fill_opacity() for mark in line.marks if mark not in seen] == [0] * (
        len(line.marks) - len(seen)
    )


def test_threads_go_through_their_knots_and_leave_them_level(lines, courses):
    threads = Threads(lines, courses, [0, 2], THEME)
    for thread, row in zip(threads.each, (0, 2), strict=True):
        ends = np.array([*thread.points[::4], thread.points[-1]])
        np.testing.assert_allclose([line.values(end[1]) for line, end in zip(lines, ends, strict=True)], ROWS[row])
        np.testing.assert_allclose(ends[:, 0], [0, 1, 2])
        assert thread.points[0][1] == thread.points[1][1]
        assert thread.points[2][1] == thread.points[3][1]
    threads.set_rows([1, 0])
    for knots, column in zip(threads.knots, ROWS.T, strict=True):
        np.testing.assert_allclose(np.ravel(knots.shown()), column[[1, 0]])
        np.testing.assert_allclose(knots.shown(), knots.reading.value)


def test_knots_tell_when_they_are_moved(lines, courses):
    threads = Threads(lines, courses, [0, 2], THEME)
    threads.knots[1].shift((0, 0.3, 0))
    assert np.abs(threads.knots[1].shown() - threads.knots[1].reading.value).min() > 0.2


def test_only_threads_between_two_rows_are_seen(lines, courses):
    threads = Threads(lines, courses, [0, 1, 2], THEME).show_between(1, 2)
    assert [thread.get_stroke_opacity() > 0 for thread in threads.each] == [False, True, True]


def test_a_ribbon_has_the_colour_of_its_change_and_turns_where_its_edges_cross(lines, courses):
    ribbon = Ribbon(lines, courses, (0, 2), THEME)
    up, down = THEME.of("up"), THEME.of("down")
    assert [bar.get_stroke_color() for bar in ribbon.bars] == [up, up, down]
    upward, nothing, before, after = ribbon.shades
    assert [shade.get_fill_color() for shade in (upward, before, after)] == [up, up, down]
    assert upward.width == pytest.approx(1)
    assert nothing.width == pytest.approx(0)
    first, second = ROWS[0], ROWS[2]
    share = (second[1] - first[1]) / ((second[1] - first[1]) - (second[2] - first[2]))
    crossing = before.points[3]
    assert crossing[:2] == pytest.approx(after.points[0][:2])
    height = lines[0].zero + (first[1] + share * (first[2] - first[1])) * lines[0].unit
    assert crossing[1] == pytest.approx(height)
    assert before.width + after.width == pytest.approx(1)


def test_a_ribbon_of_one_row_is_nothing(lines, courses):
    ribbon = Ribbon(lines, courses, (1, 1), THEME)
    assert [bar.height for bar in ribbon.bars] == pytest.approx([0, 0, 0])
    assert [np.isfinite(shade.points).all() for shade in ribbon.shades] == [True] * 4
