"""The plane exhibit: the cost over a real plane of the weight space, its gradient in it, and a way down."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from netsim.experiments import mean_gradient
from netsim.functions import Array
from netsim.landscape import Slice, network_at, place
from netsim.network import Network
from netsim.subject import Subject
from netsim.walks import contour_levels, lit_part
from netsim.way_down import bend, instructive_start, steepest

Arrays = dict[str, Array]

#: The most examples that the cost is the mean of, and the fewest; and what is computed for the grid at most: examples
#: times places times weights behind the first layer, an activation being worth so many of these.
MOST_EXAMPLES, FEWEST_EXAMPLES = 300, 8
MOST_WORK = 10**9
ACTIVATION = 20

#: Places of the grid, across and up; and of the small one that is tried first, or kept of very large networks.
SIDES, SMALL_SIDES = (41, 31), (13, 9)

#: How far from the network the grid may reach, upward, and how much farther sideways.
REACHES = 2.0 ** np.arange(-1, 5.5, 0.5)
WIDER = (SIDES[0] - 1) / (SIDES[1] - 1)

#: How far above the lowest cost the lowest of the rim is to lie, as a part of how far half of the rim does.
RIM = 0.35

#: Steps of the short descent that the second direction is taken from.
SHORT = 30

#: The learning rate, in the one with which a walk would jump to the minimum of the sharpest bend; and how long
#: a step may be on the steepest slope, in heights of the grid.
CAUTION = 0.6
LONGEST = 0.15

#: How long the walk may be, and the part of its first gradient's length at which it has come to rest.
MOST_STEPS = 60
REST = 0.02


class Walked(NamedTuple):
    """A way down in the plane: its places and the gradients there (plane_step, u_v), and the costs (plane_step,)."""

    path: Array
    gradient: Array
    C: Array


def record_plane(subject: Subject) -> Arrays:
    """Make the plane/ group: a plane through the network at the last recorded step, plane/at, counted from 0.

    Its first axis is minus the gradient there, its second the way in which a short real descent from there
    strays most from the first. plane/C (plane_v, plane_u) is the mean cost of the first plane/examples training
    examples on the grid of the coordinates plane/u (plane_u,) and plane/v (plane_v,), both 0 at the network;
    plane/levels (plane_level,) are costs for contours.

    plane/path (plane_step, u_v) is gradient descent in the plane, from a place whose way down bends: each place is
    the one before less the learning rate plane/eta times plane/gradient (plane_step, u_v), the true gradient as
    far as it lies in the plane, of plane/length (plane_step,). plane/path_C (plane_step,) are the costs there.
    """
    sides, many = _room(subject.trained)
    data = subject.data
    network, x = lit_part(subject.trained, data.x[:many].astype(np.float64))
    y = subject.targets[:many]
    plane = plane_through(network, x, y, subject.recipe.training.eta)
    up = reach(plane, x, y)
    u, v = np.linspace(-WIDER * up, WIDER * up, sides[0]), np.linspace(-up, up, sides[1])
    C = plane.costs(x, y, u, v)
    eta = rate(C, u, v)
    walked = walk_down(plane, x, y, instructive_start(C, u, v, eta, MOST_STEPS), eta, np.array([u[-1], v[-1]]))
    kept = {
        "at": np.array(len(subject.moments) - 1),
        "examples": np.array(len(x)),
        "u": u,
        "v": v,
        "C": C,
        "levels": contour_levels(C),
        "eta": np.array(eta),
        "path": walked.path,
        "path_C": walked.C,
        "gradient": walked.gradient,
        "length": np.linalg.norm(walked.gradient, axis=1),
    }
    return {f"plane/{name}": array for name, array in kept.items()}


def plane_through(network: Network, x: Array, y: Array, eta: float) -> Slice:
    """Lay a plane through a network: down its gradient, and where a descent with the rate eta strays most from that."""
    start = mean_gradient(network, x, y).flat
    line = Slice.through(network, [-start], many=1)
    point, strayed = place(network), place(network)
    for _ in range(SHORT):
        with np.errstate(over="ignore", invalid="ignore"):
            point = point - eta * mean_gradient(network_at(point, network), x, y).flat
        if not np.all(np.isfinite(point)):
            break
        strayed = max(strayed, point, key=line.off)
    return Slice.through(network, [-start, strayed - place(network)])


def reach(plane: Slice, x: Array, y: Array) -> float:
    """Choose how far up from the origin a grid reaches: the least that shows a bowl, whose rim is high all round.

    If none does, the least whose rim is at least half as high as any.
    """
    heights: list[float] = []
    for up in REACHES:
        u, v = np.linspace(-WIDER * up, WIDER * up, SMALL_SIDES[0]), np.linspace(-up, up, SMALL_SIDES[1])
        C = plane.costs(x, y, u, v)
        rim = np.concatenate([C[0], C[-1], C[1:-1, 0], C[1:-1, -1]]) - C.min()
        heights.append(float(rim.min() / np.median(rim)) if np.median(rim) > 0 else 0.0)
        if heights[-1] >= RIM:
            return float(up)
    return float(REACHES[int(np.argmax(np.array(heights) >= max(heights) / 2))])


def rate(C: Array, u: Array, v: Array) -> float:
    """Choose a learning rate, of two digits, with which walks on the costs C (plane_v, plane_u) do not leap."""
    limits = [CAUTION / bend(C, u, v), LONGEST * 2 * v[-1] / steepest(C, u, v)] if np.ptp(C) > 0 else [1.0]
    return float(f"{min(limits):.2g}")


def walk_down(plane: Slice, x: Array, y: Array, start: Array, eta: float, ends: Array) -> Walked:
    """Walk down in the plane from `start` (u_v,) until at rest, or until a step would lead beyond `ends` (u_v,)."""
    path, gradients, costs = [start], [], []
    while True:
        mean = mean_gradient(plane.at(*path[-1]), x, y)
        gradients.append(plane.axes @ mean.flat)
        costs.append(mean.C)
        length = float(np.linalg.norm(gradients[-1]))
        now = path[-1] - eta * gradients[-1]
        resting = len(path) > 1 and length <= REST * float(np.linalg.norm(gradients[0]))
        if resting or len(path) > MOST_STEPS or not np.all(np.abs(now) <= ends):
            return Walked(np.stack(path), np.stack(gradients), np.array(costs))
        path.append(now)


def _room(network: Network) -> tuple[tuple[int, int], int]:
    """Choose how large the grid is, and of how many examples the cost is measured on it."""
    work = sum(W.size for l, W in network.W.items() if l > 1) + ACTIVATION * sum(network.sizes[1:])
    many = MOST_WORK // (SIDES[0] * SIDES[1] * work)
    if many >= FEWEST_EXAMPLES:
        return SIDES, min(many, MOST_EXAMPLES)
    return SMALL_SIDES, FEWEST_EXAMPLES
