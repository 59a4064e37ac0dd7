"""The fan that tilts into a grid: squares as large as the weights, in their row and column; turned, transposed."""

from __future__ import annotations

import numpy as np
import pytest
from manim import tempconfig

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.grid import FULL
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edge_grid import EdgeGrid
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.parts.calculus.matrix.passing import Fill

THEME = Theme.load()
WEIGHTS = np.array([[1.0, -0.5, 0.25], [0.0, 0.75, -1.0]])
READING = Reading(WEIGHTS, "W1", (0,))
UP, DOWN = (np.array(THEME.of(role).to_rgb()) for role in ("up", "down"))
CORNER = np.array([-3.0, 2.0])


def fan() -> Edges:
    starts = np.array([[-3.0, k - 1.0, 0.0] for k in range(3)])[None]
    ends = np.array([[3.0, j - 0.5, 0.0] for j in range(2)])[:, None]
    return Edges(READING, starts, ends, Scale.fit([READING], WIDEST), THEME, grey=True)


def lying(tilt: float, turn: float) -> EdgeGrid:
    grid = EdgeGrid(fan(), Scale.fit([READING], FULL), THEME, (CORNER, 1.0), (CORNER, 1.0))
    grid.tilt, grid.turn = np.array([tilt]), np.array([turn])
    return grid


def painted(grid: EdgeGrid, middle: np.ndarray) -> float:
    """Measure the square in a cell of side 1, by its middle, from its pixels: its side, with the sign of its colour."""
    with tempconfig({"pixel_width": 1920, "pixel_height": 1080}):
        pixels = grid.get_pixel_array()
    per_unit = pixels.shape[1] / float(grid.points[1][0] - grid.points[0][0])
    column, row = ((middle - grid.points[0][:2]) * (1, -1) * per_unit).astype(int)
    reach = int(0.47 * per_unit)  # the lines between cells lie outside
    cell = pixels[row - reach : row + reach, column - reach : column + reach]
    inked = cell[..., 3] > 128
    if not inked.any():
        return 0.0
    colour = cell[inked][:, :3].mean(axis=0) / 255
    sign = 1 if np.abs(colour - UP).sum() < np.abs(colour - DOWN).sum() else -1
    return sign * np.sqrt(inked.sum()) / per_unit


@pytest.mark.parametrize("turn", [0.0, 1.0])
def test_each_weight_is_a_square_in_its_row_and_column_and_turned_in_its_column_and_row(turn: float) -> None:
    grid = lying(1, turn)
    for (j, k), weight in np.ndenumerate(WEIGHTS):
        row, column = (k, j) if turn else (j, k)
        middle = CORNER + np.array([column + 0.5, -row - 0.5])
        assert grid.point(j, k) == pytest.approx(middle)
        assert painted(grid, middle) == pytest.approx(FULL * weight, abs=0.03)


def test_it_begins_as_the_edges_stand() -> None:
    with tempconfig({"pixel_width": 1920, "pixel_height": 1080}):
        grid, edges = lying(0, 0), fan()
        alone = edges.get_pixel_array()[..., 3].astype(int).sum()
        assert grid.get_pixel_array()[..., 3].astype(int).sum() == pytest.approx(alone, rel=0.03)


def test_what_it_shows_are_the_weights_and_a_cell_that_has_not_come_shows_nothing() -> None:
    grid = lying(1, 0)
    assert grid.shown() == pytest.approx(WEIGHTS)
    grid.set_grown(np.array([[0.5], [0.0]]))
    assert grid.shown() == pytest.approx(WEIGHTS * [[0.5], [0]])
    assert painted(grid, CORNER + (0.5, -0.5)) == pytest.approx(0.5 * FULL, abs=0.03)
    assert grid.glides_from == 0
    assert grid.set_grown(1).glides_from is None


def test_a_row_alone_flares_as_all_cells_come() -> None:
    grid = lying(1, 0)
    Fill(grid, np.zeros(grid.shape, bool), flaring=0)
    grid.set_grown(0.5)
    with tempconfig({"pixel_width": 1920, "pixel_height": 1080}):
        pixels = grid.get_pixel_array()
    per_unit = pixels.shape[1] / float(grid.points[1][0] - grid.points[0][0])
    seen = {}
    for j, k in ((0, 0), (1, 1), (1, 2)):
        column, row = ((grid.point(j, k) - grid.points[0][:2]) * (1, -1) * per_unit).astype(int)
        seen[j, k] = pixels[row, column, :3] / 255
    assert seen[1, 1] == pytest.approx(UP, abs=0.01)
    assert seen[1, 2] == pytest.approx(DOWN, abs=0.01)
    ink = np.array(THEME.of("ink").to_rgb())
    assert np.linalg.norm(seen[0, 0] - ink) < np.linalg.norm(UP - ink) / 2, "it is lighter while it comes"
