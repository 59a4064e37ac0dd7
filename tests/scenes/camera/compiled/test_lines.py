"""Lines painted by our own code are those that cairo paints; a haze is what many faint lines leave."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.camera.boxes import Box
from scenes.camera.canvas import Canvas, View

VIEW = View(320, 180, 0.0, 0.0, 20.0)
GROUND = np.uint8([14, 17, 22, 255])


def canvas() -> Canvas:
    return Canvas(np.tile(GROUND, (VIEW.height, VIEW.width, 1)), VIEW)


def some_lines(n: int, seed: int, widest: float = 0.3) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(seed)
    starts, ends = rng.uniform((-9.0, -5.0), (9.0, 5.0), (2, n, 2))
    return starts, ends, rng.uniform(0.01, widest, n), rng.random((n, 3)), rng.uniform(0.1, 1.0, n)


def by_cairo(lines: tuple[np.ndarray, ...]) -> np.ndarray:
    painted = canvas()
    for start, end, width, colour, alpha in zip(*lines, strict=True):
        painted.ink(colour, alpha)
        painted.pen.set_line_width(width)
        painted.pen.move_to(*start)
        painted.pen.line_to(*end)
        painted.pen.stroke()
    return painted.pixels.astype(int)


@pytest.mark.parametrize("seed", range(5))
def test_a_line_covers_the_pixels_that_cairo_gives_it(seed: int) -> None:
    for line in zip(*some_lines(40, seed), strict=True):
        single = tuple(np.array([part]) for part in line)
        painted = canvas()
        painted.lines(*single)
        away = np.abs(painted.pixels.astype(int) - by_cairo(single))
        assert away.max() <= 24, "a step of 1/32 of a pixel, and cairo's own of 1/16"
        assert away.mean() < 0.05


def test_lines_lie_over_each_other_in_their_order() -> None:
    lines = some_lines(300, 7)
    painted = canvas()
    painted.lines(*lines)
    away = np.abs(painted.pixels.astype(int) - by_cairo(lines))
    assert np.quantile(away, 0.999) <= 16
    assert away.mean() < 0.8


@pytest.mark.parametrize("direction", [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1)])
def test_level_upright_and_slanting_lines_have_their_ink(direction: tuple[int, int]) -> None:
    start = np.array([[0.3, 0.2]])
    end = start + 4.0 * np.array([direction])
    painted = Canvas(np.zeros((VIEW.height, VIEW.width, 4), np.uint8), VIEW)
    painted.lines(start, end, np.array([0.15]), np.ones((1, 3)), np.array([1.0]))
    area = painted.pixels[..., 3].sum() / 255
    assert area == pytest.approx(0.15 * 20 * np.hypot(*(end - start)[0]) * 20, rel=0.01)


def test_a_line_wider_than_the_table_is_painted_as_wide() -> None:
    painted = Canvas(np.zeros((VIEW.height, VIEW.width, 4), np.uint8), VIEW)
    painted.lines(np.array([[-5.0, 0.0]]), np.array([[5.0, 0.0]]), np.array([3.0]), np.ones((1, 3)), np.array([1.0]))
    assert painted.pixels[:, 160, 3].astype(int).sum() == pytest.approx(60 * 255, rel=0.01)


def test_lines_keep_within_the_box_and_are_the_same_there() -> None:
    lines = some_lines(60, 3)
    whole, part = canvas(), canvas()
    whole.lines(*lines)
    box = Box(70, 40, 200, 111)
    part.keep_to(box)
    part.lines(*lines)
    inside = np.zeros((VIEW.height, VIEW.width), bool)
    inside[box.top : box.bottom, box.left : box.right] = True
    assert (part.pixels[inside] == whole.pixels[inside]).all()
    assert (part.pixels[~inside] == GROUND).all()


def test_lines_without_length_or_opacity_leave_nothing() -> None:
    painted = canvas()
    at = np.zeros((2, 2))
    painted.lines(at, at + [[0, 0], [2, 1]], np.array([0.1, 0.1]), np.ones((2, 3)), np.array([1.0, 0.0]))
    painted.haze(at, at, np.array([0.1, 0.1]), np.array([True, False]), np.ones((2, 3)), np.array([0.05, 0.05]))
    assert (painted.pixels == GROUND).all()


def test_a_haze_is_what_faint_lines_leave_one_over_the_other() -> None:
    starts, ends, widths, _, _ = some_lines(600, 11)
    colours, first = np.array([[0.3, 0.7, 0.9], [0.9, 0.5, 0.2]]), np.arange(600) % 2 == 0
    alphas = np.full(600, 0.03)
    haze = canvas()
    haze.haze(starts, ends, widths, first, colours, alphas)
    exact = np.tile(GROUND[:3] / 255.0, (VIEW.height, VIEW.width, 1))
    for i in range(600):
        mask = Canvas(np.zeros((VIEW.height, VIEW.width, 4), np.uint8), VIEW)
        mask.lines(starts[i : i + 1], ends[i : i + 1], widths[i : i + 1], np.ones((1, 3)), np.ones(1))
        covered = 0.03 * mask.pixels[..., 3:] / 255
        exact += covered * (colours[0 if first[i] else 1] - exact)
    away = np.abs(haze.pixels[..., :3] / 255 - exact)
    assert away.max() < 0.05, "colours mix as their depths do, whichever came first"
    assert away.mean() < 0.004
