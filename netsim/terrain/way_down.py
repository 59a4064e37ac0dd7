"""Ways down a measured landscape: how sharply it bends, and from where a walk shows most."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array

#: How far from the edge walks start, in parts of the grid.
INSIDE = 0.1


def bend(C: Array, u: Array, v: Array) -> float:
    """Measure the sharpest bend of the costs C (grid_v, grid_u), up or down, by the second differences of the grid."""
    C_v, C_u = np.gradient(C, v, u)
    C_vv, C_vu = np.gradient(C_v, v, u)
    C_uu = np.gradient(C_u, u, axis=1)
    middle, apart = (C_uu + C_vv) / 2, (C_uu - C_vv) / 2
    return float(np.max(np.abs(middle) + np.hypot(apart, C_vu)))


def steepest(C: Array, u: Array, v: Array) -> float:
    """Measure the steepest slope of the costs C (grid_v, grid_u)."""
    return float(np.hypot(*np.gradient(C, v, u)).max())


def instructive_start(C: Array, u: Array, v: Array, eta: float, steps: int) -> Array:
    """Choose where a walk starts, at a steep place, whose way down is long and bends, (u_v,).

    Walks from the ring a tenth inside the edge are tried, on slopes that are read off the grid between its places.
    """
    rows, columns = (round(INSIDE * (len(ticks) - 1)) for ticks in (v, u))
    inner_v, inner_u = v[rows : len(v) - rows], u[columns : len(u) - columns]
    ring = [(a, b) for a in inner_u for b in inner_v if a in inner_u[[0, -1]] or b in inner_v[[0, -1]]]
    starts = np.array(ring)
    slopes = np.gradient(C, v, u)[::-1]
    walks = [starts]
    for _ in range(steps):
        gradient = np.stack([between(slope, u, v, walks[-1]) for slope in slopes], axis=1)
        now = walks[-1] - eta * gradient
        walks.append(np.clip(now, [u[0], v[0]], [u[-1], v[-1]]))
    fallen = between(C, u, v, starts) - between(C, u, v, walks[-1])
    first = walks[1] - walks[0]
    score = fallen * _turned(first, walks[-1] - walks[len(walks) // 4]) * np.sqrt(np.linalg.norm(first, axis=1))
    best: Array = starts[int(np.argmax(score))]
    return best


def between(C: Array, u: Array, v: Array, points: Array) -> Array:
    """Read the grid C (grid_v, grid_u) between its places, at points (n, u_v) within it: (n,)."""
    at, part = [], []
    for ticks, numbers in ((u, points[:, 0]), (v, points[:, 1])):
        place = (numbers - ticks[0]) / (ticks[1] - ticks[0])
        low = np.clip(place.astype(int), 0, len(ticks) - 2)
        at.append(low)
        part.append(place - low)
    (i, j), (p, q) = at, part
    lower, upper = (C[row, i] * (1 - p) + C[row, i + 1] * p for row in (j, j + 1))
    value: Array = lower * (1 - q) + upper * q
    return value


def _turned(one: Array, other: Array) -> Array:
    """Measure how far pairs of steps (n, u_v) point away from one another: 0 for the same way, 1 from 90 degrees on."""
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    cosine = np.divide(np.sum(one * other, axis=1), lengths, out=np.ones_like(lengths), where=lengths > 0)
    turned: Array = np.sqrt(1 - np.clip(cosine, 0, 1) ** 2)
    return turned
