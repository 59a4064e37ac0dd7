"""The cost over the weight space, on a line or a plane through it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Self

import numpy as np

from netsim.blocks import in_blocks
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.network import Network

#: A direction of which this part or less is new leads nowhere new: it is what the rounding of float32 makes.
NEW = 1e-6

#: How many contours the landscape has.
LEVELS = 12


def vector(W: Mapping[int, Array], b: Mapping[int, Array]) -> Array:
    """Line up what belongs to the parameters, such as a gradient: W[1] row by row, b[1], W[2], ...; (P,) float64."""
    return np.concatenate([part.ravel() for l in sorted(W) for part in (W[l], b[l])]).astype(np.float64, copy=False)


def place(network: Network) -> Array:
    """Give the point of the weight space that a network is, (P,)."""
    return vector(network.W, network.b)


def network_at(point: Array, like: Network) -> Network:
    """Make the network that a point (P,) of the weight space is, with the layers and functions of another."""
    W, b, at = {}, {}, 0
    for l, weights in like.W.items():
        end = at + weights.size
        W[l], b[l] = point[at:end].reshape(weights.shape), point[end : end + len(weights)]
        at = end + len(weights)
    return Network(W, b, like.hidden, like.output, like.cost)


def angle(one: Array, other: Array) -> float:
    """Measure the angle between two vectors (P,), in degrees, 0..180; a vector of zeros stands at 90 to all.

    Notes
    -----
    2 atan2(|u - v|, |u + v|) of the unit vectors (W. Kahan), exact where the arc cosine loses its digits.
    """
    lengths = [float(np.linalg.norm(v)) for v in (one, other)]
    if min(lengths) == 0:
        return 90.0
    u, v = one / lengths[0], other / lengths[1]
    return float(np.degrees(2 * np.arctan2(np.linalg.norm(u - v), np.linalg.norm(u + v))))


def countable(cost: float, precision: str) -> float:
    """Give a cost, but the largest number of a precision for one that lies beyond all of them, or came out as none."""
    most = float(np.finfo(precision).max)
    return min(cost, most) if cost == cost else most


def contour_levels(C: Array, many: int = LEVELS) -> Array:
    """List the costs whose contours are drawn, (many,), in even steps between the lowest and the highest of a grid.

    So where the lines lie close the slope is steep, and nowhere else.
    """
    low, high = float(C.min()), float(C.max())
    return low + (high - low) * np.arange(1, many + 1) / (many + 1)


@dataclass(frozen=True)
class Slice:
    """A line or a plane through the weight space: the points origin + c_0 axes[0] + c_1 axes[1].

    Attributes
    ----------
    origin
        The network where all coordinates are 0.
    axes
        Orthonormal directions, (1, P) for a line, (2, P) for a plane.
    """

    origin: Network
    axes: Array

    @classmethod
    def through(cls, origin: Network, directions: Sequence[Array], many: int = 2) -> Self:
        """Lay the slice of `many` axes through a network that holds the first directions (P,) that span it.

        The first axis is the first direction's, the second lies in the plane with the next, on its side;
        a direction that leads nowhere new is passed over. What is still free then is filled up from the
        axes of single parameters.
        """
        axes: list[Array] = []
        for direction in (*directions, *np.eye(many, place(origin).size)):
            new = _across(_across(direction, axes), axes)  # once more, for the digits that the first lost
            if np.linalg.norm(new) > NEW * np.linalg.norm(direction):
                axes.append(new / np.linalg.norm(new))
            if len(axes) == many:
                break
        return cls(origin, np.stack(axes))

    def coordinates(self, point: Array) -> Array:
        """Give the coordinates (axes,) of the point of the slice that is nearest to a point (P,)."""
        nearest: Array = self.axes @ (point - place(self.origin))
        return nearest

    def off(self, point: Array) -> float:
        """Measure how far a point (P,) is from the slice."""
        return float(np.linalg.norm(_across(point - place(self.origin), list(self.axes))))

    def at(self, *coordinates: float) -> Network:
        """Make the network at a place of the slice."""
        return network_at(place(self.origin) + np.asarray(coordinates) @ self.axes, self.origin)

    def costs(self, x: Array, y: Array, *ticks: Array) -> Array:
        """Measure the mean cost at every place of a grid, in the precision of x.

        Parameters
        ----------
        x, y
            Examples (N, n_0) and their targets (N, n_L).
        ticks
            The coordinates of the grid, for each axis, (grid,).

        Returns
        -------
        Array
            Costs, float64; the last axis comes first: (grid_v, grid_u) for a plane, (grid_u,) for a line.
        """
        grid = np.array(list(product(*reversed(ticks))))[:, ::-1]
        return self.costs_at(grid, x, y).reshape([len(t) for t in reversed(ticks)])

    def costs_at(self, places: Array, x: Array, y: Array) -> Array:
        """Measure the mean cost at some places (n, axes), in the precision of x; (n,) float64.

        The sums z[1] of the first layer, which has the most weights, grow evenly along each axis, so
        that one pass through it for each axis is enough. A cost beyond what the precision can count is
        its largest number.
        """
        origin = self.origin.astype(x.dtype.name)
        rises = [_first_sums(network_at(axis.astype(x.dtype), origin), x) for axis in self.axes]
        start, behind = _first_sums(origin, x), origin.W[1].size + origin.b[1].size
        rest, rest_axes = place(self.origin)[behind:], self.axes[:, behind:]
        tail = _after_first(origin)
        costs = []
        for c in places:
            z = start + sum(float(step) * rise for step, rise in zip(c, rises, strict=True))
            after = network_at((rest + c @ rest_axes).astype(x.dtype), tail) if tail else None
            costs.append(_mean_cost_from(origin, z, after, y))
        return np.array(costs)


def _across(direction: Array, axes: Sequence[Array]) -> Array:
    """Take away what of a direction (P,) leads along orthonormal axes."""
    for axis in axes:
        direction = direction - (direction @ axis) * axis
    return direction


def _first_sums(network: Network, x: Array) -> Array:
    """Compute z[1], (N, n_1)."""
    z: Array = x @ network.W[1].T + network.b[1]
    return z


def _after_first(network: Network) -> Network | None:
    """Give the layers 2 to L as a network of their own, if there are any."""
    W, b = ({l - 1: part for l, part in parts.items() if l > 1} for parts in (network.W, network.b))
    return Network(W, b, network.hidden, network.output, network.cost) if W else None


def _mean_cost_from(first: Network, z: Array, after: Network | None, y: Array) -> float:
    """Average the costs of examples with the sums z (N, n_1) in the first layer, and the layers `after` it."""
    total = 0.0
    with np.errstate(over="ignore", invalid="ignore"):  # far from the origin numbers may leave their range
        for sums, targets in in_blocks(after or first, z, y):
            a = ACTIVATIONS[first.activation_of(1)].value(sums)
            outputs = after.forward(a).a[after.L] if after else a
            total += float(np.sum(COSTS[first.cost].value(outputs, targets, first.output), dtype=np.float64))
    return countable(total / len(z), z.dtype.name)
