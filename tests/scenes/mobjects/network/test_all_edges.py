"""All edges of a layer in one picture: true widths, drawn once, revealed and faded without drawing anew."""

from __future__ import annotations

import numpy as np
import pytest
from manim import tempconfig

from netsim import Reading
from scenes.camera.canvas import Canvas, View
from scenes.camera.painted import Painted
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.all_edges import CROWDED, POWERS, AllEdges, Strokes, legible_power
from scenes.mobjects.network.edges import WIDEST

THEME = Theme.load()


def picture(weights: np.ndarray) -> AllEdges:
    reading = Reading(weights, "W1", (0,))
    targets, sources = weights.shape
    starts = np.column_stack([np.full(sources, -2.0), np.linspace(-1, 1, sources), np.zeros(sources)])[None]
    ends = np.column_stack([np.full(targets, 2.0), np.linspace(-1, 1, targets), np.zeros(targets)])[:, None]
    return AllEdges(reading, starts, ends, Scale.fit([reading], WIDEST), THEME)


def ink(pixels: np.ndarray) -> int:
    return int(pixels[..., 3].astype(int).sum())


def test_every_weight_can_be_read_back_however_thin_its_edge() -> None:
    weights = np.random.default_rng(0).normal(size=(16, 784))
    weights[3, 5] = 0.0
    edges = picture(weights)
    assert np.abs(edges.shown() - weights).max() <= edges.rounding


def test_a_picture_that_is_drawn_wrong_is_read_back_wrong() -> None:
    edges = picture(np.array([[1.0, -0.5]]))
    edges.strokes.widths[1] *= 2
    assert edges.shown()[0, 1] == pytest.approx(-1.0)


def test_ink_grows_with_the_weight_even_below_a_pixel() -> None:
    with tempconfig({"pixel_width": 1920, "pixel_height": 1080}):
        sizes = [0.02, 0.05, 0.1, 0.3, 1.0]
        drawn = []
        for size in sizes:
            reading = Reading(np.array([[size]]), "W1", (0,))
            start, end = np.array([[[-2.0, 0.0, 0.0]]]), np.array([[[2.0, 0.5, 0.0]]])
            whole = Scale(Reading(1.0, "W1", (0,)), WIDEST)
            drawn.append(ink(AllEdges(reading, start, end, whole, THEME).get_pixel_array()))
    assert drawn == sorted(drawn)
    assert drawn[0] > 0
    # Width and opacity (its root) both follow: a tenth of the weight leaves about a tenth to the power 1.5.
    assert drawn[2] / drawn[4] == pytest.approx(0.1**1.5, rel=0.25)


def test_even_an_edge_that_is_hardly_there_leaves_a_trace() -> None:
    reading, whole = Reading(np.array([[1e-5]]), "W1", (0,)), Scale(Reading(1.0, "W1", (0,)), WIDEST)
    start, end = np.array([[[-2.0, 0.0, 0.0]]]), np.array([[[2.0, 0.0, 0.0]]])
    with tempconfig({"pixel_width": 1920, "pixel_height": 1080}):
        pixels = AllEdges(reading, start, end, whole, THEME).get_pixel_array()
    assert (pixels[:, 20:-20, 3].max(axis=0) > 0).all()


def test_an_edge_of_exactly_nothing_leaves_none() -> None:
    reading, whole = Reading(np.array([[0.0]]), "W1", (0,)), Scale(Reading(1.0, "W1", (0,)), WIDEST)
    start, end = np.array([[[-2.0, 0.0, 0.0]]]), np.array([[[2.0, 0.0, 0.0]]])
    with tempconfig({"pixel_width": 1920, "pixel_height": 1080}):
        assert ink(AllEdges(reading, start, end, whole, THEME).get_pixel_array()) == 0


def test_a_haze_has_the_colour_of_its_sign_to_the_last_step_of_a_pixel() -> None:
    ground = np.array(THEME.of("background").to_rgb())
    weights = np.full((1, 40), 0.02)
    for sign, role in ((1, "edge_up"), (-1, "edge_down")):
        reading = Reading(np.concatenate([sign * weights, [[1.0]]], axis=1), "W1", (0,))
        starts = np.array([[[-2.0, 0.0, 0.0]] * 40 + [[-2.0, 1.0, 0.0]]])
        edges = AllEdges(reading, starts, starts + (4.0, 0.0, 0.0), Scale.fit([reading], WIDEST), THEME, power=1.0)
        view = View(1920, 1080, 0.0, 0.0, 135.0)
        canvas = Canvas(np.tile(np.uint8([*np.rint(255 * ground), 255]), (1080, 1920, 1)), view)
        edges.paint(canvas)
        share = edges.strokes.layer(edges, view).pixels[..., 3].max(axis=1)
        row = np.argmax(np.where(share < 200, share, 0))
        alpha = share[row] / 255
        assert alpha > 0.1, "forty faint edges together are seen"
        painted = canvas.pixels[edges.strokes.layer(edges, view).place.top + row, 960, :3] / 255
        assert np.allclose(painted, ground + alpha * (THEME.of(role).to_rgb() - ground), atol=1.2 / 255)


def test_a_wide_edge_has_the_colour_of_its_sign_where_it_runs() -> None:
    with tempconfig({"pixel_width": 1920, "pixel_height": 1080}):
        for value, role in ((1.0, "up"), (-1.0, "down")):
            pixels = picture(np.array([[value]])).get_pixel_array()
            column = pixels[:, pixels.shape[1] // 2]
            painted = column[column[:, 3] > 150]
            assert 2 <= len(painted) <= 6
            assert np.allclose(painted[:, :3].mean(axis=0) / 255, THEME.of(role).to_rgb(), atol=0.02)


def test_it_is_drawn_once_whatever_is_faded_revealed_or_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    paint = Strokes._paint

    def counted(strokes: Strokes, canvas: Canvas, edges: Painted) -> None:
        drawn.append(1)
        paint(strokes, canvas, edges)

    monkeypatch.setattr(Strokes, "_paint", counted)
    edges = picture(np.random.default_rng(1).normal(size=(8, 50)))
    whole, half = ink(edges.get_pixel_array()), edges.get_pixel_array().shape[1] // 2
    assert whole > ink(edges.copy().fade(0.5).get_pixel_array()) > 0
    for drawing, unseen in ((edges.draw_forward(), np.s_[half + 1 :]), (edges.draw_backward(), np.s_[: half - 1])):
        drawing.interpolate_mobject(0.5)
        part = edges.get_pixel_array()
        assert 0 < ink(part) < whole
        assert ink(part[:, unseen]) == 0, "what is not reached yet is not seen"
    drawing.interpolate_mobject(1.0)
    assert ink(edges.get_pixel_array()) == whole
    assert len(drawn) == 1


def test_opacity_falls_the_steeper_the_more_edges_there_are() -> None:
    rng = np.random.default_rng(2)
    powers = []
    for many in (20, 800, 20_000, 800_000):
        layer = Reading(rng.normal(size=(10, many // 10)), "W1", (0,))
        powers.append(legible_power([layer], Scale.fit([layer], WIDEST), 4.0))
    assert powers == sorted(powers)
    assert powers[0] == POWERS[0]
    assert powers[-1] > powers[0]
    assert CROWDED > 0


def test_an_edge_is_found_where_it_starts_and_ends() -> None:
    start, end = picture(np.ones((3, 5))).end_points(2, 4)
    assert np.allclose(start, (-2.0, 1.0, 0.0))
    assert np.allclose(end, (2.0, 1.0, 0.0))
