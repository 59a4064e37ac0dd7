"""A grid's squares are as wide as their entries say, and its frames hold the cells that they are asked to."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.grid import FULL, SignedGrid

THEME = Theme.load()
VALUES = np.array([[0.5, -2.0, 0.0], [-0.25, 1.0, 4.0]])


def grid(role: str | None = None) -> SignedGrid:
    rows = [list(row) for row in Reading(VALUES, "W1")]
    return SignedGrid(rows, 0.4, Reading(4.0, "W1", (1, 2)), THEME, role).shift((1.0, 0.5, 0.0))


def test_squares_show_size_and_sign() -> None:
    shown = [[grid().entry(i, k).shown() for k in range(3)] for i in range(2)]
    assert np.allclose(shown, VALUES, atol=1e-9)
    assert grid().entry(1, 2).width == pytest.approx(FULL * 0.4)
    assert grid().entry(0, 1).get_fill_color() == THEME.of("down")


def test_values_without_a_sign_have_the_colour_of_a_role() -> None:
    assert grid("ink").entry(0, 0).get_fill_color() == THEME.of("ink")
    assert grid("ink").entry(0, 0).shown() == pytest.approx(0.5)


def test_entries_stand_in_the_middle_of_their_cells_wherever_the_grid_is() -> None:
    moved = grid()
    for i in range(2):
        for k in range(3):
            assert np.allclose(moved.entry(i, k).get_center(), moved.point(i, k))
    assert [part.get_x() for part in moved.row(1)] == [moved.entry(1, k).get_x() for k in range(3)]
    assert [part.get_y() for part in moved.column(2)] == [moved.entry(i, 2).get_y() for i in range(2)]


def test_a_frame_lies_around_its_cells() -> None:
    moved = grid()
    frame = moved.frame((0, 1), (1, 1))
    assert np.allclose(frame.get_center(), (moved.point(0, 1) + moved.point(1, 1)) / 2)
    assert (frame.width, frame.height) == pytest.approx((0.4, 0.8))
