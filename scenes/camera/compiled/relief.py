"""A lit surface over a grid, painted by compiled code: triangles with a depth for each pixel, and its contours on it.

Between the points of the grid all is even: depth, colour and the level that contours are drawn at.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from scenes.camera.boxes import Box
from scenes.camera.compiled.strokes import paint_lines

OUTSIDE = np.float32(np.inf)  # depth of a pixel that shows none of it
WITHIN = -1e-6  # how far outside a triangle a pixel's middle may lie, in heights of it, so that no gap is left
BELOW = np.float32(0.45)  # brightness of its lower side
NEAR = 2.0  # pixels of depth by which an edge may lie behind what is seen there, and is seen too


@njit(cache=True, fastmath=True)
def _triangle(
    pixels: np.ndarray,
    depth: np.ndarray,
    corners: np.ndarray,
    shades: np.ndarray,
    line: np.ndarray,
    half: float,
    levels: int,
) -> None:
    """Paint a triangle where nothing nearer is.

    Parameters
    ----------
    pixels, depth
        The frame (h, w, 4) and the depths of what it shows (h, w); changed in place.
    corners
        (3, 4): x, y, depth, level.
    shades
        (3, 3), 0 to 255.
    line
        (4,): the colour of contours, 0 to 255, and their opacity.
    half
        Half the width of a contour, in pixels.
    levels
        Contours are drawn at the levels 1 to this.
    """
    x0, y0, x1, y1, x2, y2 = (
        corners[0, 0], corners[0, 1], corners[1, 0], corners[1, 1], corners[2, 0], corners[2, 1],
    )  # fmt: skip
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    if abs(area) < 1e-9:
        return
    left = max(0, math.ceil(min(x0, x1, x2) - 0.5))
    right = min(pixels.shape[1], math.floor(max(x0, x1, x2) - 0.5) + 1)
    top = max(0, math.ceil(min(y0, y1, y2) - 0.5))
    bottom = min(pixels.shape[0], math.floor(max(y0, y1, y2) - 0.5) + 1)
    if left >= right or top >= bottom:
        return
    # The shares of the corners 1 and 2 in a point grow evenly across and downwards.
    p_x, p_y = (y2 - y0) / area, -(x2 - x0) / area
    q_x, q_y = -(y1 - y0) / area, (x1 - x0) / area
    near = np.float32(corners[0, 2])
    near_p, near_q = corners[1, 2] - corners[0, 2], corners[2, 2] - corners[0, 2]
    level_p, level_q = corners[1, 3] - corners[0, 3], corners[2, 3] - corners[0, 3]
    steep = math.hypot(level_p * p_x + level_q * q_x, level_p * p_y + level_q * q_y)
    light = BELOW if area > 0 else np.float32(1.0)
    low = min(corners[0, 3], corners[1, 3], corners[2, 3]) - (half + 0.5) * steep
    high = max(corners[0, 3], corners[1, 3], corners[2, 3]) + (half + 0.5) * steep
    crossed = steep > 1e-9 and math.floor(high) >= math.ceil(low)
    for row in range(top, bottom):
        p = (left + 0.5 - x0) * p_x + (row + 0.5 - y0) * p_y
        q = (left + 0.5 - x0) * q_x + (row + 0.5 - y0) * q_y
        for column in range(left, right):
            if p >= WITHIN and q >= WITHIN and p + q <= 1.0 - WITHIN:
                away = np.float32(near + p * near_p + q * near_q)
                if away < depth[row, column]:
                    depth[row, column] = away
                    share = np.float32(0.0)
                    if crossed:
                        level = corners[0, 3] + p * level_p + q * level_q
                        nearest = math.floor(level + 0.5)
                        if 1 <= nearest <= levels:
                            covered = half + 0.5 - abs(level - nearest) / steep
                            share = np.float32(min(1.0, max(0.0, covered)) * line[3])
                    for channel in range(3):
                        shade = shades[0, channel] + np.float32(p) * (shades[1, channel] - shades[0, channel])
                        shade += np.float32(q) * (shades[2, channel] - shades[0, channel])
                        shade = light * shade
                        shade += share * (line[channel] - shade)
                        pixels[row, column, channel] = np.uint8(shade + np.float32(0.5))
                    pixels[row, column, 3] = 255
            p += p_x
            q += q_x


@njit(cache=True)
def _tiles(
    pixels: np.ndarray,
    depth: np.ndarray,
    points: np.ndarray,
    shades: np.ndarray,
    line: np.ndarray,
    half: float,
    levels: int,
) -> None:
    """Paint all tiles of a grid, points (rows, columns, 4) and shades (rows, columns, 3), two triangles each."""
    corners, colours = np.empty((3, 4)), np.empty((3, 3), np.float32)
    for i in range(points.shape[0] - 1):
        for j in range(points.shape[1] - 1):
            for k in range(2):
                # The two halves of a tile, both passed around in the same sense.
                corners[0], colours[0] = points[i, j], shades[i, j]
                if k == 0:
                    corners[1], colours[1] = points[i, j + 1], shades[i, j + 1]
                    corners[2], colours[2] = points[i + 1, j + 1], shades[i + 1, j + 1]
                else:
                    corners[1], colours[1] = points[i + 1, j + 1], shades[i + 1, j + 1]
                    corners[2], colours[2] = points[i + 1, j], shades[i + 1, j]
                _triangle(pixels, depth, corners, colours, line, half, levels)


def paint_relief(
    pixels: np.ndarray, points: np.ndarray, shades: np.ndarray, line: np.ndarray, width: float, levels: int
) -> None:
    """Paint a surface into an empty frame; what is nearer hides what is behind.

    Parameters
    ----------
    pixels
        (h, w, 4) of uint8, changed in place.
    points
        (rows, columns, 4) of the grid: x, y, depth (smaller is nearer), all in pixels, and the level: contours are
        drawn where it is a whole number from 1.
    shades
        (rows, columns, 3), 0 to 255.
    line
        (4,): the contours' colour, 0 to 255, and their opacity, 0 to 1.
    width
        Of the contours, and of the rim, in pixels.
    levels
        How many contours there are.
    """
    if min(points.shape[:2]) < 2:
        return
    depth = np.full(pixels.shape[:2], OUTSIDE)
    _tiles(pixels, depth, points, shades.astype(np.float32), line.astype(np.float32), width / 2, levels)
    _rim(pixels, depth, points, shades, max(width, 1.0))


def _rim(pixels: np.ndarray, depth: np.ndarray, points: np.ndarray, shades: np.ndarray, width: float) -> None:
    """Paint the rim, and where the surface turns away from the eye, as smooth lines of the surface's own colours."""
    x, y = points[..., 0], points[..., 1]
    across = np.stack([np.diff(x, axis=1)[:-1], np.diff(y, axis=1)[:-1]])
    down = np.stack([np.diff(x, axis=0)[:, :-1], np.diff(y, axis=0)[:, :-1]])
    facing = np.pad(across[0] * down[1] - across[1] * down[0] > 0, 1, mode="constant")
    beyond = np.zeros_like(facing)
    beyond[1:-1, 1:-1] = True
    rows = (facing[1:] != facing[:-1]) | (beyond[1:] != beyond[:-1])  # between a row of tiles and the next
    columns = (facing[:, 1:] != facing[:, :-1]) | (beyond[:, 1:] != beyond[:, :-1])
    lines, colours = [], []
    for start, end, turns in (
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None)), rows[:, 1:-1]),
        ((slice(None, -1), slice(None)), (slice(1, None), slice(None)), columns[1:-1]),
    ):
        one, two = points[start][turns], points[end][turns]
        middle = (one[:, :3] + two[:, :3]) / 2
        seen = _farthest(depth, middle) > middle[:, 2] - NEAR
        ends = np.column_stack([one[:, :2], two[:, :2], np.full(len(one), width), np.ones(len(one))])
        apart = np.abs(one[:, :2] - two[:, :2]).max(axis=1) > 1e-3
        lines.append(ends[seen & apart])
        colours.append(((shades[start][turns] + shades[end][turns]) / 2)[seen & apart])
    frame = Box(0, 0, pixels.shape[1], pixels.shape[0])
    paint_lines(pixels, frame, np.concatenate(lines), np.concatenate(colours).astype(np.float64))


def _farthest(depth: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return the largest depth at the pixels of points (n, 2 or more) and around them, (n,)."""
    column, row = (np.floor(points[:, i]).astype(int) for i in (0, 1))
    around = [
        depth[np.clip(row + down, 0, depth.shape[0] - 1), np.clip(column + right, 0, depth.shape[1] - 1)]
        for down in (-1, 0, 1)
        for right in (-1, 0, 1)
    ]
    return np.asarray(np.max(around, axis=0))
