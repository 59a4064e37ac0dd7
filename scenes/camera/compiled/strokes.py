"""Straight lines by the thousand, painted into a frame by compiled code: each pixel gets the share that a line covers.

Coverage along a line repeats, but for where between two pixels it stands: so it is worked out once a line, for
`PLACES` places between two pixels, and looked up from there. Colours are multiplied by their opacity, as cairo's are.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

PLACES = 32  # between two pixels: a step of 1/32 changes a pixel by 8 of 255 at most, along a line by less than 1
WIDEST = 40.0  # pixels of a line's width
ROOM = 64  # pixels across that the table has room for: of the widest line, where it is steepest
ONE = 1 << 16  # a pixel in fixed point
WHOLE = 256  # of a pixel covered, and opaque
STEPS = 4096  # of optical depth in a haze: one of them is 1/4096
DEEPEST = 8 * STEPS  # beyond it nothing shines through
# A pixel is one number: two of its four channels at a time are mixed in one multiplication.
TWO, BYTE, HALVES, WHOLE_WORD = np.uint64(0x00FF00FF), np.uint64(8), np.uint64(0x00800080), np.uint64(WHOLE)


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
    """Fill in how much of each pixel across a line is covered, for every place of its upper edge in the first.

    The last column says how many pixels are covered at all.
    """
    for place in range(PLACES):
        upper = 0.5 * slope + (place + 0.5) / PLACES
        seen = 0
        for row in range(rows):
            covered = _below(upper + wide - row, slope) - _below(upper - row, slope)
            table[place, row] = np.int32(covered * whole + 0.5)
            if table[place, row] > 0:
                seen = row + 1
        table[place, ROOM] = seen


@njit(cache=True, inline="always")
def _ending(along: float, length: float) -> float:
    """Return how much of a pixel lies between a line's two ends, from how far along the line it stands."""
    return min(1.0, max(0.0, along + 0.5)) * min(1.0, max(0.0, length - along + 0.5))


@njit(cache=True, inline="always")
def _mixed(under: Any, colour: Any, share: Any) -> Any:
    """Return a pixel with a share of a colour, of 256, over it; the colour in two numbers of two channels each."""
    rest = WHOLE_WORD - share
    even = ((under & TWO) * rest + colour[0] * share + HALVES) >> BYTE
    odd = ((under >> BYTE) & TWO) * rest + colour[1] * share + HALVES
    return np.uint32((even & TWO) | (odd & (TWO << BYTE)))


@njit(cache=True, inline="always")
def _word(red: float, green: float, blue: float) -> Any:
    """Return an opaque colour as `_mixed` takes it."""
    return (
        np.uint64(red + 0.5) | (np.uint64(blue + 0.5) << np.uint64(16)),
        np.uint64(green + 0.5) | (np.uint64(255) << np.uint64(16)),
    )


@njit(cache=True)
def _walk(line: np.ndarray, whole: float, box: Any, table: np.ndarray) -> Any:
    """Prepare the way along a line, pixel by pixel of the axis that it follows: along columns, or upright along rows.

    Returns
    -------
    tuple
        The first pixel and the one after the last that lie in the box; between which two the ends are not seen;
        where the first pixel across lies (in fixed point, as is its step from one pixel to the next); where the
        line begins, along and across; cosine, sine; length; whether it is upright.
    """
    x, y, far_x, far_y = line[0], line[1], line[2], line[3]
    length = math.hypot(far_x - x, far_y - y)
    upright = abs(far_y - y) > abs(far_x - x)
    if upright:
        x, y, far_x, far_y = y, x, far_y, far_x
    if far_x < x:
        x, y, far_x, far_y = far_x, far_y, x, y
    cos, sin = (far_x - x) / length, (far_y - y) / length
    slope = sin / cos
    steep, wide = abs(slope), line[4] / cos
    rows = math.ceil(wide + steep) + 1
    _tabulate(table, rows, wide, steep, whole)
    reach = 0.5 * line[4] * steep + 1.0
    first, last = (box[1], box[3]) if upright else (box[0], box[2])
    begin = math.floor(x - reach)
    start, end = max(first, begin), min(last, math.ceil(far_x + reach))
    step = np.int64(round(slope * ONE))
    at = np.int64(math.floor((y + (begin + 0.5 - x) * slope - 0.5 * (wide + steep)) * ONE)) + (start - begin) * step
    sure, until = math.ceil(x + 2 * reach), math.floor(far_x - 2 * reach) - 1
    return start, end, sure, until, at, step, x, y, cos, sin, length, upright


@njit(cache=True)
def paint_lines(pixels: np.ndarray, box: Any, lines: np.ndarray, colours: np.ndarray) -> None:
    """Paint lines over a frame, one after the other, within a box.

    Parameters
    ----------
    pixels
        (h, w, 4) of uint8, changed in place; the fourth channel is opacity.
    box
        left, top, right, bottom.
    lines
        (n, 6): both ends (x, y, x, y), which differ, width, opacity 0 to 1; lengths in pixels, widths up to `WIDEST`.
    colours
        (n, 3), 0 to 255, in the order of the frame's first three channels.
    """
    flat, stride = pixels.view(np.uint32).reshape(-1), pixels.shape[1]
    table = np.zeros((PLACES, ROOM + 1), np.int32)
    covered = table.reshape(-1)
    for i in range(lines.shape[0]):
        start, end, sure, until, at, step, x, y, cos, sin, length, upright = _walk(
            lines[i], lines[i, 5] * WHOLE, box, table
        )
        along, across = (stride, 1) if upright else (1, stride)
        low, high = (box[0], box[2]) if upright else (box[1], box[3])
        colour = _word(colours[i, 0], colours[i, 1], colours[i, 2])
        for a in range(start, end):
            row, place = at >> 16, (at & (ONE - 1)) >> 11
            at += step
            below, above = max(0, low - row), min(table[place, ROOM], high - row)
            if below >= above:
                continue
            p, shares = np.uint64((row + below) * across + a * along), np.uint64(place * (ROOM + 1) + below)
            if sure <= a <= until:
                for _ in range(above - below):
                    flat[p] = _mixed(np.uint64(flat[p]), colour, np.uint64(covered[shares]))
                    p, shares = p + np.uint64(across), shares + np.uint64(1)
            else:
                for r in range(below, above):
                    share = table[place, r] * _ending((a + 0.5 - x) * cos + (row + r + 0.5 - y) * sin, length)
                    flat[p] = _mixed(np.uint64(flat[p]), colour, np.uint64(share))
                    p += np.uint64(across)


@njit(cache=True)
def gather_haze(depth: np.ndarray, lines: np.ndarray) -> None:
    """Add the optical depth of faint lines, for which the order of painting does not matter.

    Parameters
    ----------
    depth
        (h, w) of int32, in steps of 1 / (16 `STEPS`), added to in place.
    lines
        As for `paint_lines`.
    """
    flat, stride = depth.reshape(-1), depth.shape[1]
    table = np.zeros((PLACES, ROOM + 1), np.int32)
    box = (0, 0, depth.shape[1], depth.shape[0])
    for i in range(lines.shape[0]):
        opaque = min(lines[i, 5], 0.99)
        start, end, sure, until, at, step, x, y, cos, sin, length, upright = _walk(
            lines[i], -math.log1p(-opaque) * STEPS * 16, box, table
        )
        along, across = (stride, 1) if upright else (1, stride)
        most = depth.shape[1] if upright else depth.shape[0]
        for a in range(start, end):
            row, place = at >> 16, (at & (ONE - 1)) >> 11
            at += step
            whole = sure <= a <= until
            below, above = max(0, -row), min(table[place, ROOM], most - row)
            for r in range(below, above):
                q = table[place, r]
                if not whole:
                    q = np.int32(q * _ending((a + 0.5 - x) * cos + (row + r + 0.5 - y) * sin, length))
                p = np.uint64((row + r) * across + a * along)
                flat[p] += q


@njit(cache=True)
def lay_haze(pixels: np.ndarray, corner: Any, depths: np.ndarray, colours: np.ndarray, through: np.ndarray) -> None:
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
