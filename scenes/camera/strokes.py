"""Straight lines by the thousand, painted into a frame by compiled code: each pixel gets the share that a line covers.

Coverage along a line repeats, but for where between two pixels it stands: so it is worked out once a line, for
`PLACES` places between two pixels, and looked up from there. Colours are multiplied by their opacity, as cairo's are.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

PLACES = 32  # between two pixels: a step of 1/32 changes a pixel by 8 of 255 at most, along a line by less than 1
WIDEST = 56  # pixels across that the table has room for
ONE = 1 << 16  # whole coverage in fixed point
STEPS = 4096  # of optical depth in a haze: one of them is 1/4096
DEEPEST = 8 * STEPS  # beyond it nothing shines through
# Places in memory are counted without a sign, which compiled code finds at once.
SECOND, THIRD, FOURTH = np.uint64(1), np.uint64(2), np.uint64(3)


@njit(cache=True, inline="always")
def _below(height: float, slope: float) -> float:
    """Return the share of a pixel below a line that stands `height` over the pixel's foot in its middle."""
    half = 0.5 * slope
    if height <= -half:
        return 0.0
    if height >= 1.0 + half:
        return 1.0
    if height < half and height <= 1.0 - half:
        return (height + half) ** 2 / (2.0 * slope)
    if height > 1.0 - half and height >= half:
        return 1.0 - (1.0 + half - height) ** 2 / (2.0 * slope)
    return height


@njit(cache=True)
def _tabulate(table: np.ndarray, rows: int, wide: float, slope: float, whole: float) -> None:
    """Fill in how much of each pixel across a line is covered, for every place of its upper edge in the first."""
    for place in range(PLACES):
        upper = 0.5 * slope + (place + 0.5) / PLACES
        for row in range(rows):
            covered = _below(upper + wide - row, slope) - _below(upper - row, slope)
            table[place, row] = np.int32(covered * whole + 0.5)


@njit(cache=True, inline="always")
def _ending(along: float, length: float) -> float:
    """Return how much of a pixel lies between a line's two ends, from how far along the line it stands."""
    return min(1.0, max(0.0, along + 0.5)) * min(1.0, max(0.0, length - along + 0.5))


@njit(cache=True, inline="always")
def _mixed(under: int, colour: int, share: int) -> int:
    return np.uint8(np.int32(under) + (((colour - np.int32(under)) * share + (ONE >> 1)) >> 16))


@njit(cache=True)
def _laid(line: np.ndarray) -> tuple[float, float, float, float, float, float, bool]:
    """Return a line's ends, its length and its slope, 0 to 1 in size, along the axis that it follows; and which."""
    x, y, far_x, far_y = line[0], line[1], line[2], line[3]
    length = math.hypot(far_x - x, far_y - y)
    upright = abs(far_y - y) > abs(far_x - x)
    if upright:
        x, y, far_x, far_y = y, x, far_y, far_x
    if far_x < x:
        x, y, far_x, far_y = far_x, far_y, x, y
    slope = (far_y - y) / (far_x - x) if far_x > x else 0.0
    return x, y, far_x, far_y, length, slope, upright


@njit(cache=True)
def paint_lines(pixels: np.ndarray, box: tuple[int, int, int, int], lines: np.ndarray, colours: np.ndarray) -> None:
    """Paint lines over a frame, one after the other, within a box.

    Parameters
    ----------
    pixels
        (h, w, 4) of uint8, changed in place; the fourth channel is opacity.
    box
        left, top, right, bottom.
    lines
        (n, 6): both ends (x, y, x, y), width, opacity 0 to 1; lengths in pixels.
    colours
        (n, 3), 0 to 255, in the order of the frame's first three channels.
    """
    flat, stride = pixels.reshape(-1), 4 * pixels.shape[1]
    table = np.zeros((PLACES, WIDEST + 4), np.int32)
    for i in range(lines.shape[0]):
        x, y, far_x, far_y, length, slope, upright = _laid(lines[i])
        if length < 1e-6 or lines[i, 5] <= 0.0:
            continue
        cos, steep = (far_x - x) / length, abs(slope)
        wide = min(lines[i, 4] / cos, float(WIDEST))
        rows = int(math.ceil(wide + steep)) + 1
        _tabulate(table, rows, wide, steep, lines[i, 5] * ONE)
        along, across = (stride, 4) if upright else (4, stride)
        first, last, low, high = (box[1], box[3], box[0], box[2]) if upright else (box[0], box[2], box[1], box[3])
        reach = 0.5 * lines[i, 4] * steep + 1.0
        start, end = max(first, int(math.floor(x - reach))), min(last, int(math.ceil(far_x + reach)))
        sure, until = int(math.ceil(x + 2 * reach)), int(math.floor(far_x - 2 * reach)) - 1
        at = np.int64(math.floor((y + (start + 0.5 - x) * slope - 0.5 * (wide + steep)) * ONE))
        step = np.int64(round(slope * ONE))
        red, green, blue = np.int32(colours[i, 0]), np.int32(colours[i, 1]), np.int32(colours[i, 2])
        for a in range(start, end):
            row, place = at >> 16, (at & (ONE - 1)) >> 11
            at += step
            whole = sure <= a <= until
            for r in range(max(0, low - row), min(rows, high - row)):
                q = table[place, r]
                if not whole:
                    q = np.int32(q * _ending((a + 0.5 - x) * cos + (row + r + 0.5 - y) * cos * slope, length))
                p = np.uint64((row + r) * across + a * along)
                flat[p] = _mixed(flat[p], red, q)
                flat[p + SECOND] = _mixed(flat[p + SECOND], green, q)
                flat[p + THIRD] = _mixed(flat[p + THIRD], blue, q)
                flat[p + FOURTH] = _mixed(flat[p + FOURTH], np.int32(255), q)


@njit(cache=True)
def gather_haze(depth: np.ndarray, corner: tuple[int, int], lines: np.ndarray) -> None:
    """Add the optical depth of faint lines, for which the order of painting does not matter.

    Parameters
    ----------
    depth
        (h, w) of int32, in steps of 1 / `STEPS`, added to in place.
    corner
        Which pixel of the frame its first one is: left, top.
    lines
        As for `paint_lines`.
    """
    flat, stride = depth.reshape(-1), depth.shape[1]
    table = np.zeros((PLACES, WIDEST + 4), np.int32)
    for i in range(lines.shape[0]):
        x, y, far_x, far_y, length, slope, upright = _laid(lines[i])
        if length < 1e-6 or lines[i, 5] <= 0.0:
            continue
        steep = abs(slope)
        wide = min(lines[i, 4] * length / (far_x - x), float(WIDEST))
        rows = int(math.ceil(wide + steep)) + 1
        _tabulate(table, rows, wide, steep, -math.log1p(-min(lines[i, 5], 0.99)) * STEPS * 16)
        along, across = (stride, 1) if upright else (1, stride)
        size, most = depth.shape if upright else (depth.shape[1], depth.shape[0])
        left, top = (corner[1], corner[0]) if upright else corner
        start, end = max(0, int(round(x - left))), min(size, int(round(far_x - left)))
        at = np.int64(math.floor((y - top + (start + left + 0.5 - x) * slope - 0.5 * (wide + steep)) * ONE))
        step = np.int64(round(slope * ONE))
        for a in range(start, end):
            row, place = at >> 16, (at & (ONE - 1)) >> 11
            at += step
            for r in range(max(0, -row), min(rows, most - row)):
                p = np.uint64((row + r) * across + a * along)
                flat[p] += table[place, r]


@njit(cache=True)
def lay_haze(
    pixels: np.ndarray, corner: tuple[int, int], depths: np.ndarray, colours: np.ndarray, through: np.ndarray
) -> None:
    """Lay a haze of two colours over a frame.

    Parameters
    ----------
    pixels
        (h, w, 4) of uint8, changed in place.
    corner
        Where the haze begins: left, top.
    depths
        (2, h', w') of int32: the optical depth of each colour, in steps of 1 / (16 `STEPS`).
    colours
        (2, 3), 0 to 255.
    through
        How much shines through at each step of depth, as `TRANSMITTED` says.
    """
    for row in range(depths.shape[1]):
        for column in range(depths.shape[2]):
            first, second = depths[0, row, column], depths[1, row, column]
            both = first + second
            if both > 0:
                passed = through[min(both >> 4, DEEPEST - 1)]
                share = np.float32(first) / np.float32(both)
                for channel in range(4):
                    colour = np.float32(255.0)
                    if channel < 3:
                        colour = colours[1, channel] + share * (colours[0, channel] - colours[1, channel])
                    under = np.float32(pixels[row + corner[1], column + corner[0], channel])
                    shade = colour + passed * (under - colour) + np.float32(0.5)
                    pixels[row + corner[1], column + corner[0], channel] = np.uint8(shade)


TRANSMITTED = np.exp(-np.arange(DEEPEST) / STEPS).astype(np.float32)
