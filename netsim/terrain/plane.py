"""A plane through a network, as far as there is something to see, and a way down in it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from netsim.functions import Array
from netsim.measure import mean_gradient
from netsim.network import Network
from netsim.terrain.landscape import Slice, network_at, place
from netsim.terrain.way_down import bend, steepest
from netsim.training import diverged

#: The most examples that the cost is the mean of, and the fewest; and what is computed for the grid at most: examples
#: times places times weights behind the first layer, an activation being worth so many of these.
MOST_EXAMPLES, FEWEST_EXAMPLES = 300, 8
MOST_WORK = 10**9
ACTIVATION = 20

#: How far from the network the grid may reach, upward, and how much farther sideways.
REACHES = tuple(2.0 ** (power / 2) for power in range(-2, 11))
WIDER = 4 / 3

#: How far above the lowest cost the lowest of the rim is to lie, as a part of how far half of the rim does.
RIM = 0.35

#: The learning rate, in the one with which a walk would jump to the minimum of the sharpest bend; and how long
#: a step may be on the steepest slope, in heights of the grid.
CAUTION = 0.6
LONGEST = 0.15

#: The part of its first gradient's length at which a walk has come to rest.
REST = 0.02


class Care(NamedTuple):
    """How much is done for a plane.

    Attributes
    ----------
    sides, tried
        Places of the grid, across and up; and of the one that is tried for each of the reaches.
    reaches
        How far up from the network the grid may reach.
    short, steps
        Steps of the descent that the second axis is taken from, and of the walk in the plane, at most.
    """

    sides: tuple[int, int]
    tried: tuple[int, int]
    reaches: tuple[float, ...]
    short: int
    steps: int


USUAL = Care((41, 31), (13, 9), REACHES, 30, 60)

#: For networks whose cost takes so long to measure that even the fewest examples are too many.
HASTY = Care((17, 13), (7, 5), REACHES[::3], 6, 20)


class Walked(NamedTuple):
    """A way down in the plane: its places and the gradients there (plane_step, u_v), and the costs (plane_step,)."""

    path: Array
    gradient: Array
    C: Array


def room_for(network: Network) -> tuple[Care, int]:
    """Choose how much is done, and of how many examples the cost is measured."""
    work = sum(W.size for l, W in network.W.items() if l > 1) + ACTIVATION * sum(network.sizes[1:])
    many = MOST_WORK // (USUAL.sides[0] * USUAL.sides[1] * work)
    return (USUAL, min(many, MOST_EXAMPLES)) if many >= FEWEST_EXAMPLES else (HASTY, FEWEST_EXAMPLES)


def plane_through(network: Network, x: Array, y: Array, eta: float, steps: int) -> Slice:
    """Lay a plane through a network: down its gradient, and where some steps of descent stray most from that."""
    start = mean = mean_gradient(network, x, y)
    line = Slice.through(network, [-start.flat], many=1)
    point = strayed = place(network)
    for _ in range(steps):
        point = point - eta * mean.flat
        with np.errstate(over="ignore", invalid="ignore"):  # so long a step may lead up and away
            mean = mean_gradient(network_at(point, network), x, y)
        if diverged(mean.C, "float32"):
            break
        strayed = max(strayed, point, key=line.off)
    return Slice.through(network, [-start.flat, strayed - place(network)])


def reach(plane: Slice, x: Array, y: Array, care: Care) -> float:
    """Choose how far up from the origin a grid reaches: the least that shows a bowl, whose rim is high all round.

    If none does, the least whose rim is at least half as high as any.
    """
    heights: list[float] = []
    for up in care.reaches:
        C = plane.costs(x, y, *ticks(up, care.tried))
        rim = np.concatenate([C[0], C[-1], C[1:-1, 0], C[1:-1, -1]]) - C.min()
        heights.append(float(rim.min() / np.median(rim)) if np.median(rim) > 0 else 0.0)
        if heights[-1] >= RIM:
            return up
    return care.reaches[int(np.argmax(np.array(heights) >= max(heights) / 2))]


def ticks(up: float, sides: tuple[int, int]) -> tuple[Array, Array]:
    """Make the coordinates of a grid that reaches so far up and down, and wider sideways."""
    return np.linspace(-WIDER * up, WIDER * up, sides[0]), np.linspace(-up, up, sides[1])


def rate(C: Array, u: Array, v: Array) -> float:
    """Choose a learning rate, of two digits, with which walks on the costs C (plane_v, plane_u) do not leap."""
    quick = max(bend(C, u, v) / CAUTION, steepest(C, u, v) / (LONGEST * 2 * float(v[-1])))
    eta = float(f"{1 / quick:.2g}") if quick > 0 else 1.0
    return eta if 0 < eta < np.inf else 1.0


def walk_down(plane: Slice, x: Array, y: Array, start: Array, eta: float, ends: Array, most: int) -> Walked:
    """Walk down in the plane from `start` (u_v,) until at rest, or until a step would lead beyond `ends` (u_v,)."""
    path, gradients, costs = [start], [], []
    while True:
        mean = mean_gradient(plane.at(*path[-1]), x, y)
        gradients.append(plane.axes @ mean.flat)
        costs.append(mean.C)
        length = float(np.linalg.norm(gradients[-1]))
        now = path[-1] - eta * gradients[-1]
        resting = len(path) > 1 and length <= REST * float(np.linalg.norm(gradients[0]))
        if resting or len(path) > most or not np.all(np.abs(now) <= ends):
            return Walked(np.stack(path), np.stack(gradients), np.array(costs))
        path.append(now)
