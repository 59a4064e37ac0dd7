"""A landscape, and what lies on it, stand where their readings put them, wherever they are seen from."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from netsim import Reading
from scenes.camera.canvas import Canvas, View
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.terrain.height_key import HeightKey
from scenes.mobjects.terrain.on_relief import Ball, Row, SlopeArrow, Walk
from scenes.mobjects.terrain.prospect import Prospect
from scenes.mobjects.terrain.relief import Relief
from scenes.stage.zones import Zone

THEME = Theme.load()
ROOM = (-6.0, -2.0, -1.0, 2.0)
U, V = np.linspace(-3.0, 3.0, 9), np.linspace(-2.0, 4.0, 9)
FLAT = Prospect(0, 1, 0.5, -1, 1, 0.5, 0.1)


def reading(value: Any) -> Reading:
    return Reading(np.asarray(value, dtype=float), "C")


def bowl(tilt: float = 0.0) -> np.ndarray:
    """A bowl that is steeper along v, and tilted."""
    return np.asarray(U[None] ** 2 + 2 * V[:, None] ** 2 + tilt * (U[None] - V[:, None]))


def relief(costs: np.ndarray, prospect: Prospect | None = None) -> Relief:
    levels = costs.min() + np.ptp(costs) * np.arange(1, 4) / 4
    seen = prospect or Prospect.of(U, V, costs, ROOM)
    return Relief(reading(U), reading(V), reading(costs), reading(levels), seen, THEME)


def painted(picture: Relief, height: int = 270) -> np.ndarray:
    """The pixels of a picture alone, (h, w, 4)."""
    width = height * 16 // 9
    pixels = np.zeros((height, width, 4), np.uint8)
    picture.paint(Canvas(pixels, View(width, height, 0, 0, height / 8)))
    return pixels


@pytest.mark.parametrize("costs", [bowl(), bowl(5.0), bowl(-5.0), np.full((9, 9), 0.3), 1e-9 * bowl()])
def test_a_landscape_shows_every_cost_and_stays_in_its_room(costs: np.ndarray) -> None:
    for turn in (-20, 0, 20):
        land = relief(costs, Prospect.of(U, V, costs, ROOM, turn))
        assert land.shown() == pytest.approx(costs, abs=land.rounding)
        (left, bottom, _), (right, top, _) = land.points.min(axis=0), land.points.max(axis=0)
        assert ROOM[0] - 0.1 <= left < right <= ROOM[2] + 0.1
        assert ROOM[1] - 0.1 <= bottom < top <= ROOM[3] + 0.1
        assert painted(land)[..., 3].any()


def test_a_landscape_that_is_moved_does_not_show_its_costs_any_more() -> None:
    land = relief(bowl()).shift([0.0, 0.1, 0.0])
    assert np.abs(land.shown() - bowl()).max() > land.rounding


def test_places_and_heights_are_found_again_from_the_stage() -> None:
    seen = Prospect.of(U, V, bowl(), ROOM)
    u, v, C = U[:5], V[2:7], np.linspace(0, 9, 5)
    points = seen.points(u, v, C)
    np.testing.assert_allclose(seen.heights(points, u, v), C, atol=1e-9)
    np.testing.assert_allclose(seen.places(points, C), np.column_stack([u, v]), atol=1e-9)


def test_along_the_ground_it_is_a_plot() -> None:
    points = FLAT.points(U, np.ones(9), U**2)
    np.testing.assert_allclose(points[:, 0], -1 + 0.5 * U)
    np.testing.assert_allclose(points[:, 1], 1 + 0.1 * (U**2 - 0.5))


def test_half_way_between_two_prospects_all_is_half_way() -> None:
    half = FLAT.between(Prospect(2, 3, 1, 1, 3, 1.5, 0.3, 40, 30, 0.1), 0.5)
    assert half == Prospect(1, 2, 0.75, 0, 2, 1.0, 0.2, 20, 15, 0.05)


def test_what_is_nearer_hides_what_is_behind() -> None:
    """A wall in front of a plain, seen along the ground: of the plain, which is darker, nothing is seen."""
    costs = np.zeros((9, 9))
    costs[0] = 1.0
    seen = Prospect(0, 1, 0, 0, 0, 1, 2, 0, 5)
    both, wall = painted(relief(costs, seen)), painted(relief(costs, seen).show_rows(0, 1))
    plain = painted(relief(costs, seen).show_rows(1, 8))
    hidden = (wall[..., 3] == 255) & (plain[..., 3] == 255)
    same = np.abs(both[hidden].astype(int) - wall[hidden]).max(axis=1) <= 1
    assert hidden.sum() > 1000
    assert same.mean() > 0.9  # all but the wall's rim, which stands alone only without the plain
    assert np.abs(wall[hidden].astype(int) - plain[hidden]).max(axis=1).mean() > 20


def test_light_falls_on_slopes_and_height_has_its_colour() -> None:
    land = relief(np.full((9, 9), 0.3))
    assert len(np.unique(land._lit().reshape(-1, 3), axis=0)) == 1
    hues = relief(bowl())._hues
    np.testing.assert_allclose(hues[np.unravel_index(bowl().argmin(), (9, 9))] / 255, THEME.of("valley").to_rgb())
    np.testing.assert_allclose(hues[np.unravel_index(bowl().argmax(), (9, 9))] / 255, THEME.of("summit").to_rgb())


def test_a_contour_is_where_the_level_is() -> None:
    """On a ramp seen from above a contour is a straight line where its level is; elsewhere nothing is drawn."""
    ramp = np.broadcast_to(U, (9, 9))
    above = Prospect(0, 1, 0, 0, 0, 1, 1e-6, 0, 90)
    land = relief(ramp, above)
    with_lines = painted(land).astype(int)
    land._line[3] = 0
    land._layer = None
    lines = np.abs(with_lines - painted(land)).sum(axis=2)[135] > 0
    per_unit = 270 / 8
    at = (np.flatnonzero(lines) + 0.5 - 240) / per_unit
    for level in (-1.5, 0.0, 1.5):
        assert np.abs(at - level).min() <= 0.75 / per_unit
    assert np.abs(at[:, None] - [-1.5, 0.0, 1.5]).min(axis=1).max() <= 1.5 / per_unit


def test_only_the_rows_that_are_there_are_seen_and_shown() -> None:
    land = relief(bowl()).show_rows(2, 5.5)
    there = ~np.isnan(land.shown()).any(axis=1)
    assert there.tolist() == [False, False, True, True, True, True, False, False, False]
    assert 0 < (painted(land)[..., 3] > 0).sum() < (painted(relief(bowl()))[..., 3] > 0).sum()
    assert not painted(land.show_rows(3, 3)).any()


@pytest.mark.parametrize("row", [0, 3, 8])
def test_a_row_is_the_costs_of_its_points(row: int) -> None:
    land = relief(bowl())
    curve = Row(row, land, THEME)
    np.testing.assert_allclose(curve.shown(), bowl()[row], atol=curve.rounding)
    np.testing.assert_array_equal(np.asarray(curve.reading.value if curve.reading else None), bowl()[row])


def test_between_two_rows_it_glides() -> None:
    curve = Row(3.25, relief(bowl()), THEME)
    np.testing.assert_allclose(curve.shown(), 0.75 * bowl()[3] + 0.25 * bowl()[4], atol=curve.rounding)
    assert isinstance(curve.glides_from, Reading)
    np.testing.assert_array_equal(curve.glides_from.value, bowl()[3])


def test_a_walk_is_as_high_as_its_costs_and_lies_on_the_surface() -> None:
    land = relief(bowl())
    places = np.array([[U[1], V[1]], [U[2], V[4]], [U[5], V[3]]])
    costs = np.array([bowl()[1, 1], bowl()[4, 2], bowl()[3, 5]])
    walk = Walk(reading(places), reading(costs), land, THEME)
    assert walk.set_step(0).shown() == pytest.approx(costs[:1])
    assert walk.set_step(1.5).shown() == pytest.approx(costs[:2])
    assert walk.set_step(2).shown() == pytest.approx(costs)
    end = land.points_of(places[2:], costs[2:])[0]
    np.testing.assert_allclose(walk.way.get_end(), end, atol=1e-9)
    ball = Ball(places[2], land, THEME)
    np.testing.assert_allclose(ball[0].get_center(), end, atol=1e-9)
    walk.marks[1].shift([0, 0.1, 0])
    assert np.abs(walk.shown() - costs).max() > walk.rounding


@pytest.mark.parametrize("vector", [[1.0, 0.0], [-0.3, 0.8], [0.0, -1e-4], [0.0, 0.0]])
def test_an_arrow_on_the_surface_is_its_vector(vector: list[float]) -> None:
    land, scale = relief(bowl()), Scale(reading(1.0), 1.5)
    arrow = SlopeArrow(reading(vector), reading([0.5, 1.0]), land, scale, THEME)
    assert arrow.shown() == pytest.approx(vector, abs=1e-6)
    arrow.point(reading([0.4, 0.2]), reading([-1.0, 2.0])).glide(0.5)
    assert arrow.shown() == pytest.approx([0.2, 0.1], abs=1e-6)
    land.see(Prospect.of(U, V, bowl(), ROOM, 20))
    assert arrow.lie().shown() == pytest.approx([0.2, 0.1], abs=1e-6)


@pytest.mark.parametrize("zone", [Zone(-5, 5, -3, 3), Zone(-3, 3, -5, 5)])
def test_a_zone_is_filled(zone: Zone) -> None:
    land = relief(bowl(), Prospect.of(U, V, bowl(), (zone.left, zone.bottom, zone.right, zone.top)))
    width, height = land.points.max(axis=0)[:2] - land.points.min(axis=0)[:2]
    assert max(width / zone.width, height / zone.height) == pytest.approx(1, abs=0.02)


def test_in_a_room_higher_than_wide_more_of_it_is_seen() -> None:
    lying, standing = (Prospect.of(U, V, bowl(), room) for room in ((-3, -2, 3, 2), (-3, -5, 3, 5)))
    spans = [np.ptp(relief(bowl(), prospect).points[:, :2], axis=0) for prospect in (lying, standing)]
    assert spans[1][1] / spans[1][0] > spans[0][1] / spans[0][0]


def test_the_key_says_the_lowest_and_the_highest_cost_in_the_colours_of_the_surface() -> None:
    costs = bowl(1.0)
    key = HeightKey(relief(costs), THEME)
    assert key.lowest.shown() == pytest.approx(costs.min(), abs=0.06)
    assert key.highest.shown() == pytest.approx(costs.max(), abs=0.06)
    ends = [cell.get_fill_color().to_rgb() for cell in (key.strip[0], key.strip[-1])]
    np.testing.assert_allclose(ends, [THEME.of(role).to_rgb() for role in ("valley", "summit")], atol=0.01)
    assert key.lowest.get_left()[0] == pytest.approx(key.strip.get_left()[0], abs=0.02)
    assert key.highest.get_right()[0] == pytest.approx(key.strip.get_right()[0], abs=0.02)
