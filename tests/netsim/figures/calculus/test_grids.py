"""Large layers are abbreviated, small ones are drawn whole."""

from __future__ import annotations

import pytest

from netsim.figures.calculus.grids import columns_drawn, left_out_of_grid, rows_drawn
from tests.netsim.figures.hand_made import make


@pytest.mark.parametrize(
    ("before", "outputs", "left_out"),
    [(16, 10, "none"), (17, 10, "columns"), (16, 26, "rows"), (1000, 26, "both"), (1, 2, "none")],
)
def test_what_of_a_grid_is_drawn(before: int, outputs: int, left_out: str) -> None:
    trace = make(sizes=(5, before, outputs))
    rows, columns = float(rows_drawn(trace)), float(columns_drawn(trace))
    assert left_out_of_grid(trace) == left_out
    assert (rows < outputs, columns < before) == (left_out in ("rows", "both"), left_out in ("columns", "both"))
    assert (min(rows, 10), min(columns, 16)) == (rows, columns), "cells stay large enough to be seen"
