"""Edges: one picture whose widths are the weights, drawn in one pass."""

from __future__ import annotations

import numpy as np
import pytest
from manim import config, tempconfig

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import HAIRLINE, WIDEST, Edges

THEME = Theme.load()
WEIGHTS = np.array([[1.0, -0.5, 0.0], [0.02, 0.7, -1.0]])


def edges(weights: np.ndarray = WEIGHTS) -> Edges:
    reading = Reading(weights, "W1", (0,))
    targets, sources = weights.shape
    starts = np.array([[-2.0, k - 1.0, 0.0] for k in range(sources)])[None]
    ends = np.array([[2.0, j - 0.5, 0.0] for j in range(targets)])[:, None]
    return Edges(reading, starts, ends, Scale.fit([reading], WIDEST), THEME)


def test_widths_and_colours_can_be_read_back_as_weights() -> None:
    shown = edges().shown()
    assert np.nanmax(np.abs(shown - WEIGHTS)) < 1e-12
    assert np.isnan(shown[0, 2])
    assert np.isnan(shown[1, 0]), "0.02 of the widest is thinner than a hairline"
    assert 0.02 * WIDEST < HAIRLINE


def test_a_wide_edge_paints_its_colour_where_it_runs() -> None:
    with tempconfig({"pixel_width": 1920, "pixel_height": 1080}):
        picture = edges(np.array([[1.0]]))
        pixels = picture.get_pixel_array()
        column = pixels[:, pixels.shape[1] // 2]
        painted = column[column[:, 3] > 150]
        assert 2 <= len(painted) <= 6
        assert np.allclose(painted[:, :3].mean(axis=0) / 255, THEME.of("up").to_rgb(), atol=0.02)


def test_levels_hide_and_show_edges() -> None:
    picture = edges()
    everything = picture.get_pixel_array()[..., 3].astype(int).sum()
    only = picture.set_level(picture.only_to(0)).get_pixel_array()[..., 3].astype(int).sum()
    nothing = picture.set_level(0.0).get_pixel_array()[..., 3].astype(int).sum()
    assert everything > only > nothing == 0


def test_backward_is_drawn_from_right_to_left() -> None:
    picture = edges()
    picture.draw_backward()
    picture.span = np.array([0.75, 1.0])
    alpha = picture.get_pixel_array()[..., 3]
    half = alpha.shape[1] // 2
    assert alpha[:, :half].max() == 0
    assert alpha[:, half:].max() > 0


def test_the_picture_is_drawn_once_while_nothing_changes() -> None:
    picture = edges()
    assert picture.get_pixel_array() is picture.get_pixel_array()
    before = picture.get_pixel_array()
    assert picture.fade(0.5).get_pixel_array() is not before


def test_an_edge_is_found_where_it_is_after_a_move() -> None:
    picture = edges()
    start, end = picture.end_points(1, 2)
    assert np.allclose(start, (-2.0, 1.0, 0.0))
    assert np.allclose(end, (2.0, 0.5, 0.0))
    picture.shift((1.0, -2.0, 0.0))
    moved, _ = picture.end_points(1, 2)
    assert np.allclose(moved, (-1.0, -1.0, 0.0))


@pytest.mark.parametrize(("width", "height"), [(854, 480), (1280, 720), (1920, 1080)])
def test_the_picture_lies_on_whole_pixels(width: int, height: int) -> None:
    with tempconfig({"pixel_width": width, "pixel_height": height, "frame_width": 8 * width / height}):
        corners = edges().points[:, :2]
        pixels = (corners * [1, -1] + [config.frame_width / 2, 4]) * width / config.frame_width
        assert np.abs(pixels - np.rint(pixels)).max() < 0.01
