"""Walks down curves and landscapes stand where their readings put them; a landscape is seen from above."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.plots.downhill import Downhill
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.terrain.landscape import Ground
from scenes.mobjects.terrain.steepest import Footprints, GroundArrow, scale_inside
from scenes.mobjects.terrain.surface import Oblique, Surface, SurfacePath

THEME = Theme.load()
ROOM = (-6.0, -2.0, -1.0, 2.0)
U, V = np.linspace(-3.0, 3.0, 9), np.linspace(-2.0, 2.0, 7)


def reading(value: np.ndarray) -> Reading:
    return Reading(value, "C")


def bowl(tilt: float = 0.0) -> np.ndarray:
    """A bowl that is steeper along v, and tilted."""
    return np.asarray(U[None] ** 2 + 2 * V[:, None] ** 2 + tilt * (U[None] - V[:, None]))


def view(costs: np.ndarray) -> Oblique:
    return Oblique(reading(U), reading(V), reading(costs), *ROOM)


@pytest.mark.parametrize("costs", [bowl(), bowl(5.0), bowl(-5.0), np.full((7, 9), 0.3), 1e-9 * bowl()])
def test_a_surface_shows_every_cost_and_stays_in_its_room(costs: np.ndarray) -> None:
    surface = Surface(reading(costs), view(costs), THEME)
    assert surface.shown() == pytest.approx(costs, abs=surface.rounding)
    (left, bottom, _), (right, top, _) = surface.get_corner([-1, -1, 0]), surface.get_corner([1, 1, 0])
    assert left >= ROOM[0] - 1e-6
    assert bottom >= ROOM[1] - 1e-6
    assert right <= ROOM[2] + 1e-6
    assert top <= ROOM[3] + 1e-6


@pytest.mark.parametrize("tilt", [0.0, 5.0, -5.0])
def test_no_slope_of_a_surface_is_seen_from_below(tilt: float) -> None:
    """Every tile is passed around in the same sense, as it is on the ground."""
    for tile in Surface(reading(bowl(tilt)), view(bowl(tilt)), THEME):
        a, b, _, d = tile.points[[0, 4, 8, 12]]
        assert np.cross(b - a, d - a)[2] > -0.01


def test_a_falsified_tile_is_found_out() -> None:
    surface = Surface(reading(bowl()), view(bowl()), THEME)
    surface.submobjects[5].shift([0.0, 0.1, 0.0])
    assert np.abs(surface.shown() - bowl()).max() > surface.rounding


def test_a_path_on_a_surface_is_as_high_as_its_costs_and_lies_on_it() -> None:
    places = np.array([[U[1], V[1]], [U[2], V[4]], [U[5], V[3]]])
    costs, seen = np.array([bowl()[1, 1], bowl()[4, 2], bowl()[3, 5]]), view(bowl())
    path = SurfacePath(reading(places), reading(costs), seen, THEME, "focus")
    assert path.shown() == pytest.approx(costs)
    assert np.allclose(path.points[0], seen.points(*[np.array(x) for x in (U[1], V[1], costs[0])]))


def ground() -> Ground:
    return Ground(reading(U), reading(V), *ROOM)


@pytest.mark.parametrize("vector", [[1.0, 0.0], [-0.3, 0.8], [0.0, -1e-4], [0.0, 0.0]])
def test_an_arrow_on_the_ground_is_its_vector(vector: list[float]) -> None:
    vectors, places = np.array([vector, [2.0, 1.0]]), np.array([[0.5, 0.5], [1.0, -1.0]])
    lengths = reading(np.linalg.norm(vectors, axis=1))
    scale = scale_inside(ROOM, lengths, reading(vectors), reading(places), ground(), 1.0)
    arrow = GroundArrow(reading(vectors)[0], reading(places)[0], ground(), scale, THEME)
    assert arrow.shown() == pytest.approx(vectors[0], abs=1e-6)
    assert np.allclose(arrow.tail(), ground().points(places[:1])[0])
    follow = arrow.follow(reading(vectors), reading(places))
    follow.begin()
    follow.finish()
    assert arrow.shown() == pytest.approx(vectors[1], abs=1e-6)
    assert np.allclose(arrow.tail(), ground().points(places[1:])[0])


def test_arrows_are_shorter_than_asked_only_where_there_is_no_room() -> None:
    vectors = np.array([[1.0, 0.0], [0.0, 0.5]])
    lengths = reading(np.linalg.norm(vectors, axis=1))
    for place, fits in (([0.0, 0.0], True), ([2.9, 0.0], False)):
        places = np.array([place, [0.0, 0.0]])
        scale = scale_inside(ROOM, lengths, reading(vectors), reading(places), ground(), 1.0)
        assert (scale.length == 1.0) == fits
        tip = GroundArrow(reading(vectors)[0], reading(places)[0], ground(), scale, THEME).tip()
        assert tip[0] <= ROOM[2] + 0.2 * (not fits) + 1e-9


def test_footprints_stand_on_the_places_of_the_walk() -> None:
    places = np.array([[0.0, 0.0], [1.0, -0.5]])
    marks = Footprints(reading(places), ground(), THEME, "focus")
    assert marks.shown() == pytest.approx(places)
    marks[1].shift([0.05, 0.0, 0.0])
    assert np.abs(marks.shown() - places).max() > marks.rounding


def test_a_walk_down_a_curve_shows_place_and_slope_and_leaves_marks() -> None:
    xs = np.array([0.0, 1.0, 1.5, 1.5001])
    frame = PlotFrame((0.0, 2.0), (0.0, 4.0), 4.0, 2.0, THEME)
    walk = Downhill(*[reading(values) for values in (xs, (2 - xs) ** 2, -2 * (2 - xs))], frame, THEME)
    for stop in (1, walk.last):
        steps = walk.walk(stop)
        steps.begin()
        steps.interpolate(0.3)
        steps.finish()
        assert walk.dot.shown() == pytest.approx((2 - xs[stop]) ** 2)
        assert walk.tangent.shown() == pytest.approx(-2 * (2 - xs[stop]))
        assert walk.said.number.shown() == pytest.approx(-2 * (2 - xs[stop]), abs=walk.said.number.rounding)
    assert len(walk.trail) == 3, "a mark that would only cover the one before is left out"
    for mark in walk.trail:
        assert mark.shown() == pytest.approx(float(mark.reading))
