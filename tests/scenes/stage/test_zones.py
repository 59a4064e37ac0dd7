"""Zones divide without a remainder, keep their gaps, and put what they are given where they say."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import DL, LEFT, ORIGIN, RIGHT, UR, Square

from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import Words
from scenes.stage.formats import WIDE
from scenes.stage.rehearsing.inspection import box
from scenes.stage.zones import Zone

ZONE = Zone(-2.0, 4.0, -1.0, 2.0)
shares = st.lists(st.floats(0.1, 10), min_size=1, max_size=6)


@given(shares, st.floats(0, 0.2))
def test_rows_and_columns_fill_the_zone_in_order_and_in_proportion(weights: list[float], gap: float) -> None:
    rows, columns = ZONE.rows(*weights, gap=gap), ZONE.columns(*weights, gap=gap)
    assert (rows[0].top, columns[0].left) == (ZONE.top, ZONE.left)
    assert (rows[-1].bottom, columns[-1].right) == pytest.approx((ZONE.bottom, ZONE.right))
    for one, two in pairwise(rows):
        assert one.bottom - two.top == pytest.approx(gap)
    for one, two in pairwise(columns):
        assert two.left - one.right == pytest.approx(gap)
    for parts, extents in ((rows, [row.height for row in rows]), (columns, [column.width for column in columns])):
        assert np.array(extents) / sum(extents) == pytest.approx(np.array(weights) / sum(weights))
        assert len(parts) == len(weights)


def test_a_grid_is_columns_of_rows() -> None:
    cells = ZONE.grid(3, 2, gap=0.3)
    assert [len(row) for row in cells] == [2, 2, 2]
    assert {(round(cell.width, 6), round(cell.height, 6)) for row in cells for cell in row} == {(2.85, 0.8)}
    assert (cells[0][0].left, cells[0][0].top) == (ZONE.left, ZONE.top)
    assert (cells[2][1].right, cells[2][1].bottom) == pytest.approx((ZONE.right, ZONE.bottom))


@pytest.mark.parametrize(
    ("weights", "gap", "said"),
    [((), 0, "one or more"), ((1, 0), 0, "above 0"), ((1, 1), 7.0, "do not fit in 6.00")],
)
def test_what_cannot_be_divided_is_said(weights: tuple[float, ...], gap: float, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        ZONE.columns(*weights, gap=gap)


def test_points_and_insets() -> None:
    assert ZONE.at(UR) == pytest.approx([4, 2, 0])
    assert ZONE.at(LEFT) == pytest.approx([-2, 0.5, 0])
    assert ZONE.center == pytest.approx([1, 0.5, 0])
    assert ZONE.inset(0.5, top=0.25) == Zone(-1.5, 3.5, -0.5, 1.25)
    assert ZONE.of_size(1, 2, DL) == Zone(-2, -1, -1, 1)
    assert ZONE.of_size(1, 2) == Zone(0.5, 1.5, -0.5, 1.5)


def test_things_stand_where_they_are_put() -> None:
    assert box(ZONE.put(Square(1.0), DL)) == pytest.approx((-2, -1, -1, 0))
    assert box(ZONE.put(Square(1.0))) == pytest.approx((0.5, 0, 1.5, 1))
    assert box(ZONE.fit(Square(8.0), RIGHT)) == pytest.approx((1, -1, 4, 2))
    assert box(ZONE.fit(Square(1.0), ORIGIN)) == pytest.approx((0.5, 0, 1.5, 1)), "nothing is made larger"
    line = ZONE.stand(Words("words", Theme.load()), 0.25, LEFT)
    assert (box(line)[0], line.baseline) == pytest.approx((-2, 0.25))
    line.level_with(1.0)
    assert line.middle == pytest.approx(1.0)
    assert box(ZONE.hold(Square(1.0).shift((5, 7, 0))))[:3] == pytest.approx((3, 6.5, 4))
    assert box(ZONE.hold(Square(7.0)))[0] == pytest.approx(-2), "what is too wide begins inside"


def test_the_lines_of_a_zone_stand_one_above_another_around_its_picture() -> None:
    zone = WIDE.stage
    assert zone.bottom < zone.note < zone.legend < zone.picture.bottom < zone.picture.top < zone.head < zone.top
    note = Words("bars of both", Theme.load(), size="small").stand_on(zone.note)
    head = Words("sizes, gaps", Theme.load(), size="small").stand_on(zone.head)
    assert zone.bottom < box(note)[1] < box(note)[3] < zone.picture.bottom
    assert zone.picture.top < box(head)[1] < box(head)[3] < zone.top


def test_the_zones_of_a_format_lie_one_above_another_in_its_frame() -> None:
    frame, title, stage, caption = WIDE.frame, WIDE.title, WIDE.stage, WIDE.caption
    assert (frame.width, frame.height) == pytest.approx((WIDE.width - 0.8, WIDE.height - 0.8))
    assert (title.top, title.bottom, stage.bottom, caption.bottom) == pytest.approx(
        (frame.top, stage.top, caption.top, frame.bottom)
    )
    assert title.height + stage.height + caption.height == pytest.approx(frame.height)
    assert caption.bottom < WIDE.last_line(2) < WIDE.last_line(1) < caption.top
    assert title.bottom < WIDE.title_lines[1] < WIDE.title_lines[0] < title.top
